import type { AssignmentFacts, ConsentFacts, Facts } from '@kasane/disclosure';
import {
  COLLABORATION,
  japanDate,
  Role,
  type GrantorRelation,
  type HouseholdId,
  type HouseholdKind,
  type OfficeCode,
  type PersonId,
  type Relation,
  type StaffId,
} from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { happened } from '../consent/happened.js';
import { circumstancesOf, type Circumstances, type Who } from './circumstances.js';

/** Somebody who lives in a household today. */
export interface Member {
  readonly householdId: HouseholdId;
  readonly kind: HouseholdKind;
  readonly personId: PersonId;
  readonly relation: Relation;
  readonly from: string;
  readonly to: string | null;
}

/** All that is read for a decision; the rest is who asks, when, and which sectors there are. */
export type RecordedFacts = Omit<Facts, 'now' | 'viewer' | 'registry'> & Pick<Circumstances, 'keptFrom'>;

/**
 * Reads what a decision depends on. In plain SQL, because every request of
 * everybody passes here, and a query builder takes longer to write these than the database to answer them; for the same
 * reason they are prepared (`PREPARED` of the kit), with lists as one value: the same statement for any number.
 * Dates are Japanese calendar dates, both ends inclusive. A closed case assigns nobody.
 */
export class FactsRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Who lives in these households today. */
  members(households: readonly HouseholdId[], today: string): Promise<readonly Member[]> {
    return this.manager.sql<Member[]>`/* prepared */
      SELECT m.household_id AS "householdId", h.kind, m.person_id AS "personId", m.relation,
             m.from_date AS "from", m.to_date AS "to"
      FROM household_member m JOIN household h ON h.id = m.household_id
      WHERE m.household_id = ANY(${[...households]}::varchar[])
        AND m.from_date <= ${today} AND (m.to_date IS NULL OR m.to_date >= ${today})
      ORDER BY m.household_id, m.position`;
  }

  /** Every household in which these persons live today, with all who live in it today. */
  async householdsOf(persons: readonly PersonId[], today: string): Promise<readonly Member[]> {
    const households = await this.manager.sql<{ id: HouseholdId }[]>`/* prepared */
      SELECT DISTINCT m.household_id AS id FROM household_member m
      WHERE m.person_id = ANY(${[...persons]}::varchar[])
        AND m.from_date <= ${today} AND (m.to_date IS NULL OR m.to_date >= ${today})`;
    if (households.length === 0) return [];
    return this.members(
      households.map(({ id }) => id),
      today,
    );
  }

  /** Everything that is on record about these persons, as far as it concerns this viewer. */
  async of(persons: readonly PersonId[], viewer: Who, now: Date): Promise<RecordedFacts> {
    const [consents, assignments, circumstances] = await Promise.all([
      this.consents(persons, now),
      this.assignments(persons, viewer.office, japanDate(now)),
      circumstancesOf(this.manager, persons, viewer, now),
    ]);
    return { consents, assignments, ...circumstances };
  }

  /** All consents of these persons, ended ones too: why something is closed depends on them. */
  private async consents(persons: readonly PersonId[], now: Date): Promise<readonly ConsentFacts[]> {
    const rows = await this.manager.sql<StoredConsent[]>`/* prepared */
      SELECT c.id, c.subject_id AS subject, c.grantors, c.purposes, c.rules,
             c.valid_from AS "validFrom", c.valid_until AS "validUntil",
             (SELECT json_agg(json_build_object('at', e.at, 'state', e.state, 'until', e.valid_until) ORDER BY e.seq)
              FROM consent_event e WHERE e.consent_id = c.id) AS events
      FROM consent c
      WHERE c.subject_id = ANY(${[...persons]}::varchar[])`;
    return rows.map((row) => ({
      ...row,
      grantors: row.grantors.map(({ relation, person }) => ({ relation, person: person ?? undefined })),
      events: happened(
        (row.events ?? []).map(({ at, state, until }) => ({
          at: new Date(at),
          state,
          until: until === null ? undefined : new Date(until),
        })),
        now,
      ),
    }));
  }

  /** The seats that this office has on open cases, for each of these persons. */
  private async assignments(
    persons: readonly PersonId[],
    office: OfficeCode,
    today: string,
  ): Promise<readonly AssignmentFacts[]> {
    const rows = await this.manager.sql<StoredSeat[]>`/* prepared */
      SELECT seat.id, m.person_id AS person, seat.staff_id AS staff, seat.role, seat.from_date AS "from", seat.to_date AS "to"
      FROM roster_seat seat
      JOIN support_case c ON c.id = seat.case_id AND c.closed_on IS NULL
      JOIN household_member m ON m.household_id = c.household_id
      LEFT JOIN roster_seat_person named ON named.seat_id = seat.id AND named.person_id = m.person_id
      WHERE seat.office_code = ${office} AND m.person_id = ANY(${[...persons]}::varchar[])
        AND m.from_date <= ${today} AND (m.to_date IS NULL OR m.to_date >= ${today})
        AND (seat.for_everyone OR named.person_id IS NOT NULL)`;
    return rows.map(({ staff, role, to, ...seat }) => ({
      ...seat,
      // 多機関協働 is the coordinators' own duty; the others on the roster bring and see their own part of it.
      basicOnly: role !== Role.COORDINATOR,
      sector: COLLABORATION,
      office,
      staff: staff ?? undefined,
      to: to ?? undefined,
    }));
  }
}

/** As the database gives it: within JSON an instant is text, and what is absent is null. */
type StoredConsent = Omit<ConsentFacts, 'events' | 'grantors'> & {
  readonly grantors: readonly { readonly relation: GrantorRelation; readonly person?: PersonId | null }[];
  readonly events:
    | readonly {
        readonly at: string;
        readonly state: ConsentFacts['events'][number]['state'];
        readonly until: string | null;
      }[]
    | null;
};

interface StoredSeat {
  readonly id: string;
  readonly person: PersonId;
  readonly staff: StaffId | null;
  readonly role: Role;
  readonly from: string;
  readonly to: string | null;
}
