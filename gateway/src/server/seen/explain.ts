import type { ApolloServerPlugin } from '@apollo/server';
import type { FetchOutcome, RunObserver } from '../../execution/observer.js';
import type { PlanNode } from '../../execution/planner.js';
import type { GatewayContext } from '../gateway-context.js';

export const explainHeader = 'hub-explain';

/** What a developer learns of one request. */
export interface Explanation {
  readonly plan: PlanNode | null;
  readonly planWasKnown: boolean;
  readonly milliseconds: number;
  readonly sectors: readonly ExplainedFetch[];
}

interface ExplainedFetch {
  readonly sector: string;
  readonly startedAt: number;
  readonly milliseconds: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly outcome: FetchOutcome;
}

export interface Explainer {
  readonly observer: RunObserver;
  explanation(): Explanation;
}

/** Watches one request. Sizes and times tell what a viewer was not shown: production has none of this. */
export function createExplainer(clock: () => number = () => performance.now()): Explainer {
  const begin = clock();
  const since = (from: number): number => Math.round((clock() - from) * 10) / 10;
  const sectors: ExplainedFetch[] = [];
  let plan: PlanNode | null = null;
  let planWasKnown = false;
  return {
    observer: {
      planned(found, wasKnown) {
        plan = found ?? null;
        planWasKnown = wasKnown;
      },
      asks(sector, body) {
        const started = clock();
        const startedAt = since(begin);
        return {
          answered: (outcome, answer) =>
            void sectors.push({
              sector,
              startedAt,
              milliseconds: since(started),
              sentBytes: Buffer.byteLength(body),
              receivedBytes: Buffer.byteLength(answer ?? ''),
              outcome,
            }),
        };
      },
    },
    explanation: () => ({ plan, planWasKnown, milliseconds: since(begin), sectors }),
  };
}

/** Puts it into `extensions.explain`. */
export const explainOperations: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart({ contextValue: { explainer } }) {
    if (!explainer) return;
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single') return;
        body.singleResult.extensions = { ...body.singleResult.extensions, explain: explainer.explanation() };
      },
    };
  },
};
