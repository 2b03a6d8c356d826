import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { readFile } from 'node:fs/promises';
import { openTestHub, type TestHub } from './test-hub.js';

interface Category {
  readonly name: string;
  readonly granted: boolean;
  readonly why: string;
  readonly nextSteps: readonly { readonly label: string }[];
}
interface Person {
  readonly identity: { readonly name: string } | null;
  readonly languageNeeds: { readonly need: string | null } | null;
  readonly elderCare: {
    readonly certification: { readonly level: string } | null;
    readonly contacts: readonly unknown[] | null;
  } | null;
  readonly disabilitySupport: { readonly certificates: readonly { readonly grade: string }[] | null } | null;
  readonly childFamily: {
    readonly schooling: { readonly name: string } | null;
    readonly youngCarer: unknown;
  } | null;
  readonly livelihoodSupport: {
    readonly intakes: readonly { readonly chiefComplaint: string }[] | null;
  } | null;
  readonly disclosure: {
    readonly sectors: readonly { readonly name: string; readonly categories: readonly Category[] }[];
  };
}
interface View {
  readonly members: readonly { readonly relation: string | null; readonly person: Person }[];
  readonly livelihoodSupport: {
    readonly finance: unknown;
    readonly housing: { readonly kind: string } | null;
  } | null;
}

/** The case of the Kato seed: mother (surgery ahead, little Japanese), her mother, a schoolchild, a disabled preschooler. */
const h03 = household('H03');
const queryFile = new URL('../../packages/local-hub/queries/household-view.graphql', import.meta.url);
const readmeFile = new URL('../../README.md', import.meta.url);

let hub: TestHub;
let query: string;

beforeAll(async () => {
  query = await readFile(queryFile, 'utf8');
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub.stop());

async function viewAs(staff: string): Promise<View | null> {
  const { status, data, errors } = await hub.ask(staff, query, { variables: { id: h03.id } });
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  return data?.['household'] as View | null;
}

/** A member by the key of the sample: the order in which they are listed is the sample's. */
function memberOf(view: View | null, key: string): Person {
  const member = view?.members.find(({ person: { identity } }) => identity?.name === person(key).name);
  if (!member) throw new Error(`${key} is not among the members shown`);
  return member.person;
}

describe('the household view of the Kato case', () => {
  test('stands in the README word for word', async () => {
    const readme = await readFile(readmeFile, 'utf8');
    const [block] = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)];
    expect(block?.[1]?.replace(/\s+/g, ' ').trim()).toBe(query.replace(/\s+/g, ' ').trim());
  });

  test("shows the coordinator what the mother's consent opens, and nothing of the grandmother's elderly care", async () => {
    const view = await viewAs('kato-coordinator');
    expect(view?.members.map(({ relation }) => relation)).toEqual(['SELF', 'MOTHER', 'CHILD', 'CHILD']);
    expect(memberOf(view, 'h03-mother').livelihoodSupport?.intakes?.[0]?.chiefComplaint).toBe(
      '働けない間の生活費が心配。',
    );
    expect(memberOf(view, 'h03-schoolchild').childFamily?.schooling?.name).toBe('例示小学校');
    expect(memberOf(view, 'h03-preschooler').disabilitySupport?.certificates?.[0]?.grade).toBe('B1');
    const grandmother = memberOf(view, 'h03-grandmother');
    expect([grandmother.elderCare, grandmother.childFamily, grandmother.livelihoodSupport]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("withholds the household's finances, which speak of the grandmother too, and shows its housing, which does not", async () => {
    const view = await viewAs('kato-coordinator');
    expect(view?.livelihoodSupport).toEqual({ finance: null, housing: { kind: 'PRIVATE_RENT' } });
  });

  test('tells the coordinator why a category is withheld and what would open it', async () => {
    const sectors = memberOf(await viewAs('kato-coordinator'), 'h03-grandmother').disclosure.sectors;
    const care = sectors
      .find(({ name }) => name.startsWith('地域包括'))
      ?.categories.find(({ name }) => name === '要介護認定');
    expect(care).toEqual({
      name: '要介護認定',
      granted: false,
      why: '本人の同意等の根拠がありません',
      nextSteps: [{ label: '本人に同意を求める' }, { label: '支援会議(社会福祉法106条の6)を開く' }],
    });
  });

  test('shows the elder-care worker her own client, and of the others only what they consented to: who they are', async () => {
    const view = await viewAs('kato-elder-care-worker');
    const grandmother = memberOf(view, 'h03-grandmother');
    expect(grandmother.elderCare?.certification?.level).toBe('SUPPORT_1');
    expect(grandmother.elderCare?.contacts).toHaveLength(1);
    for (const key of ['h03-mother', 'h03-schoolchild', 'h03-preschooler']) {
      const { elderCare, disabilitySupport, childFamily, livelihoodSupport } = memberOf(view, key);
      expect([elderCare, disabilitySupport, childFamily, livelihoodSupport]).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
    expect(view?.livelihoodSupport).toBeNull();
  });

  test('shows a worker of an uninvolved office what an unknown id shows: nothing', async () => {
    const foreign = await hub.ask('aizu-houkatsu-1-worker', query, { variables: { id: h03.id } });
    const unknown = await hub.ask('aizu-houkatsu-1-worker', query, { variables: { id: 'h-00000000' } });
    expect(foreign.text).toBe(unknown.text);
    expect(foreign.data).toEqual({ household: null });
  });

  test('shows the coordinator nothing more of the mother from the request after she withdrew', async () => {
    const before = await viewAs('kato-coordinator');
    const { data } = await hub.ask(
      'kato-coordinator',
      `mutation ($id: ID!, $by: String!) {
        withdrawConsent(id: $id, expression: ORAL_IN_PERSON, expressedBy: $by) { ... on ConsentWithdrawn { consent { state } } }
      }`,
      { variables: { id: 'consent-h03-mother', by: person('h03-mother').name } },
    );
    expect(data).toEqual({ withdrawConsent: { consent: { state: 'WITHDRAWN' } } });

    const after = await viewAs('kato-coordinator');
    const mother = memberOf(after, 'h03-mother');
    expect([mother.childFamily, mother.livelihoodSupport, mother.disabilitySupport]).toEqual([
      null,
      null,
      null,
    ]);
    expect(after?.livelihoodSupport).toEqual({ finance: null, housing: null });
    const livelihood = mother.disclosure.sectors.find(({ name }) => name.startsWith('生活サポート'));
    expect(livelihood?.categories.map(({ why }) => why)).toContain('同意が撤回されたか、期限が切れています');
    // Her children's consents are their own: one subject, one consent.
    expect(memberOf(after, 'h03-schoolchild').childFamily).toEqual(
      memberOf(before, 'h03-schoolchild').childFamily,
    );
  });
});
