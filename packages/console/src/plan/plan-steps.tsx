import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Names } from '../ui/persons.js';
import { Form } from '../form/form.js';
import { Deed } from '../form/deed.js';
import { Select, TextInput } from '../form/inputs.js';
import {
  PlanConferences,
  PlanDecide,
  PlanOfCase,
  PlanPropose,
  PlanSuspend,
  type PlanDecideMutation,
  type PlanFactsFragment,
} from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { NotDone, useChange } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { useSay } from '../ui/said.js';
import { moment, word } from '../words/words.js';
import type { Plan } from './plan-frame.js';

/** What can be done with a plan where it stands. It only guides: what somebody may do is decided by the hub. */
export function PlanSteps({ plan }: { readonly plan: Plan }): ReactNode {
  const { viewer } = useSession();
  if (!viewer.roles.includes('COORDINATOR')) return null;
  const at = (page: string): string => `/plans/${plan.id}/${page}`;
  switch (plan.state) {
    case 'DRAFT':
      return (
        <section aria-label="次にすること" className="no-print">
          <div className="row">
            <Propose plan={plan} />
            <ButtonLink to={at('revise')}>書き直す</ButtonLink>
          </div>
        </section>
      );
    case 'PROPOSED':
      return (
        <section aria-label="次にすること" className="stack no-print">
          <Decide plan={plan} />
          <p>
            <ButtonLink to={at('revise')}>書き直す(作成中に戻ります)</ButtonLink>
          </p>
        </section>
      );
    case 'DECIDED':
      return (
        <section aria-label="次にすること" className="stack no-print">
          <div className="row">
            <ButtonLink variant="primary" to={at('monitoring')}>
              モニタリングを記録する
            </ButtonLink>
            <ButtonLink to={at('evaluation')}>評価する</ButtonLink>
            <ButtonLink to={at('revise?as=replan')}>再プランを作る</ButtonLink>
          </div>
          <details>
            <summary>プランを中断する</summary>
            <Suspend plan={plan} />
          </details>
        </section>
      );
    case 'SUSPENDED':
      return (
        <section aria-label="次にすること" className="row no-print">
          <ButtonLink to={at('evaluation')}>評価する</ButtonLink>
          <ButtonLink to={at('revise?as=replan')}>再プランを作る</ButtonLink>
        </section>
      );
    default:
      return null;
  }
}

const overtaken =
  'ほかの人が先にこのプランを変えました。いまの内容を表示しています。確かめてから、もう一度お試しください。';

/** The plan that a step leads to. @throws {NotDone} when somebody else was first: the page shows what stands now */
function taken(
  answer:
    | { readonly __typename: 'PlanRecorded'; readonly plan: PlanFactsFragment }
    | { readonly __typename: 'PlanChanged' },
): PlanFactsFragment {
  if (answer.__typename === 'PlanChanged') throw new NotDone([overtaken]);
  return answer.plan;
}

const versionOf = ({ id, version }: Plan): { readonly plan: string; readonly version: number } => ({
  plan: id ?? '',
  version: version ?? 0,
});

function Propose({ plan }: { readonly plan: Plan }): ReactNode {
  const propose = useChange(PlanPropose);
  const { say } = useSay();
  return (
    <Deed
      label="会議に提出する"
      variant="primary"
      title="プランを会議に提出しますか"
      action="提出する"
      onDo={async () => {
        taken(await propose(versionOf(plan)));
        say('プランを会議に提出しました');
      }}
    >
      <p>会議で適切と認められると、プランを決定できます。書き直すと、もう一度提出が必要です。</p>
    </Deed>
  );
}

function Suspend({ plan }: { readonly plan: Plan }): ReactNode {
  const suspend = useChange(PlanSuspend);
  const { say } = useSay();
  return (
    <Form<{ reason: string }>
      draft={`plan-suspend:${plan.id}`}
      start={{ reason: '' }}
      action="中断する"
      onSend={async ({ reason }) => {
        taken(await suspend({ ...versionOf(plan), reason: reason.trim() }));
        say('プランを中断しました');
      }}
    >
      <TextInput name="reason" label="中断の理由" isRequired lines={3} />
    </Form>
  );
}

type Gaps = Extract<PlanDecideMutation['decidePlan'], { readonly __typename: 'PlanConsentMissing' }>['gaps'];

interface DecideValues {
  conference: string;
  onPaper: string;
}

/** 決定: by the conference that found the plan appropriate, recorded here or on paper. */
function Decide({ plan }: { readonly plan: Plan }): ReactNode {
  const decide = useChange(PlanDecide);
  const { data } = useAsked(PlanConferences, {});
  const { say } = useSay();
  const [gaps, setGaps] = useState<Gaps>([]);
  const about = (data?.myConferences ?? []).filter(({ agenda }) =>
    agenda.some(({ planId }) => planId !== null && planId === plan.id),
  );
  return (
    <>
      <h2>会議の結果でプランを決定する</h2>
      {gaps.length > 0 && <ConsentGaps gaps={gaps} plan={plan.id} />}
      <Form<DecideValues>
        draft={`plan-decide:${plan.id}`}
        start={{ conference: '', onPaper: '' }}
        action="プランを決定する"
        onSend={async ({ conference, onPaper }) => {
          setGaps([]);
          const held = conference || onPaper.trim();
          if (!held) throw new NotDone(['会議を選ぶか、会議の番号または名称を書いてください。']);
          const answer = await decide({ ...versionOf(plan), conference: held });
          if (answer.__typename === 'PlanConsentMissing') {
            setGaps(answer.gaps);
            throw new NotDone(['担当機関に情報を伝えることへの同意が足りません。']);
          }
          taken(answer);
          say('プランを決定しました');
        }}
      >
        <Select
          name="conference"
          label="このプランを話し合った会議"
          options={about.map(({ id, kind, heldAt, place }) => ({
            value: id,
            label: `${word('ConferenceKind', kind)} ${moment(heldAt)} ${place}`,
          }))}
        />
        <TextInput
          name="onPaper"
          label="紙で記録した会議の番号または名称"
          hint="会議の記録が重ねにないときだけ書きます。"
          max={100}
        />
      </Form>
    </>
  );
}

/** Whose consent is missing for which offices, and where it is asked for: within the case that the plan is of. */
function ConsentGaps({ gaps, plan }: { readonly gaps: Gaps; readonly plan: string | null }): ReactNode {
  const { data } = useAsked(PlanOfCase, {});
  const of = data?.myCases.edges.find(({ node }) => (node.plans ?? []).some(({ id }) => id === plan))?.node
    .id;
  return (
    <Notice kind="warning" title="足りない同意">
      <ul>
        {gaps.map(({ person, offices }) => (
          <li key={person?.id}>
            {person && <Names of={[person]} />}:
            {(offices ?? []).map(({ code, name }) => name ?? code).join('、')}{' '}
            {person && of && <Link to={`/persons/${person.id}/consent?case=${of}`}>同意を求める</Link>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
