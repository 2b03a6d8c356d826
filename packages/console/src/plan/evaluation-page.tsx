import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Form } from '../form/form.js';
import { Choice, TextInput } from '../form/inputs.js';
import { Picker } from '../form/picker.js';
import { filled } from '../form/plain.js';
import {
  PlanEvaluate,
  type EvaluationOutcome,
  type GoalAchievement,
  type IssueChange,
} from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { officeGroups, useOffices } from '../office/offices.js';
import { useSay } from '../ui/said.js';
import { choices } from '../words/words.js';
import { PlanFrame, type Plan } from './plan-frame.js';

interface EvaluationValues {
  outcome: EvaluationOutcome | '';
  /** In the order of the sheet. */
  goals: { achievement: GoalAchievement | '' }[];
  issues: { change: IssueChange | '' }[];
  remaining: string;
  ownWords: string;
  successor: string;
}

/** 評価: goal by goal and issue by issue, and what follows. */
export const Component = (): ReactNode => (
  <PlanFrame title="プランを評価する">{(plan) => <Evaluation plan={plan} />}</PlanFrame>
);

function Evaluation({ plan }: { readonly plan: Plan }): ReactNode {
  const navigate = useNavigate();
  const { say } = useSay();
  const { own } = useOffices();
  const evaluate = useChange(PlanEvaluate);
  const goals = plan.sheet?.goals ?? [];
  const issues = plan.sheet?.issues ?? [];
  return (
    <Form<EvaluationValues>
      draft={`plan-evaluation:${plan.id}`}
      start={{
        outcome: '',
        goals: goals.map(() => ({ achievement: '' })),
        issues: issues.map(() => ({ change: '' })),
        remaining: '',
        ownWords: '',
        successor: '',
      }}
      action="評価を記録する"
      onSend={async (values) => {
        if (!values.outcome) return;
        const answer = await evaluate({
          plan: plan.id ?? '',
          version: plan.version ?? 0,
          input: {
            outcome: values.outcome,
            goals: goals.flatMap(({ number }, at) => {
              const achievement = values.goals[at]?.achievement;
              return number !== null && achievement ? [{ number, achievement }] : [];
            }),
            issues: issues.flatMap(({ number }, at) => {
              const change = values.issues[at]?.change;
              return number !== null && change ? [{ number, change }] : [];
            }),
            remaining: filled(values.remaining),
            ownWords: filled(values.ownWords),
            successor: filled(values.successor),
          },
        });
        if (answer.__typename === 'PlanChanged')
          throw new NotDone([
            'ほかの人が先にこのプランを変えました。プランを確かめてから、もう一度送ってください。書いた内容は残っています。',
          ]);
        say('評価を記録しました');
        await navigate(`/plans/${plan.id}`);
      }}
    >
      {goals.map(({ number, words }, at) => (
        <Choice
          key={number}
          name={`goals.${at}.achievement`}
          label={`目標:${words ?? ''}`}
          isRequired
          options={choices('GoalAchievement')}
        />
      ))}
      {issues.map(({ number, words }, at) => (
        <Choice
          key={number}
          name={`issues.${at}.change`}
          label={`課題:${words ?? ''}`}
          isRequired
          options={choices('IssueChange')}
        />
      ))}
      <TextInput name="ownWords" label="本人のことば" lines={3} />
      <TextInput name="remaining" label="残る課題" lines={3} />
      <Choice name="outcome" label="結論" isRequired options={choices('EvaluationOutcome')} />
      <Picker
        name="successor"
        label="引継先の機関"
        hint="終結するときは必ず選びます。"
        groups={officeGroups(own)}
      />
    </Form>
  );
}
