import { person } from '@kasane/sample-municipality';
import {
  Category,
  ConsentEffect,
  ConsentExpression,
  ConsentState,
  endOfJapanDay,
  GrantorRelation,
  officeCode,
  Purpose,
  Role,
  sectorId,
  startOfJapanDay,
  Tier,
  type PersonId,
} from '@kasane/vocabulary';
import type { ConsentRuleFacts } from '@kasane/disclosure';
import { CONSENT_SCHEMA } from '../consent/consent-service.js';

const WORK: readonly Purpose[] = [
  Purpose.CONSULTATION,
  Purpose.ASSESSMENT,
  Purpose.PLAN_MAKING,
  Purpose.SERVICE_COORDINATION,
  Purpose.CONFERENCE,
];
const BASICS = [Category.IDENTITY, Category.HOUSEHOLD, Category.LANGUAGE_NEEDS, Category.INVOLVEMENT];

/** To the coordinators of an office: the office alone would name its privacy officer and operator too. */
const toCoordinators = (
  office: string,
  sectors: readonly string[],
  categories: readonly Category[],
): ConsentRuleFacts => ({
  effect: ConsentEffect.PERMIT,
  categories,
  maxTier: Tier.T3,
  sourceSectors: sectors.map(sectorId),
  recipientOffices: [officeCode(office)],
  recipientRoles: [Role.COORDINATOR],
});

/** Who is in the household and what they are called, to a sector office that works with another member. */
const basicsTo = (...offices: readonly string[]): ConsentRuleFacts => ({
  effect: ConsentEffect.PERMIT,
  categories: BASICS,
  maxTier: Tier.T1,
  sourceSectors: [sectorId('collaboration')],
  recipientOffices: offices.map(officeCode),
  recipientRoles: [Role.SECTOR_WORKER],
});

interface SampleConsent {
  readonly id: string;
  readonly subject: string;
  readonly grantor: { readonly name: string; readonly relation: GrantorRelation; readonly person: PersonId };
  readonly language: string;
  readonly purposes: readonly Purpose[];
  readonly rules: readonly ConsentRuleFacts[];
  readonly on: string;
  readonly until: string;
  readonly state?: typeof ConsentState.GIVEN | typeof ConsentState.REFUSED;
}

const by = (key: string, relation: GrantorRelation = GrantorRelation.SELF): SampleConsent['grantor'] => {
  const { name, id } = person(key);
  return { name, relation, person: id };
};

const ELDER = [
  Category.INVOLVEMENT,
  Category.CARE_CERT,
  Category.CARE_PLAN,
  Category.CARE_SERVICE,
  Category.NOTES,
];
const DISABILITY = [
  Category.INVOLVEMENT,
  Category.DISABILITY_CERT,
  Category.DISABILITY_SERVICE,
  Category.DISABILITY_PLAN,
  Category.NOTES,
];
const CHILD = [
  Category.INVOLVEMENT,
  Category.MATERNAL_HEALTH,
  Category.CHILD_HEALTH,
  Category.CHILD_SUPPORT_PLAN,
  Category.YOUNG_CARER,
  Category.SCHOOL,
  Category.NOTES,
];
const LIVELIHOOD = [
  Category.INVOLVEMENT,
  Category.LIVELIHOOD_INTAKE,
  Category.LIVELIHOOD_PLAN,
  Category.FINANCE,
  Category.EMPLOYMENT,
  Category.HOUSING,
  Category.NOTES,
];
const KATO = 'kato-fukushi-somu';
const AIZU = 'aizu-chiiki-fukushi';

/** H03: the mother, in やさしい日本語, for herself and as parent for her children. The grandmother was not yet asked. */
const mother = (key: string): Pick<SampleConsent, 'grantor' | 'language' | 'purposes' | 'on' | 'until'> => ({
  grantor: by('h03-mother', key === 'h03-mother' ? GrantorRelation.SELF : GrantorRelation.PARENTAL_AUTHORITY),
  language: 'ja-simple',
  purposes: WORK,
  on: '2026-06-01',
  until: '2027-05-31',
});

const all: readonly SampleConsent[] = [
  ...['h03-mother', 'h03-schoolchild', 'h03-preschooler'].map((subject): SampleConsent => ({
    ...mother(subject),
    id: `consent-${subject}`,
    subject,
    rules: [
      toCoordinators(KATO, ['child-family'], CHILD),
      toCoordinators(KATO, ['livelihood-support'], LIVELIHOOD),
      toCoordinators(KATO, ['disability-support'], DISABILITY),
      basicsTo(
        'kato-korei-kaigo',
        'kato-fukushi-somu-jido',
        'kato-shakai-fukushi-shougai',
        'kato-shakai-fukushi-konkyu',
      ),
    ],
  })),
  // H01: the parents consent, the 本人 refuses.
  ...['h01-father', 'h01-mother'].map((subject): SampleConsent => ({
    id: `consent-${subject}`,
    subject,
    grantor: by(subject),
    language: 'ja',
    purposes: WORK,
    rules: [toCoordinators(AIZU, ['elder-care'], ELDER)],
    on: '2026-05-15',
    until: '2027-05-14',
  })),
  {
    id: 'refusal-h01-self',
    subject: 'h01-self',
    grantor: by('h01-self'),
    language: 'ja',
    purposes: WORK,
    rules: [
      toCoordinators(AIZU, ['livelihood-support'], LIVELIHOOD),
      toCoordinators(AIZU, ['disability-support'], DISABILITY),
    ],
    on: '2026-05-15',
    until: '2027-05-14',
    state: ConsentState.REFUSED,
  },
  // H02: for housing, and for nothing else.
  {
    id: 'consent-h02-self',
    subject: 'h02-self',
    grantor: by('h02-self'),
    language: 'ja',
    purposes: [Purpose.SERVICE_COORDINATION, Purpose.PLAN_MAKING],
    rules: [toCoordinators(AIZU, ['livelihood-support'], [Category.HOUSING])],
    on: '2026-07-01',
    until: '2027-06-30',
  },
  // H06: five of six, each for themselves or by the mother.
  ...['h06-mother', 'h06-grandfather', 'h06-grandmother', 'h06-teenager', 'h06-schoolchild'].map(
    (subject): SampleConsent => ({
      id: `consent-${subject}`,
      subject,
      grantor:
        subject === 'h06-teenager' || subject === 'h06-schoolchild'
          ? by('h06-mother', GrantorRelation.PARENTAL_AUTHORITY)
          : by(subject),
      language: 'ja',
      purposes: WORK,
      rules: [
        toCoordinators(KATO, ['elder-care'], ELDER),
        toCoordinators(KATO, ['disability-support'], DISABILITY),
        toCoordinators(KATO, ['child-family'], CHILD),
        toCoordinators(KATO, ['livelihood-support'], LIVELIHOOD),
      ],
      on: '2026-08-04',
      // The teenager is of age on 2027-05-05, and then signs for herself.
      until: subject === 'h06-teenager' ? '2027-05-04' : '2027-08-03',
    }),
  ),
];

export const consents = all.map(({ id, subject, grantor, language, purposes, rules, on, until }) => ({
  id,
  schemaVersion: CONSENT_SCHEMA,
  subjectId: person(subject).id,
  grantors: [grantor],
  noticeId: 'multi-agency',
  noticeVersion: '2026-04',
  noticeLanguage: language,
  purposes,
  rules,
  validFrom: startOfJapanDay(on),
  validUntil: endOfJapanDay(until),
  supersedesId: null,
}));

export const consentEvents = all.map(({ id, grantor, on, state }) => ({
  consentId: id,
  seq: 1,
  at: startOfJapanDay(on),
  state: state ?? ConsentState.GIVEN,
  expression: ConsentExpression.WRITTEN,
  expressedBy: grantor.name,
  recordedBy: 'sample',
  witnesses: [],
}));
