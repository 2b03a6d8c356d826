import { sampleSector } from '@kasane/sample-municipality';
import { isEmpty, seedSectorTables } from '@kasane/subgraph-kit';
import { sectorId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { EmploymentSupport } from '../employment/employment-support.js';
import { FinanceImprovement } from '../finance-improvement/finance-improvement.js';
import { HouseholdFinance } from '../finance/household-finance.js';
import { HousingSecurityBenefit } from '../housing-benefit/housing-security-benefit.js';
import { HouseholdHousing } from '../housing/household-housing.js';
import { LivelihoodIntake } from '../intake/livelihood-intake.js';
import { LivelihoodOtherSupport } from '../other-support/other-support.js';
import { LivelihoodPlan } from '../plan/livelihood-plan.js';
import { ResidentialSupport } from '../residential-support/residential-support.js';
import { finances, homes } from './household-records.js';
import { financeImprovements, otherSupports, residentialSupports } from './programme-records.js';
import { clientNumbers, contacts, employmentSupports, housingBenefits, intakes, plans } from './records.js';

/** Fills an empty database with the sample municipality's livelihood-support records. */
export async function seed(manager: EntityManager): Promise<void> {
  if (!(await isEmpty(manager))) return;
  await seedSectorTables(manager, sampleSector(sectorId('livelihood-support'), clientNumbers, contacts));
  await manager.insert(LivelihoodIntake, [...intakes]);
  await manager.insert(LivelihoodPlan, [...plans]);
  await manager.insert(EmploymentSupport, [...employmentSupports]);
  await manager.insert(HousingSecurityBenefit, [...housingBenefits]);
  await manager.insert(FinanceImprovement, [...financeImprovements]);
  await manager.insert(ResidentialSupport, [...residentialSupports]);
  await manager.insert(LivelihoodOtherSupport, [...otherSupports]);
  await manager.insert(HouseholdFinance, [...finances]);
  await manager.insert(HouseholdHousing, [...homes]);
}
