import { consentStateAt, isGiven } from '@kasane/disclosure';
import { Category, endOfJapanDay, japanDate, Role, type PersonId } from '@kasane/vocabulary';
import { In } from 'typeorm';
import type { CollaborationContext } from '../context.js';
import { ConsentRow } from './consent-tables.js';
import { asOf, isHandler, type ConsentInHand } from './handling.js';
import { addDays } from './period.js';

/** The most that is listed at once: what is shown of everybody on it is one append to the ledger. */
export const MAX_EXPIRING = 100;

interface Candidate {
  readonly id: string;
  readonly subject: PersonId;
  readonly endsAt: Date;
}

/**
 * Consents that end within so many days, of persons on whose case the viewer works, the soonest first. Those of whom
 * the viewer may know nothing although they have a seat (a conflict of interest) do not count: a list that is shorter
 * for them would tell of them, so it is filled up from the next.
 */
export async function consentsExpiring(
  withinDays: number,
  context: CollaborationContext,
  field: string,
): Promise<readonly ConsentInHand[]> {
  const { scope, recorder } = context;
  const found: ConsentInHand[] = [];
  let last: Candidate | undefined;
  while (found.length < MAX_EXPIRING) {
    const page = await candidates(withinDays, last, context);
    await Promise.all(page.map(({ subject }) => scope.admit(subject)));
    const handled = page.filter(({ subject }) => isHandler(context, subject, field));
    found.push(...(await inForce(handled, context)));
    last = page.at(-1);
    if (!last || page.length < MAX_EXPIRING) break;
  }
  if (found.length === 0) recorder.noteAbsent(Category.CONSENT, field);
  return found.slice(0, MAX_EXPIRING);
}

/** Consents that seem to be given and to end in time, of persons for whom the viewer has a seat; after `last`, in order. */
function candidates(
  withinDays: number,
  last: Candidate | undefined,
  { manager, viewer, now }: CollaborationContext,
): Promise<readonly Candidate[]> {
  const today = japanDate(now);
  const until = endOfJapanDay(addDays(today, withinDays));
  const isManager = viewer.roles.includes(Role.OFFICE_MANAGER);
  return manager.sql<Candidate[]>`
    SELECT consent.id, consent.subject_id AS subject, ends.at AS "endsAt"
    FROM consent
    CROSS JOIN LATERAL (
      SELECT COALESCE(
        (SELECT e.valid_until FROM consent_event e
         WHERE e.consent_id = consent.id AND e.valid_until IS NOT NULL ORDER BY e.seq DESC LIMIT 1),
        consent.valid_until) AS at) ends
    WHERE consent.subject_id IN (
        SELECT m.person_id FROM roster_seat seat
        JOIN support_case c ON c.id = seat.case_id AND c.closed_on IS NULL
        JOIN household_member m ON m.household_id = c.household_id
        LEFT JOIN roster_seat_person named ON named.seat_id = seat.id AND named.person_id = m.person_id
        WHERE seat.office_code = ${viewer.office}
          AND (${isManager}::boolean OR seat.staff_id IS NULL OR seat.staff_id = ${viewer.staffId})
          AND seat.from_date <= ${today} AND (seat.to_date IS NULL OR seat.to_date >= ${today})
          AND m.from_date <= ${today} AND (m.to_date IS NULL OR m.to_date >= ${today})
          AND (seat.for_everyone OR named.person_id IS NOT NULL))
      AND ends.at > ${now} AND ends.at <= ${until}
      AND (SELECT e.state FROM consent_event e WHERE e.consent_id = consent.id ORDER BY e.seq DESC LIMIT 1)
          IN ('GIVEN', 'RENEWED')
      AND (ends.at, consent.id) > (${last?.endsAt ?? new Date(0)}::timestamptz, ${last?.id ?? ''})
    ORDER BY ends.at, consent.id
    LIMIT ${MAX_EXPIRING}`;
}

async function inForce(
  handled: readonly Candidate[],
  { manager, loaders, now }: CollaborationContext,
): Promise<readonly ConsentInHand[]> {
  if (handled.length === 0) return [];
  const rows = await manager.findBy(ConsentRow, { id: In(handled.map(({ id }) => id)) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const consents = await Promise.all(
    handled.map(async ({ id }) => {
      const row = byId.get(id);
      return row && { row, events: await loaders.consentEvents.load(id) };
    }),
  );
  return consents.filter(
    (consent): consent is ConsentInHand =>
      consent !== undefined && isGiven(consentStateAt(asOf(consent, now), now)),
  );
}
