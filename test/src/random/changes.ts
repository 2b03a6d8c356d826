import { people, staff as allStaff, type SampleStaff } from '@kasane/sample-municipality';
import { COLLABORATION } from '@kasane/vocabulary';
import { sectorTables } from '../world/sector-tables.js';
import { rowsOf, text, withRows, type Row, type World } from '../world/world.js';
import { randomConsent } from './consents.js';
import { HIDDEN_WORD } from './query.js';
import type { Random } from './random.js';

/** A change of a world, and in words what it was. */
export interface Change {
  readonly told: string;
  readonly world: World;
}

const personIds = people.map(({ id }) => id as string);
const dates = ['1999-12-31', '2025-06-15', '2026-01-01', '2031-12-31', null];
const statuses = ['CONFIRMED', 'SUGGESTED', 'UNLINKED'];
const relations = ['SELF', 'SPOUSE', 'CHILD', 'MOTHER', 'OTHER'];
const KEYS = new Set([
  'id',
  'local_id',
  'also_about',
  'case_id',
  'household_id',
  'person_id',
  'seat_id',
  'search_key',
  'status',
  'for_everyone',
]);

/**
 * A row in which some values are others. What looks like a date, a flag or a number becomes another of its kind; an
 * enum value is left, or becomes a word that the schema does not know: a row that nobody is shown may hold anything.
 */
function altered(random: Random, row: Row, garble = false): Row {
  const columns = Object.keys(row).filter((column) => !KEYS.has(column));
  const chosen = new Set([random.of(columns), ...random.some(columns, 30)]);
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      chosen.has(column) ? alteredValue(random, column, value, garble) : value,
    ]),
  );
}

function alteredValue(random: Random, column: string, value: unknown, garble: boolean): unknown {
  if (column === 'office_code') return random.of(allStaff).office;
  if (column === 'staff_id') return random.of([...allStaff.map(({ staffId }) => staffId as string), null]);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1 + random.int(1_000);
  if (typeof value !== 'string') return value;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return random.of(dates) ?? value;
  if (/^\d{8}$/.test(value)) return (random.of(dates) ?? '0000-00-00').replaceAll('-', '');
  if (/^[A-Z0-9][A-Z0-9_-]*$/.test(value))
    return garble ? (value.length > 1 ? `${value.slice(0, 1)}?` : '?') : value;
  return `${HIDDEN_WORD}${random.int(1_000)}`;
}

/** An id that no row has, before or behind those of the sample in the order of ids. */
const newId = (random: Random): string => `${random.of(['a', 'zz'])}-made-${random.int(1_000_000_000)}`;

const replaced = (rows: readonly Row[], row: Row, by: readonly Row[]): readonly Row[] =>
  rows.flatMap((each) => (each === row ? by : [each]));

/** Any change that a sector, or collaboration, could make to its rows. Who may see it is not asked here. */
export function randomChange(random: Random, world: World, viewer: SampleStaff, now: Date): Change {
  const kind = random.int(12);
  if (kind < 6) return changeOfRecords(random, world);
  if (kind === 6) return changeOfLinks(random, world);
  if (kind === 7)
    return changeOf(
      random,
      world,
      'household_member',
      (row) => ({ ...row, relation: random.of(relations), position: random.int(9) }),
      newMember,
    );
  if (kind === 8) return changeOf(random, world, 'roster_seat', (row) => altered(random, row), newSeat);
  if (kind === 9)
    return changeOf(
      random,
      world,
      'roster_seat_person',
      (row) => ({ ...row, person_id: random.of(personIds) }),
      newSeatPerson,
    );
  if (kind === 10) {
    const table = random.of(['person', 'support_case', 'household']);
    return changeOf(random, world, table, (row) => alteredHubRow(random, table, row));
  }
  const id = newId(random);
  const subject = random.of(personIds);
  const { consent, events } = randomConsent(random, subject, viewer, now);
  const withConsent = withRows(world, COLLABORATION, 'consent', [
    ...rowsOf(world, COLLABORATION, 'consent'),
    { ...consent, id },
  ]);
  return {
    told: `a consent of ${subject}`,
    world: withRows(withConsent, COLLABORATION, 'consent_event', [
      ...rowsOf(world, COLLABORATION, 'consent_event'),
      ...events.map((event) => ({ ...event, consent_id: id })),
    ]),
  };
}

function changeOfRecords(random: Random, world: World): Change {
  const sector = random.of(Object.keys(sectorTables));
  const table = random.of(filled(world, sector));
  const rows = rowsOf(world, sector, table);
  const locals = rowsOf(world, sector, 'person_link').map((link) => text(link, 'local_id'));
  const row = random.of(rows);
  const within = (told: string, by: readonly Row[]): Change => ({
    told: `${told} ${sector}.${table} ${JSON.stringify(row)} → ${JSON.stringify(by)}`,
    world: withRows(world, sector, table, replaced(rows, row, by)),
  });
  const moved = (): Row => ({
    ...altered(random, row, random.chance(20)),
    local_id: random.chance(90) ? random.of(locals) : 'nobody',
    ...('also_about' in row && { also_about: random.some([...locals, 'nobody'], 15).join(',') || null }),
  });
  switch (random.int(4)) {
    case 0:
      return within('deleted', []);
    case 1:
      return within('altered', [altered(random, row, random.chance(20))]);
    default:
      return within('added', [row, { ...moved(), id: newId(random) }]);
  }
}

/** The tables of records that still hold some: a new row is made like one that is there. */
const filled = (world: World, sector: string): readonly string[] =>
  Object.keys(sectorTables[sector] ?? {}).filter((table) => rowsOf(world, sector, table).length > 0);

/** A link is taken back, only suggested, or made to a file that is full of records. */
function changeOfLinks(random: Random, world: World): Change {
  const sector = random.of(Object.keys(sectorTables));
  const links = rowsOf(world, sector, 'person_link');
  const link = random.of(links);
  if (random.chance(40)) {
    const changed = { ...link, status: random.of(statuses) };
    return {
      told: `link in ${sector} ${JSON.stringify(changed)}`,
      world: withRows(world, sector, 'person_link', replaced(links, link, [changed])),
    };
  }
  const localId = newId(random);
  const person = random.of(personIds);
  const withLink = withRows(world, sector, 'person_link', [
    ...links,
    { ...link, person_id: person, local_id: localId, status: random.of(statuses) },
  ]);
  const table = random.of(filled(world, sector));
  const rows = rowsOf(world, sector, table);
  return {
    told: `a new link of ${person} in ${sector}, with a row of ${table}`,
    world: withRows(withLink, sector, table, [
      ...rows,
      { ...altered(random, random.of(rows)), id: newId(random), local_id: localId },
    ]),
  };
}

/** Alters, deletes or adds a row of collaboration. */
function changeOf(
  random: Random,
  world: World,
  table: string,
  alter: (row: Row) => Row,
  make?: (random: Random, world: World, row: Row) => Row | undefined,
): Change {
  const rows = rowsOf(world, COLLABORATION, table);
  const row = random.of(rows);
  const by =
    make && random.chance(60)
      ? random.chance(50)
        ? []
        : [row, ...[make(random, world, row) ?? []].flat()]
      : [alter(row)];
  return {
    told: `${table} ${JSON.stringify(row)} → ${JSON.stringify(by)}`,
    world: withRows(world, COLLABORATION, table, distinct(table, replaced(rows, row, by))),
  };
}

function alteredHubRow(random: Random, table: string, row: Row): Row {
  if (table === 'household') return { ...row, kind: random.of(['REGISTERED', 'ACTUAL', 'SUPPORT']) };
  if (table === 'support_case')
    return {
      ...row,
      ...random.of([
        { number: `${HIDDEN_WORD}-${random.int(1_000_000)}` },
        { status: 'CLOSED', closed_on: '2026-01-31' },
        { opened_on: '2026-02-01' },
      ]),
    };
  const alias = `${HIDDEN_WORD}${random.int(1_000)}`;
  return { ...altered(random, row), ...(random.chance(50) && { name: alias, search_key: alias }) };
}

const newMember = (random: Random, _: World, row: Row): Row => ({
  ...row,
  person_id: random.chance(70) ? random.of(personIds) : newId(random),
  relation: random.of(relations),
  position: random.int(9),
});

const newSeat = (random: Random, _: World, row: Row): Row => {
  const { staffId, office, name } = random.of(allStaff);
  return {
    ...row,
    id: newId(random),
    office_code: office,
    staff_id: random.chance(80) ? staffId : null,
    staff_name: name,
    for_everyone: random.chance(30),
  };
};

const newSeatPerson = (random: Random, world: World): Row => ({
  seat_id: text(random.of(rowsOf(world, COLLABORATION, 'roster_seat')), 'id'),
  person_id: random.of(personIds),
});

const KEY_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  household_member: ['household_id', 'person_id'],
  roster_seat_person: ['seat_id', 'person_id'],
};

/** Rows of one key once: what was there first stays. */
function distinct(table: string, rows: readonly Row[]): readonly Row[] {
  const columns = KEY_COLUMNS[table];
  if (!columns) return rows;
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(columns.map((column) => row[column]));
    return !seen.has(key) && seen.add(key);
  });
}
