import { Category, ConsentState, GrantorRelation } from '@kasane/vocabulary';
import {
  basicsTo,
  by,
  CHILD,
  DISABILITY,
  ELDER,
  KATO,
  LIVELIHOOD,
  toCoordinators,
  toWorkers,
  WORK,
  type SampleConsent,
} from './consent-forms.js';

const { PARENTAL_AUTHORITY } = GrantorRelation;
const form = { language: 'ja', purposes: WORK } as const;
const withMedical = [...DISABILITY, Category.MEDICAL];

/** H07: what the father of the child refuses is what the mother gives. */
const h07 = [
  toCoordinators(KATO, ['child-family'], CHILD),
  toCoordinators(KATO, ['disability-support'], withMedical),
  basicsTo('kato-fukushi-somu-jido', 'kato-shakai-fukushi-shougai'),
];

/** The households after 加東市's list of 支援会議. H05 and H09 have none. */
export const conferenceConsents: readonly SampleConsent[] = [
  // H04: the mother, for herself and her children. A protective measure stands above all of it.
  ...['h04-mother', 'h04-schoolchild', 'h04-preschooler'].map((subject): SampleConsent => ({
    ...form,
    id: `consent-${subject}`,
    subject,
    grantor: subject === 'h04-mother' ? by(subject) : by('h04-mother', PARENTAL_AUTHORITY),
    rules: [
      toCoordinators(KATO, ['child-family'], CHILD),
      toCoordinators(KATO, ['livelihood-support'], LIVELIHOOD),
      basicsTo('kato-fukushi-somu-jido', 'kato-shakai-fukushi-konkyu'),
    ],
    on: '2026-04-06',
    until: '2027-04-05',
  })),
  // H07: the mother gives, for herself and for the child; the father, who has the authority too, refuses for the child.
  ...['h07-mother', 'h07-child'].map((subject): SampleConsent => ({
    ...form,
    id: `consent-${subject}`,
    subject,
    grantor: subject === 'h07-mother' ? by(subject) : by('h07-mother', PARENTAL_AUTHORITY),
    rules: h07,
    on: '2026-05-11',
    until: '2027-05-10',
  })),
  {
    ...form,
    id: 'refusal-h07-child',
    subject: 'h07-child',
    grantor: by('h07-father', PARENTAL_AUTHORITY),
    rules: h07,
    on: '2026-06-08',
    until: '2027-06-07',
    state: ConsentState.REFUSED,
  },
  // H08: for a year, which is over. Nobody asked again.
  ...['h08-self', 'h08-mother'].map((subject): SampleConsent => ({
    ...form,
    id: `consent-${subject}`,
    subject,
    grantor: by(subject),
    rules: [
      toCoordinators(KATO, ['livelihood-support'], LIVELIHOOD),
      toCoordinators(KATO, ['elder-care'], ELDER),
      basicsTo('kato-korei-kaigo', 'kato-shakai-fukushi-konkyu'),
    ],
    on: '2025-09-01',
    until: '2026-08-31',
  })),
  // H10: all of them, with their medical care. What the mother signed for the brother ends when he is of age.
  ...['h10-carer', 'h10-mother', 'h10-brother'].map((subject): SampleConsent => ({
    ...form,
    id: `consent-${subject}`,
    subject,
    grantor: subject === 'h10-brother' ? by('h10-mother', PARENTAL_AUTHORITY) : by(subject),
    rules: [
      toCoordinators(KATO, ['child-family'], CHILD),
      toCoordinators(KATO, ['disability-support'], withMedical),
      basicsTo('kato-fukushi-somu-jido', 'kato-shakai-fukushi-shougai'),
    ],
    on: '2026-07-06',
    until: '2027-07-05',
  })),
  // H11: the mother, for herself and the child; withdrawn within half a year.
  ...['h11-child', 'h11-mother'].map((subject): SampleConsent => ({
    ...form,
    id: `consent-${subject}`,
    subject,
    grantor: subject === 'h11-mother' ? by(subject) : by('h11-mother', PARENTAL_AUTHORITY),
    rules: [
      toCoordinators(KATO, ['child-family'], CHILD),
      toCoordinators(KATO, ['livelihood-support'], LIVELIHOOD),
    ],
    on: '2026-04-20',
    until: '2027-04-19',
    withdrawnOn: '2026-09-30',
  })),
  // H12: all three, to the coordinators and between the two offices.
  ...['h12-self', 'h12-spouse', 'h12-child'].map((subject): SampleConsent => ({
    ...form,
    id: `consent-${subject}`,
    subject,
    grantor: by(subject),
    rules: [
      toCoordinators(KATO, ['elder-care'], ELDER),
      toCoordinators(KATO, ['disability-support'], withMedical),
      toWorkers(['kato-shakai-fukushi-shougai', 'kato-keikaku-sodan'], ['elder-care'], ELDER),
      toWorkers(['kato-korei-kaigo'], ['disability-support'], withMedical),
      basicsTo('kato-korei-kaigo', 'kato-shakai-fukushi-shougai', 'kato-keikaku-sodan'),
      // With the plan, which names what each of the offices does.
      toCoordinators(KATO, ['collaboration'], [Category.SUPPORT_PLAN]),
      toWorkers(
        ['kato-korei-kaigo', 'kato-shakai-fukushi-shougai', 'kato-keikaku-sodan'],
        ['collaboration'],
        [Category.SUPPORT_PLAN],
      ),
    ],
    on: '2026-05-25',
    until: '2027-05-24',
  })),
];
