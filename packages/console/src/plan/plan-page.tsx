import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { StaffName } from '../office/staff.js';
import { useSession } from '../session/session.js';
import { Names } from '../ui/persons.js';
import { Facts } from '../ui/facts.js';
import { ButtonLink } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { Table } from '../ui/table.js';
import { day, daysUntil, moment, word } from '../words/words.js';
import { ReportForm } from './items-page.js';
import { PlanFrame, type Plan } from './plan-frame.js';
import { PlanSteps } from './plan-steps.js';
import styles from './plan.module.css';
import { Sheet } from './sheet.js';

/** プラン as one reads it, and what can be done with it where it stands. */
export const Component = (): ReactNode => (
  <PlanFrame actions={(plan) => <ButtonLink to={`/papers/PLAN/${plan.id}`}>プランシートを印刷</ButtonLink>}>
    {(plan) => (
      <>
        <Facts
          facts={[
            ['状態', plan.state && word('PlanState', plan.state)],
            ['対象者', <Names key="names" of={plan.persons} />],
            ['期間', plan.from && plan.until && `${day(plan.from)}から${day(plan.until)}まで`],
            [
              '次のモニタリング',
              plan.nextMonitoringOn && `${day(plan.nextMonitoringOn)}(${daysUntil(plan.nextMonitoringOn)})`,
            ],
          ]}
        />
        <PlanSteps plan={plan} />
        <h2>プランシート</h2>
        {plan.sheet ? <Sheet sheet={plan.sheet} /> : <p className="quiet">表示できる内容はありません。</p>}
        <Progress plan={plan} />
        <Monitorings plan={plan} />
        <Evaluations plan={plan} />
        <Earlier plan={plan} />
      </>
    )}
  </PlanFrame>
);

/** 支援内容の実施: only what is decided is carried out. */
function Progress({ plan: { items, state } }: { readonly plan: Plan }): ReactNode {
  if (!items || items.length === 0) return null;
  return (
    <>
      <h2>実施の状況</h2>
      <Table
        caption="支援内容ごとの状況"
        rows={items}
        keyOf={({ id }) => id ?? ''}
        columns={[
          { name: '支援内容', cell: ({ content }) => content },
          { name: '担当機関', cell: ({ office }) => office?.name ?? office?.code },
          { name: '対象', cell: ({ persons }) => <Names of={persons} /> },
          { name: '期限', cell: ({ dueOn }) => dueOn && day(dueOn) },
          { name: '状態', cell: ({ state }) => state && <Mark>{word('PlanItemState', state)}</Mark> },
          { name: '最後の報告', cell: ({ reports }) => reports?.at(-1)?.words },
        ]}
      />
      {state === 'DECIDED' && <ForOthers items={items} />}
    </>
  );
}

/** What an office without an account has done is recorded by who coordinates. */
function ForOthers({ items }: { readonly items: NonNullable<Plan['items']> }): ReactNode {
  const { viewer } = useSession();
  const open = items.filter(({ state }) => state === 'GIVEN' || state === 'IN_PROGRESS');
  if (!viewer.roles.includes('COORDINATOR') || open.length === 0) return null;
  return (
    <details className="no-print">
      <summary>機関に代わって実施を記録する</summary>
      <p>アカウントのない機関から聞いたことを、調整する人が代わりに記録します。</p>
      {open.map((item) => (
        <section key={item.id} className={styles.card} aria-label={item.content ?? '支援内容'}>
          <h3 className={styles.title}>
            {item.content}({item.office?.name ?? item.office?.code})
          </h3>
          <ReportForm item={item} onOvertaken={() => undefined} />
        </section>
      ))}
    </details>
  );
}

/** Which of all it is, where the newest is first: on one day there may be two. */
const whichOf = (all: readonly unknown[], at: number): string => `第${all.length - at}回`;

function Monitorings({ plan: { monitorings, items } }: { readonly plan: Plan }): ReactNode {
  if (!monitorings || monitorings.length === 0) return null;
  const contents = new Map((items ?? []).map(({ id, content }) => [id, content]));
  return (
    <>
      <h2>モニタリング</h2>
      {monitorings.map(({ id, heldOn, findings, items: found, nextOn }, at) => (
        <section key={id} aria-label={`${whichOf(monitorings, at)}のモニタリング`}>
          <h3>
            {whichOf(monitorings, at)} {heldOn && day(heldOn)}
          </h3>
          <Facts
            facts={[
              ['所見', findings],
              ...(found ?? []).map(
                ({ item, finding, state }) =>
                  [
                    (item && contents.get(item)) ?? '支援内容',
                    `${state ? `(${word('PlanItemState', state)})` : ''}${finding ?? ''}`,
                  ] as const,
              ),
              ['次回', nextOn && day(nextOn)],
            ]}
          />
        </section>
      ))}
    </>
  );
}

function Evaluations({ plan: { id, evaluations, sheet } }: { readonly plan: Plan }): ReactNode {
  if (!evaluations || evaluations.length === 0) return null;
  const goals = new Map((sheet?.goals ?? []).map(({ number, words }) => [number, words]));
  const issues = new Map((sheet?.issues ?? []).map(({ number, words }) => [number, words]));
  return (
    <>
      <h2>評価</h2>
      {evaluations.map((evaluation, at) => (
        <section key={evaluation.id} aria-label={`${whichOf(evaluations, at)}の評価`}>
          <Facts
            facts={[
              ['評価した日', evaluation.at && moment(evaluation.at)],
              ['結論', evaluation.outcome && word('EvaluationOutcome', evaluation.outcome)],
              ...(evaluation.goals ?? []).map(
                ({ number, achievement }) =>
                  [
                    goals.get(number) ?? `目標${number}`,
                    achievement && word('GoalAchievement', achievement),
                  ] as const,
              ),
              ...(evaluation.issues ?? []).map(
                ({ number, change }) =>
                  [issues.get(number) ?? `課題${number}`, change && word('IssueChange', change)] as const,
              ),
              ['残る課題', evaluation.remaining],
              ['本人のことば', evaluation.ownWords],
              ['引継先', evaluation.successor?.name],
            ]}
          />
          {evaluation.outcome === 'CLOSE' && (
            <p className="no-print">ケースのページから、ケースを終結することができます。</p>
          )}
        </section>
      ))}
      <p className="no-print">
        <ButtonLink to={`/papers/EVALUATION/${id}`}>評価シートを印刷</ButtonLink>
      </p>
    </>
  );
}

/** The conference behind a step: what is on paper is told by its name alone. */
const decidedBy = ({ conference, conferenceOnPaper }: NonNullable<Plan['steps']>[number]): ReactNode =>
  conferenceOnPaper ? conference : conference && <Link to={`/conferences/${conference}`}>会議を見る</Link>;

/** Versions and steps that the plan has behind it, folded. */
function Earlier({ plan: { versions, steps } }: { readonly plan: Plan }): ReactNode {
  // The newest is first: it stands above already.
  const earlier = (versions ?? []).slice(1);
  return (
    <section aria-label="経緯" className="no-print">
      <h2>経緯</h2>
      <Table
        caption="プランの経緯"
        rows={steps ?? []}
        keyOf={({ version }) => String(version)}
        empty="表示できる経緯はありません。"
        columns={[
          { name: '状態', cell: ({ to }) => to && word('PlanState', to) },
          { name: '日時', cell: ({ at }) => at && moment(at) },
          { name: '理由', cell: ({ reason }) => reason },
          { name: '会議', cell: decidedBy },
          { name: '記録した人', cell: ({ staff }) => <StaffName id={staff} /> },
        ]}
      />
      {earlier.map((sheet) => (
        <details key={sheet.version}>
          <summary>前の版({sheet.at && moment(sheet.at)})</summary>
          <Sheet sheet={sheet} />
        </details>
      ))}
    </section>
  );
}
