import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AlreadyGeneratedError, generateInto, type GenerateOptions } from '@kasane/local-hub';
import { gatheredRows, generatedStaff, generateHousehold } from '@kasane/sample-municipality';
import { readFile } from 'node:fs/promises';
import { openTestHub, type TestHub } from './test-hub.js';
import { openWorld, rowsOf, type Row, type WorldStore } from './world/world.js';

const city = { municipality: '282286', seed: 5, cases: 0.3 } as const;
const generated = (households: number) =>
  gatheredRows(
    city,
    Array.from({ length: households }, (_, at) => at),
  );
let hub: TestHub;
let store: WorldStore;

beforeAll(async () => {
  hub = await openTestHub();
  store = await openWorld(hub);
}, 120_000);

afterAll(async () => {
  await store?.close();
  await hub?.stop();
});

const generate = (options: Partial<GenerateOptions> & Pick<GenerateOptions, 'households'>) =>
  generateInto({
    ...city,
    databases: new Map(
      Object.entries(hub.databases).map(([sector, { migrationUrl }]) => [sector, migrationUrl]),
    ),
    ...options,
  });

/** Everything that the databases hold of what was generated, and of nothing more: by database and table. */
async function expectExactly(
  households: number,
  before: Awaited<ReturnType<WorldStore['read']>>,
): Promise<void> {
  const now = await store.read();
  for (const [sector, tables] of generated(households))
    for (const [table, rows] of Object.entries(tables)) {
      const found = rowsOf(now, sector, table).slice(0);
      expect([table, found.length]).toEqual([table, rowsOf(before, sector, table).length + rows.length]);
      const columns = Object.keys(rows[0] ?? {}).filter((name) => !(rows[0]?.[name] instanceof Date));
      const told = (row: Row): string =>
        JSON.stringify(
          columns.map((name) => row[name] ?? row[asRead[name] ?? ''] ?? null),
          sorted,
        );
      const there = new Set(found.map(told));
      for (const row of rows) expect(there).toContain(told(row));
    }
}
/** How the world calls the keys of the care-insurance package's tables. */
const asRead: Readonly<Record<string, string>> = { seiri_no: 'id', hihokensha_no: 'local_id' };
/** JSON of the database has its keys in an order of its own. */
const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

test('two hundred households fit every table, column by column, and are added to and taken up where it ended', async () => {
  const before = await store.read();
  await expect(generate({ households: 60, batch: 25 })).resolves.toMatchObject({ known: 0 });
  await expectExactly(60, before);

  await expect(generate({ households: 200 })).rejects.toThrow(AlreadyGeneratedError);
  await expectExactly(60, before);

  // As if it had ended between the sectors and collaboration, and within a household.
  const { id } = generateHousehold(city, 59);
  await store.query('collaboration', 'DELETE FROM household WHERE id = $1', [id]);
  await store.query('collaboration', 'DELETE FROM household_member WHERE household_id = $1', [id]);
  await expect(generate({ households: 200, append: true, batch: 70 })).resolves.toMatchObject({ known: 59 });
  await expectExactly(200, before);
  await expect(generate({ households: 200, append: true })).resolves.toMatchObject({ known: 200, rows: 0 });
}, 60_000);

test('a batch that one database refuses is not written by that database at all', async () => {
  const other = { ...city, seed: 6 };
  const index = Array.from({ length: 400 }, (_, at) => at).find(
    (at) => generateHousehold(other, at).caseOpenedOn,
  );
  if (index === undefined) throw new Error('no household is a case');
  const number = `${city.municipality}-G6-${String(index).padStart(7, '0')}`;
  await store.query(
    'collaboration',
    `INSERT INTO support_case (id, household_id, number, status, opened_on) VALUES ('case-in-the-way', 'h-nobody', $1, 'IN_SUPPORT', '2026-01-01')`,
    [number],
  );
  await expect(generate({ households: index + 1, seed: 6, batch: index + 1 })).rejects.toThrow(
    /support_case|duplicate/,
  );
  const ids = Array.from({ length: index + 1 }, (_, at) => generateHousehold(other, at).id);
  expect(await store.query('collaboration', 'SELECT id FROM household WHERE id = ANY ($1)', [ids])).toEqual(
    [],
  );
});

test('their coordinator sees what they consented to, and nobody of the sample learns of them', async () => {
  const coordinator = generatedStaff('g-kato-fukushi-somu-1');
  if (!coordinator) throw new Error('there is no generated coordinator');
  const view = await readFile(
    new URL('../../packages/local-hub/queries/household-view.graphql', import.meta.url),
    'utf8',
  );
  const cases = Array.from({ length: 200 }, (_, at) => generateHousehold(city, at)).filter(
    ({ caseOpenedOn }) => caseOpenedOn !== undefined,
  );
  const answers = await Promise.all(
    cases.slice(0, 16).map(({ id }) => hub.ask(coordinator, view, { variables: { id } })),
  );
  for (const { status, errors } of answers) expect([status, errors]).toEqual([200, []]);
  const all = answers.map(({ text }) => text).join('');
  for (const shown of ['"level":"CARE_', '"kind":"PHYSICAL"', '小学校', '"goal":"', '"chiefComplaint":"'])
    expect(all).toContain(shown);
  // The closed tier is of no consent.
  expect(all).not.toContain('NEEDS_SUPPORT');

  const [first] = cases;
  const foreign = await hub.ask('kato-coordinator', view, { variables: { id: first?.id } });
  const absent = await hub.ask('kato-coordinator', view, { variables: { id: 'h-00000000' } });
  expect(foreign.text).toBe(absent.text);
});

test('are found by kana as everybody is', async () => {
  const coordinator = generatedStaff('g-kato-fukushi-somu-1');
  const found = Array.from({ length: 200 }, (_, at) => generateHousehold(city, at)).find(
    ({ caseOpenedOn, members }) => caseOpenedOn !== undefined && members.length > 1,
  );
  if (!coordinator || !found) throw new Error('no household is a case');
  const { data } = await hub.ask(
    coordinator,
    'query ($search: String!) { households(search: $search, first: 50) { edges { node { id } } } }',
    { variables: { search: (found.members[0]?.kana ?? '').replace(' ', '') } },
  );
  expect(JSON.stringify(data)).toContain(found.id);
});
