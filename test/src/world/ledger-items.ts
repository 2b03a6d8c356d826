import { text, type WorldStore } from './world.js';

/** One field of one category of one person, as one line of a ledger tells it. */
export interface LedgerLine {
  /** In whose ledger it stands. */
  readonly party: string;
  readonly kind: string;
  readonly permitted: boolean;
  readonly person: string;
  readonly category: string;
  /** Schema coordinate. */
  readonly field: string;
  readonly rule: string | undefined;
  readonly evidence: string | undefined;
}

interface StoredItem {
  readonly category: string;
  readonly fields: readonly string[];
  readonly rule?: string;
  readonly evidence?: string;
}

/** What one request left in the ledgers of all parties. */
export async function linesOf(
  store: WorldStore,
  parties: readonly string[],
  requestId: string,
): Promise<readonly LedgerLine[]> {
  const sql =
    'SELECT kind, outcome, person_id, items FROM ledger_entry WHERE request_id = $1 AND person_id IS NOT NULL';
  const found = await Promise.all(
    parties.map(async (party) =>
      (await store.query(party, sql, [requestId])).flatMap((row) =>
        (JSON.parse(text(row, 'items')) as readonly StoredItem[]).flatMap(
          ({ category, fields, rule, evidence }) =>
            fields.map((field) => ({
              party,
              kind: text(row, 'kind'),
              permitted: row['outcome'] === 'PERMITTED',
              person: text(row, 'person_id'),
              category,
              field,
              rule,
              evidence,
            })),
        ),
      ),
    ),
  );
  return found.flat();
}
