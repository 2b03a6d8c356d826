/**
 * For a random run of questions, the ledgers and the answers agree field by field.
 *
 * Each question asks, besides what it is about, for marks (`world/told-of.ts`): of whom each object of the answer
 * speaks. So the answer is read without the hub's help as a list of (person, category, field, answered or not), and
 * laid beside the lines that the five ledgers hold under the request id of the answer, in both directions.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { households, staff } from '@kasane/sample-municipality';
import { COLLABORATION, Purpose } from '@kasane/vocabulary';
import { randomConsents } from './random/consents.js';
import { randomQuery } from './random/query.js';
import { anySeed, randomFrom, runSeed } from './random/random.js';
import { openTestHub, type TestHub } from './test-hub.js';
import { linesOf, type LedgerLine } from './world/ledger-items.js';
import { marks, tellingOf, withMarks, type Told } from './world/told-of.js';
import { openWorld, rowsOf, text, type Row, type World, type WorldStore } from './world/world.js';
import fc from 'fast-check';

let hub: TestHub;
let store: WorldStore;
let marked: World;
let parties: readonly string[];

beforeAll(async () => {
  hub = await openTestHub();
  store = await openWorld(hub);
  marked = withMarks(await store.read());
  parties = hub.registry.map(({ id }) => id);
}, 120_000);
afterAll(async () => {
  await store?.close();
  await hub?.stop();
});

test('the ledgers and the answers agree field by field, whoever asks whatever', async () => {
  const total = { answered: 0, withheld: 0, unopened: 0, lines: 0 };
  await fc.assert(
    fc.asyncProperty(anySeed(), async (seed) => {
      const random = randomFrom(seed);
      const viewer = random.of(staff);
      const focus = random.of(households);
      const purpose = random.chance(90)
        ? random.of([Purpose.SERVICE_COORDINATION, Purpose.CONSULTATION])
        : null;
      const world = random.chance(25) ? marked : randomConsents(random, marked, viewer, focus, new Date());
      await store.write(world);
      const query = randomQuery(random, { marks, focus: focus.id });
      const { data, errors, headers } = await hub.ask(viewer.staffId, query, { purpose });
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(
        errors.map(() => 'PURPOSE_REQUIRED'),
      );
      expect(errors.length > 0).toBe(purpose === null);

      const lines = await linesOf(store, parties, headers.get('hub-request-id') ?? '');
      const { told, unopened } = tellingOf(world, query, data);
      const keyOf = ({
        party,
        person,
        category,
        field,
      }: Pick<Told, 'party' | 'person' | 'category' | 'field'>): string =>
        [party, person, category, field].join(' ');
      const disclosures = lines.filter(({ kind }) => kind === 'DISCLOSURE');
      const permitted = new Set(disclosures.filter((line) => line.permitted).map(keyOf));
      const denied = new Set(disclosures.filter((line) => !line.permitted).map(keyOf));
      const notGranted = new Set(
        lines.filter(({ kind, permitted: is }) => kind === 'GRANT' && !is).map(keyOf),
      );
      const wrong: string[] = [];

      // Recorded before released: what was answered is in the ledger of the sector that answered it.
      for (const one of told) {
        const key = keyOf(one);
        if (!one.isNull && !permitted.has(key)) wrong.push(`answered, but not recorded: ${key}`);
        if (one.isNull && !permitted.has(key) && !denied.has(key))
          wrong.push(`not answered, and nothing recorded: ${key}`);
      }
      for (const { party, person, field, grant, categories } of unopened)
        for (const category of categories) {
          const refused = denied.has(keyOf({ party, person, category, field }));
          const pruned = notGranted.has(keyOf({ party: COLLABORATION, person, category, field: grant }));
          if (!refused && !pruned)
            wrong.push(`not opened, and nothing recorded: ${party} ${person} ${category}`);
        }
      // Nothing stands in a ledger that was not asked and answered for that very person.
      const asked = new Set(told.map(keyOf));
      for (const line of disclosures) {
        if (!line.permitted) continue;
        if (!asked.has(keyOf(line))) wrong.push(`recorded, but not answered: ${keyOf(line)}`);
        if (!restsOnOwnEvidence(world, line))
          wrong.push(`on foreign evidence: ${keyOf(line)} by ${line.rule} ${line.evidence}`);
      }
      if (wrong.length > 0)
        throw new Error(
          `${viewer.staffId}\n${query}\n${[...new Set(wrong)].join('\n')}\n${JSON.stringify(data).slice(0, 3000)}`,
        );
      total.answered += told.filter(({ isNull }) => !isNull).length;
      total.withheld += told.filter((one) => one.isNull && denied.has(keyOf(one))).length;
      total.unopened += unopened.length;
      total.lines += lines.length;
    }),
    { numRuns: 100, endOnFailure: true, ...runSeed() },
  );
  expect(total.answered).toBeGreaterThan(1_000);
  expect(total.withheld).toBeGreaterThan(30);
  expect(total.unopened).toBeGreaterThan(50);
}, 120_000);

/**
 * A consent of the person, a seat or a responsibility for the person; or, where a record in an office's own file
 * speaks of the person too, the office's responsibility for whose file it is.
 */
function restsOnOwnEvidence(world: World, { party, person, rule, evidence }: LedgerLine): boolean {
  const hub = (table: string): readonly Row[] => rowsOf(world, COLLABORATION, table);
  if (rule === 'CONSENT')
    return hub('consent').some((row) => row['id'] === evidence && row['subject_id'] === person);
  if (rule !== 'OWN_OFFICE') return false;
  if (party === COLLABORATION) {
    const seat = hub('roster_seat').find((row) => row['id'] === evidence);
    const of = hub('support_case').find((row) => row['id'] === seat?.['case_id']);
    return seat?.['for_everyone'] === true
      ? hub('household_member').some(
          (row) => row['person_id'] === person && row['household_id'] === of?.['household_id'],
        )
      : hub('roster_seat_person').some((row) => row['seat_id'] === evidence && row['person_id'] === person);
  }
  const file = rowsOf(world, party, 'responsibility').find((row) => row['id'] === evidence)?.['local_id'];
  const ids = rowsOf(world, party, 'person_link')
    .filter((link) => link['person_id'] === person)
    .map((link) => text(link, 'local_id'));
  const speaksOfThem = Object.values(world[party] ?? {})
    .flat()
    .some(
      (row) =>
        row['local_id'] === file &&
        text(row, 'also_about')
          .split(',')
          .some((id) => ids.includes(id)),
    );
  return ids.some((id) => id === file) || speaksOfThem;
}
