import type { SectorContext, SectorRequest } from '@kasane/subgraph-kit';
import { AbuseIntake } from './abuse-intake/abuse-intake.js';
import { BenefitDecision } from './benefit-decision/benefit-decision.js';
import { DisabilityCertificate } from './certificate/disability-certificate.js';
import { ConsiderationSheet } from './consideration-sheet/consideration-sheet.js';
import { DisabilityConsultation } from './consultation/disability-consultation.js';
import { DoctorOpinion } from './doctor-opinion/doctor-opinion.js';
import { MedicalCare } from './medical/medical-care.js';
import { PlanMonitoring } from './plan-monitoring/plan-monitoring.js';
import { ServiceUsePlan } from './service-use-plan/service-use-plan.js';
import { DisabilitySupportCategory } from './support-category/disability-support-category.js';

/**
 * Each record of each person is read once per request, and only when a permitted field asks for it. Sorted by
 * columns that are never null: PostgreSQL and MariaDB put nulls at opposite ends.
 */
export const disabilitySupportLoaders = ({ links }: SectorRequest) => ({
  certificates: links.rows(DisabilityCertificate, { issuedOn: 'DESC', id: 'ASC' }),
  supportCategories: links.rows(DisabilitySupportCategory, { certifiedOn: 'DESC', id: 'ASC' }),
  doctorOpinions: links.rows(DoctorOpinion, { requestedOn: 'DESC', id: 'ASC' }),
  benefitDecisions: links.rows(BenefitDecision, { from: 'DESC', id: 'ASC' }),
  considerationSheets: links.rows(ConsiderationSheet, { madeOn: 'DESC', id: 'ASC' }),
  serviceUsePlans: links.rows(ServiceUsePlan, { madeOn: 'DESC', id: 'ASC' }),
  planMonitorings: links.rows(PlanMonitoring, { heldOn: 'DESC', id: 'ASC' }),
  consultations: links.rows(DisabilityConsultation, { receivedOn: 'DESC', id: 'ASC' }),
  abuseIntakes: links.rows(AbuseIntake, { receivedOn: 'DESC', id: 'ASC' }),
  medicalCare: links.rows(MedicalCare, { from: 'DESC', id: 'ASC' }),
});

export type DisabilitySupportContext = SectorContext<ReturnType<typeof disabilitySupportLoaders>>;
