import type { VerifiedViewer } from '@kasane/identity';
import { Role, type HouseholdId, type PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { searchKey } from '../person/search-key.js';

export interface HouseholdSearch {
  readonly viewer: VerifiedViewer;
  readonly today: string;
  readonly text: string | undefined;
  readonly after: string | undefined;
  readonly limit: number;
}

/** A household, and through whom of it the question found it. */
export interface FoundHousehold {
  readonly id: HouseholdId;
  readonly matches: readonly {
    readonly person: PersonId;
    /** Whether by the name; else by a seat on the case, or by the number of the case. */
    readonly byName: boolean;
  }[];
}

/**
 * Households on whose open case the viewer has a seat today, in the order of their ids. A search looks only at persons
 * whom the seat is for, so that it cannot confirm anybody else. Whether the viewer may know of those through whom a
 * household was found is not asked here.
 */
export async function findHouseholds(
  manager: EntityManager,
  { viewer: { office, staffId, roles }, today, text, after, limit }: HouseholdSearch,
): Promise<readonly FoundHousehold[]> {
  const key = text === undefined ? '' : searchKey(text);
  // A text of which no letter is left (a dot, a variation selector) is no part of any name.
  const name = key === '' ? null : `%${likeText(key)}%`;
  const number = text?.trim() ?? null;
  return manager.sql<FoundHousehold[]>`
    SELECT found.id, json_agg(json_build_object('person', found.person, 'byName', found.by_name)) AS matches
    FROM (
      SELECT DISTINCT c.household_id AS id, m.person_id AS person,
             coalesce(person.search_key LIKE ${name}::text, false) AS by_name,
             coalesce(lower(c.number) = lower(${number}::text), false) AS by_number
      FROM support_case c
      JOIN roster_seat seat ON seat.case_id = c.id
      JOIN household_member m ON m.household_id = c.household_id
      JOIN person ON person.id = m.person_id
      LEFT JOIN roster_seat_person named ON named.seat_id = seat.id AND named.person_id = m.person_id
      WHERE c.closed_on IS NULL AND c.household_id > ${after ?? ''}
        AND seat.office_code = ${office} AND seat.from_date <= ${today}
        AND (seat.to_date IS NULL OR seat.to_date >= ${today})
        AND (seat.staff_id IS NULL OR seat.staff_id = ${staffId} OR ${roles.includes(Role.OFFICE_MANAGER)}::boolean)
        AND (seat.for_everyone OR named.person_id IS NOT NULL)
        AND m.from_date <= ${today} AND (m.to_date IS NULL OR m.to_date >= ${today})
    ) found
    WHERE ${text === undefined}::boolean OR found.by_name OR found.by_number
    GROUP BY found.id ORDER BY found.id LIMIT ${limit}`;
}

/** `%` and `_` in a name are letters, not wildcards. */
const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
