import { isEmpty, seedSectorTables } from '@kasane/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { person, sampleSector } from '@kasane/sample-municipality';
import { sectorId } from '@kasane/vocabulary';
import { InfantCheckup } from '../checkup/infant-checkup.js';
import { ChildConsultation } from '../consultation/child-consultation.js';
import { JointCaseConference } from '../joint-conference/joint-case-conference.js';
import { MaternalRecord } from '../maternal/maternal-record.js';
import { MchHandbook } from '../mch-handbook/mch-handbook.js';
import { ProtectionEntry } from '../protection/protection-entry.js';
import { ChildProtectionCase } from '../protection-case/child-protection-case.js';
import { Schooling } from '../schooling/schooling.js';
import { ChildSupportPlan } from '../support-plan/child-support-plan.js';
import { Vaccination } from '../vaccination/vaccination.js';
import { YoungCarerRecord } from '../young-carer/young-carer-record.js';
import { contacts } from './contacts.js';
import { fileNumbers } from './file-numbers.js';
import { maternalRecords, vaccinations } from './maternal-records.js';
import { consultations, jointConferences, protectionCases } from './protection-records.js';
import {
  checkups,
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
  await manager.insert(MaternalRecord, [...maternalRecords]);
  await manager.insert(MchHandbook, [...mchHandbooks]);
  await manager.insert(InfantCheckup, [...checkups]);
  await manager.insert(Vaccination, [...vaccinations]);
  await manager.insert(ChildConsultation, [...consultations]);
  await manager.insert(ChildSupportPlan, [...supportPlans]);
  await manager.insert(YoungCarerRecord, [...youngCarerRecords]);
  await manager.insert(Schooling, schoolings.map(asOnTheRoll));
  await manager.insert(JointCaseConference, [...jointConferences]);
  await manager.insert(ChildProtectionCase, [...protectionCases]);
  await manager.insert(ProtectionEntry, [...protectionEntries]);
}

const keyOf = new Map<string, string>(Object.entries(fileNumbers).map(([key, number]) => [number, key]));

/** The grades of the sample are those of the school year 2026. */
const asOnTheRoll = (row: (typeof schoolings)[number]) => ({
  ...row,
  schoolYear: row.grade === null ? null : 2026,
  birthDate: person(keyOf.get(row.localId) ?? '').birthDate,
});
