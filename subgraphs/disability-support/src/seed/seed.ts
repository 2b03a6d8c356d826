import { isEmpty, seedSectorTables } from '@kasane/subgraph-kit';
import { sampleSector } from '@kasane/sample-municipality';
import { sectorId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { BenefitDecision } from '../benefit-decision/benefit-decision.js';
import { DisabilityCertificate } from '../certificate/disability-certificate.js';
import { MedicalCare } from '../medical/medical-care.js';
import { ServiceUsePlan } from '../service-use-plan/service-use-plan.js';
import { DisabilitySupportCategory } from '../support-category/disability-support-category.js';
import { contacts } from './contacts.js';
import {
  benefitDecisions,
  certificates,
  clientNumbers,
  medicalCare,
  serviceUsePlans,
  supportCategories,
} from './records.js';

/** Fills an empty database with the sample municipality's disability-support records. */
export async function seed(manager: EntityManager): Promise<void> {
  if (!(await isEmpty(manager))) return;
  await seedSectorTables(manager, sampleSector(sectorId('disability-support'), clientNumbers, contacts));
  await manager.insert(DisabilityCertificate, [...certificates]);
  await manager.insert(DisabilitySupportCategory, [...supportCategories]);
  await manager.insert(BenefitDecision, [...benefitDecisions]);
  await manager.insert(ServiceUsePlan, [...serviceUsePlans]);
  await manager.insert(MedicalCare, [...medicalCare]);
}
