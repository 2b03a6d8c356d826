import { Client } from 'pg';
import type { TestHub } from '../../test-hub.js';

/** Tables of more rows than this must not be read whole to answer a question. */
const LARGE = 5_000;

/** How often each large table of a hub's PostgreSQL databases was read whole so far, by `<database>.<table>`. */
export async function wholeReads(hub: Pick<TestHub, 'databases'>): Promise<ReadonlyMap<string, number>> {
  const found = await Promise.all(
    Object.entries(hub.databases).map(async ([name, { adminUrl }]) => {
      if (adminUrl === undefined) return [];
      const client = new Client({ connectionString: adminUrl });
      await client.connect();
      const { rows } = await client
        .query<{ table: string; times: string }>(
          'SELECT relname AS table, coalesce(seq_scan, 0) AS times FROM pg_stat_user_tables WHERE n_live_tup > $1',
          [LARGE],
        )
        .finally(() => client.end());
      return rows.map(({ table, times }) => [`${name}.${table}`, Number(times)] as const);
    }),
  );
  return new Map(found.flat());
}
