import type { SampleContact } from '@kasane/sample-municipality';
import { ContactMethod } from '@kasane/vocabulary';
import * as conference from './conference-records.js';

/** Fictional records of elderly care, after the case examples of the two cities. Persons by their sample keys. */
export const insuredNumbers: Readonly<Record<string, string>> = {
  'h01-father': '9000000101',
  'h01-mother': '9000000102',
  'h02-self': '9000000201',
  // Nobody here is responsible for him: a case of rights advocacy speaks of him.
  'h02-child': '9000000290',
  'h03-grandmother': '9000000301',
  'h06-grandfather': '9000000601',
  'h06-grandmother': '9000000602',
  'b01-self': '9000009101',
  ...conference.insuredNumbers,
};

export const certifications = [
  {
    id: 'cert-h01-father',
    localId: '9000000101',
    appliedOn: '2025-05-26',
    status: 'CERTIFIED',
    levelCode: '22',
    certifiedOn: '2025-06-24',
    validFrom: '2025-05-26',
    validUntil: '2027-05-31',
  },
  {
    id: 'cert-h01-mother',
    localId: '9000000102',
    appliedOn: '2025-05-26',
    status: 'CERTIFIED',
    levelCode: '22',
    certifiedOn: '2025-06-24',
    validFrom: '2025-05-26',
    validUntil: '2027-05-31',
  },
  {
    id: 'cert-h03-grandmother',
    localId: '9000000301',
    appliedOn: '2025-06-16',
    status: 'CERTIFIED',
    levelCode: '12',
    certifiedOn: '2025-07-15',
    validFrom: '2025-06-16',
    validUntil: '2027-06-30',
  },
  {
    id: 'cert-h06-grandfather-2',
    localId: '9000000601',
    appliedOn: '2026-10-05',
    status: 'APPLIED',
    levelCode: null,
    certifiedOn: null,
    validFrom: null,
    validUntil: null,
  },
  {
    id: 'cert-h06-grandfather-1',
    localId: '9000000601',
    appliedOn: '2024-10-07',
    status: 'EXPIRED',
    levelCode: '21',
    certifiedOn: '2024-11-05',
    validFrom: '2024-11-01',
    validUntil: '2026-10-31',
  },
  {
    id: 'cert-h06-grandmother',
    localId: '9000000602',
    appliedOn: '2025-08-18',
    status: 'CERTIFIED',
    levelCode: '23',
    certifiedOn: '2025-09-16',
    validFrom: '2025-08-18',
    validUntil: '2027-08-31',
  },
  {
    id: 'cert-b01-self',
    localId: '9000009101',
    appliedOn: '2025-04-07',
    status: 'CERTIFIED',
    levelCode: '13',
    certifiedOn: '2025-05-02',
    validFrom: '2025-04-07',
    validUntil: '2027-04-30',
  },
  ...conference.certifications,
] as const;

export const carePlans = [
  {
    id: 'plan-h03-grandmother',
    localId: '9000000301',
    madeOn: '2025-08-01',
    careManager: '桐生 美穂',
    wishes: '孫の世話を手伝いながら、自宅で家族と暮らしたい。',
    longTermGoal: '買い物と通院を人の手を借りて続けられる。',
    shortTermGoal: '週1回、体操の集まりに出かける。',
  },
  {
    id: 'plan-h06-grandmother',
    localId: '9000000602',
    madeOn: '2025-10-01',
    careManager: '架空 ケア子',
    wishes: '家族に負担をかけずに暮らしたい。',
    longTermGoal: '自宅で入浴を続けられる。',
    shortTermGoal: '通所介護で週2回入浴する。',
  },
  ...conference.carePlans,
] as const;

export const services = [
  {
    id: 'service-h03-grandmother',
    localId: '9000000301',
    kind: '介護予防通所サービス',
    provider: '架空デイサービス',
    frequency: '週1回',
    from: '2025-08-18',
    to: null,
  },
  {
    id: 'service-h06-grandmother-1',
    localId: '9000000602',
    kind: '通所介護',
    provider: '架空デイサービス',
    frequency: '週2回',
    from: '2025-10-06',
    to: null,
  },
  {
    id: 'service-h06-grandmother-2',
    localId: '9000000602',
    kind: '福祉用具貸与',
    provider: '例示福祉用具',
    frequency: null,
    from: '2025-10-06',
    to: null,
  },
  ...conference.services,
] as const;

/** 総合相談 */
export const contacts: readonly SampleContact[] = [
  {
    person: 'h01-father',
    on: '2025-05-12',
    method: ContactMethod.HOME_VISIT,
    staff: 'aizu-houkatsu-2-worker',
    summary: '居室にごみが多く、歩行が不安定。介護サービスの利用はない。申請を勧める。',
  },
  {
    person: 'h01-mother',
    alsoAbout: ['h01-father'],
    on: '2025-07-22',
    method: ContactMethod.HOME_VISIT,
    staff: 'aizu-houkatsu-2-worker',
    summary: '夫婦とも認定は出たが、家に人を入れたくないとサービスを断る。',
  },
  {
    person: 'h02-self',
    on: '2025-07-01',
    method: ContactMethod.OFFICE_VISIT,
    staff: 'aizu-houkatsu-3-worker',
    summary: '体調不良が続くが受診していない。転居したいと話す。',
  },
  {
    person: 'h03-grandmother',
    on: '2025-06-02',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-elder-care-worker',
    summary: '膝の痛みがあり長く立てない。車の運転はできない。通訳を介して面談。',
  },
  {
    person: 'h06-grandfather',
    on: '2026-10-05',
    method: ContactMethod.PHONE,
    staff: 'kato-elder-care-worker',
    summary: '更新申請を受け付けた。',
  },
  {
    person: 'h06-grandmother',
    alsoAbout: ['h06-grandfather'],
    on: '2026-09-14',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-elder-care-worker',
    summary: '夫の物忘れが進み、夜間に目が離せないとのこと。',
  },
  {
    person: 'b01-self',
    on: '2025-04-07',
    method: ContactMethod.OFFICE_VISIT,
    staff: 'aizu-houkatsu-1-worker',
    summary: '要支援認定の申請を手伝った。',
  },
  ...conference.contacts,
];
