import { isEmpty, seedSectorTables } from '@kasane/subgraph-kit';
import { officeCode, personId, staffId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { Enrolment } from '../enrolment/enrolment.js';

/** Two fictional persons. In production the existing system's own records stand here. */
export const [OLDER, YOUNGER] = [personId('p-older'), personId('p-younger')] as const;
export const OFFICE = officeCode('school-education-office');
export const WORKER = staffId('school-education-worker');

/** Sample records, written once, into an empty database only. */
export async function seed(manager: EntityManager): Promise<void> {
  if (!(await isEmpty(manager))) return;
  await seedSectorTables(manager, {
    localIds: new Map([
      [OLDER, 'L-001'],
      [YOUNGER, 'L-002'],
    ]),
    responsibilities: [
      {
        person: OLDER,
        office: OFFICE,
        staff: WORKER,
        staffName: '見本 教子',
        role: 'LEAD',
        from: '2026-04-01',
      },
    ],
    contacts: [],
    offices: [
      {
        code: OFFICE,
        name: '学校教育 見本窓口',
        address: null,
        kind: 'CITY_DIVISION',
        operationMode: 'CITY_RUN',
        status: 'OPEN',
        cityWide: true,
        districts: [],
      },
    ],
  });
  await manager.insert(Enrolment, [
    { id: 'r-1', localId: 'L-001', alsoAbout: null, from: '2025-04-01', to: '2026-03-31', words: '見本 1' },
    { id: 'r-2', localId: 'L-001', alsoAbout: 'L-002', from: '2026-04-01', to: null, words: '見本 2' },
    { id: 'r-3', localId: 'L-002', alsoAbout: null, from: '2026-04-01', to: null, words: '見本 3' },
  ]);
}
