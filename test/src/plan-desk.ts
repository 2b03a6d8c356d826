import { expect } from '@jest/globals';
import { person } from '@kasane/sample-municipality';
import { japanDate } from '@kasane/vocabulary';
import { sql } from './attacks/attacker.js';
import type { Answer, TestHub } from './test-hub.js';

/** What staff do with plans and cases, as the console would ask for it. */

export interface Told {
  readonly __typename: string;
  readonly problems?: readonly string[];
  readonly plan?: Plan;
  readonly newer?: Plan & Item;
  readonly item?: Item;
  readonly items?: readonly {
    readonly id: string;
    readonly what: string;
    readonly office: { readonly code: string };
  }[];
  readonly gaps?: readonly {
    readonly person: { readonly id: string } | null;
    readonly offices: readonly { readonly code: string }[] | null;
  }[];
  readonly case?: { readonly status: string };
  readonly newCase?: string;
}
export interface Item {
  readonly id: string;
  readonly content: string | null;
  readonly state: string | null;
  readonly version: number | null;
  readonly firstSeenAt: string | null;
  readonly office: { readonly code: string } | null;
  readonly persons: readonly { readonly id: string }[] | null;
  readonly reports: readonly { readonly to: string; readonly words: string | null }[] | null;
}
export interface Plan {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly nextMonitoringOn: string | null;
  readonly persons: readonly { readonly id: string }[];
  readonly sheet: {
    readonly version: number;
    readonly personWishes: string;
    readonly items: readonly Pick<Item, 'content' | 'persons'>[];
  } | null;
  readonly versions: readonly { readonly personWishes: string }[];
  readonly steps: readonly {
    readonly to: string;
    readonly consents: readonly string[];
    readonly conference: string | null;
  }[];
  readonly items: readonly Item[] | null;
  readonly monitorings: readonly { readonly items: readonly { readonly state: string }[] }[];
  readonly evaluations: readonly { readonly outcome: string }[];
}

const ITEM = `id content state version firstSeenAt office { code } persons { id } reports { to words }`;
const PLAN = `id state version nextMonitoringOn persons { id } sheet { version personWishes items { content persons { id } } } versions { personWishes }
  steps { to consents conference } items { ${ITEM} } monitorings { items { state } } evaluations { outcome }`;
const OUTCOME = `__typename ... on PlanRecorded { plan { ${PLAN} } } ... on PlanNotRecorded { problems }
  ... on PlanChanged { newer { ${PLAN} } }`;
const ITEM_OUTCOME = `__typename ... on PlanItemRecorded { item { ${ITEM} } } ... on PlanItemNotRecorded { problems }
  ... on PlanItemChanged { newer { ${ITEM} } }`;

const operations = {
  draftPlan: ['case: ID!, kind: PlanKind!, input: PlanInput!, expectedVersion: Int!', OUTCOME],
  revisePlan: ['plan: ID!, input: PlanInput!, expectedVersion: Int!', OUTCOME],
  replan: ['plan: ID!, input: PlanInput!, expectedVersion: Int!', OUTCOME],
  proposePlan: ['plan: ID!, expectedVersion: Int!', OUTCOME],
  suspendPlan: ['plan: ID!, reason: String!, expectedVersion: Int!', OUTCOME],
  decidePlan: [
    'plan: ID!, conference: ID!, expectedVersion: Int!',
    `${OUTCOME} ... on PlanConsentMissing { gaps { person { id } offices { code } } }`,
  ],
  recordMonitoring: ['plan: ID!, input: MonitoringInput!, expectedVersion: Int!', OUTCOME],
  evaluatePlan: ['plan: ID!, input: EvaluationInput!, expectedVersion: Int!', OUTCOME],
  startPlanItem: ['item: ID!, expectedVersion: Int!', ITEM_OUTCOME],
  reportPlanItem: ['item: ID!, progress: String!, expectedVersion: Int!', ITEM_OUTCOME],
  finishPlanItem: ['item: ID!, result: String!, expectedVersion: Int!', ITEM_OUTCOME],
  cannotDoPlanItem: ['item: ID!, reason: String!, expectedVersion: Int!', ITEM_OUTCOME],
  closeCase: [
    'case: ID!, leadOfficeAfterClosure: ID!, reason: String!, expectedVersion: Int!',
    `__typename ... on CaseClosed { case { status } } ... on CaseNotClosed { problems }
     ... on CaseHasOpenItems { items { what id office { code } } }`,
  ],
  reopenCase: [
    'case: ID!, reason: String!',
    '__typename ... on CaseReopened { newCase } ... on CaseNotReopened { problems }',
  ],
} as const;
type Operation = keyof typeof operations;
type Variables = Readonly<Record<string, unknown>>;

export const inDays = (days: number): string => japanDate(new Date(Date.now() + days * 86_400_000));

export const planDesk = (hub: () => TestHub) => {
  const run = (staff: string, operation: Operation, variables: Variables): Promise<Answer> => {
    const [parameters, outcome] = operations[operation];
    const names = Object.keys(variables);
    return hub().ask(
      staff,
      `mutation (${parameters.replace(/(\w+):/g, '$$$1:')}) { told: ${operation}(${names.map((name) => `${name}: $${name}`).join(', ')}) { ${outcome} } }`,
      { variables },
    );
  };
  return {
    run,
    async told(staff: string, operation: Operation, variables: Variables): Promise<Told> {
      const { data, errors } = await run(staff, operation, variables);
      expect(errors).toEqual([]);
      return data?.['told'] as Told;
    },
    plan: (staff: string, id: string): Promise<Answer> =>
      hub().ask(staff, `query ($id: ID!) { supportPlan(id: $id) { ${PLAN} } }`, { variables: { id } }),
    async planSeen(staff: string, id: string): Promise<Plan> {
      const { data, errors } = await this.plan(staff, id);
      expect(errors).toEqual([]);
      return data?.['supportPlan'] as Plan;
    },
    async ownItems(staff: string): Promise<readonly Item[]> {
      const { data, errors } = await hub().ask(staff, `{ myPlanItems { ${ITEM} } }`);
      expect(errors).toEqual([]);
      return data?.['myPlanItems'] as readonly Item[];
    },
    async caseRow(id: string): Promise<{ readonly status: string; readonly version: number }> {
      const [row] = await sql(
        hub(),
        'collaboration',
        'SELECT status, version FROM support_case WHERE id = $1',
        [id],
      );
      return row as { readonly status: string; readonly version: number };
    },
  };
};

/** A sheet about the two of H05: the mother's part is that of the elderly care, the son's that of the disability desk. */
export const h05Sheet = (more: Variables = {}): Variables => ({
  persons: [person('h05-self').id, person('h05-mother').id],
  from: inDays(0),
  until: inDays(200),
  personWishes: '家で静かに暮らしたい。',
  issues: [{ words: '家の外に出られない。' }],
  longTermGoal: '二人で暮らし続ける。',
  shortTermGoals: ['週に一度、話をする。'],
  items: [
    {
      content: '母の訪問',
      office: 'kato-korei-kaigo',
      staff: 'kato-elder-care-worker',
      frequency: '月2回',
      dueOn: inDays(100),
      persons: [person('h05-mother').id],
    },
    {
      content: '本人への声かけ',
      office: 'kato-shakai-fukushi-shougai',
      frequency: '週1回',
      dueOn: inDays(100),
      persons: [person('h05-self').id],
    },
  ],
  monitoringOn: [inDays(60)],
  ...more,
});
