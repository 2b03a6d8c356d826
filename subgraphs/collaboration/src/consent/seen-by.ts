import type { LedgerReader } from '@kasane/ledger';
import { LedgerKind, LedgerOutcome } from '@kasane/ledger';
import { japanDate, type Category, type OfficeCode, type PersonId, type StaffId } from '@kasane/vocabulary';

/** One worker who was shown something under a consent, as the ledger tells. */
export interface Viewing {
  readonly staff: StaffId;
  readonly office: OfficeCode;
  /** In alphabetical order. */
  readonly categories: readonly Category[];
  /** Japanese calendar dates. */
  readonly firstDay: string;
  readonly lastDay: string;
}

interface Tally {
  readonly staff: StaffId;
  readonly office: OfficeCode;
  readonly categories: Set<Category>;
  firstDay: string;
  lastDay: string;
}

/** Entries that are held at once, however many there are. */
const PAGE = 1_000;

/**
 * Who was shown what of a person on each of their consents, by consent: what the hub itself showed, and what it granted
 * to a sector to show. Read from the ledger page by page; what is kept is one line per consent and worker.
 */
export async function seenUnderConsents(
  ledger: Pick<LedgerReader, 'entriesOf'>,
  person: PersonId,
): Promise<ReadonlyMap<string, readonly Viewing[]>> {
  const tallies = new Map<string, Map<string, Tally>>();
  for (let after = 0; ;) {
    const page = await ledger.entriesOf(person, { after, limit: PAGE });
    for (const { kind, outcome, at, viewer, items } of page) {
      if (outcome !== LedgerOutcome.PERMITTED) continue;
      if (kind !== LedgerKind.DISCLOSURE && kind !== LedgerKind.GRANT) continue;
      const day = japanDate(new Date(at));
      for (const { evidence, category } of items) {
        if (evidence === undefined || category === undefined) continue;
        const ofConsent = tallies.get(evidence) ?? new Map<string, Tally>();
        tallies.set(evidence, ofConsent);
        const key = JSON.stringify([viewer.staffId, viewer.office]);
        const tally = ofConsent.get(key);
        if (tally) {
          tally.categories.add(category);
          if (day < tally.firstDay) tally.firstDay = day;
          if (day > tally.lastDay) tally.lastDay = day;
        } else
          ofConsent.set(key, {
            staff: viewer.staffId,
            office: viewer.office,
            categories: new Set([category]),
            firstDay: day,
            lastDay: day,
          });
      }
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = last.seq;
  }
  return new Map(
    [...tallies].map(([consent, ofConsent]) => [
      consent,
      [...ofConsent.values()]
        .map((tally) => ({ ...tally, categories: [...tally.categories].sort() }))
        .sort(byFirstDay),
    ]),
  );
}

const byFirstDay = (a: Viewing, b: Viewing): number =>
  compare(a.firstDay, b.firstDay) || compare(a.office, b.office) || compare(a.staff, b.staff);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
