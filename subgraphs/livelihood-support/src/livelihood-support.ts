import { defineSector } from '@kasane/subgraph-kit';
import { sectorId } from '@kasane/vocabulary';
import { CsvImports1763770034000 } from './csv/import-tables.js';
import { EmploymentResolver } from './employment/employment-resolver.js';
import { EmploymentSupport } from './employment/employment-support.js';
import { FinanceImprovementResolver } from './finance-improvement/finance-improvement-resolver.js';
import { FinanceImprovement } from './finance-improvement/finance-improvement.js';
import { FinanceResolver } from './finance/finance-resolver.js';
import { HouseholdFinance } from './finance/household-finance.js';
import { HouseholdLivelihoodRecord } from './household-livelihood-record.js';
import { HousingBenefitResolver } from './housing-benefit/housing-benefit-resolver.js';
import { HousingSecurityBenefit } from './housing-benefit/housing-security-benefit.js';
import { HouseholdHousing } from './housing/household-housing.js';
import { HousingResolver } from './housing/housing-resolver.js';
import { IntakeResolver } from './intake/intake-resolver.js';
import { LivelihoodIntake } from './intake/livelihood-intake.js';
import { LivelihoodSupportRecord } from './livelihood-support-record.js';
import { livelihoodSupportLoaders } from './loaders.js';
import { FullRecords1763770024000, LivelihoodSupportTables1763770004000 } from './migrations.js';
import { OtherSupportResolver } from './other-support/other-support-resolver.js';
import { LivelihoodOtherSupport } from './other-support/other-support.js';
import { LivelihoodPlan } from './plan/livelihood-plan.js';
import { PlanResolver } from './plan/plan-resolver.js';
import { ResidentialSupportResolver } from './residential-support/residential-support-resolver.js';
import { ResidentialSupport } from './residential-support/residential-support.js';
import { seed } from './seed/seed.js';

/** 生活サポート相談窓口: the livelihood-support system as a subgraph. */
export const livelihoodSupport = defineSector({
  sector: sectorId('livelihood-support'),
  record: LivelihoodSupportRecord,
  householdRecord: HouseholdLivelihoodRecord,
  resolvers: [
    IntakeResolver,
    PlanResolver,
    EmploymentResolver,
    HousingBenefitResolver,
    FinanceImprovementResolver,
    ResidentialSupportResolver,
    OtherSupportResolver,
    FinanceResolver,
    HousingResolver,
  ],
  entities: [
    LivelihoodIntake,
    LivelihoodPlan,
    EmploymentSupport,
    HousingSecurityBenefit,
    FinanceImprovement,
    ResidentialSupport,
    LivelihoodOtherSupport,
    HouseholdFinance,
    HouseholdHousing,
  ],
  migrations: [LivelihoodSupportTables1763770004000, FullRecords1763770024000, CsvImports1763770034000],
  loaders: livelihoodSupportLoaders,
  seed,
});
