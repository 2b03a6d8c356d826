import type { VerifiedViewer } from '@kasane/identity';
import { Role, type HouseholdId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { CaseRow, RosterSeatPersonRow, RosterSeatRow } from '../case/case-tables.js';
import { searchKey } from '../person/search-key.js';
import { PersonRow } from '../person/person-row.js';
import { HouseholdMemberRow, HouseholdRow } from './household-tables.js';

export interface HouseholdSearch {
  readonly viewer: VerifiedViewer;
  readonly today: string;
  readonly text: string | undefined;
  readonly after: string | undefined;
  readonly limit: number;
}

/**
 * Households on whose open case the viewer has a seat today, in the order of their ids. A search looks only at persons
 * whom the seat is for, so that it cannot confirm anybody else.
 */
export function findHouseholds(
  manager: EntityManager,
  { viewer, today, text, after, limit }: HouseholdSearch,
): Promise<readonly HouseholdRow[]> {
  const key = text === undefined ? '' : searchKey(text);
  const query = manager
    .createQueryBuilder(HouseholdRow, 'household')
    .where((outer) => {
      const seats = outer
        .subQuery()
        .select('1')
        .from(CaseRow, 'c')
        .innerJoin(RosterSeatRow, 'seat', 'seat.case_id = c.id')
        .innerJoin(HouseholdMemberRow, 'member', 'member.household_id = c.household_id')
        .innerJoin(PersonRow, 'person', 'person.id = member.person_id')
        .leftJoin(
          RosterSeatPersonRow,
          'named',
          'named.seat_id = seat.id AND named.person_id = member.person_id',
        )
        .where('c.household_id = household.id AND c.closed_on IS NULL')
        .andWhere(
          'seat.office_code = :office AND seat.from_date <= :today AND (seat.to_date IS NULL OR seat.to_date >= :today)',
        )
        .andWhere('(seat.for_everyone OR named.person_id IS NOT NULL)')
        .andWhere('member.from_date <= :today AND (member.to_date IS NULL OR member.to_date >= :today)');
      if (!viewer.roles.includes(Role.OFFICE_MANAGER))
        seats.andWhere('(seat.staff_id IS NULL OR seat.staff_id = :staff)');
      // A text of which no letter is left (a dot, a variation selector) is no part of any name.
      const byName = key === '' ? '' : 'person.search_key LIKE :key OR ';
      if (text !== undefined) seats.andWhere(`(${byName}lower(c.number) = lower(:text))`);
      return `EXISTS ${seats.getQuery()}`;
    })
    .orderBy('household.id')
    .limit(limit)
    .setParameters({
      office: viewer.office,
      staff: viewer.staffId,
      today,
      text: text?.trim(),
      key: `%${likeText(key)}%`,
    });
  if (after !== undefined) query.andWhere('household.id > :after', { after: after as HouseholdId });
  return query.getMany();
}

/** `%` and `_` in a name are letters, not wildcards. */
const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
