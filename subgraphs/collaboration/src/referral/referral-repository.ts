import { createLoader, groupBy } from '@kasane/subgraph-kit';
import type { OfficeCode, PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import type { Place } from '../connection.js';
import type { ReferralEventRow, ReferralRow } from './referral-tables.js';

type StoredEvent = Omit<ReferralEventRow, 'referralId'>;

/** A referral with all that belongs to it. */
export interface StoredReferral extends ReferralRow {
  readonly persons: readonly PersonId[];
  readonly events: readonly StoredEvent[];
}

/** In whose tray a referral lies. */
export const ReferralBox = { INBOX: 'INBOX', SENT: 'SENT' } as const;
export type ReferralBox = (typeof ReferralBox)[keyof typeof ReferralBox];

/** One referral, whoever asks; none when there is none of that id. */
export async function findReferral(manager: EntityManager, id: string): Promise<StoredReferral | undefined> {
  const [row] = await readReferrals(manager, [id]);
  return row;
}

/** An office's referrals, the newest first, from a place on. On paper they lie with who sent them alone. */
export async function findReferralsOf(
  manager: EntityManager,
  office: OfficeCode,
  {
    box,
    after,
    limit,
  }: { readonly box: ReferralBox; readonly after: Place | undefined; readonly limit: number },
): Promise<readonly StoredReferral[]> {
  const at = after ? new Date(after.at) : null;
  const id = after?.id ?? '';
  const found =
    box === ReferralBox.INBOX
      ? await manager.sql<{ readonly id: string }[]>`
          SELECT id FROM referral WHERE to_office = ${office} AND NOT on_paper
            AND (${at}::timestamptz IS NULL OR (sent_at, id) < (${at}, ${id}))
          ORDER BY sent_at DESC, id DESC LIMIT ${limit}`
      : await manager.sql<{ readonly id: string }[]>`
          SELECT id FROM referral WHERE from_office = ${office}
            AND (${at}::timestamptz IS NULL OR (sent_at, id) < (${at}, ${id}))
          ORDER BY sent_at DESC, id DESC LIMIT ${limit}`;
  return readReferrals(
    manager,
    found.map((row) => row.id),
  );
}

/** The referrals of cases, the newest first: one statement, however many cases. */
export const referralLoaders = (manager: EntityManager) => ({
  referralsOf: createLoader<string, readonly StoredReferral[]>(
    async (cases) => {
      const found = await manager.sql<{ readonly id: string }[]>`
        SELECT id FROM referral WHERE case_id IN (${() => [...cases]}) ORDER BY sent_at DESC, id DESC`;
      const rows = await readReferrals(
        manager,
        found.map(({ id }) => id),
      );
      return groupBy(rows, ({ caseId }) => caseId);
    },
    () => [],
  ),
});

/** In the order of the ids. */
async function readReferrals(
  manager: EntityManager,
  ids: readonly string[],
): Promise<readonly StoredReferral[]> {
  const rows = await manager.sql<Row[]>`
    SELECT r.id, r.case_id AS "caseId", r.household_id AS "householdId", r.from_office AS "fromOffice",
           r.from_staff AS "fromStaff", r.to_office AS "toOffice", r.urgency, r.hands_over AS "handsOver",
           r.on_paper AS "onPaper", r.told_by AS "toldBy", r.told_to AS "toldTo", r.told_on AS "toldOn", r.reason,
           r.request, r.sent_at AS "sentAt", r.answer_due AS "answerDue", r.first_contact_due AS "firstContactDue",
           r.replaces_id AS "replacesId", r.state, r.version, r.holder_office AS "holderOffice",
           r.holder_staff AS "holderStaff", r.due_on AS "dueOn", r.seat_id AS "seatId",
      (SELECT json_agg(p.person_id ORDER BY p.person_id) FROM referral_person p WHERE p.referral_id = r.id) AS persons,
      (SELECT json_agg(json_build_object('version', e.version, 'state', e.state, 'sendBackReason', e.send_back_reason,
                                         'withdrawnBy', e.withdrawn_by, 'onDate', e.on_date, 'text', e.text,
                                         'officeCode', e.office_code, 'staffId', e.staff_id, 'at', e.at)
                       ORDER BY e.version)
       FROM referral_event e WHERE e.referral_id = r.id) AS events
    FROM unnest(${[...ids]}::varchar[]) WITH ORDINALITY AS asked (id, place)
    JOIN referral r ON r.id = asked.id
    ORDER BY asked.place`;
  return rows.map((row) => ({
    ...row,
    persons: row.persons ?? [],
    events: (row.events ?? []).map((event) => ({ ...event, at: new Date(event.at) })),
  }));
}

/** As the database gives it: within JSON an instant is text, and an empty list is none. */
type Row = ReferralRow & {
  readonly persons: readonly PersonId[] | null;
  readonly events: readonly (Omit<StoredEvent, 'at'> & { readonly at: string })[] | null;
};
