import { defineSector } from '@kasane/subgraph-kit';
import { sectorId } from '@kasane/vocabulary';
import { BenefitDecision } from './benefit-decision/benefit-decision.js';
import { BenefitDecisionResolver } from './benefit-decision/benefit-decision-resolver.js';
import { CertificateResolver } from './certificate/certificate-resolver.js';
import { DisabilityCertificate } from './certificate/disability-certificate.js';
import { DisabilitySupportRecord } from './disability-support-record.js';
import { disabilitySupportLoaders } from './loaders.js';
import { MedicalCare } from './medical/medical-care.js';
import { MedicalCareResolver } from './medical/medical-care-resolver.js';
import { DisabilitySupportTables1763770001000 } from './migrations.js';
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
    BenefitDecisionResolver,
    ServiceUsePlanResolver,
    MedicalCareResolver,
  ],
  entities: [DisabilityCertificate, DisabilitySupportCategory, BenefitDecision, ServiceUsePlan, MedicalCare],
  migrations: [DisabilitySupportTables1763770001000],
  loaders: disabilitySupportLoaders,
  seed,
});
