import './enums.js';
import { createGrantSigner } from '@kasane/disclosure';
import { referenceId, requirePurpose, type SubgraphDefinition } from '@kasane/subgraph-kit';
import { COLLABORATION, type PersonId } from '@kasane/vocabulary';
import { HouseholdCasesResolver, RosterSeatResolver, SupportCaseResolver } from './case/case-resolver.js';
import { CaseProcess1763770003000 } from './case/case-migration.js';
import { CaseSteps1763770003200 } from './case/case-steps-migration.js';
import { CaseStepResolver, CaseStepsResolver } from './case/case-steps-resolver.js';
import { CaseEventRow, CaseRow, RosterSeatPersonRow, RosterSeatRow } from './case/case-tables.js';
import { Community1763770003700 } from './community/community-migration.js';
import { CommunityResolver } from './community/community-resolver.js';
import { CommunityActivityRow } from './community/community-tables.js';
import { PersonDeathRow } from './case/death.js';
import { CaseTransferRow } from './case/transfer.js';
import { CompositeFlagsResolver, FlagSuggestionsResolver } from './composite-flag/flag-resolver.js';
import { CompositeFlagRow, CompositeFlags1763770003230 } from './composite-flag/flag-tables.js';
import { Conferences1763770003400 } from './conference/conference-migration.js';
import { CaseConferencesResolver, ConferenceResolver } from './conference/conference-resolver.js';
import { ConferenceMinutesResolver } from './conference/case-numbers.js';
import { conferenceEntities } from './conference/conference-tables.js';
import { ConflictsOfInterest1763770002600 } from './conflict/conflict-migration.js';
import { ConflictResolver } from './conflict/conflict-resolver.js';
import { conflictEntities } from './conflict/conflict-tables.js';
import { ConsentExpression1763770002100 } from './consent/consent-migration.js';
import { ConsentResolver, ConsentRuleResolver, PersonConsentsResolver } from './consent/consent-resolver.js';
import { ConsentEventRow, ConsentRow } from './consent/consent-tables.js';
import { MunicipalityRow, Municipalities1763770002110 } from './consent/municipality.js';
import { ConsentPrintResolver } from './consent/print-resolver.js';
import {
  ConsentSeenByResolver,
  ConsentViewingResolver,
  ConsentWithdrawnResolver,
} from './consent/seen-by-resolver.js';
import { CaseClosings1763770003330 } from './closing/closing-migration.js';
import {
  CaseClosingResolver,
  CaseOpenItemResolver,
  ClosingLeadResolver,
} from './closing/closing-resolver.js';
import { closingEntities } from './closing/closing-tables.js';
import { collaborationLoaders, type CollaborationContext } from './context.js';
import { CollaborationScope } from './disclosure/collaboration-scope.js';
import { DeskIndexes1763770003750 } from './desk/desk-indexes-migration.js';
import { Desk1763770003130 } from './desk/desk-migration.js';
import { DeskResolver } from './desk/desk-resolver.js';
import { MyCasesResolver } from './desk/my-cases-resolver.js';
import { disclosureLogQuery, disclosureLogSdl } from './disclosure/disclosure-log.js';
import { FactsRepository } from './disclosure/facts.js';
import { DisclosureMarksResolver } from './disclosure/marks-resolver.js';
import { grantFields } from './disclosure/grant-fields.js';
import { Emergencies1763770002400 } from './emergency/emergency-migration.js';
import { EmergencyResolver } from './emergency/emergency-resolver.js';
import { emergencyEntities } from './emergency/emergency-tables.js';
import { PlanEvaluations1763770003320 } from './evaluation/evaluation-migration.js';
import { EvaluationResolver, EvaluationSuccessorResolver } from './evaluation/evaluation-resolver.js';
import { EvaluationRow } from './evaluation/evaluation-tables.js';
import { openHousehold, HouseholdResolver } from './household/household-resolver.js';
import { HouseholdMemberRow, HouseholdRow } from './household/household-tables.js';
import { Intakes1763770003100 } from './intake/intake-migration.js';
import { IntakeResolver } from './intake/intake-resolver.js';
import { intakeEntities } from './intake/intake-tables.js';
import { Issues1763770003110 } from './issue/issue-migration.js';
import { IssueResolver } from './issue/issue-resolver.js';
import { issueEntities } from './issue/issue-tables.js';
import { CollaborationTables1763770002000 } from './migrations.js';
import { CaseNotes1763770003220 } from './note/note-migration.js';
import { CaseNoteResolver, CaseNotesResolver } from './note/note-resolver.js';
import { noteEntities } from './note/note-tables.js';
import { PlanMonitorings1763770003310 } from './monitoring/monitoring-migration.js';
import { MonitoringResolver } from './monitoring/monitoring-resolver.js';
import { MonitoringRow } from './monitoring/monitoring-tables.js';
import { officeReferences, officeResolvers, officeSdl } from './office/office.js';
import { DistrictRow, DirectoryOfficeRow } from './office/office-tables.js';
import { Outreach1763770003500 } from './outreach/outreach-migration.js';
import { CaseOutreachResolver, OutreachResolver } from './outreach/outreach-resolver.js';
import { outreachEntities } from './outreach/outreach-tables.js';
import { Participation1763770003600 } from './participation/participation-migration.js';
import {
  CaseParticipationResolver,
  HostResolver,
  MatchResolver,
  ParticipationResolver,
} from './participation/participation-resolver.js';
import { participationEntities } from './participation/participation-tables.js';
import { personOf } from './person/person.js';
import { PersonDeath1763770002200 } from './person/person-migration.js';
import { PersonResolver } from './person/person-resolver.js';
import { PersonRow } from './person/person-row.js';
import { PlanItemResolver } from './plan/item-resolver.js';
import { SupportPlans1763770003300 } from './plan/plan-migration.js';
import {
  CasePlansResolver,
  PlanConsentGapResolver,
  PlannedItemResolver,
  SupportPlanResolver,
} from './plan/plan-resolver.js';
import { planEntities } from './plan/plan-tables.js';
import { ProtectiveMeasures1763770002500 } from './protection/protection-migration.js';
import { ProtectionResolver } from './protection/protection-resolver.js';
import { protectionEntities } from './protection/protection-tables.js';
import { Referrals1763770003120 } from './referral/referral-migration.js';
import { CaseReferralsResolver, ReferralResolver } from './referral/referral-resolver.js';
import { referralEntities } from './referral/referral-tables.js';
import { Promotion1763770003450 } from './promotion/promotion-migration.js';
import { PromotionResolver } from './promotion/promotion-resolver.js';
import { promotionEntities } from './promotion/promotion-tables.js';
import { ReviewResolver } from './review/review-resolver.js';
import { StaffDistrictRow, StaffDistricts1763770002900 } from './review/staff-district.js';
import { Rosters1763770003210 } from './roster/roster-migration.js';
import { RosterChangeResolver, RosterResolver } from './roster/roster-resolver.js';
import { RosterEventRow } from './roster/roster-tables.js';
import { seed } from './seed/seed.js';
import { SheetResolver } from './sheet/sheet-resolver.js';
import { StatutorySessions1763770002300 } from './session/session-migration.js';
import { SessionResolver } from './session/session-resolver.js';
import { sessionEntities } from './session/session-tables.js';
import { StaffResolver } from './staff/staff-resolver.js';
import { StaffMemberRow, StaffMembers1763770002910 } from './staff/staff-tables.js';
import { TimelineResolver } from './timeline/timeline-resolver.js';

/** 多機関協働: households, consents, cases; the decision, and the grants that carry it to the sectors. */
export const collaboration: SubgraphDefinition<CollaborationContext['loaders'], CollaborationScope> = {
  sector: COLLABORATION,
  federation(registry) {
    const grants = grantFields(registry);
    const offices = officeResolvers(registry);
    return {
      resolvers: [
        HouseholdResolver,
        HouseholdCasesResolver,
        SupportCaseResolver,
        RosterSeatResolver,
        CaseStepsResolver,
        CaseStepResolver,
        RosterResolver,
        RosterChangeResolver,
        CaseNotesResolver,
        CaseNoteResolver,
        CompositeFlagsResolver,
        FlagSuggestionsResolver,
        TimelineResolver,
        PersonResolver,
        PersonConsentsResolver,
        ConsentResolver,
        ConsentRuleResolver,
        ConsentSeenByResolver,
        ConsentWithdrawnResolver,
        ConsentViewingResolver,
        ConsentPrintResolver,
        ReviewResolver,
        SessionResolver,
        ConferenceResolver,
        CaseConferencesResolver,
        ConferenceMinutesResolver,
        PromotionResolver,
        EmergencyResolver,
        ProtectionResolver,
        ConflictResolver,
        CaseOutreachResolver,
        OutreachResolver,
        HostResolver,
        CaseParticipationResolver,
        ParticipationResolver,
        MatchResolver,
        CommunityResolver,
        SheetResolver,
        CasePlansResolver,
        SupportPlanResolver,
        PlannedItemResolver,
        PlanConsentGapResolver,
        PlanItemResolver,
        MonitoringResolver,
        EvaluationResolver,
        EvaluationSuccessorResolver,
        CaseClosingResolver,
        ClosingLeadResolver,
        CaseOpenItemResolver,
        IntakeResolver,
        IssueResolver,
        ReferralResolver,
        CaseReferralsResolver,
        DeskResolver,
        MyCasesResolver,
        DisclosureMarksResolver,
        StaffResolver,
      ],
      references: {
        ...officeReferences,
        async Person(reference, { scope, viewer }) {
          const id = referenceId(reference) as PersonId;
          requirePurpose(viewer);
          await scope.admit(id);
          return personOf(id);
        },
        async Household(reference, context) {
          const id = referenceId(reference);
          requirePurpose(context.viewer);
          return openHousehold(context, id, 'Household.id');
        },
      },
      extraSdl: `${officeSdl}\n${grants.extraSdl}\n${disclosureLogSdl}`,
      extraResolvers: {
        ...offices,
        ...grants.extraResolvers,
        Query: { ...offices['Query'], ...disclosureLogQuery },
      },
    };
  },
  entities: [
    PersonRow,
    HouseholdRow,
    HouseholdMemberRow,
    CaseRow,
    CaseEventRow,
    RosterSeatRow,
    RosterSeatPersonRow,
    PersonDeathRow,
    CaseTransferRow,
    RosterEventRow,
    ...noteEntities,
    CompositeFlagRow,
    ConsentRow,
    ConsentEventRow,
    MunicipalityRow,
    StaffDistrictRow,
    StaffMemberRow,
    ...sessionEntities,
    ...conferenceEntities,
    ...promotionEntities,
    ...emergencyEntities,
    ...protectionEntities,
    ...conflictEntities,
    ...outreachEntities,
    ...participationEntities,
    CommunityActivityRow,
    ...planEntities,
    MonitoringRow,
    EvaluationRow,
    ...closingEntities,
    ...intakeEntities,
    ...issueEntities,
    ...referralEntities,
    DirectoryOfficeRow,
    DistrictRow,
  ],
  migrations: [
    CollaborationTables1763770002000,
    ConsentExpression1763770002100,
    Municipalities1763770002110,
    PersonDeath1763770002200,
    StatutorySessions1763770002300,
    Emergencies1763770002400,
    ProtectiveMeasures1763770002500,
    ConflictsOfInterest1763770002600,
    StaffDistricts1763770002900,
    StaffMembers1763770002910,
    CaseProcess1763770003000,
    Outreach1763770003500,
    Participation1763770003600,
    Community1763770003700,
    DeskIndexes1763770003750,
    CaseSteps1763770003200,
    Rosters1763770003210,
    CaseNotes1763770003220,
    CompositeFlags1763770003230,
    SupportPlans1763770003300,
    PlanMonitorings1763770003310,
    PlanEvaluations1763770003320,
    CaseClosings1763770003330,
    Intakes1763770003100,
    Issues1763770003110,
    Referrals1763770003120,
    Desk1763770003130,
    Conferences1763770003400,
    Promotion1763770003450,
  ],
  seed,
  async open({ config, clock, logger }) {
    if (!config.grantSigningKey)
      throw new Error('collaboration needs GRANT_SIGNING_KEY_FILE: without it nothing could be granted.');
    const signer = await createGrantSigner({ privateKey: config.grantSigningKey, clock });
    return {
      begin(request) {
        const facts = new FactsRepository(request.manager);
        return {
          scope: new CollaborationScope(request, facts, config.registry, signer, (cells) =>
            logger.error({ requestId: request.requestId, cells }, 'cells could not be decided: denied'),
          ),
          loaders: collaborationLoaders(request, facts),
        };
      },
    };
  },
};
