import { Category } from '@kasane/vocabulary';

/** The tables of each sector that hold records of a person, and the category of what is in them. */
export const sectorTables: Readonly<Record<string, Readonly<Record<string, Category>>>> = {
  'elder-care': {
    contact_log: Category.NOTES,
    responsibility: Category.INVOLVEMENT,
    care_need_certification: Category.CARE_CERT,
    care_plan: Category.CARE_PLAN,
    care_service_use: Category.CARE_SERVICE,
  },
  'disability-support': {
    contact_log: Category.NOTES,
    responsibility: Category.INVOLVEMENT,
    disability_certificate: Category.DISABILITY_CERT,
    disability_support_category: Category.DISABILITY_CERT,
    benefit_decision: Category.DISABILITY_SERVICE,
    service_use_plan: Category.DISABILITY_PLAN,
    medical_care: Category.MEDICAL,
  },
  'child-family': {
    contact_log: Category.NOTES,
    responsibility: Category.INVOLVEMENT,
    mch_handbook: Category.MATERNAL_HEALTH,
    infant_checkup: Category.CHILD_HEALTH,
    child_support_plan: Category.CHILD_SUPPORT_PLAN,
    young_carer_record: Category.YOUNG_CARER,
    schooling: Category.SCHOOL,
    protection_entry: Category.CHILD_PROTECTION,
  },
  'livelihood-support': {
    contact_log: Category.NOTES,
    responsibility: Category.INVOLVEMENT,
    livelihood_intake: Category.LIVELIHOOD_INTAKE,
    livelihood_plan: Category.LIVELIHOOD_PLAN,
    employment_support: Category.EMPLOYMENT,
    housing_security_benefit: Category.HOUSING,
    finance_improvement: Category.FINANCE,
    residential_support: Category.HOUSING,
    other_support: Category.LIVELIHOOD_PLAN,
    household_finance: Category.FINANCE,
    household_housing: Category.HOUSING,
  },
};
