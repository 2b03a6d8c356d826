import { COLLABORATION, endOfJapanDay, startOfJapanDay } from '@kasane/vocabulary';
import { parseArgs } from 'node:util';
import { withHubLedgers, withLedgerSource, wordsOf } from './hub-ledgers.js';
import { reconcileAt, reportReconciliation } from './reconciliation.js';

process.stdout.on('error', () => undefined);

const usage = `npm run ledger:reconcile -- [options]
  --from <day> --to <day>   disclosures of these days only (YYYY-MM-DD, in Japan, both included)
It believes what the rows say: ledger:verify tells whether they were changed.
`;

/**
 * Compares what every sector of the hub recorded as disclosed with what collaboration recorded as granted to it.
 * 0: all agree. 1: something differs, or a ledger cannot be read. 2: the question was wrong.
 */
async function main(): Promise<number> {
  let span: { readonly from?: Date; readonly to?: Date };
  try {
    const text = { type: 'string' } as const;
    const { from, to } = parseArgs({ options: { from: text, to: text } }).values;
    span = {
      ...(from !== undefined && { from: startOfJapanDay(from) }),
      ...(to !== undefined && { to: endOfJapanDay(to) }),
    };
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n${usage}`);
    return 2;
  }
  return withHubLedgers(async (ledgers) => {
    const collaboration = ledgers.find(({ name }) => name === COLLABORATION);
    if (!collaboration) throw new Error('The hub has no collaboration, and so no grants.');
    return withLedgerSource(collaboration.url, async (source) => {
      let agree = true;
      for (const ledger of ledgers.filter(({ name }) => name !== COLLABORATION)) {
        const found = await reconcileAt(ledger, source, span);
        process.stdout.write(`${reportReconciliation(found)}\n`);
        agree &&= found.differences === 0 && found.failure === undefined;
      }
      return agree ? 0 : 1;
    });
  });
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exitCode = 1;
  },
);
