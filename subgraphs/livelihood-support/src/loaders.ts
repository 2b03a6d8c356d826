import type { SectorContext, SectorRequest } from '@kasane/subgraph-kit';
import { EmploymentSupport } from './employment/employment-support.js';
import { FinanceImprovement } from './finance-improvement/finance-improvement.js';
import { HouseholdFinance } from './finance/household-finance.js';
import { HousingSecurityBenefit } from './housing-benefit/housing-security-benefit.js';
import { HouseholdHousing } from './housing/household-housing.js';
import { LivelihoodIntake } from './intake/livelihood-intake.js';
import { LivelihoodOtherSupport } from './other-support/other-support.js';
import { LivelihoodPlan } from './plan/livelihood-plan.js';
import { ResidentialSupport } from './residential-support/residential-support.js';

/**
 * Each record of each person is read once per request, and only when a permitted field asks for it. Records of a
 * household are loaded by the member who applied.
 */
export const livelihoodSupportLoaders = ({ links }: SectorRequest) => ({
  intakes: links.rows(LivelihoodIntake, { receivedOn: 'DESC', id: 'ASC' }),
  plans: links.rows(LivelihoodPlan, { madeOn: 'DESC', id: 'ASC' }),
  employmentSupports: links.rows(EmploymentSupport, { from: 'DESC', id: 'ASC' }),
  housingBenefits: links.rows(HousingSecurityBenefit, { decidedOn: 'DESC', id: 'ASC' }),
  financeImprovements: links.rows(FinanceImprovement, { from: 'DESC', id: 'ASC' }),
  residentialSupports: links.rows(ResidentialSupport, { from: 'DESC', id: 'ASC' }),
  otherSupports: links.rows(LivelihoodOtherSupport, { asOf: 'DESC', id: 'ASC' }),
  finances: links.rows(HouseholdFinance, { asOf: 'DESC', id: 'ASC' }),
  homes: links.rows(HouseholdHousing, { asOf: 'DESC', id: 'ASC' }),
});

export type LivelihoodSupportContext = SectorContext<ReturnType<typeof livelihoodSupportLoaders>>;
