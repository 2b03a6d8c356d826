import { verifyLedger, type LedgerHead } from '@kasane/ledger';
import { DataSource } from 'typeorm';

export interface Verdict {
  readonly ledger: string;
  readonly entries: number;
  /** Absent when the ledger could not be read. */
  readonly head: LedgerHead | undefined;
  readonly problems: readonly string[];
}

/** Checks one ledger where it lives, on PostgreSQL or MariaDB. What cannot be read is a problem, not an exception. */
export async function verifyAt(url: string, name: string, expectedHead?: LedgerHead): Promise<Verdict> {
  const type = /^(mysql|mariadb):/.test(url) ? 'mariadb' : 'postgres';
  const source = new DataSource(
    type === 'postgres' ? { type, url, installExtensions: false } : { type, url, timezone: 'Z' },
  );
  try {
    await source.initialize();
    const { entries, head, problems } = await verifyLedger(source, {
      name,
      ...(expectedHead && { expectedHead }),
    });
    return {
      ledger: name,
      entries,
      head,
      problems: problems.map(({ seq, problem }) => `entry ${seq} ${problem}`),
    };
  } catch (error) {
    const problem = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { ledger: name, entries: 0, head: undefined, problems: [problem] };
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

/** A ledger that is broken from end to end would fill the screen with what its first lines say. */
const shown = 10;

/** One line for a whole ledger, one more for each problem of a broken one. */
export function report({ ledger, entries, head, problems }: Verdict): string {
  if (problems.length === 0) {
    return `✓ ${ledger}: ${entries} entries, whole; head ${head?.seq ?? 0}:${head?.hash ?? ''}`;
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
