import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { PlanReplan, PlanRevise } from '../generated/operations.js';
import { useChange } from '../hub/change.js';
import { officeGroups, useOffices } from '../office/offices.js';
import { useSay } from '../ui/said.js';
import { PlanForm } from './plan-form.js';
import { PlanFrame, type Plan } from './plan-frame.js';
import { planToRevise } from './plan-values.js';

/** プランを書き直す; with `?as=replan` a new plan that takes the place of a decided one. */
export function Component(): ReactNode {
  const [search] = useSearchParams();
  const isReplan = search.get('as') === 'replan';
  return (
    <PlanFrame title={isReplan ? '再プランを作る' : 'プランを書き直す'}>
      {(plan) => <Revising plan={plan} isReplan={isReplan} />}
    </PlanFrame>
  );
}

function Revising({ plan, isReplan }: { readonly plan: Plan; readonly isReplan: boolean }): ReactNode {
  const id = plan.id ?? '';
  const navigate = useNavigate();
  const { say } = useSay();
  const { own } = useOffices();
  const revise = useChange(PlanRevise);
  const replan = useChange(PlanReplan);
  const write = isReplan ? replan : revise;
  return (
    <PlanForm
      draft={`plan:${id}:${isReplan ? 'replan' : 'revise'}`}
      start={planToRevise(plan)}
      persons={plan.persons}
      offices={officeGroups(own)}
      issues={[]}
      action={isReplan ? '再プランを記録する' : '書き直したプランを記録する'}
      onSend={(input, seen) => write({ plan: id, input, version: seen })}
      onRecorded={(recorded) => {
        say(isReplan ? '再プランを記録しました' : 'プランを書き直しました');
        return navigate(`/plans/${recorded.id}`);
      }}
    />
  );
}
