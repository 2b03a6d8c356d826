import { mayShow } from '@kasane/subgraph-kit';
import { Category, japanDate, Level, Role, type PersonId } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';
import { searchKey } from '../person/search-key.js';
import type { CheckedPerson } from './check-consultation.js';

/** The most that are shown as perhaps the same. */
const MAX_LIKE = 10;

/**
 * Who may be the same as somebody new: of the same name, or of the same kana and birth date. Only those with whom the
 * viewer works and of whom they are shown who they are: nobody else is confirmed by it, and a protected person no more
 * than a stranger. Neither address nor telephone is compared.
 */
export async function possiblyKnown(
  { name, kana, birthDate }: CheckedPerson,
  context: CollaborationContext,
  field: string,
): Promise<readonly PersonId[]> {
  const { manager, viewer, now, scope } = context;
  const today = japanDate(now);
  const found = await manager.sql<{ readonly id: PersonId }[]>`
    SELECT DISTINCT m.person_id AS id
    FROM roster_seat seat
    JOIN support_case c ON c.id = seat.case_id AND c.closed_on IS NULL
    JOIN household_member m ON m.household_id = c.household_id
    JOIN person ON person.id = m.person_id
    LEFT JOIN roster_seat_person named ON named.seat_id = seat.id AND named.person_id = m.person_id
    WHERE seat.office_code = ${viewer.office}
      AND (seat.staff_id IS NULL OR seat.staff_id = ${viewer.staffId} OR ${viewer.roles.includes(Role.OFFICE_MANAGER)}::boolean)
      AND seat.from_date <= ${today} AND (seat.to_date IS NULL OR seat.to_date >= ${today})
      AND (seat.for_everyone OR named.person_id IS NOT NULL)
      AND m.from_date <= ${today} AND (m.to_date IS NULL OR m.to_date >= ${today})
      AND (split_part(person.search_key, ' ', 1) = ${searchKey(name)}
        OR (person.birth_date = ${birthDate}::varchar AND split_part(person.search_key, ' ', 2) = ${searchKey(kana ?? '')}))
    ORDER BY id LIMIT ${MAX_LIKE}`;
  await Promise.all(found.map(({ id }) => scope.admit(id)));
  if (found.length === 0) await scope.admitMembers([]);
  return found
    .map(({ id }) => id)
    .filter((id) => mayShow(context, [id], Category.IDENTITY, field, { level: Level.DETAIL }));
}
