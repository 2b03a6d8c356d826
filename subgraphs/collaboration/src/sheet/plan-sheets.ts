import { fields, printedDate, signature, table } from '@kasane/documents';
import { dayOf, lines, namesOf, source, type Shown, type ShownPerson } from './sheet-source.js';

interface PlanWords {
  readonly personWishes: string | Shown;
  readonly householdWishes: string | Shown;
  readonly issues: readonly { readonly number?: number | Shown; readonly words: string | Shown }[] | Shown;
  readonly goals:
    | readonly {
        readonly number: number | Shown;
        readonly term: string | Shown;
        readonly words: string | Shown;
      }[]
    | Shown;
  readonly items:
    | readonly {
        readonly content: string | Shown;
        readonly frequency: string | Shown;
        readonly dueOn: string | Shown;
        readonly ownEffort: string | Shown;
        readonly office: { readonly name: string } | Shown;
      }[]
    | Shown;
  readonly monitoringOn: readonly string[] | Shown;
}
interface Plan {
  readonly supportPlan: {
    readonly kind: string | Shown;
    readonly state: string | Shown;
    readonly from: string | Shown;
    readonly until: string | Shown;
    readonly persons: readonly ShownPerson[] | Shown;
    readonly sheet: PlanWords | Shown;
    readonly evaluations?: readonly Evaluation[] | Shown;
  } | null;
}
interface Evaluation {
  readonly outcome: string | Shown;
  readonly goals:
    readonly { readonly number: number | Shown; readonly achievement: string | Shown }[] | Shown;
  readonly issues: readonly { readonly number: number | Shown; readonly change: string | Shown }[] | Shown;
  readonly remaining: string | Shown;
  readonly ownWords: string | Shown;
  readonly at: Date | Shown;
  readonly successor: { readonly name: string } | Shown;
}

const PLAN = `kind state from until persons { identity { name } } sheet { personWishes householdWishes
  issues { words } goals { number term words } items { content frequency dueOn ownEffort office { name } } monitoringOn }`;

/** 多機関協働プラン兼利用申込書: what is to be done, by whom, until when; signed by the person. */
export const planSheet = source<Plan>({
  title: 'プランシート',
  question: `query ($id: ID!) { supportPlan(id: $id) { ${PLAN} } }`,
  lay({ supportPlan: plan }, words) {
    if (!plan) return null;
    const { sheet } = plan;
    return {
      blocks: [
        fields('プラン', [
          ['種類', words.of('PlanKind', plan.kind)],
          ['状態', words.of('PlanState', plan.state)],
          ['対象者', namesOf(plan.persons)],
          ['期間', lines([printedDate(plan.from), printedDate(plan.until)], ' から ')],
          ['モニタリング', lines((sheet?.monitoringOn ?? []).map(printedDate), '、')],
        ]),
        fields('意向', [
          ['本人の意向', sheet?.personWishes ?? null],
          ['世帯の意向', sheet?.householdWishes ?? null],
        ]),
        table(
          '解決したい課題',
          ['課題'],
          (sheet?.issues ?? []).map(({ words: told }) => [told ?? null]),
        ),
        table(
          '目標',
          ['番号', '期間', '目標'],
          (sheet?.goals ?? []).map(({ number, term, words: told }) => [
            number?.toString() ?? null,
            words.of('GoalTerm', term),
            told ?? null,
          ]),
        ),
        table(
          '支援内容',
          ['支援内容', '担当機関', '頻度', '期限', '本人の取組'],
          (sheet?.items ?? []).map(({ content, office, frequency, dueOn, ownEffort }) => [
            content ?? null,
            office?.name ?? null,
            frequency ?? null,
            printedDate(dueOn),
            ownEffort ?? null,
          ]),
        ),
        signature('本人の同意', '説明を受け、このプランによる支援を申し込みます。'),
      ],
    };
  },
});

/** 評価シート: the newest evaluation, beside the goals that it speaks of. */
export const evaluationSheet = source<Plan>({
  title: '評価シート',
  question: `query ($id: ID!) { supportPlan(id: $id) { ${PLAN} evaluations {
    outcome goals { number achievement } issues { number change } remaining ownWords at successor { name } } } }`,
  lay({ supportPlan: plan }, words) {
    if (!plan) return null;
    const [newest] = plan.evaluations ?? [];
    const goals = new Map((plan.sheet?.goals ?? []).map((goal) => [goal.number, goal.words]));
    return {
      blocks: [
        fields('評価', [
          ['対象者', namesOf(plan.persons)],
          ['評価日', dayOf(newest?.at)],
          ['結論', words.of('EvaluationOutcome', newest?.outcome)],
          ['引継先', newest?.successor?.name ?? null],
        ]),
        table(
          '目標の達成度',
          ['番号', '目標', '達成度'],
          (newest?.goals ?? []).map(({ number, achievement }) => [
            number?.toString() ?? null,
            goals.get(number) ?? null,
            words.of('GoalAchievement', achievement),
          ]),
        ),
        table(
          '課題の変化',
          ['番号', '課題', '変化'],
          (newest?.issues ?? []).map(({ number, change }) => [
            number?.toString() ?? null,
            plan.sheet?.issues?.[(number ?? 0) - 1]?.words ?? null,
            words.of('IssueChange', change),
          ]),
        ),
        fields('まとめ', [
          ['残る課題', newest?.remaining ?? null],
          ['本人の感想', newest?.ownWords ?? null],
        ]),
      ],
    };
  },
});
