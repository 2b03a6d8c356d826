import type { Role } from '@kasane/vocabulary';
import type { CaseStatus, PlanState } from '../generated/operations.js';

/** Something that can be done with a case, and where. */
export interface NextStep {
  readonly label: string;
  readonly why?: string;
  /** Path of the page where it is done; `BEGIN_ASSESSMENT` is done on the case's own page. */
  readonly to: string;
}

export const BEGIN_ASSESSMENT = '#begin-assessment';

export interface CaseToWorkOn {
  readonly id: string;
  readonly status: CaseStatus | null;
  readonly householdId: string | null;
  readonly plans: readonly { readonly id: string | null; readonly state: PlanState | null }[] | null;
}

const livePlans: readonly (PlanState | null)[] = ['DRAFT', 'PROPOSED', 'DECIDED', 'SUSPENDED'];

/**
 * What comes next where the case stands, the usual first. It only guides: what somebody may do is decided by the hub.
 * @example nextSteps({ id: 'c1', status: 'RECEIVED', householdId: null, plans: null }, ['COORDINATOR'])[0]?.label
 */
export function nextSteps(of: CaseToWorkOn, roles: readonly Role[]): readonly NextStep[] {
  const { id, status, householdId, plans } = of;
  const leads = roles.includes('COORDINATOR');
  const plan = plans?.find(({ state }) => livePlans.includes(state))?.id;
  const at = (page: string): string => `/cases/${id}/${page}`;
  const newPlan = { label: 'プランを作る', to: at('plan') };
  const seePlan = { label: 'プランを見る', to: `/plans/${plan}` };
  const conference = { label: '重層的支援会議を開く', to: at('conference') };
  const items = { label: 'プランの実施を記録する', to: '/plan-items' };
  switch (status) {
    case 'RECEIVED':
    case 'TRIAGED':
      return [
        {
          label: 'スクリーニングをする',
          to: at('screening'),
          why: '情報提供で終わるか、引き継ぐか、受け入れるかを決めます。',
        },
        { label: 'ほかの機関につなぐ', to: at('refer') },
      ];
    case 'ACCEPTED':
      return leads
        ? [
            {
              label: 'アセスメントを始める',
              to: BEGIN_ASSESSMENT,
              why: '受理したケースの課題を把握していきます。',
            },
          ]
        : [];
    case 'ASSESSING':
      return [
        { label: '課題を記録する', to: at('issue'), why: '把握した課題を、個人ごと・世帯として記録します。' },
        ...(leads ? [newPlan] : []),
        ...(leads && householdId
          ? [
              {
                label: '支援会議を開く',
                to: `/households/${householdId}/session`,
                why: '同意が得られないときに、法律の根拠で情報を共有します。',
              },
            ]
          : []),
      ];
    case 'PLANNING':
      if (!plan) return leads ? [newPlan] : [];
      return [seePlan, ...(leads ? [conference] : [])];
    case 'PLAN_DECIDED':
    case 'IN_SUPPORT':
      return [
        items,
        ...(plan ? [{ label: 'モニタリングを記録する', to: `/plans/${plan}/monitoring` }, seePlan] : []),
      ];
    case 'MONITORING':
      return plan
        ? [
            { label: '評価する', to: `/plans/${plan}/evaluation`, why: '目標ごと・課題ごとに振り返ります。' },
            { label: 'モニタリングを記録する', to: `/plans/${plan}/monitoring` },
          ]
        : [items];
    case 'EVALUATED':
      return leads
        ? [
            { label: '終結する', to: at('close') },
            ...(plan ? [{ ...seePlan, label: 'プランを作り直す' }] : [newPlan]),
          ]
        : [];
    case 'SUSPENDED':
      return leads ? [{ label: '再開する', to: at('resume') }] : [];
    case 'INFORMATION_ONLY':
    case 'HANDED_OVER':
    case 'CLOSED':
    case 'MOVED_OUT':
    case 'DECEASED':
    case null:
      return [];
  }
}

/** What can be done at any time while the case is open. */
export function anyTime(id: string): readonly NextStep[] {
  const at = (page: string): string => `/cases/${id}/${page}`;
  return [
    { label: '支援経過を書く', to: at('note') },
    { label: '課題を記録する', to: at('issue') },
    { label: 'ほかの機関につなぐ', to: at('refer') },
    { label: '支援体制を見る・変える', to: at('roster') },
    { label: '口頭・書面での提供を記録する', to: at('told') },
    { label: 'アウトリーチ', to: at('outreach') },
    { label: '参加支援', to: at('participation') },
  ];
}

const SUSPENDABLE: readonly (CaseStatus | null)[] = [
  'ASSESSING',
  'PLANNING',
  'PLAN_DECIDED',
  'IN_SUPPORT',
  'MONITORING',
  'EVALUATED',
];
const CLOSABLE: readonly (CaseStatus | null)[] = ['ASSESSING', 'PLANNING', 'EVALUATED', 'SUSPENDED'];

/** How it stops, or ends: for who leads the case. */
export function waysToEnd({ id, status }: CaseToWorkOn, roles: readonly Role[]): readonly NextStep[] {
  if (!roles.includes('COORDINATOR')) return [];
  const at = (page: string): string => `/cases/${id}/${page}`;
  return [
    ...(SUSPENDABLE.includes(status) ? [{ label: '中断する', to: at('suspend') }] : []),
    ...(CLOSABLE.includes(status) ? [{ label: '終結する', to: at('close') }] : []),
    { label: '転出を引き継ぐ', to: at('move-out') },
    { label: '死亡を記録する', to: at('death') },
  ];
}
