import { isEmpty, seedSectorTables } from '@kasane/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { sampleSector } from '@kasane/sample-municipality';
import { sectorId } from '@kasane/vocabulary';
import { CarePlan } from '../care-plan/care-plan.js';
import { CareNeedCertification } from '../certification/care-need-certification.js';
import { CareServiceUse } from '../service-use/care-service-use.js';
import { carePlans, certifications, contacts, insuredNumbers, services } from './records.js';

/** Fills an empty database with the sample municipality's elderly-care records. */
export async function seed(manager: EntityManager): Promise<void> {
  if (!(await isEmpty(manager))) return;
  await seedSectorTables(manager, sampleSector(sectorId('elder-care'), insuredNumbers, contacts));
  await manager.insert(CareNeedCertification, [...certifications]);
  await manager.insert(CarePlan, [...carePlans]);
  await manager.insert(CareServiceUse, [...services]);
}
