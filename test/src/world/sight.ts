import {
  decide,
  noFacts,
  type AssignmentFacts,
  type Cell,
  type Decision,
  type Facts,
  type Released,
  type ViewerFacts,
} from '@kasane/disclosure';
import type { SampleStaff } from '@kasane/sample-municipality';
import {
  Category,
  COLLABORATION,
  defaultRegistry,
  isAtLeast,
  japanDate,
  Level,
  Relation,
  Role,
  type PersonId,
  type SectorId,
} from '@kasane/vocabulary';
import type { Entered } from '../random/circumstances.js';
import { circumstancesOf, consentsOf } from './recorded-facts.js';
import { recordClasses } from './record-classes.js';
import { sectorTables } from './sector-tables.js';
import { rowsOf, text, type Row, type World } from './world.js';

/** What one viewer may be shown of a world, found from the rows themselves and not by asking the hub. */
export interface Sight {
  /** Whether a row of a sector's table may be shown: all of it, or nothing. */
  showsRow(sector: string, table: string, row: Row): boolean;
  /** Everything that may be shown, as text: two worlds of which it is the same are one world to this viewer. */
  shown(): string;
}

const COLUMNS = {
  [Category.IDENTITY]: [
    'name',
    'kana',
    'roman_name',
    'birth_date',
    'birth_as_given',
    'sex',
    'deceased_on',
    'search_key',
  ],
  [Category.CONTACT]: ['address', 'phone'],
  [Category.LANGUAGE_NEEDS]: ['languages', 'language_need'],
} as const;

/**
 * The sight of a viewer who asks in this way. A row of which only a summary is open counts as shown: a change of it
 * is then no hidden one, whatever it changes.
 */
export function sightOf(world: World, staff: SampleStaff, entered: Entered, now: Date): Sight {
  const { purpose } = entered;
  // Without a purpose no question about a person is answered at all.
  if (purpose === undefined) return { showsRow: () => false, shown: () => '' };
  const hub = (table: string): readonly Row[] => rowsOf(world, COLLABORATION, table);
  const viewer: ViewerFacts = { ...staff, ...entered };
  const members = membersToday(world, now);

  const persons = [
    ...new Set([
      ...hub('person').map((row) => text(row, 'id')),
      ...Object.keys(sectorTables).flatMap((sector) =>
        rowsOf(world, sector, 'person_link').map((row) => text(row, 'person_id')),
      ),
    ]),
  ].sort() as PersonId[];
  const granted = decide(factsOf(world, viewer, now), persons);
  const own = decide(
    {
      ...noFacts,
      now,
      viewer,
      registry: defaultRegistry.filter(({ id }) => id === staff.sector),
      assignments: responsibilitiesOf(world, staff.sector),
    },
    persons,
  );
  const isGranted = (person: string, sector: string, category: Category): boolean => {
    const cell = cellIn(granted, person, sector, category);
    return cell?.permitted === true && isAtLeast(cell.level, Level.EXISTENCE);
  };
  // What collaboration bars (a measure, a conflict of interest) the own duty does not open either.
  const isOwn = (person: string, sector: string, category: Category): boolean =>
    staff.sector === sector &&
    sector !== COLLABORATION &&
    isPermitted(own, person, sector, category) &&
    !isBarred(granted, person, sector, category);

  const linkedTo = new Map<string, string[]>();
  for (const sector of Object.keys(sectorTables))
    for (const link of rowsOf(world, sector, 'person_link'))
      if (link['status'] === 'CONFIRMED') {
        const key = `${sector} ${text(link, 'local_id')}`;
        linkedTo.set(key, [...(linkedTo.get(key) ?? []), text(link, 'person_id')]);
      }
  const linked = (sector: string, localId: string): readonly string[] =>
    linkedTo.get(`${sector} ${localId}`) ?? [];
  const showsRow = (sector: string, table: string, row: Row): boolean => {
    const category = sectorTables[sector]?.[table];
    if (!category) throw new Error(`${sector}.${table} has no category.`);
    // Told in confidence: not even its own office is shown it through the hub.
    if (row['seal'] === 'NEVER') return false;
    const owners = linked(sector, text(row, 'local_id'));
    if (owners.some((owner) => isOwn(owner, sector, category))) return true;
    const opens = (subject: string): boolean => {
      const cell = cellIn(granted, subject, sector, category);
      if (!cell?.permitted) return false;
      if (cell.released && isReleased(world, sector, table, row, cell.released, now)) return true;
      return typeof row['seal'] !== 'string' && isAtLeast(cell.level, Level.EXISTENCE);
    };
    const others = text(row, 'also_about')
      .split(',')
      .filter(Boolean)
      .map((id) => linked(sector, id));
    return [owners, ...others].every((subjects) => subjects.some(opens));
  };

  const shown = (): string => {
    // Which households tell of somebody, and of whom.
    const knows = ({ person_id: person }: Row): boolean =>
      isGranted(String(person), COLLABORATION, Category.HOUSEHOLD);
    const known = members.filter(knows);
    const isKnown = (household: unknown): boolean =>
      known.some((member) => member['household_id'] === household);
    const cases = hub('support_case').filter((row) => isKnown(row['household_id']));
    const seats = cases.flatMap(({ id, household_id }) =>
      hub('roster_seat')
        .filter((seat) => seat['case_id'] === id)
        .flatMap((seat) => {
          const named = hub('roster_seat_person').filter(
            (each) =>
              each['seat_id'] === seat['id'] &&
              known.some(
                (member) =>
                  member['household_id'] === household_id && member['person_id'] === each['person_id'],
              ),
          );
          return seat['for_everyone'] === true || named.length > 0
            ? [{ seat, named: seat['for_everyone'] === true ? [] : sorted(named) }]
            : [];
        }),
    );
    const sessions = hub('statutory_session').filter(
      ({ id, office_code: office, convened_by: by }) =>
        hub('session_member').some(
          (row) =>
            row['session_id'] === id &&
            row['staff_id'] === staff.staffId &&
            row['office_code'] === staff.office,
        ) ||
        (office === staff.office && (by === staff.staffId || staff.roles.includes(Role.COORDINATOR))),
    );
    return JSON.stringify({
      sessions: sessions.map((session) => [
        session,
        SESSION_TABLES.map((table) =>
          sorted(hub(table).filter((row) => row['session_id'] === session['id'])),
        ),
        // Whoever may be named is named to a member, though perhaps nothing more is told of them.
        sorted(
          members.filter(
            ({ household_id: household, person_id: of }) =>
              hub('session_household').some(
                (row) => row['session_id'] === session['id'] && row['household_id'] === household,
              ) && isPermitted(granted, String(of), COLLABORATION, Category.HOUSEHOLD),
          ),
        ),
      ]),
      decisions: persons.map((person) => [
        person,
        [...(granted.get(person) ?? [])].map(([sector, cells]) => [
          sector,
          [...cells].map(([category, cell]) => [category, told(cell)]),
        ]),
      ]),
      own: persons.filter((person) =>
        Object.values(Category).some((category) => isOwn(person, staff.sector ?? '', category)),
      ),
      households: sorted(
        hub('household')
          .filter(({ id }) => isKnown(id))
          .map(({ id, kind }) => {
            const here = members.filter((member) => member['household_id'] === id);
            const tellsRelation = here.some(
              (member) => member['relation'] === Relation.SELF && knows(member),
            );
            const ordered = here.filter(knows).sort((a, b) => Number(a['position']) - Number(b['position']));
            return {
              id,
              kind,
              members: ordered.map(({ relation, position: _, ...row }) => ({
                ...row,
                relation: tellsRelation ? relation : null,
              })),
            };
          }),
      ),
      cases: sorted(cases),
      seats: sorted(seats),
      persons: hub('person').map((row) => [
        row['id'],
        Object.entries(COLUMNS).map(([category, columns]) =>
          isGranted(text(row, 'id'), COLLABORATION, category as Category)
            ? columns.map((column) => row[column])
            : null,
        ),
      ]),
      consents: sorted(
        hub('consent').filter((row) => isGranted(text(row, 'subject_id'), COLLABORATION, Category.CONSENT)),
      ),
      records: Object.entries(sectorTables).map(([sector, tables]) =>
        Object.keys(tables).map((table) =>
          sorted(
            rowsOf(world, sector, table)
              .filter((row) => showsRow(sector, table, row))
              .map((row) => ({ of: linked(sector, text(row, 'local_id')), row })),
          ),
        ),
      ),
    });
  };
  return { showsRow, shown };
}

/** All that collaboration's decision depends on for one viewer, about everybody. */
export function factsOf(world: World, viewer: ViewerFacts, now: Date): Facts {
  return {
    now,
    viewer,
    registry: defaultRegistry,
    consents: consentsOf(world, now),
    assignments: seatsOf(world, membersToday(world, now)),
    ...circumstancesOf(world, viewer, now),
  };
}

function membersToday(world: World, now: Date): readonly Row[] {
  const today = japanDate(now);
  return rowsOf(world, COLLABORATION, 'household_member').filter(
    (row) => text(row, 'from_date') <= today && (row['to_date'] === null || text(row, 'to_date') >= today),
  );
}

/** Of a cell what its viewer is told: not what closed it in silence, nor to whom it is closed besides. */
const told = (cell: Cell): unknown =>
  cell.permitted ? cell : { permitted: cell.permitted, rule: cell.rule, reason: cell.reason };

const isBarred = (decision: Decision, person: string, sector: string, category: Category): boolean => {
  const cell = decision
    .get(person as PersonId)
    ?.get(sector as SectorId)
    ?.get(category);
  return cell !== undefined && !cell.permitted && cell.barred === true;
};

const SESSION_TABLES = [
  'session_household',
  'session_member',
  'session_pledge',
  'session_justification',
  'session_approval',
  'session_closing',
];

/** Whether the owner of a row released it to a session, and of the closed tier the coordinator agreed. */
const isReleased = (
  world: World,
  sector: string,
  table: string,
  row: Row,
  { session, approved }: Released,
  now: Date,
): boolean =>
  rowsOf(world, sector, 'record_release').some(
    (release) =>
      release['session_id'] === session &&
      release['record_id'] === `${recordClasses[sector]?.[table]}:${text(row, 'id')}` &&
      release['taken_back_at'] === null &&
      text(release, 'expires_at') > now.toISOString() &&
      (approved === undefined || approved.includes(text(release, 'id'))),
  );

const cellIn = (decision: Decision, person: string, sector: string, category: Category): Cell | undefined =>
  decision
    .get(person as PersonId)
    ?.get(sector as SectorId)
    ?.get(category);

const isPermitted = (decision: Decision, person: string, sector: string, category: Category): boolean =>
  decision
    .get(person as PersonId)
    ?.get(sector as SectorId)
    ?.get(category)?.permitted === true;

const sorted = (rows: readonly object[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

/** Seats on open cases, for each member whom they are for. */
function seatsOf(world: World, members: readonly Row[]): readonly AssignmentFacts[] {
  const seats = rowsOf(world, COLLABORATION, 'roster_seat');
  const named = rowsOf(world, COLLABORATION, 'roster_seat_person');
  return rowsOf(world, COLLABORATION, 'support_case')
    .filter((row) => row['closed_on'] === null)
    .flatMap(({ id, household_id }) =>
      seats
        .filter((seat) => seat['case_id'] === id)
        .flatMap((seat) =>
          members
            .filter(
              (member) =>
                member['household_id'] === household_id &&
                (seat['for_everyone'] === true ||
                  named.some(
                    (each) => each['seat_id'] === seat['id'] && each['person_id'] === member['person_id'],
                  )),
            )
            .map((member) => ({
              ...assignment(seat, text(member, 'person_id'), COLLABORATION),
              basicOnly: seat['role'] !== Role.COORDINATOR,
            })),
        ),
    );
}

function responsibilitiesOf(world: World, sector: SectorId | undefined): readonly AssignmentFacts[] {
  if (sector === undefined || sector === COLLABORATION) return [];
  const links = rowsOf(world, sector, 'person_link').filter((link) => link['status'] === 'CONFIRMED');
  return rowsOf(world, sector, 'responsibility').flatMap((row) =>
    links
      .filter((link) => link['local_id'] === row['local_id'])
      .map((link) => assignment(row, text(link, 'person_id'), sector)),
  );
}

const assignment = (row: Row, person: string, sector: SectorId): AssignmentFacts => ({
  id: text(row, 'id'),
  person: person as PersonId,
  sector,
  office: text(row, 'office_code') as AssignmentFacts['office'],
  staff: (row['staff_id'] ?? undefined) as AssignmentFacts['staff'],
  from: text(row, 'from_date'),
  to: (row['to_date'] ?? undefined) as string | undefined,
});
