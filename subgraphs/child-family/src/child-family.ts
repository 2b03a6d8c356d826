import { defineSector } from '@kasane/subgraph-kit';
import { sectorId } from '@kasane/vocabulary';
import { InfantCheckup } from './checkup/infant-checkup.js';
import { InfantCheckupResolver } from './checkup/infant-checkup-resolver.js';
import { ChildFamilyRecord } from './child-family-record.js';
import { childFamilyLoaders } from './loaders.js';
import { MchHandbook } from './mch-handbook/mch-handbook.js';
import { MchHandbookResolver } from './mch-handbook/mch-handbook-resolver.js';
import { ChildFamilyTables1763770003000 } from './migrations.js';
import { ProtectionEntry } from './protection/protection-entry.js';
import { ProtectionResolver } from './protection/protection-resolver.js';
import { Schooling } from './schooling/schooling.js';
import { SchoolingResolver } from './schooling/schooling-resolver.js';
import { seed } from './seed/seed.js';
import { ChildSupportPlan } from './support-plan/child-support-plan.js';
import { ChildSupportPlanResolver } from './support-plan/child-support-plan-resolver.js';
import { observedByResolvers, observedBySdl } from './young-carer/observed-by.js';
import { YoungCarerRecord } from './young-carer/young-carer-record.js';
import { YoungCarerResolver } from './young-carer/young-carer-resolver.js';

/** こども家庭センター: the child and family system as a subgraph. */
export const childFamily = defineSector({
  sector: sectorId('child-family'),
  record: ChildFamilyRecord,
  resolvers: [
    MchHandbookResolver,
    InfantCheckupResolver,
    ChildSupportPlanResolver,
    YoungCarerResolver,
    SchoolingResolver,
    ProtectionResolver,
  ],
  extraSdl: observedBySdl,
  extraResolvers: observedByResolvers,
  entities: [MchHandbook, InfantCheckup, ChildSupportPlan, YoungCarerRecord, Schooling, ProtectionEntry],
  migrations: [ChildFamilyTables1763770003000],
  loaders: childFamilyLoaders,
  seed,
});
