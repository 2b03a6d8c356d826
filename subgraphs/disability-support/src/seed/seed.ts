import { isEmpty, seedSectorTables } from '@kasane/subgraph-kit';
import { sampleSector } from '@kasane/sample-municipality';
import { sectorId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { AbuseIntake } from '../abuse-intake/abuse-intake.js';
import { BenefitDecision } from '../benefit-decision/benefit-decision.js';
import { DisabilityCertificate } from '../certificate/disability-certificate.js';
import { ConsiderationSheet } from '../consideration-sheet/consideration-sheet.js';
import { DisabilityConsultation } from '../consultation/disability-consultation.js';
import { DoctorOpinion } from '../doctor-opinion/doctor-opinion.js';
import { MedicalCare } from '../medical/medical-care.js';
import { PlanMonitoring } from '../plan-monitoring/plan-monitoring.js';
import { ServiceUsePlan } from '../service-use-plan/service-use-plan.js';
import { DisabilitySupportCategory } from '../support-category/disability-support-category.js';
import {
  abuseIntakes,
  considerationSheets,
  consultations,
  doctorOpinions,
  planMonitorings,
} from './assessments.js';
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
  await manager.insert(DoctorOpinion, [...doctorOpinions]);
  await manager.insert(ConsiderationSheet, [...considerationSheets]);
  await manager.insert(PlanMonitoring, [...planMonitorings]);
  await manager.insert(DisabilityConsultation, [...consultations]);
  await manager.insert(AbuseIntake, [...abuseIntakes]);
  await manager.insert(MedicalCare, [...medicalCare]);
}
