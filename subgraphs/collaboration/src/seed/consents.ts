import { person } from '@kasane/sample-municipality';
import {
  Category,
  ConsentExpression,
  ConsentState,
  endOfJapanDay,
  GrantorRelation,
  Purpose,
  startOfJapanDay,
} from '@kasane/vocabulary';
import { CONSENT_SCHEMA } from '../consent/consent-service.js';
import { conferenceConsents } from './conference-consents.js';
import {
  AIZU,
  basicsTo,
  by,
  CHILD,
  DISABILITY,
  ELDER,
  KATO,
  LIVELIHOOD,
  toCoordinators,
  WORK,
  type SampleConsent,
} from './consent-forms.js';

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
  ...conferenceConsents,
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

export const consentEvents = all.flatMap(({ id, grantor, on, state, withdrawnOn }) =>
  [
    { on, state: state ?? ConsentState.GIVEN },
    ...(withdrawnOn === undefined ? [] : [{ on: withdrawnOn, state: ConsentState.WITHDRAWN }]),
  ].map((event, at) => ({
    consentId: id,
    seq: at + 1,
    at: startOfJapanDay(event.on),
    state: event.state,
    expression: ConsentExpression.WRITTEN,
    expressedBy: grantor.name,
    recordedBy: 'sample',
    witnesses: [],
  })),
);
