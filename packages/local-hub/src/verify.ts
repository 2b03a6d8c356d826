import { verifyLedger, type LedgerHead } from '@kasane/ledger';
import { progressOf, withLedgerSource, wordsOf } from './hub-ledgers.js';

export interface Verdict {
  readonly ledger: string;
  readonly entries: number;
  /** Absent when the ledger could not be read. */
  readonly head: LedgerHead | undefined;
  /** How many it was compared with. */
  readonly checkpoints: number | undefined;
  readonly problems: readonly string[];
}

export interface VerifyAtOptions {
  /** Its last entry as it was when it was kept. */
  readonly expectedHead?: LedgerHead | undefined;
  /** Entries that it must still hold; an empty list, when it should have had some, is a problem. */
  readonly checkpoints?: readonly LedgerHead[] | undefined;
}

/** Checks one ledger where it lives, on PostgreSQL or MariaDB. What cannot be read is a problem, not an exception. */
export async function verifyAt(
  url: string,
  name: string,
  { expectedHead, checkpoints }: VerifyAtOptions = {},
): Promise<Verdict> {
  try {
    const { entries, head, problems } = await withLedgerSource(url, (source) =>
      verifyLedger(source, {
        name,
        ...(expectedHead && { expectedHead }),
        ...(checkpoints && { checkpoints }),
        progress: progressOf(name),
      }),
    );
    return {
      ledger: name,
      entries,
      head,
      checkpoints: checkpoints?.length,
      problems: [
        ...problems.map(({ seq, problem }) => `entry ${seq} ${problem}`),
        ...(checkpoints?.length === 0 ? ['there is no checkpoint of it to prove that it is whole'] : []),
      ],
    };
  } catch (error) {
    const problem = `cannot be read: ${wordsOf(error)}`;
    return { ledger: name, entries: 0, head: undefined, checkpoints: undefined, problems: [problem] };
  }
}

/** A ledger that is broken from end to end would fill the screen with what its first lines say. */
const shown = 10;

/** One line for a whole ledger, one more for each problem of a broken one. */
export function report({ ledger, entries, head, checkpoints, problems }: Verdict): string {
  if (problems.length === 0) {
    const kept = checkpoints === undefined ? '' : `, holds ${checkpoints} checkpoint(s)`;
    return `✓ ${ledger}: ${entries} entries, whole${kept}; head ${head?.seq ?? 0}:${head?.hash ?? ''}`;
  }
  const more = problems.length > shown ? [`  … and ${problems.length - shown} more`] : [];
  return [
    `✗ ${ledger}: BROKEN, ${entries} entries read`,
    ...problems.slice(0, shown).map((problem) => `  - ${problem}`),
    ...more,
  ].join('\n');
}

/** Heads that were kept elsewhere, by ledger, as this command wrote them. @throws {Error} when they are not that */
export function parseHeads(json: string): Readonly<Record<string, LedgerHead>> {
  const heads: unknown = JSON.parse(json);
  const usable =
    typeof heads === 'object' &&
    heads !== null &&
    Object.values(heads as Record<string, Partial<LedgerHead> | null>).every(
      (head) => Number.isInteger(head?.seq) && typeof head?.hash === 'string',
    );
  if (!usable)
    throw new Error('The kept heads must be a JSON object of { "seq": number, "hash": string } by ledger.');
  return heads as Record<string, LedgerHead>;
}
