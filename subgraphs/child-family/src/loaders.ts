import type { SectorContext, SectorRequest } from '@kasane/subgraph-kit';
import { InfantCheckup } from './checkup/infant-checkup.js';
import { MchHandbook } from './mch-handbook/mch-handbook.js';
import { ProtectionEntry } from './protection/protection-entry.js';
import { Schooling } from './schooling/schooling.js';
import { ChildSupportPlan } from './support-plan/child-support-plan.js';
import { YoungCarerRecord } from './young-carer/young-carer-record.js';

/** Each record of each person is read once per request, and only when a permitted field asks for it. */
export const childFamilyLoaders = ({ links }: SectorRequest) => ({
  mchHandbooks: links.rows(MchHandbook, { issuedOn: 'DESC', id: 'ASC' }),
  checkups: links.rows(InfantCheckup, { offeredOn: 'DESC', id: 'ASC' }),
  supportPlans: links.rows(ChildSupportPlan, { madeOn: 'DESC', id: 'ASC' }),
  youngCarerRecords: links.rows(YoungCarerRecord, { observedOn: 'DESC', id: 'ASC' }),
  schoolings: links.rows(Schooling, { from: 'DESC', id: 'ASC' }),
  protectionEntries: links.rows(ProtectionEntry, { registeredOn: 'DESC', id: 'ASC' }),
});

export type ChildFamilyContext = SectorContext<ReturnType<typeof childFamilyLoaders>>;
