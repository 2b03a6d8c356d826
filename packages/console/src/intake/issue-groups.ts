import type { IssueCode } from '../generated/operations.js';

/** The issues as they stand on the sheet, by what they are about: so that one of forty is found. Our own order. */
export const issueGroups: readonly { readonly name: string; readonly codes: readonly IssueCode[] }[] = [
  {
    name: '健康・障がい・介護',
    codes: [
      'ILLNESS',
      'INJURY',
      'DISABILITY_CERTIFIED',
      'DISABILITY_SUSPECTED',
      'MENTAL_HEALTH',
      'SUICIDE_RISK',
      'CARE_NEED',
      'DEMENTIA',
      'NO_MEDICAL_CARE',
    ],
  },
  {
    name: '住まい・お金',
    codes: [
      'HOUSING_UNSTABLE',
      'HOMELESS',
      'TRANSFER_HOUSE',
      'UNSANITARY',
      'POVERTY',
      'DEBT',
      'ARREARS',
      'MONEY_MANAGEMENT',
      'DISASTER',
    ],
  },
  {
    name: '仕事・学び',
    codes: ['JOB_SEARCH', 'JOB_RETENTION', 'LOW_EDUCATION', 'SCHOOL_REFUSAL', 'ABILITY'],
  },
  {
    name: '家族・子ども',
    codes: [
      'FAMILY_RELATION',
      'SINGLE_PARENT',
      'CHILD_REARING',
      'YOUNG_CARER',
      'DOUBLE_CARE',
      'EIGHTY_FIFTY',
      'DV_ABUSE',
      'ECONOMIC_ABUSE',
    ],
  },
  {
    name: 'くらし・人とのつながり',
    codes: [
      'ISOLATION',
      'HIKIKOMORI',
      'LIFESTYLE',
      'COMMUNICATION',
      'LANGUAGE',
      'FOREIGN_NATIONALITY',
      'DELINQUENCY',
      'EX_OFFENDER',
      'SERVICE_REFUSAL',
      'EXCESSIVE_COMPLAINT',
      'NEIGHBOR',
      'PET',
      'OTHER',
    ],
  },
];
