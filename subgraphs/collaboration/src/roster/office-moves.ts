import {
  Capacity,
  Category,
  ErrorCode,
  HubError,
  japanDate,
  OfficeKind,
  Role,
  type HouseholdId,
  type OfficeCode,
  type PersonId,
  type StaffId,
} from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { RosterSeatRow } from '../case/case-tables.js';
import { change, lineOf, type LedgerLine } from '../change.js';
import { addDays } from '../consent/period.js';
import type { CollaborationContext } from '../context.js';
import { textProblems } from '../input.js';
import { newId } from '../new-id.js';
import { requireOfficial, requireRole } from '../permission.js';
import { insertSeats, noteSeats } from './change-roster.js';
import { dayProblems } from './roster-rules.js';
import { RosterChangeKind } from './seat-words.js';

/** A seat of an open case that goes on beyond a day, with whom it is for and of which household it is. */
interface EndingSeat {
  readonly seat: RosterSeatRow;
  readonly named: readonly PersonId[] | null;
  readonly household: HouseholdId;
}

export type MovedOffice =
  { readonly seats: readonly EndingSeat[] } | { readonly problems: readonly string[] };

/**
 * Ends with a day all seats that a worker holds for the manager's own office. From the next day on the manager holds
 * each, marked as waiting for a worker: it is somebody's at every moment.
 * @throws {HubError} `FORBIDDEN` to who manages no office
 */
export async function transferStaff(
  staff: StaffId,
  lastDay: string,
  context: CollaborationContext,
): Promise<MovedOffice> {
  const { viewer, now } = context;
  const field = 'Mutation.transferStaff';
  requireRole(viewer, Role.OFFICE_MANAGER);
  requireOfficial(viewer);
  const problems = [
    ...dayProblems([lastDay], japanDate(now)),
    ...(staff === viewer.staffId ? ['自分の異動は、後任の所属長が記録してください。'] : []),
  ];
  if (problems.length > 0) return { problems };
  let held: readonly EndingSeat[] = [];
  await changeSeats(context, field, async (transaction) => {
    const ending = await endSeats(transaction, { office: viewer.office, staff }, lastDay);
    held = ending.map(({ seat, named, household }) => ({
      named,
      household,
      seat: {
        ...seat,
        id: newId('rs'),
        staffId: viewer.staffId,
        staffName: null,
        from: laterOf(seat.from, addDays(lastDay, 1)),
        needsWorker: true,
        succeedsId: seat.id,
        version: 1,
      },
    }));
    await insertSeats(transaction, held);
    await noteSeats(transaction, ending, { kind: RosterChangeKind.WORKER_LEFT, on: lastDay }, context);
    return ending;
  });
  return { seats: held };
}

/**
 * Ends with a day all seats of an office whose entrustment ends, by the city that entrusted it. What it wrote stays.
 * @throws {HubError} `FORBIDDEN` to who is no coordinator or manager of a division of the city, as city staff
 */
export async function endEntrustment(
  office: OfficeCode,
  lastDay: string,
  reason: string,
  context: CollaborationContext,
): Promise<MovedOffice> {
  const { viewer, loaders, now } = context;
  const field = 'Mutation.endEntrustment';
  requireRole(viewer, Role.COORDINATOR, Role.OFFICE_MANAGER);
  const [own, ending] = await Promise.all([
    loaders.offices.load(viewer.office),
    loaders.offices.load(office),
  ]);
  if (viewer.capacity !== Capacity.CITY_STAFF || !own || !cityOffices.includes(own.kind))
    throw new HubError(ErrorCode.FORBIDDEN);
  const problems = [
    // Another city's office is no more known here than one that does not exist.
    ...(ending?.localGovernmentCode === own.localGovernmentCode
      ? []
      : [`機関「${office}」は登録されていません。`]),
    ...(ending && cityOffices.includes(ending.kind) ? ['市の機関は、委託の終了の対象になりません。'] : []),
    ...dayProblems([lastDay], japanDate(now)),
    ...textProblems('理由', reason),
  ];
  if (problems.length > 0) return { problems };
  let seats: readonly EndingSeat[] = [];
  await changeSeats(context, field, async (transaction) => {
    seats = await endSeats(transaction, { office }, lastDay);
    const news = { kind: RosterChangeKind.ENTRUSTMENT_ENDED, on: lastDay, reason };
    await noteSeats(transaction, seats, news, context);
    return seats;
  });
  return { seats };
}

/** The city's own offices: what they do is no entrustment. */
const cityOffices: readonly string[] = [OfficeKind.MULTI_AGENCY_COORDINATOR, OfficeKind.CITY_DIVISION];

/** A change of many seats, with one line in the ledger for each household whose roster it changes. */
async function changeSeats(
  context: CollaborationContext,
  field: string,
  write: (transaction: EntityManager) => Promise<readonly EndingSeat[]>,
): Promise<void> {
  const category = Category.INVOLVEMENT;
  const lines: LedgerLine[] = [];
  await change(context, lines, async (transaction) => {
    const seats = await write(transaction);
    // That it was tried stands on record too where there was no seat to end.
    if (seats.length === 0) lines.push(lineOf(field, 'none', { category }));
    lines.push(...seats.map(({ household, seat }) => lineOf(field, seat.id, { category, household })));
  });
}

/** Ends the seats that go on beyond a day, locked so that no two end the same one. */
async function endSeats(
  transaction: EntityManager,
  { office, staff }: { readonly office: OfficeCode; readonly staff?: StaffId },
  lastDay: string,
): Promise<readonly EndingSeat[]> {
  const found = await transaction.sql<
    { readonly id: string; readonly household: HouseholdId; readonly named: readonly PersonId[] | null }[]
  >`
    SELECT seat.id, c.household_id AS household,
           (SELECT json_agg(p.person_id ORDER BY p.person_id) FROM roster_seat_person p WHERE p.seat_id = seat.id) AS named
    FROM roster_seat seat JOIN support_case c ON c.id = seat.case_id AND c.closed_on IS NULL
    WHERE seat.office_code = ${office} AND (${staff ?? null}::varchar IS NULL OR seat.staff_id = ${staff ?? null})
      AND (seat.to_date IS NULL OR seat.to_date > ${lastDay})
    ORDER BY seat.id FOR UPDATE OF seat`;
  const ids = found.map(({ id }) => id);
  const rows = new Map(
    (ids.length === 0
      ? []
      : await transaction.findBy(
          RosterSeatRow,
          ids.map((id) => ({ id })),
        )
    ).map((row) => [row.id, row]),
  );
  await transaction.sql`
    UPDATE roster_seat SET to_date = ${lastDay}, needs_worker = false, version = version + 1
    WHERE id = ANY(${ids}::varchar[])`;
  return found.flatMap(({ id, household, named }) => {
    const seat = rows.get(id);
    return seat ? [{ seat, household, named: seat.forEveryone ? null : (named ?? []) }] : [];
  });
}

const laterOf = (one: string, other: string): string => (one > other ? one : other);
