import './enums.js';
import { createGrantSigner } from '@kasane/disclosure';
import { referenceId, requirePurpose, type SubgraphDefinition } from '@kasane/subgraph-kit';
import { COLLABORATION, type PersonId } from '@kasane/vocabulary';
import { HouseholdCasesResolver, RosterSeatResolver, SupportCaseResolver } from './case/case-resolver.js';
import { CaseProcess1763770003000 } from './case/case-migration.js';
import { CaseEventRow, CaseRow, RosterSeatPersonRow, RosterSeatRow } from './case/case-tables.js';
import { Conferences1763770003400 } from './conference/conference-migration.js';
import { CaseConferencesResolver, ConferenceResolver } from './conference/conference-resolver.js';
import { ConferenceMinutesResolver } from './conference/print-minutes.js';
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
import { collaborationLoaders, type CollaborationContext } from './context.js';
import { CollaborationScope } from './disclosure/collaboration-scope.js';
import { disclosureLogQuery, disclosureLogSdl } from './disclosure/disclosure-log.js';
import { FactsRepository } from './disclosure/facts.js';
import { grantFields } from './disclosure/grant-fields.js';
import { Emergencies1763770002400 } from './emergency/emergency-migration.js';
import { EmergencyResolver } from './emergency/emergency-resolver.js';
import { emergencyEntities } from './emergency/emergency-tables.js';
import { openHousehold, HouseholdResolver } from './household/household-resolver.js';
import { HouseholdMemberRow, HouseholdRow } from './household/household-tables.js';
import { CollaborationTables1763770002000 } from './migrations.js';
import { officeReferences, officeResolvers, officeSdl } from './office/office.js';
import { DistrictRow, DirectoryOfficeRow } from './office/office-tables.js';
import { personOf } from './person/person.js';
import { PersonDeath1763770002200 } from './person/person-migration.js';
import { PersonResolver } from './person/person-resolver.js';
import { PersonRow } from './person/person-row.js';
import { ProtectiveMeasures1763770002500 } from './protection/protection-migration.js';
import { ProtectionResolver } from './protection/protection-resolver.js';
import { protectionEntities } from './protection/protection-tables.js';
import { Promotion1763770003450 } from './promotion/promotion-migration.js';
import { PromotionResolver } from './promotion/promotion-resolver.js';
import { promotionEntities } from './promotion/promotion-tables.js';
import { ReviewResolver } from './review/review-resolver.js';
import { StaffDistrictRow, StaffDistricts1763770002900 } from './review/staff-district.js';
import { seed } from './seed/seed.js';
import { StatutorySessions1763770002300 } from './session/session-migration.js';
import { SessionResolver } from './session/session-resolver.js';
import { sessionEntities } from './session/session-tables.js';

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
    ConsentRow,
    ConsentEventRow,
    MunicipalityRow,
    StaffDistrictRow,
    ...sessionEntities,
    ...conferenceEntities,
    ...promotionEntities,
    ...emergencyEntities,
    ...protectionEntities,
    ...conflictEntities,
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
    CaseProcess1763770003000,
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
