import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { PlanPage, type PlanPageQuery } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useWatchedOver } from '../hub/watched-over.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { word } from '../words/words.js';

export type Plan = NonNullable<PlanPageQuery['supportPlan']>;

interface PlanFrameProps {
  readonly title?: string;
  readonly actions?: (plan: Plan) => ReactNode;
  readonly children: (plan: Plan) => ReactNode;
}

/** A page of work on one plan. A plan of others and none at all are told alike. */
export function PlanFrame(of: PlanFrameProps): ReactNode {
  const { planId = '' } = useParams();
  return <Frame key={planId} id={planId} {...of} />;
}

function Frame({ id, title, actions, children }: PlanFrameProps & { readonly id: string }): ReactNode {
  const asked = useAsked(PlanPage, { id });
  const plan = asked.data?.supportPlan;
  const { over } = useWatchedOver(plan?.persons);
  const name = plan?.kind ? `${word('PlanKind', plan.kind)}プラン` : 'プラン';
  return (
    <Page
      title={title ?? name}
      tab={title ?? name}
      above={[
        { to: '/cases', label: 'ケース' },
        ...(title === undefined ? [] : [{ to: `/plans/${id}`, label: name }]),
      ]}
      actions={plan && actions?.(plan)}
    >
      {over(
        <Answered asked={asked} lines={8}>
          {({ supportPlan }) =>
            supportPlan ? (
              children(supportPlan)
            ) : (
              <Notice kind="info" title="見られるプランの中に、見つかりません" />
            )
          }
        </Answered>,
      )}
    </Page>
  );
}
