import { japanDate, wareki } from '@kasane/vocabulary';
import { CaseStatus } from '../case/case-status.js';
import { change } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { isDate } from '../input.js';
import { newId } from '../new-id.js';
import { speaksOnlyOf } from '../plan/open-plan.js';
import { planInHand, type PlanInHand } from '../plan/plan-in-hand.js';
import { movePlan, planLines, stepCase, writePlan, type ChangedPlan } from '../plan/write-plan.js';
import { PlanState } from '../plan/plan-state.js';
import { PlanItemRow } from '../plan/plan-tables.js';
import { charProblems } from '../input.js';
import type { MonitoringInput } from './monitoring.js';
import { MonitoringRow } from './monitoring-tables.js';

const { IN_SUPPORT, MONITORING } = CaseStatus;

/** The steps of a case whose plan was looked at: it goes on, or is now to be evaluated. */
export const stepsAfter = (status: CaseStatus, goesOn: boolean): readonly CaseStatus[] => {
  if (status === IN_SUPPORT) return goesOn ? [MONITORING, IN_SUPPORT] : [MONITORING];
  return status === MONITORING && goesOn ? [IN_SUPPORT] : [];
};

/**
 * Records that a decided plan was looked at, with where each of its items stood.
 * @throws {HubError} as {@link planInHand}
 */
export async function recordMonitoring(
  planId: string,
  input: MonitoringInput,
  expected: number,
  context: CollaborationContext,
): Promise<ChangedPlan> {
  const field = 'Mutation.recordMonitoring';
  const inHand = await planInHand(planId, context, field);
  return writePlan(inHand, expected, context, field, async () => {
    const { row, case: of } = inHand;
    const items = (await context.loaders.planItems.load(planId)).filter((item) =>
      speaksOnlyOf(item, inHand.persons),
    );
    const today = japanDate(context.now);
    const problems = monitoringProblems(input, inHand, { items: items.map(({ id }) => id), today });
    if (problems.length > 0) return problems;
    const { heldOn, nextOn = null } = input;
    const reason = `モニタリング(${wareki(heldOn)})`;
    await change(context, planLines(row.persons, field, planId), async (transaction) => {
      await movePlan(
        transaction,
        row,
        { expected, to: PlanState.DECIDED, reason, set: { nextMonitoringOn: nextOn } },
        context,
      );
      const found = new Map(input.items.map(({ item, finding }) => [item, finding.trim()]));
      const stood = await transaction.find(PlanItemRow, { where: { planId }, order: { position: 'ASC' } });
      await transaction.insert(MonitoringRow, {
        id: newId('pm'),
        planId,
        plannedOn: row.nextMonitoringOn,
        heldOn,
        findings: input.findings.trim(),
        items: stood
          .filter((item) => speaksOnlyOf(item, inHand.persons))
          .map(({ id, state }) => ({ item: id, state, finding: found.get(id) ?? null })),
        nextOn,
        persons: [...inHand.persons],
        officeCode: context.viewer.office,
        staffId: context.viewer.staffId,
        at: context.now,
      });
      await stepCase(transaction, of, stepsAfter(of.status, nextOn !== null), reason, context);
    });
    return [];
  });
}

export function monitoringProblems(
  { heldOn, findings, items, nextOn }: MonitoringInput,
  {
    row,
    case: of,
  }: {
    readonly row: Pick<PlanInHand['row'], 'state' | 'from' | 'until'>;
    readonly case: Pick<PlanInHand['case'], 'status'>;
  },
  known: { readonly items: readonly string[]; readonly today: string },
): readonly string[] {
  if (row.state !== PlanState.DECIDED) return ['決定したプランだけをモニタリングできます。'];
  const isNext = nextOn !== undefined && nextOn !== null;
  return [
    ...(isDate(heldOn) && heldOn >= row.from && heldOn <= known.today
      ? []
      : ['実施日は、プランの初日から今日までの日付にしてください。']),
    ...charProblems([findings, items]),
    ...(findings.trim() === '' ? ['所見を記入してください。'] : []),
    ...(items.some(({ item }) => !known.items.includes(item)) ||
    new Set(items.map(({ item }) => item)).size < items.length
      ? ['支援内容ごとの確認は、このプランの支援内容について一つずつ記入してください。']
      : []),
    ...(isNext && !(isDate(nextOn) && nextOn > heldOn && nextOn <= row.until)
      ? ['次回は、実施日より後で、プラン期間の中の日付にしてください。']
      : []),
    ...(isNext || of.status !== CaseStatus.PLAN_DECIDED
      ? []
      : ['支援がまだ始まっていないため、評価に進めません。次回の日付を記入してください。']),
  ];
}
