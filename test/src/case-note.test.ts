import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person } from '@kasane/sample-municipality';
import { codes, observable, sql } from './attacks/attacker.js';
import { openTestHub, type Answer, type TestHub } from './test-hub.js';

/** 支援経過記録: who writes it, who reads it, and that nothing that was written is lost. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const COORDINATOR = 'kato-coordinator';
const WORKER = 'kato-kodomo-worker';
const OTHER = 'kato-elder-care-worker';
const STRANGER = 'kato-hitorioya-worker';
const MOTHER = person('h03-mother').id;
const CHILD = person('h03-schoolchild').id;

const paper = (more: object = {}): object => ({
  heldAt: '2026-11-01T01:00:00Z',
  method: 'HOME_VISIT',
  answeredBy: '桔梗 悠',
  counterpart: '母',
  content: '退院後の様子を聞いた。',
  persons: [MOTHER],
  nextStep: '学校に登校の様子を聞く',
  nextOn: '2026-12-01',
  nextOffice: 'kato-gakko-kyoiku',
  minutes: 60,
  ...more,
});
interface Note {
  readonly id: string;
  readonly newest: { readonly version: number; readonly content: string };
}
interface Outcome {
  readonly __typename: string;
  readonly note?: Note;
  readonly newer?: Note;
  readonly problems?: readonly string[];
}
const OUTCOME = `__typename ... on CaseNoteRecorded { note { id newest { version content nextOffice persons { id } } } }
  ... on CaseNoteNotRecorded { problems } ... on CaseNoteChangedMeanwhile { newer { id newest { version content } } }`;
const add = (who: string, more: object = {}, of = 'case-h03'): Promise<Answer> =>
  hub.ask(
    who,
    `mutation ($case: ID!, $input: CaseNoteInput!) { result: addCaseNote(case: $case, input: $input) { ${OUTCOME} } }`,
    { variables: { case: of, input: paper(more) } },
  );
const revise = (who: string, note: string, version: number, more: object): Promise<Answer> =>
  hub.ask(
    who,
    `mutation ($note: ID!, $version: Int!, $input: CaseNoteInput!) {
      result: reviseCaseNote(note: $note, expectedVersion: $version, input: $input, reason: "日時を誤って記録していたため。") { ${OUTCOME} } }`,
    { variables: { note, version, input: paper(more) } },
  );
const outcome = (answer: Answer): Outcome => {
  expect(answer.errors).toEqual([]);
  return answer.data?.['result'] as Outcome;
};
const written = async (who: string, more: object = {}): Promise<string> => {
  const { note, problems } = outcome(await add(who, more));
  expect(problems).toBeUndefined();
  return note?.id ?? '';
};
interface Page {
  readonly edges: readonly { readonly node: Note }[];
  readonly pageInfo: { readonly endCursor: string | null };
}
const notes = async (who: string, more = 'first: 50'): Promise<Page> => {
  const { data, errors } = await hub.ask(
    who,
    `{ supportCase(id: "case-h03") { notes(${more}) { edges { node { id newest { version content } } } pageInfo { endCursor } } } }`,
  );
  expect(errors).toEqual([]);
  return (data?.['supportCase'] as { notes: Page }).notes;
};
const ids = ({ edges }: Page): readonly string[] => edges.map(({ node }) => node.id);

describe('a note is read', () => {
  test('by the office that wrote it and by the coordinator; other offices do not learn that there is one', async () => {
    const before = await hub.ask(
      OTHER,
      '{ supportCase(id: "case-h03") { notes { edges { cursor node { id } } pageInfo { hasNextPage } } } }',
    );
    const id = await written(WORKER);
    expect(ids(await notes(WORKER))).toContain(id);
    expect(ids(await notes(COORDINATOR))).toContain(id);
    const after = await hub.ask(
      OTHER,
      '{ supportCase(id: "case-h03") { notes { edges { cursor node { id } } pageInfo { hasNextPage } } } }',
    );
    expect(observable(after)).toBe(observable(before));
    expect(after.text).not.toContain(id);
  });

  test('of the coordinator’s own by nobody else on the roster', async () => {
    const id = await written(COORDINATOR, { persons: [MOTHER, CHILD] });
    expect(ids(await notes(WORKER))).not.toContain(id);
  });

  test('page by page, what happened last first; a note that is added meanwhile moves nothing', async () => {
    for (const day of [3, 4, 5]) await written(COORDINATOR, { heldAt: `2026-10-0${day}T01:00:00Z` });
    const whole = ids(await notes(COORDINATOR));
    const first = await notes(COORDINATOR, 'first: 2');
    await written(COORDINATOR, { heldAt: '2026-11-20T01:00:00Z' });
    const rest = await notes(COORDINATOR, `first: 50, after: "${first.pageInfo.endCursor}"`);
    expect([...ids(first), ...ids(rest)]).toEqual(whole);
  });
});

describe('a note is written', () => {
  test('in any script and at length, and comes back letter by letter', async () => {
    const content = `葛󠄀城さん、𠮷田さん\nمرحبا בית\t${'長い記録。'.repeat(2_000)}`;
    const { note } = outcome(await add(WORKER, { content }));
    expect(note?.newest.content).toBe(content);
  });

  test.each<[string, object, RegExp]>([
    ['longer than 20,000 letters', { content: 'あ'.repeat(20_001) }, /20000文字以内/],
    ['with a control character', { content: '内容\u0007' }, /制御文字/],
    [
      'about whom one does not work with',
      { persons: [MOTHER, person('h03-grandmother').id] },
      /担当している世帯員ではない/,
    ],
    ['about another household', { persons: [person('h01-self').id] }, /担当している世帯員ではない/],
    ['about nobody', { persons: ['p-zzzz'] }, /担当している世帯員ではない/],
    ['for an office that is not on the roster', { nextOffice: 'kato-dv-center' }, /支援体制にありません/],
  ])('not %s', async (_, more, why) => {
    expect(outcome(await add(WORKER, more)).problems?.join()).toMatch(why);
  });

  test('in no case of others: the same answer as in none', async () => {
    const foreign = await add(STRANGER);
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(observable(await add(STRANGER, {}, 'case-zzzz'))).toBe(observable(foreign));
  });

  test('and not without its line in the ledger', async () => {
    const held = (): Promise<unknown> => sql(hub, 'collaboration', 'SELECT id FROM case_note ORDER BY id');
    const before = await held();
    await sql(hub, 'collaboration', 'ALTER TABLE ledger_entry RENAME TO ledger_entry_away');
    const answer = await add(WORKER);
    await sql(hub, 'collaboration', 'ALTER TABLE ledger_entry_away RENAME TO ledger_entry');
    expect([answer.data, codes(answer)]).toEqual([null, ['LEDGER_UNAVAILABLE']]);
    expect(await held()).toEqual(before);
  });
});

describe('a note is revised', () => {
  test('by a new version; the old one stays, with who wrote it', async () => {
    const id = await written(WORKER);
    expect(outcome(await revise(WORKER, id, 1, { content: '訂正した内容。' })).note).toMatchObject({
      newest: { version: 2, content: '訂正した内容。' },
    });
    const { data } = await hub.ask(
      COORDINATOR,
      '{ supportCase(id: "case-h03") { notes(first: 50) { edges { node { id versions { version content staffId reason } } } } } }',
    );
    const { notes: page } = data?.['supportCase'] as {
      notes: { edges: readonly { node: { id: string; versions: unknown } }[] };
    };
    expect(page.edges.find(({ node }) => node.id === id)?.node.versions).toMatchObject([
      { version: 2, staffId: WORKER, reason: '日時を誤って記録していたため。' },
      { version: 1, content: '退院後の様子を聞いた。', reason: null },
    ]);
    await expect(
      sql(hub, 'collaboration', "UPDATE case_note_version SET content = '' WHERE note_id = $1", [id]),
    ).rejects.toThrow(/append-only/);
  });

  test('once, though two revise it: who is second is shown the newer and loses nothing', async () => {
    const id = await written(WORKER);
    const answers = (
      await Promise.all(['甲', '乙'].map((content) => revise(WORKER, id, 1, { content })))
    ).map(outcome);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'CaseNoteChangedMeanwhile',
      'CaseNoteRecorded',
    ]);
    const kept = answers.find(({ note }) => note)?.note?.newest.content;
    expect(answers.find(({ newer }) => newer)?.newer?.newest.content).toBe(kept);
  });

  test('by no other office, not the coordinator’s either: to them it is no note', async () => {
    const id = await written(WORKER);
    const tried = await revise(COORDINATOR, id, 1, {});
    expect(codes(tried)).toEqual(['NOT_FOUND']);
    expect(observable(await revise(COORDINATOR, 'n-zzzz', 1, {}))).toBe(observable(tried));
    expect(observable(await revise(STRANGER, id, 1, {}))).toBe(
      observable(await revise(STRANGER, 'n-zzzz', 1, {})),
    );
  });
});

describe('what was told to a partner without an account', () => {
  const tell = (who: string, more: object = {}): Promise<Answer> =>
    hub.ask(
      who,
      `mutation ($input: ToldDisclosureInput!) { result: recordToldDisclosure(case: "case-h03", input: $input) {
        __typename ... on ToldDisclosureRecorded { told { id recipient how } } ... on CaseNoteNotRecorded { problems } } }`,
      {
        variables: {
          input: {
            persons: [CHILD],
            recipient: '民生委員・児童委員 樫村 芳江',
            categories: ['INVOLVEMENT', 'SCHOOL'],
            how: 'ORAL',
            toldOn: '2026-11-15',
            basis: '母の同意による。',
            ...more,
          },
        },
      },
    );

  test('stands in the case and, as a disclosure of that person, in the ledger', async () => {
    const { told } = (await tell(COORDINATOR)).data?.['result'] as { told: { id: string } };
    const lines = await sql(
      hub,
      'collaboration',
      "SELECT outcome, person_id, items::text AS items FROM ledger_entry WHERE kind = 'DISCLOSURE' AND items::text LIKE $1",
      [`%${told.id}%`],
    );
    expect(lines).toMatchObject([{ outcome: 'PERMITTED', person_id: CHILD }]);
    expect(String(lines[0]?.['items'])).toContain('SCHOOL');
    const seen = async (who: string): Promise<string> =>
      (
        await hub.ask(
          who,
          '{ supportCase(id: "case-h03") { toldDisclosures { edges { node { id recipient } } } } }',
        )
      ).text;
    expect(await seen(COORDINATOR)).toContain(told.id);
    expect(await seen(WORKER)).not.toContain(told.id);
  });

  test('not of whom one does not work with, and not by a stranger', async () => {
    const foreign = await tell(OTHER);
    expect(foreign.data?.['result']).toMatchObject({ __typename: 'CaseNoteNotRecorded' });
    expect(codes(await tell(STRANGER))).toEqual(['NOT_FOUND']);
  });
});
