import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** Which of the three plan sheets it is (プランシート). */
export const PlanKind = {
  MULTI_AGENCY: 'MULTI_AGENCY',
  PARTICIPATION: 'PARTICIPATION',
  OUTREACH: 'OUTREACH',
} as const;
export type PlanKind = (typeof PlanKind)[keyof typeof PlanKind];

registerLabelledEnum(
  PlanKind,
  'PlanKind',
  { ja: 'プランの種類', en: 'kind of plan' },
  {
    MULTI_AGENCY: { ja: '多機関協働', en: 'multi-agency collaboration' },
    PARTICIPATION: { ja: '参加支援', en: 'participation support' },
    OUTREACH: { ja: 'アウトリーチ', en: 'outreach' },
  },
);

/** Where a plan stands. Nobody works by it before it was decided. */
export const PlanState = {
  DRAFT: 'DRAFT',
  PROPOSED: 'PROPOSED',
  DECIDED: 'DECIDED',
  REPLANNED: 'REPLANNED',
  SUSPENDED: 'SUSPENDED',
  CLOSED: 'CLOSED',
} as const;
export type PlanState = (typeof PlanState)[keyof typeof PlanState];

registerLabelledEnum(
  PlanState,
  'PlanState',
  { ja: 'プランの状態', en: 'where a plan stands' },
  {
    DRAFT: { ja: '作成中', en: 'being written' },
    PROPOSED: { ja: '会議に提出', en: 'proposed to the conference' },
    DECIDED: { ja: '決定', en: 'decided: work goes by it' },
    REPLANNED: { ja: '再プランにより終了', en: 'replaced by a newer plan' },
    SUSPENDED: { ja: '中断', en: 'suspended' },
    CLOSED: { ja: '終了', en: 'ended' },
  },
);

const { DRAFT, PROPOSED, DECIDED, REPLANNED, SUSPENDED, CLOSED } = PlanState;

/** Which state may follow which. To revise what was proposed makes a draft of it again. */
export const planFollowers: Readonly<Record<PlanState, readonly PlanState[]>> = {
  DRAFT: [PROPOSED, CLOSED],
  PROPOSED: [DRAFT, DECIDED, CLOSED],
  DECIDED: [REPLANNED, SUSPENDED, CLOSED],
  SUSPENDED: [REPLANNED, CLOSED],
  REPLANNED: [],
  CLOSED: [],
};

/** Where one thing stands that an office has undertaken. */
export const PlanItemState = {
  GIVEN: 'GIVEN',
  IN_PROGRESS: 'IN_PROGRESS',
  DONE: 'DONE',
  CANNOT_DO: 'CANNOT_DO',
} as const;
export type PlanItemState = (typeof PlanItemState)[keyof typeof PlanItemState];

registerLabelledEnum(
  PlanItemState,
  'PlanItemState',
  { ja: '支援内容の状態', en: 'where an item of a plan stands' },
  {
    GIVEN: { ja: '未着手', en: 'given, not begun' },
    IN_PROGRESS: { ja: '実施中', en: 'under way' },
    DONE: { ja: '完了', en: 'done' },
    CANNOT_DO: { ja: '実施困難', en: 'cannot be done' },
  },
);

/** Which state of an item may follow which. What is under way may be reported on without moving. */
export const itemFollowers: Readonly<Record<PlanItemState, readonly PlanItemState[]>> = {
  GIVEN: [PlanItemState.IN_PROGRESS, PlanItemState.CANNOT_DO],
  IN_PROGRESS: [PlanItemState.IN_PROGRESS, PlanItemState.DONE, PlanItemState.CANNOT_DO],
  DONE: [],
  CANNOT_DO: [],
};

/** Whether somebody still holds it. */
export const isOpenItem = (state: PlanItemState): boolean => itemFollowers[state].length > 0;
