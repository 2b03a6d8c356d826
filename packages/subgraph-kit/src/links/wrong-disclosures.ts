import type { LedgerEntry, LedgerReader } from '@kasane/ledger';
import type { PersonId } from '@kasane/vocabulary';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { groupBy } from '../loader.js';
import { LinkEvent, LinkStep } from './link-tables.js';

/** What one worker was shown of a person while a file was wrongly linked to them. */
export interface WrongDisclosure {
  readonly person: PersonId;
  readonly staffId: string;
  readonly office: string;
  /** ISO 8601, UTC. */
  readonly firstAt: string;
  readonly lastAt: string;
  readonly categories: readonly string[];
  /** Names of the fields, never a value. */
  readonly fields: readonly string[];
}

interface Source {
  readonly manager: EntityManager;
  readonly ledger: LedgerReader;
}

/** An answer that was on its way when the link was taken back may be recorded a little after it. */
const GRACE_MS = 60_000;
const PAGE = 1_000;

/**
 * Who was shown anything of the person between the confirmation of a link and its end, from the ledger: not kept
 * apart, so that no answer on its way is forgotten. What a right link of the same person gave in that time is in it
 * too: the ledger knows fields, not files.
 */
export async function wrongDisclosures(
  source: Source,
  unlinked: LinkEvent,
): Promise<readonly WrongDisclosure[]> {
  const [confirmed] = await source.manager.find(LinkEvent, {
    where: {
      personId: unlinked.personId,
      localId: unlinked.localId ?? '',
      step: LinkStep.CONFIRMED,
      at: LessThanOrEqual(unlinked.at),
    },
    order: { at: 'DESC', id: 'ASC' },
    take: 1,
  });
  // A link that was there before links had a history: everything since the ledger began.
  const from = confirmed?.at ?? '';
  const to = new Date(Date.parse(unlinked.at) + GRACE_MS).toISOString();
  const entries = await entriesSince(source.ledger, unlinked.personId, from);
  const shown = entries.filter(
    ({ at, kind, outcome }) => at <= to && at >= from && kind === 'DISCLOSURE' && outcome === 'PERMITTED',
  );
  const byViewer = groupBy(shown, ({ viewer }) => `${viewer.staffId} ${viewer.office}`);
  return [...byViewer.values()].map((lines) => toldOf(unlinked.personId, lines));
}

function toldOf(person: PersonId, lines: readonly LedgerEntry[]): WrongDisclosure {
  const times = lines.map(({ at }) => at).sort();
  const items = lines.flatMap((line) => line.items);
  const distinct = (words: readonly (string | undefined)[]): readonly string[] =>
    [...new Set(words.filter((word) => word !== undefined))].sort();
  return {
    person,
    staffId: lines[0]?.viewer.staffId ?? '',
    office: lines[0]?.viewer.office ?? '',
    firstAt: times[0] ?? '',
    lastAt: times.at(-1) ?? '',
    categories: distinct(items.map(({ category }) => category)),
    fields: distinct(items.flatMap(({ fields }) => fields)),
  };
}

/** The newest back to an instant, page by page. */
async function entriesSince(
  ledger: LedgerReader,
  person: PersonId,
  from: string,
  before?: number,
): Promise<readonly LedgerEntry[]> {
  const page = await ledger.latestOf(person, { limit: PAGE, ...(before !== undefined && { before }) });
  const last = page.at(-1);
  if (!last || page.length < PAGE || last.at < from) return page;
  return [...page, ...(await entriesSince(ledger, person, from, last.seq))];
}
