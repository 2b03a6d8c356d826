import type { SectorContext, SectorRequest } from '@kasane/subgraph-kit';
import { BenefitDecision } from './benefit-decision/benefit-decision.js';
import { DisabilityCertificate } from './certificate/disability-certificate.js';
import { MedicalCare } from './medical/medical-care.js';
import { ServiceUsePlan } from './service-use-plan/service-use-plan.js';
import { DisabilitySupportCategory } from './support-category/disability-support-category.js';

/**
 * Each record of each person is read once per request, and only when a permitted field asks for it. Sorted by
 * columns that are never null: PostgreSQL and MariaDB put nulls at opposite ends.
 */
export const disabilitySupportLoaders = ({ links }: SectorRequest) => ({
  certificates: links.rows(DisabilityCertificate, { issuedOn: 'DESC', id: 'ASC' }),
  supportCategories: links.rows(DisabilitySupportCategory, { certifiedOn: 'DESC', id: 'ASC' }),
  benefitDecisions: links.rows(BenefitDecision, { from: 'DESC', id: 'ASC' }),
  serviceUsePlans: links.rows(ServiceUsePlan, { madeOn: 'DESC', id: 'ASC' }),
  medicalCare: links.rows(MedicalCare, { from: 'DESC', id: 'ASC' }),
});

export type DisabilitySupportContext = SectorContext<ReturnType<typeof disabilitySupportLoaders>>;
