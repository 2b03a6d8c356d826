import { isEmpty, seedSectorTables } from '@kasane/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { sampleSector } from '@kasane/sample-municipality';
import { sectorId } from '@kasane/vocabulary';
import { InfantCheckup } from '../checkup/infant-checkup.js';
import { MchHandbook } from '../mch-handbook/mch-handbook.js';
import { ProtectionEntry } from '../protection/protection-entry.js';
import { Schooling } from '../schooling/schooling.js';
import { ChildSupportPlan } from '../support-plan/child-support-plan.js';
import { YoungCarerRecord } from '../young-carer/young-carer-record.js';
import { contacts } from './contacts.js';
import {
  checkups,
  fileNumbers,
  mchHandbooks,
  protectionEntries,
  schoolings,
  supportPlans,
  youngCarerRecords,
} from './records.js';

/** Fills an empty database with the sample municipality's child and family records. */
export async function seed(manager: EntityManager): Promise<void> {
  if (!(await isEmpty(manager))) return;
  await seedSectorTables(manager, sampleSector(sectorId('child-family'), fileNumbers, contacts));
  await manager.insert(MchHandbook, [...mchHandbooks]);
  await manager.insert(InfantCheckup, [...checkups]);
  await manager.insert(ChildSupportPlan, [...supportPlans]);
  await manager.insert(YoungCarerRecord, [...youngCarerRecords]);
  await manager.insert(Schooling, [...schoolings]);
  await manager.insert(ProtectionEntry, [...protectionEntries]);
}
