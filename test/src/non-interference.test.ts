/**
 * "Not for you" looks like "nothing here": two worlds that differ only in what a viewer may not see give that viewer
 * the same answers, byte for byte.
 *
 * A world is the rows of the five databases (`world/world.ts`). What a viewer may see of a world is found from the
 * rows and the pure function `decide`, without asking the hub (`world/sight.ts`): the cells that are decided, the
 * members, seats and consents that may be known of, and each row of a sector of which every person whom it speaks of
 * permits the category, or which lies in a file of the viewer's own. Two worlds of which the sight is the same differ
 * only in hidden rows, whatever the difference is; so a random change of anything, kept when it leaves the sight as it
 * was, is a hidden change, and no list of "things that are hidden" has to be written down and kept up to date. A change
 * that the sight wrongly takes for a visible one only makes the property weaker; one that it wrongly takes for hidden
 * fails the property and is looked at.
 *
 * One hub plays both worlds, one after the other: the databases are rewritten between two askings. That is sound
 * because nothing outlives a request but the ledgers, which no answer reads, and it is cheap: a rewrite takes
 * milliseconds, a hub seconds. Consents begin and end at least a minute from now, so time does not pass between two
 * worlds. What is compared is the body and every header but the date and the request id.
 *
 * A property that cannot fail proves nothing: so the sweep goes through every table, and for rows that may be seen it
 * expects the answers to differ.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  household,
  households,
  person,
  staff,
  staffById,
  type SampleStaff,
} from '@kasane/sample-municipality';
import { allCategories, Category, COLLABORATION, Purpose } from '@kasane/vocabulary';
import fc from 'fast-check';
import { randomChange, type Change } from './random/changes.js';
import { randomCircumstances, type Entered } from './random/circumstances.js';
import { randomConsent, randomConsents } from './random/consents.js';
import { HIDDEN_WORD, randomQuery, wholeHouseholdQuery } from './random/query.js';
import { anySeed, randomFrom, runSeed } from './random/random.js';
import { openTestHub, type TestHub } from './test-hub.js';
import { sectorTables } from './world/sector-tables.js';
import { sightOf } from './world/sight.js';
import { openWorld, rowsOf, text, withRows, type Row, type World, type WorldStore } from './world/world.js';

let hub: TestHub;
let store: WorldStore;
/** The sample municipality, as it was seeded. */
let seeded: World;

beforeAll(async () => {
  hub = await openTestHub();
  store = await openWorld(hub);
  seeded = await store.read();
}, 120_000);
afterAll(async () => {
  await store?.close();
  await hub?.stop();
});

interface Asking {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** All that a client gets, but the date and the id of the request. */
async function answerOf(
  viewer: SampleStaff,
  { purpose, ...entered }: Entered,
  { query, variables = {} }: Asking,
): Promise<string> {
  const {
    status,
    headers,
    text: body,
  } = await hub.ask(viewer.staffId, query, { purpose: purpose ?? null, ...entered, variables });
  const requestId = headers.get('hub-request-id') ?? '';
  const told = [...headers].filter(([name]) => name !== 'date' && name !== 'hub-request-id');
  return JSON.stringify([status, told, requestId === '' ? body : body.replaceAll(requestId, 'the request')]);
}

/** The answers of one world. */
async function answersIn(
  world: World,
  viewer: SampleStaff,
  entered: Entered,
  askings: readonly Asking[],
): Promise<readonly string[]> {
  await store.write(world);
  return Promise.all(askings.map((asking) => answerOf(viewer, entered, asking)));
}

/** Where two answers part; empty when they do not. */
function differenceOf(one = '', other = ''): string {
  if (one === other) return '';
  const at = Array.from({ length: one.length }).findIndex((_, index) => one[index] !== other[index]);
  const from = Math.max(0, at - 150);
  return `…${one.slice(from, at + 150)}…\n…${other.slice(from, at + 150)}…`;
}

const { SERVICE_COORDINATION, CONSULTATION, STATISTICS } = Purpose;
const purposes = [
  SERVICE_COORDINATION,
  SERVICE_COORDINATION,
  CONSULTATION,
  CONSULTATION,
  CONSULTATION,
  STATISTICS,
  undefined,
];

/** Random worlds and questions for one viewer: what differs between the worlds is hidden from them. */
function randomTrial(seed: number) {
  const random = randomFrom(seed);
  const now = new Date();
  const viewer = random.of(staff);
  const purpose = random.of(purposes);
  const focus = random.of(households);
  const consented = randomConsents(random, seeded, viewer, focus, now);
  const { world: one, entered } = randomCircumstances(random, consented, viewer, focus, now, purpose);
  const shown = sightOf(one, viewer, entered, now).shown();
  const changes: Change[] = [];
  for (let tries = 0; tries < 10; tries += 1) {
    const change = randomChange(random, changes.at(-1)?.world ?? one, viewer, now);
    if (sightOf(change.world, viewer, entered, now).shown() === shown) changes.push(change);
  }
  const askings = Array.from({ length: 3 }, () => ({
    query: randomQuery(random, { focus: focus.id, session: entered.conference }),
  }));
  return { viewer, entered, one, changes, askings };
}

describe('two worlds that differ only in hidden rows', () => {
  test('give the same answers, whoever asks whatever on whatever basis, under whatever restriction', async () => {
    const total = { changes: 0, telling: 0 };
    await fc.assert(
      fc.asyncProperty(anySeed(), async (seed) => {
        const { viewer, entered, one, changes, askings } = randomTrial(seed);
        const inOne = await answersIn(one, viewer, entered, askings);
        const inOther = await answersIn(changes.at(-1)?.world ?? one, viewer, entered, askings);
        total.changes += changes.length;
        total.telling += inOne.filter((answer) => answer.length > 800).length;
        const place = askings.findIndex((_, at) => inOne[at] !== inOther[at]);
        const differs = askings[place];
        if (!differs) return;
        // Which of the changes alone is enough tells more than all of them.
        const telltale: string[] = [];
        for (const [at, { told, world }] of changes.entries()) {
          const [before] = await answersIn(changes[at - 1]?.world ?? one, viewer, entered, [differs]);
          const [after] = await answersIn(world, viewer, entered, [differs]);
          if (before !== after) telltale.push(`${told}\n${differenceOf(before, after)}`);
        }
        throw new Error(
          `${viewer.staffId} asking ${JSON.stringify(entered)} can tell hidden rows by\n${differs.query}\n${differenceOf(inOne[place], inOther[place])}\n${telltale.join('\n\n')}`,
        );
      }),
      { numRuns: 60, endOnFailure: true, ...runSeed() },
    );
    // Worlds that hardly differ, or answers that hardly tell anything, would prove hardly anything.
    expect(total.changes).toBeGreaterThan(150);
    expect(total.telling).toBeGreaterThan(15);
  }, 120_000);
});

test('whether a person belongs to the household is not told by a note about them and a member', async () => {
  // The note in the grandmother's file speaks of the grandfather too. Both let notes be shown, but of him nobody may
  // know that he is of the household.
  const viewer = staffById('kato-hitorioya-worker');
  const random = randomFrom(0);
  const now = new Date();
  const consent = (subject: string, categories: readonly Category[]): Row => ({
    ...randomConsent(random, person(subject).id, viewer, now).consent,
    id: `consent-${subject}`,
    valid_from: '2026-01-01',
    valid_until: '2036-01-01',
    purposes: [SERVICE_COORDINATION],
    rules: [
      {
        effect: 'PERMIT',
        categories,
        maxTier: 'T3',
        sourceSectors: [COLLABORATION, 'elder-care'],
        recipientOffices: [viewer.office],
        recipientRoles: [],
      },
    ],
  });
  const consents = [consent('h06-grandmother', allCategories), consent('h06-grandfather', [Category.NOTES])];
  const given = consents.map(({ id }) => ({
    consent_id: id,
    seq: 1,
    at: '2026-01-01',
    state: 'GIVEN',
    expression: 'WRITTEN',
    expressed_by: '本人',
    recorded_by: 'someone',
    witnesses: [],
  }));
  const one = withRows(
    withRows(seeded, COLLABORATION, 'consent', consents),
    COLLABORATION,
    'consent_event',
    given,
  );
  const members = rowsOf(one, COLLABORATION, 'household_member').filter(
    (row) => row['person_id'] !== person('h06-grandfather').id,
  );
  const other = withRows(one, COLLABORATION, 'household_member', members);
  const asking = { query: wholeHouseholdQuery(), variables: { id: household('H06').id } };
  const [inOne] = await answersIn(one, viewer, { purpose: SERVICE_COORDINATION }, [asking]);
  const [inOther] = await answersIn(other, viewer, { purpose: SERVICE_COORDINATION }, [asking]);
  expect(inOne).toContain(person('h06-grandmother').name);
  expect(differenceOf(inOne, inOther)).toBe('');
});

/** Of links and releases, and what links are found by: no field shows a row of theirs. */
const beside = ['person_link', 'person_link_event', 'local_person', 'record_release'];

describe('every table of every sector', () => {
  test('is in the list that this test goes through', () => {
    for (const [sector, tables] of Object.entries(seeded)) {
      if (sector === COLLABORATION) continue;
      expect(Object.keys(tables).sort()).toEqual(
        [
          ...Object.keys(sectorTables[sector] ?? {}),
          ...beside,
          ...(sector === 'livelihood-support' ? ['csv_import', 'csv_gaiji'] : []),
        ].sort(),
      );
    }
  });

  /** Viewers who see by consent, by their own duty, and not at all. */
  const viewers = [
    'kato-coordinator',
    'kato-kodomo-worker',
    'kato-livelihood-worker',
    'kato-hitorioya-worker',
  ];
  const members = household('H06').members.map((member) => person(member.person).id as string);
  const asking = { query: wholeHouseholdQuery(), variables: { id: household('H06').id } };
  const entered = { purpose: SERVICE_COORDINATION };
  /** Everybody of the household that is asked for, and one of each other: the others of those are hidden in the same way. */
  const swept = households.flatMap(({ key, members: [first, ...others] }) =>
    [first, ...(key === 'H06' ? others : [])].map((member) => person(member?.person ?? '').id as string),
  );

  test.each(viewers)(
    'tells %s of a new row when it may be seen, and else nothing',
    async (staffId) => {
      const viewer = staffById(staffId);
      const now = new Date();
      const [before] = await answersIn(seeded, viewer, entered, [asking]);
      const shown = new Set<string>();
      for (const [sector, tables] of Object.entries(sectorTables))
        for (const [table, category] of Object.entries(tables)) {
          let hidden = seeded;
          for (const id of swept)
            for (const alsoAbout of [null, 'a-stranger']) {
              const [world, row] = withNewRow(seeded, sector, table, id, alsoAbout);
              const isShown = sightOf(world, viewer, entered, now).showsRow(sector, table, row);
              if (!isShown) [hidden] = withNewRow(hidden, sector, table, id, alsoAbout);
              else if (members.includes(id) && alsoAbout === null && !shown.has(`${sector} ${table}`)) {
                const [answer] = await answersIn(world, viewer, entered, [asking]);
                expect({ sector, table, id, differs: answer !== before }).toEqual({
                  sector,
                  table,
                  id,
                  differs: true,
                });
                shown.add(`${sector} ${table}`);
              }
            }
          // Together, for one alone could not undo what another gives away.
          const [answer] = await answersIn(hidden, viewer, entered, [asking]);
          expect({ sector, table, category, difference: differenceOf(before, answer) }).toEqual({
            sector,
            table,
            category,
            difference: '',
          });
          expect(answer).not.toContain(HIDDEN_WORD);
        }
      await store.write(seeded);
      // That the answers can differ is what makes it worth anything that they do not.
      expect(shown.size > 5).toBe(staffId !== 'kato-hitorioya-worker');
    },
    120_000,
  );
});

/**
 * A world with one more row in a person's file, the newest there is; who has no file yet gets one.
 * @param alsoAbout a local id, of whom else the row speaks; a table that has no such column gets no row
 */
function withNewRow(
  world: World,
  sector: string,
  table: string,
  of: string,
  alsoAbout: string | null,
): readonly [World, Row] {
  const rows = rowsOf(world, sector, table);
  const links = rowsOf(world, sector, 'person_link');
  const link = links.find((each) => each['person_id'] === of);
  const localId = link ? text(link, 'local_id') : `file-${of}`;
  const linked = link
    ? world
    : withRows(world, sector, 'person_link', [...links, { ...links[0], person_id: of, local_id: localId }]);
  const template = rows[0] ?? {};
  const row = Object.fromEntries(
    Object.entries(template).map(([column, value]) => [column, newValue(column, value, localId, alsoAbout)]),
  );
  const fits = alsoAbout === null || 'also_about' in template;
  return [fits ? withRows(linked, sector, table, [...rows, row]) : linked, row];
}

function newValue(column: string, value: unknown, localId: string, alsoAbout: string | null): unknown {
  if (column === 'id') return `a-new-row-${localId}-${alsoAbout ?? ''}`;
  if (column === 'local_id') return localId;
  if (column === 'also_about') return alsoAbout;
  // Of an office of nobody here: the row is there to be shown, and assigns nobody.
  if (column === 'office_code') return 'aizu-houkatsu-1';
  if (typeof value !== 'string') return value;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return column === 'to_date' ? value : '2031-12-31';
  if (/^[12]\d{7}$/.test(value)) return '20311231';
  return /^[A-Z0-9][A-Z0-9_-]*$/.test(value) ? value : HIDDEN_WORD;
}
