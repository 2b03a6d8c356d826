import {
  Category,
  ConsentEffect,
  ConsentExpression,
  ConsentState,
  defaultRegistry,
  endOfJapanDay,
  GrantorRelation,
  officeCode,
  personId,
  Purpose,
  Role,
  sectorId,
  Tier,
} from '@kasane/vocabulary';
import { subjectAccessReport, type AccessReportInput } from './access-report.js';
import { consentForm } from './consent-form/consent-form.js';
import type { ConsentDraft } from './consent-form/consent-form-input.js';
import type { Directory, Issuer, Notice, PrintedRule } from './input.js';
import type { DocumentLanguage } from './language.js';
import { consentReceipt } from './receipt/consent-receipt.js';
import type { ReceiptSource } from './receipt/receipt-record.js';
import { refusalForm } from './refusal-form.js';
import { withdrawalForm } from './withdrawal-form.js';

/** All kanji have readings, so that a test can ask for a reading over every one. */
export const issuer: Issuer = {
  municipality: { name: '加東市', kana: 'かとうし', localGovernmentCode: '282286' },
  contact: {
    name: '福祉総務課（重層担当）',
    kana: 'ふくしそうむか（じゅうそうたんとう）',
    address: { name: '加東市見本50番地', kana: 'かとうしみほん50ばんち' },
    phone: '0795-00-0000',
    hours: { name: '平日 8:30〜17:15', kana: 'げつようびから きんようび' },
  },
};

const sectorReadings: Readonly<Record<string, string>> = {
  collaboration: 'たきかんきょうどう',
  'elder-care': 'ちいきほうかつしえんセンター（かいご）',
  'disability-support': 'きかんそうだんしえんセンター（しょうがい）',
  'child-family': 'こどもかていセンター（こそだて）',
  'livelihood-support': 'せいかつサポートそうだんまどぐち（せいかつこんきゅう）',
};

export const directory: Directory = {
  sectors: defaultRegistry.map(({ id, name, categories }) => ({
    id,
    name: name.ja,
    kana: sectorReadings[id],
    categories,
  })),
  offices: [
    {
      code: officeCode('kato-fukushi-somu'),
      name: '福祉総務課（重層担当）',
      kana: 'ふくしそうむか（じゅうそうたんとう）',
    },
    {
      code: officeCode('kato-korei-kaigo'),
      name: '高齢介護課（地域包括支援センター）',
      kana: 'こうれいかいごか（ちいきほうかつしえんセンター）',
    },
    {
      code: officeCode('kato-shakai-fukushi-shougai'),
      name: '社会福祉課（障害）',
      kana: 'しゃかいふくしか（しょうがい）',
    },
  ],
};

export const notice: Notice = { id: 'kato-consent-notice', version: '2026-04' };

export const toCoordinators: PrintedRule = {
  effect: ConsentEffect.PERMIT,
  categories: [
    Category.INVOLVEMENT,
    Category.MATERNAL_HEALTH,
    Category.CHILD_SUPPORT_PLAN,
    Category.SCHOOL,
    Category.LIVELIHOOD_INTAKE,
    Category.FINANCE,
    Category.HOUSING,
  ],
  sourceSectors: [sectorId('child-family'), sectorId('livelihood-support')],
  recipientOffices: [officeCode('kato-fukushi-somu')],
  recipientRoles: [Role.COORDINATOR],
};

export const basicsToOffices: PrintedRule = {
  effect: ConsentEffect.PERMIT,
  categories: [Category.IDENTITY, Category.HOUSEHOLD, Category.LANGUAGE_NEEDS],
  sourceSectors: [sectorId('collaboration')],
  recipientOffices: [officeCode('kato-korei-kaigo'), officeCode('kato-shakai-fukushi-shougai')],
  recipientRoles: [],
};

export const notTheNotes: PrintedRule = {
  effect: ConsentEffect.DENY,
  categories: [Category.NOTES],
  sourceSectors: [sectorId('livelihood-support')],
  recipientOffices: [officeCode('kato-korei-kaigo')],
  recipientRoles: [],
};

export const subject = {
  name: 'グエン ティ ホア',
  kana: 'グエン ティ ホア',
  birthDate: '1984-07-19',
} as const;

export const draft: ConsentDraft = {
  subject,
  grantors: [{ name: 'グエン ティ ホア', kana: 'グエン ティ ホア', relation: GrantorRelation.SELF }],
  purposes: [Purpose.CONSULTATION, Purpose.PLAN_MAKING, Purpose.SERVICE_COORDINATION, Purpose.CONFERENCE],
  rules: [toCoordinators, basicsToOffices, notTheNotes],
  validFrom: '2026-11-22',
  validUntil: '2027-11-21',
  expression: ConsentExpression.WRITTEN,
  explanation: {
    by: { name: '見本 花子', kana: 'みほん はなこ' },
    office: { name: '福祉総務課（重層担当）', kana: 'ふくしそうむか（じゅうそうたんとう）' },
    on: '2026-11-22',
    language: 'ja-simple',
    interpreter: { name: '例示 一郎', kana: 'れいじ いちろう' },
  },
};

export const receipt: ReceiptSource = {
  issuer,
  directory,
  retention: { name: '終わった日から5年', kana: 'おわった ひから 5ねん' },
  record: {
    id: 'c-5d0f6a4be1c2a9d1f3b7',
    schemaVersion: '27560-1',
    subject: { id: personId('p-6f4qw8fc'), ...subject },
    grantors: draft.grantors,
    notice: { ...notice, language: 'ja-simple', hash: '9f86d081884c7d65' },
    purposes: draft.purposes,
    rules: [
      { ...toCoordinators, maxTier: Tier.T3 },
      { ...basicsToOffices, maxTier: Tier.T1 },
      { ...notTheNotes, maxTier: Tier.T3 },
    ],
    validFrom: new Date('2026-11-22T01:30:00Z'),
    validUntil: endOfJapanDay('2027-11-21'),
    supersedesId: null,
    events: [
      {
        at: new Date('2026-11-22T01:30:00Z'),
        state: ConsentState.GIVEN,
        expression: ConsentExpression.ORAL_IN_PERSON,
        expressedBy: 'グエン ティ ホア',
        recordedBy: 'kato-coordinator',
        witnesses: ['みほん はなこ', 'れいじ いちろう'],
      },
    ],
  },
};

const parties = directory.sectors.map(({ name, kana }) => ({ name, kana }));
const [collaboration, , , childFamily] = parties.map(({ name }) => name);

export const accessReport: Omit<AccessReportInput, 'language'> = {
  issuer,
  subject,
  period: { from: '2026-06-01', to: '2026-11-22' },
  issuedOn: '2026-11-22',
  parties,
  lines: [
    {
      date: '2026-11-20',
      party: childFamily ?? '',
      office: { name: '福祉総務課（重層担当）', kana: 'ふくしそうむか（じゅうそうたんとう）' },
      staff: { name: '見本 花子', kana: 'みほん はなこ' },
      purpose: Purpose.SERVICE_COORDINATION,
      categories: [Category.SCHOOL, Category.CHILD_SUPPORT_PLAN],
      basis: { name: '本人の同意', kana: 'ほんにんの どうい' },
      outcome: 'PERMITTED',
    },
    {
      date: '2026-11-20',
      party: childFamily ?? '',
      office: { name: '社会福祉課（障害）', kana: 'しゃかいふくしか（しょうがい）' },
      staff: { name: 'kato-disability-worker' },
      purpose: Purpose.CONSULTATION,
      categories: [Category.NOTES],
      outcome: 'DENIED',
    },
    {
      date: '2026-11-02',
      party: collaboration ?? '',
      office: {
        name: '高齢介護課（地域包括支援センター）',
        kana: 'こうれいかいごか（ちいきほうかつしえんセンター）',
      },
      purpose: Purpose.CONFERENCE,
      categories: [Category.IDENTITY, Category.HOUSEHOLD],
      basis: {
        name: '支援会議（社会福祉法 第106条の6）',
        kana: 'しえんかいぎ（しゃかいふくしほう だい106じょうの6）',
      },
      outcome: 'PERMITTED',
    },
    {
      date: '2026-11-22',
      party: collaboration ?? '',
      office: { name: '福祉総務課（重層担当）', kana: 'ふくしそうむか（じゅうそうたんとう）' },
      staff: { name: '見本 花子', kana: 'みほん はなこ' },
      purpose: Purpose.CONSULTATION,
      categories: [Category.CONSENT],
      basis: { name: '自機関の担当業務', kana: 'じぶんの しごと' },
      kind: 'CHANGE',
      outcome: 'PERMITTED',
    },
  ],
};

/** Every document there is, blank and filled in. */
export const everyDocument = (language: DocumentLanguage): Readonly<Record<string, string>> => {
  const form = { issuer, directory, notice, language };
  const { subject, grantors, rules, explanation } = draft;
  return {
    'blank consent form': consentForm(form),
    'consent form': consentForm({ ...form, draft }),
    'blank refusal form': refusalForm(form),
    'refusal form': refusalForm({ ...form, draft: { subject, grantors, rules, explanation } }),
    'blank withdrawal form': withdrawalForm({ issuer, language }),
    'withdrawal form': withdrawalForm({
      issuer,
      language,
      draft: { subject, grantors, consent: { id: receipt.record.id, givenOn: '2026-11-22' } },
    }),
    ...Object.fromEntries(
      Object.values(ConsentState).map((state) => [
        `receipt of ${state}`,
        consentReceipt({ ...receiptOf(state), language, issuedOn: '2026-11-23' }),
      ]),
    ),
    'access report': subjectAccessReport({ ...accessReport, language }),
  };
};

/** The receipt of a record whose last event is of the given state. */
export const receiptOf = (state: ConsentState): ReceiptSource => ({
  ...receipt,
  record: {
    ...receipt.record,
    events: receipt.record.events.map((event) => ({ ...event, state })),
  },
});
