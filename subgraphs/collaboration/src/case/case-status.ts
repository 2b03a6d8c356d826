import { registerLabelledEnum } from '@kasane/subgraph-kit';
import type { Label } from '@kasane/vocabulary';

/** Where a case stands, from the first word at a window to its end. A case that is over gives nobody anything. */
export const CaseStatus = {
  RECEIVED: 'RECEIVED',
  TRIAGED: 'TRIAGED',
  INFORMATION_ONLY: 'INFORMATION_ONLY',
  HANDED_OVER: 'HANDED_OVER',
  ACCEPTED: 'ACCEPTED',
  ASSESSING: 'ASSESSING',
  PLANNING: 'PLANNING',
  PLAN_DECIDED: 'PLAN_DECIDED',
  IN_SUPPORT: 'IN_SUPPORT',
  MONITORING: 'MONITORING',
  EVALUATED: 'EVALUATED',
  SUSPENDED: 'SUSPENDED',
  CLOSED: 'CLOSED',
  MOVED_OUT: 'MOVED_OUT',
  DECEASED: 'DECEASED',
} as const;
export type CaseStatus = (typeof CaseStatus)[keyof typeof CaseStatus];

export const caseStatusLabels: Readonly<Record<CaseStatus, Label>> = {
  RECEIVED: { ja: '相談受付', en: 'received' },
  TRIAGED: { ja: 'スクリーニング済', en: 'screened' },
  INFORMATION_ONLY: { ja: '情報提供のみで終了', en: 'ended with information given' },
  HANDED_OVER: { ja: 'つなぎ済', en: 'handed over to another office' },
  ACCEPTED: { ja: '多機関協働で受理', en: 'accepted into multi-agency collaboration' },
  ASSESSING: { ja: 'アセスメント中', en: 'assessing' },
  PLANNING: { ja: 'プラン作成中', en: 'plan being made' },
  PLAN_DECIDED: { ja: 'プラン決定', en: 'plan decided' },
  IN_SUPPORT: { ja: '支援中', en: 'in support' },
  MONITORING: { ja: 'モニタリング中', en: 'being monitored' },
  EVALUATED: { ja: '評価済', en: 'evaluated' },
  SUSPENDED: { ja: '中断', en: 'suspended' },
  CLOSED: { ja: '終結', en: 'closed' },
  MOVED_OUT: { ja: '転出引継', en: 'handed over to another municipality' },
  DECEASED: { ja: '死亡', en: 'ended by death' },
};

registerLabelledEnum(
  CaseStatus,
  'CaseStatus',
  { ja: 'ケースの状態', en: 'where a case stands' },
  caseStatusLabels,
);

const { TRIAGED, INFORMATION_ONLY, HANDED_OVER, ACCEPTED, ASSESSING, PLANNING } = CaseStatus;
const { PLAN_DECIDED, IN_SUPPORT, MONITORING, EVALUATED, SUSPENDED, CLOSED, MOVED_OUT, DECEASED } =
  CaseStatus;

const leaves: readonly CaseStatus[] = [MOVED_OUT, DECEASED];

/** Which state may follow which. What else a step needs is asked by the module that takes it. */
export const followers: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  RECEIVED: [TRIAGED, ...leaves],
  TRIAGED: [INFORMATION_ONLY, HANDED_OVER, ACCEPTED, ...leaves],
  ACCEPTED: [ASSESSING, ...leaves],
  ASSESSING: [PLANNING, SUSPENDED, CLOSED, ...leaves],
  PLANNING: [PLAN_DECIDED, ASSESSING, SUSPENDED, CLOSED, ...leaves],
  PLAN_DECIDED: [IN_SUPPORT, PLANNING, SUSPENDED, ...leaves],
  IN_SUPPORT: [MONITORING, SUSPENDED, ...leaves],
  MONITORING: [IN_SUPPORT, EVALUATED, SUSPENDED, ...leaves],
  EVALUATED: [PLANNING, CLOSED, SUSPENDED, ...leaves],
  SUSPENDED: [ASSESSING, PLANNING, CLOSED, ...leaves],
  INFORMATION_ONLY: [],
  HANDED_OVER: [],
  CLOSED: [],
  MOVED_OUT: [],
  DECEASED: [],
};

export const mayFollow = (from: CaseStatus, to: CaseStatus): boolean => followers[from].includes(to);

/** Whether nothing follows any more: the roster gives nobody anything from then on. */
export const isOver = (status: CaseStatus): boolean => followers[status].length === 0;
