import { Category } from '@kasane/vocabulary';

/** The tables of each sector that hold records of a person, and the category of what is in them. */
export const sectorTables: Readonly<Record<string, Readonly<Record<string, Category>>>> = {
  'elder-care': {
    contact_log: Category.NOTES,
    responsibility: Category.INVOLVEMENT,
    kg_hihokensha: Category.CARE_CERT,
    kg_nintei: Category.CARE_CERT,
    kg_ikensho: Category.CARE_HEALTH,
    kg_keikaku: Category.CARE_PLAN,
    kg_keikaku_needs: Category.CARE_PLAN,
    kg_tanto_kaigi: Category.CARE_PLAN,
    kg_kyotaku_todoke: Category.CARE_PLAN,
    kg_service_riyo: Category.CARE_SERVICE,
    hk_byoreki: Category.CARE_HEALTH,
    hk_kihon_checklist: Category.CARE_HEALTH,
    hk_kihon_joho: Category.CARE_PLAN,
    hk_sogo_sodan: Category.NOTES,
    hk_kenri_yogo: Category.RIGHTS_ADVOCACY,
  },
  'disability-support': {
    contact_log: Category.NOTES,
    responsibility: Category.INVOLVEMENT,
    disability_certificate: Category.DISABILITY_CERT,
    disability_support_category: Category.DISABILITY_CERT,
    doctor_opinion: Category.MEDICAL,
    benefit_decision: Category.DISABILITY_SERVICE,
    consideration_sheet: Category.DISABILITY_SERVICE,
    service_use_plan: Category.DISABILITY_PLAN,
    plan_monitoring: Category.DISABILITY_PLAN,
    disability_consultation: Category.NOTES,
    abuse_intake: Category.ABUSE,
    medical_care: Category.MEDICAL,
  },
  'child-family': {
    contact_log: Category.NOTES,
    responsibility: Category.INVOLVEMENT,
    maternal_record: Category.MATERNAL_HEALTH,
    mch_handbook: Category.MATERNAL_HEALTH,
    infant_checkup: Category.CHILD_HEALTH,
    vaccination: Category.CHILD_HEALTH,
    child_consultation: Category.NOTES,
    child_support_plan: Category.CHILD_SUPPORT_PLAN,
    young_carer_record: Category.YOUNG_CARER,
    schooling: Category.SCHOOL,
    joint_case_conference: Category.CHILD_SUPPORT_PLAN,
    child_protection_case: Category.CHILD_PROTECTION,
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

/**
 * What every table of records has, by the name that an existing system gave it: so that a world can speak of `id`,
 * `local_id`, `also_about` and `seal` whosever table it is.
 */
export const ownNames: Readonly<Record<string, string>> = {
  seiri_no: 'id',
  hihokensha_no: 'local_id',
  kanren_hihokensha_no: 'also_about',
  kokai_seigen: 'seal',
};
