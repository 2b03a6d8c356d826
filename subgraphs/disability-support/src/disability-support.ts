import { defineSector } from '@kasane/subgraph-kit';
import { sectorId } from '@kasane/vocabulary';
import { AbuseIntake } from './abuse-intake/abuse-intake.js';
import { AbuseIntakeResolver } from './abuse-intake/abuse-intake-resolver.js';
import { BenefitDecision } from './benefit-decision/benefit-decision.js';
import { BenefitDecisionResolver } from './benefit-decision/benefit-decision-resolver.js';
import { CertificateResolver } from './certificate/certificate-resolver.js';
import { DisabilityCertificate } from './certificate/disability-certificate.js';
import { ConsiderationSheet } from './consideration-sheet/consideration-sheet.js';
import { ConsiderationSheetResolver } from './consideration-sheet/consideration-sheet-resolver.js';
import { consultationMethodResolvers, consultationMethodSdl } from './consultation/consultation-method.js';
import { DisabilityConsultation } from './consultation/disability-consultation.js';
import { DisabilityConsultationResolver } from './consultation/disability-consultation-resolver.js';
import { DisabilitySupportRecord } from './disability-support-record.js';
import { DoctorOpinion } from './doctor-opinion/doctor-opinion.js';
import { DoctorOpinionResolver } from './doctor-opinion/doctor-opinion-resolver.js';
import { disabilitySupportLoaders } from './loaders.js';
import { MedicalCare } from './medical/medical-care.js';
import { MedicalCareResolver } from './medical/medical-care-resolver.js';
import { DisabilitySupportTables1763770001000, FurtherRecords1763770031000 } from './migrations.js';
import { PlanMonitoring } from './plan-monitoring/plan-monitoring.js';
import { PlanMonitoringResolver } from './plan-monitoring/plan-monitoring-resolver.js';
import { seed } from './seed/seed.js';
import { ServiceUsePlan } from './service-use-plan/service-use-plan.js';
import { ServiceUsePlanResolver } from './service-use-plan/service-use-plan-resolver.js';
import { DisabilitySupportCategory } from './support-category/disability-support-category.js';
import { SupportCategoryResolver } from './support-category/support-category-resolver.js';

/** 基幹相談支援センター: the disability-support system as a subgraph. */
export const disabilitySupport = defineSector({
  sector: sectorId('disability-support'),
  record: DisabilitySupportRecord,
  resolvers: [
    CertificateResolver,
    SupportCategoryResolver,
    DoctorOpinionResolver,
    BenefitDecisionResolver,
    ConsiderationSheetResolver,
    ServiceUsePlanResolver,
    PlanMonitoringResolver,
    DisabilityConsultationResolver,
    AbuseIntakeResolver,
    MedicalCareResolver,
  ],
  extraSdl: consultationMethodSdl,
  extraResolvers: consultationMethodResolvers,
  entities: [
    DisabilityCertificate,
    DisabilitySupportCategory,
    DoctorOpinion,
    BenefitDecision,
    ConsiderationSheet,
    ServiceUsePlan,
    PlanMonitoring,
    DisabilityConsultation,
    AbuseIntake,
    MedicalCare,
  ],
  migrations: [DisabilitySupportTables1763770001000, FurtherRecords1763770031000],
  loaders: disabilitySupportLoaders,
  seed,
});
