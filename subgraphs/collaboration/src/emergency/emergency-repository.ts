import type { HouseholdId, OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';

/** An emergency with all that happened to it. */
export interface StoredEmergency {
  readonly id: string;
  readonly staff: StaffId;
  readonly office: OfficeCode;
  readonly household: HouseholdId | null;
  readonly person: PersonId | null;
  readonly reason: string;
  readonly declaredAt: Date;
  /** Three hours later, or when it was ended. */
  readonly until: Date;
  readonly persons: readonly PersonId[];
  readonly isReviewed: boolean;
}

/** The most emergencies that a list gives; those due first come first. */
const MAX_EMERGENCIES = 200;

/** One emergency, whoever asks; none when there is none of that id. */
export async function findEmergency(
  manager: EntityManager,
  id: string,
): Promise<StoredEmergency | undefined> {
  const [row] = await readEmergencies(manager, [id]);
  return row;
}

/** Those that somebody declared and that are still open, the newest first. */
export async function findOpenEmergencies(
  manager: EntityManager,
  staff: StaffId,
  now: Date,
): Promise<readonly StoredEmergency[]> {
  const rows = await manager.sql<{ readonly id: string }[]>`
    SELECT e.id FROM emergency e
    LEFT JOIN emergency_ending x ON x.emergency_id = e.id
    WHERE e.staff_id = ${staff} AND e.until > ${now} AND x.emergency_id IS NULL
    ORDER BY e.declared_at DESC, e.id LIMIT ${MAX_EMERGENCIES}`;
  return readEmergencies(
    manager,
    rows.map(({ id }) => id),
  );
}

/**
 * Those that nobody has reviewed yet, of the city of this office, but none of the reviewer's own; the oldest first. Of
 * an office that the directory does not know, every city's, for else nobody would look at them.
 * @param only of this id
 */
export async function findUnreviewed(
  manager: EntityManager,
  { staffId, office }: { readonly staffId: StaffId; readonly office: OfficeCode },
  only: string | null = null,
): Promise<readonly StoredEmergency[]> {
  const rows = await manager.sql<{ readonly id: string }[]>`
    SELECT e.id FROM emergency e
    LEFT JOIN emergency_review r ON r.emergency_id = e.id
    LEFT JOIN office theirs ON theirs.code = e.office_code
    LEFT JOIN office own ON own.code = ${office}
    WHERE r.emergency_id IS NULL AND e.staff_id <> ${staffId} AND (${only}::varchar IS NULL OR e.id = ${only})
      AND (theirs.code IS NULL OR theirs.local_government_code = own.local_government_code)
    ORDER BY e.declared_at, e.id LIMIT ${MAX_EMERGENCIES}`;
  return readEmergencies(
    manager,
    rows.map(({ id }) => id),
  );
}

/** In the order of the ids. */
async function readEmergencies(
  manager: EntityManager,
  ids: readonly string[],
): Promise<readonly StoredEmergency[]> {
  const rows = await manager.sql<Row[]>`
    SELECT e.id, e.staff_id AS staff, e.office_code AS office, e.household_id AS household, e.person_id AS person,
           e.reason, e.declared_at AS "declaredAt", least(e.until, x.ended_at) AS until,
           r.emergency_id IS NOT NULL AS "isReviewed",
      (SELECT json_agg(p.person_id ORDER BY p.person_id)
       FROM emergency_person p WHERE p.emergency_id = e.id) AS persons
    FROM unnest(${[...ids]}::varchar[]) WITH ORDINALITY AS asked (id, place)
    JOIN emergency e ON e.id = asked.id
    LEFT JOIN emergency_ending x ON x.emergency_id = e.id
    LEFT JOIN emergency_review r ON r.emergency_id = e.id
    ORDER BY asked.place`;
  return rows.map((row) => ({ ...row, persons: row.persons ?? [] }));
}

/** As the database gives it: an empty list is none. */
type Row = Omit<StoredEmergency, 'persons'> & { readonly persons: readonly PersonId[] | null };
