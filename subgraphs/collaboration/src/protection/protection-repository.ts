import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';

/** A measure as it stands. */
export interface StoredMeasure {
  readonly id: string;
  readonly person: PersonId;
  readonly handlingOffices: readonly OfficeCode[];
  readonly restrictedStaff: readonly StaffId[];
  readonly from: string;
  /** The last day, renewals included. */
  readonly to: string;
  /** How much happened to it so far: two who change it at once cannot both be next. */
  readonly events: number;
}

/** The most measures that a list gives; those that end first come first. */
const MAX_MEASURES = 500;

/**
 * The measures that an office handles and that have not ended, but none in which the asker is the other party.
 * @param only of this id
 */
export function findMeasures(
  manager: EntityManager,
  { office, staffId }: { readonly office: string; readonly staffId: StaffId },
  { today, only = null }: { readonly today: string; readonly only?: string | null },
): Promise<readonly StoredMeasure[]> {
  return manager.sql<StoredMeasure[]>`
    SELECT * FROM (
      SELECT p.id, p.person_id AS person, p.handling_offices AS "handlingOffices",
             p.restricted_staff AS "restrictedStaff", p.from_date AS "from",
             coalesce((SELECT max(e.to_date) FROM protective_measure_event e WHERE e.measure_id = p.id), p.to_date) AS "to",
             (SELECT count(*)::int FROM protective_measure_event e WHERE e.measure_id = p.id) AS events
      FROM protective_measure p
      WHERE p.handling_offices @> to_jsonb(${office}::text)
        AND NOT p.restricted_staff @> to_jsonb(${staffId}::text)
        AND (${only}::varchar IS NULL OR p.id = ${only})
        AND NOT EXISTS (SELECT 1 FROM protective_measure_event x WHERE x.measure_id = p.id AND x.kind = 'ENDED')
    ) measure
    WHERE "to" >= ${today} OR ${only}::varchar IS NOT NULL
    ORDER BY "to", id LIMIT ${MAX_MEASURES}`;
}
