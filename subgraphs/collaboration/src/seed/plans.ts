import { household, person, staffById } from '@kasane/sample-municipality';
import { startOfJapanDay } from '@kasane/vocabulary';
import { PlanItemState, PlanKind, PlanState } from '../plan/plan-state.js';
import type { PlanWords } from '../plan/plan-tables.js';

interface SamplePlan {
  readonly id: string;
  readonly household: string;
  readonly kind: PlanKind;
  readonly draftedOn: string;
  /** When it was decided, and on which consents; a draft was not. */
  readonly decided?: {
    readonly on: string;
    readonly conference: string;
    readonly consents: readonly string[];
  };
  readonly words: PlanWords;
}

const ids = (...keys: readonly string[]): PlanWords['persons'] => keys.map((key) => person(key).id);

const by = (staff: string): Pick<PlanWords['items'][number], 'office' | 'staff'> => {
  const { office, staffId } = staffById(staff);
  return { office, staff: staffId };
};

const all: readonly SamplePlan[] = [
  {
    id: 'plan-h12',
    household: 'H12',
    kind: PlanKind.MULTI_AGENCY,
    draftedOn: '2026-06-01',
    decided: {
      on: '2026-06-15',
      conference: '重層的支援会議 令和8年度第3回',
      consents: ['consent-h12-child', 'consent-h12-self', 'consent-h12-spouse'],
    },
    words: {
      persons: ids('h12-self', 'h12-spouse', 'h12-child'),
      from: '2026-06-15',
      until: '2027-05-31',
      personWishes: '今の家で三人で暮らしたい。通院を忘れないようにしたい。',
      householdWishes: '息子が外に出られる日を少しずつ増やしたい。',
      issues: [
        { issue: null, words: '薬の飲み忘れがあり、通院の日を間違える。' },
        { issue: null, words: '日中に出かける場がない。' },
      ],
      longTermGoal: '三人とも体調を崩さずに、今の家で暮らし続ける。',
      shortTermGoals: ['通院と服薬が続く。', '週に一度、家の外で過ごす。'],
      items: [
        {
          ...by('kato-elder-care-worker'),
          content: '訪問による服薬と通院の確認',
          frequency: '月2回',
          dueOn: '2027-03-31',
          ownEffort: '薬の袋に日付を書く。',
          persons: ids('h12-self', 'h12-spouse'),
        },
        {
          ...by('kato-shougai-worker'),
          content: '日中活動の見学への同行',
          frequency: '月1回',
          dueOn: '2027-02-26',
          ownEffort: '行ける日を前の日に電話で伝える。',
          persons: ids('h12-child'),
        },
        {
          ...by('kato-keikaku-worker'),
          content: 'サービス等利用計画の見直し',
          frequency: '3か月に1回',
          dueOn: '2027-03-31',
          ownEffort: null,
          persons: ids('h12-child'),
        },
      ],
      monitoringOn: ['2026-12-15', '2027-04-15'],
      consentReference: 'プラン兼利用申込書(令和8年6月15日署名)',
    },
  },
  {
    id: 'plan-h03',
    household: 'H03',
    kind: PlanKind.PARTICIPATION,
    draftedOn: '2026-11-02',
    words: {
      persons: ids('h03-mother', 'h03-preschooler'),
      from: '2026-12-01',
      until: '2027-09-30',
      personWishes: '治療の間、子どもの預け先がほしい。',
      householdWishes: null,
      issues: [{ issue: null, words: '退院後に頼れる人が近くにいない。' }],
      longTermGoal: '治療を続けながら、親子で地域に居場所を持つ。',
      shortTermGoals: ['月に一度、親子の集まりに参加する。'],
      items: [
        {
          ...by('kato-kodomo-worker'),
          content: '親子の集まりへの同行と紹介',
          frequency: '月1回',
          dueOn: '2027-03-31',
          ownEffort: null,
          persons: ids('h03-mother', 'h03-preschooler'),
        },
      ],
      monitoringOn: ['2027-03-01'],
      consentReference: null,
    },
  },
];

const { office: officeCode, staffId } = staffById('kato-coordinator');
const writer = { officeCode, staffId };

const stepsOf = ({ draftedOn, decided }: SamplePlan) => [
  { to: PlanState.DRAFT, on: draftedOn, conferenceId: null, consentIds: [] as readonly string[] },
  ...(decided
    ? [
        { to: PlanState.PROPOSED, on: draftedOn, conferenceId: null, consentIds: [] },
        {
          to: PlanState.DECIDED,
          on: decided.on,
          conferenceId: decided.conference,
          consentIds: decided.consents,
        },
      ]
    : []),
];

export const plans = all.map(({ id, household: key, kind, draftedOn, decided, words }) => ({
  id,
  caseId: `case-${key.toLowerCase()}`,
  householdId: household(key).id,
  kind,
  state: decided ? PlanState.DECIDED : PlanState.DRAFT,
  version: decided ? 3 : 1,
  wordsVersion: 1,
  persons: words.persons,
  from: words.from,
  until: words.until,
  nextMonitoringOn: decided ? (words.monitoringOn[0] ?? null) : null,
  replacesId: null,
  draftedAt: startOfJapanDay(draftedOn),
}));

export const planVersions = all.map(({ id, words, draftedOn }) => ({
  planId: id,
  version: 1,
  words,
  ...writer,
  at: startOfJapanDay(draftedOn),
}));

export const planEvents = all.flatMap((plan) =>
  stepsOf(plan).map(({ on, ...step }, at) => ({
    ...step,
    planId: plan.id,
    version: at + 1,
    reason: null,
    ...writer,
    at: startOfJapanDay(on),
  })),
);

export const planItems = all.flatMap(({ id, decided, words }) =>
  decided
    ? words.items.map(({ office, staff, ...item }, position) => ({
        ...item,
        id: `${id}-item-${position + 1}`,
        planId: id,
        position,
        officeCode: office,
        staffId: staff,
        state: PlanItemState.GIVEN,
        version: 1,
        givenAt: startOfJapanDay(decided.on),
      }))
    : [],
);
