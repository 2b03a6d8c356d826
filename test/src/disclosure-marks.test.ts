/** How an open screen learns that less may be shown: by a mark that says that it changed, and nothing else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { codes, sql } from './attacks/attacker.js';
import { openTestHub, type Question, type TestHub } from './test-hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const COORDINATOR = 'kato-coordinator';
const H03 = household('H03').id;
const mother = person('h03-mother').id;
const grandmother = person('h03-grandmother').id;

const ask = (staff: string, persons: readonly string[], question: Question = {}) =>
  hub.ask(staff, 'query ($persons: [ID!]!) { disclosureMarks(persons: $persons) }', {
    ...question,
    variables: { persons },
  });
const marks = async (staff: string, ...persons: readonly string[]): Promise<readonly string[]> => {
  const { data, errors } = await ask(staff, persons);
  expect(errors).toEqual([]);
  return data?.['disclosureMarks'] as readonly string[];
};
const lines = async (): Promise<unknown> => {
  const [row] = await sql(hub, 'collaboration', 'SELECT count(*) FROM ledger_entry');
  return row;
};

describe('the mark of a decision', () => {
  test('is the one that stands beside the decision itself', async () => {
    const { data } = await hub.ask(
      COORDINATOR,
      `{ household(id: "${H03}") { members { person { id disclosure { mark } } } } }`,
    );
    const { members } = data?.['household'] as {
      members: { person: { id: string; disclosure: { mark: string } } }[];
    };
    const beside = members.map(({ person: { disclosure } }) => disclosure.mark);
    expect(await marks(COORDINATOR, ...members.map(({ person: { id } }) => id))).toEqual(beside);
  });

  test('leaves no line in the ledger, however often it is asked for', async () => {
    const before = await lines();
    for (let times = 0; times < 3; times += 1) await marks(COORDINATOR, mother, grandmother);
    expect(await lines()).toEqual(before);
  });

  test("of somebody else's resident is the mark of nobody", async () => {
    const [foreign, nobody] = await marks('aizu-coordinator', mother, 'p-00000000');
    expect(foreign).toBe(nobody);
  });

  test('changes when a consent is withdrawn, of that person alone', async () => {
    const before = await marks(COORDINATOR, mother, grandmother);
    await hub.ask(
      COORDINATOR,
      `mutation ($id: ID!, $by: String!) {
        withdrawConsent(id: $id, expression: ORAL_IN_PERSON, expressedBy: $by) { __typename } }`,
      { variables: { id: 'consent-h03-mother', by: person('h03-mother').name } },
    );
    const after = await marks(COORDINATOR, mother, grandmother);
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });

  test('needs a purpose, and ids that could be of somebody', async () => {
    expect(codes(await ask(COORDINATOR, [mother], { purpose: null }))).toEqual(['PURPOSE_REQUIRED']);
    expect(codes(await ask(COORDINATOR, ["' OR 1=1"]))).toEqual(['BAD_USER_INPUT']);
    expect(
      codes(
        await ask(
          COORDINATOR,
          Array.from({ length: 51 }, () => mother),
        ),
      ),
    ).toEqual(['BAD_USER_INPUT']);
  });
});
