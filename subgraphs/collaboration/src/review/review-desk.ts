import type { LedgerReader } from '@kasane/ledger';
import { endOfJapanDay, japanDate, startOfJapanDay, type PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import {
  countOf,
  findingsOf,
  inOrder,
  volumeFindings,
  WorkerDays,
  type DayCount,
  type Finding,
  type Surroundings,
  type WorkerDay,
} from './unusual-access.js';

interface Desk {
  readonly ledger: Pick<LedgerReader, 'entriesBetween'>;
  readonly manager: EntityManager;
}

/** Entries that are held at once, and persons that are asked for at once. */
const PAGE = 1_000;

/**
 * What is unusual in the ledger from one instant until before another. It goes day by day and page by page: of a day
 * whom each worker saw is kept until the day is done, and of the whole span how many they were.
 */
export async function reviewAccess(desk: Desk, from: Date, to: Date): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const counts: DayCount[] = [];
  for (const [start, end] of daysBetween(from, to)) {
    const workers = await workersBetween(desk.ledger, start, end);
    const around = await surroundingsOf(desk.manager, workers);
    for (const worker of workers) {
      findings.push(...findingsOf(worker, around));
      counts.push(countOf(worker));
    }
  }
  return inOrder([...findings, ...volumeFindings(counts)]);
}

/** The Japanese calendar days that a span touches, each as far as it lies within. */
function* daysBetween(from: Date, to: Date): Generator<readonly [Date, Date]> {
  for (let start = from; start < to;) {
    const nextDay = endOfJapanDay(japanDate(start));
    const end = nextDay < to ? nextDay : to;
    yield [start, end];
    start = end;
  }
}

async function workersBetween(ledger: Desk['ledger'], from: Date, to: Date): Promise<readonly WorkerDay[]> {
  const days = new WorkerDays();
  for (let after = 0; ;) {
    const page = await ledger.entriesBetween({ from, to, after, limit: PAGE });
    for (const entry of page) days.add(entry);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return days.all();
    after = last.seq;
  }
}

/** What has to be known around one day's work. Where persons live is asked of those only whom a neighbour may have seen. */
async function surroundingsOf(manager: EntityManager, workers: readonly WorkerDay[]): Promise<Surroundings> {
  const staff = [...new Set(workers.map((worker) => worker.staff))];
  const [first] = workers;
  if (!first) return { conflicts: [], residences: [], dwellings: [] };
  const conflicts = await manager.sql<Surroundings['conflicts'][number][]>`
    SELECT staff_id AS staff, person_id AS person, declared_at AS at,
           CASE WHEN declared_by = staff_id THEN NULL ELSE office_code END AS office
    FROM conflict_of_interest
    WHERE staff_id IN (${() => staff}) AND declared_at >= ${startOfJapanDay(first.day)}`;
  const residences = await manager.sql<Surroundings['residences'][number][]>`
    SELECT staff_id AS staff, office_code AS office, district_id AS district, declared_at AS at FROM staff_district
    WHERE staff_id IN (${() => staff})`;
  const settled = new Set(residences.map((residence) => residence.staff));
  const persons = [
    ...new Set(workers.filter((worker) => settled.has(worker.staff)).flatMap(({ seen }) => [...seen])),
  ];
  const dwellings: Surroundings['dwellings'][number][] = [];
  for (let at = 0; at < persons.length; at += PAGE)
    dwellings.push(...(await dwellingsOf(manager, persons.slice(at, at + PAGE), first.day)));
  return { conflicts, residences, dwellings };
}

const dwellingsOf = (
  manager: EntityManager,
  persons: readonly PersonId[],
  day: string,
): Promise<Surroundings['dwellings'][number][]> => manager.sql`
  SELECT m.person_id AS person, h.district_id AS district, m.from_date AS "from", m.to_date AS "to"
  FROM household_member m JOIN household h ON h.id = m.household_id
  WHERE m.person_id IN (${() => [...persons]}) AND h.district_id IS NOT NULL
    AND m.from_date <= ${day} AND (m.to_date IS NULL OR m.to_date >= ${day})`;
