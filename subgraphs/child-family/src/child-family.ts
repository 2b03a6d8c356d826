import { defineSector } from '@kasane/subgraph-kit';
import { sectorId } from '@kasane/vocabulary';
import { InfantCheckup } from './checkup/infant-checkup.js';
import { InfantCheckupResolver } from './checkup/infant-checkup-resolver.js';
import { ChildConsultation } from './consultation/child-consultation.js';
import { ChildConsultationResolver } from './consultation/child-consultation-resolver.js';
import { ChildFamilyRecord } from './child-family-record.js';
import { JointCaseConference } from './joint-conference/joint-case-conference.js';
import { JointCaseConferenceResolver } from './joint-conference/joint-case-conference-resolver.js';
import { childFamilyLoaders } from './loaders.js';
import { MaternalRecord } from './maternal/maternal-record.js';
import { MaternalRecordResolver } from './maternal/maternal-record-resolver.js';
import { SpecifiedPregnantWomanResolver } from './maternal/specified-pregnant-woman.js';
import { MchHandbook } from './mch-handbook/mch-handbook.js';
import { MchHandbookResolver } from './mch-handbook/mch-handbook-resolver.js';
import { ChildFamilyTables1763770003000, FurtherRecords1763770033000 } from './migrations.js';
import { ProtectionEntry } from './protection/protection-entry.js';
import { ProtectionResolver } from './protection/protection-resolver.js';
import { ChildProtectionCase } from './protection-case/child-protection-case.js';
import { ChildProtectionCaseResolver } from './protection-case/child-protection-case-resolver.js';
import { Schooling } from './schooling/schooling.js';
import { SchoolingResolver } from './schooling/schooling-resolver.js';
import { seed } from './seed/seed.js';
import { ChildSupportPlan } from './support-plan/child-support-plan.js';
import { ChildSupportPlanResolver } from './support-plan/child-support-plan-resolver.js';
import { Vaccination } from './vaccination/vaccination.js';
import { VaccinationResolver } from './vaccination/vaccination-resolver.js';
import { observedByResolvers, observedBySdl } from './young-carer/observed-by.js';
import { YoungCarerRecord } from './young-carer/young-carer-record.js';
import { YoungCarerResolver } from './young-carer/young-carer-resolver.js';

/** こども家庭センター: the child and family system as a subgraph. */
export const childFamily = defineSector({
  sector: sectorId('child-family'),
  record: ChildFamilyRecord,
  resolvers: [
    MaternalRecordResolver,
    SpecifiedPregnantWomanResolver,
    MchHandbookResolver,
    InfantCheckupResolver,
    VaccinationResolver,
    ChildConsultationResolver,
    ChildSupportPlanResolver,
    YoungCarerResolver,
    SchoolingResolver,
    JointCaseConferenceResolver,
    ChildProtectionCaseResolver,
    ProtectionResolver,
  ],
  extraSdl: observedBySdl,
  extraResolvers: observedByResolvers,
  entities: [
    MaternalRecord,
    MchHandbook,
    InfantCheckup,
    Vaccination,
    ChildConsultation,
    ChildSupportPlan,
    YoungCarerRecord,
    Schooling,
    JointCaseConference,
    ChildProtectionCase,
    ProtectionEntry,
  ],
  migrations: [ChildFamilyTables1763770003000, FurtherRecords1763770033000],
  loaders: childFamilyLoaders,
  seed,
});
