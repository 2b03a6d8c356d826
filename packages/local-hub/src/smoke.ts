import { hubClient } from './household-question.js';

interface Member {
  readonly person: {
    readonly identity: { readonly name: string } | null;
    readonly elderCare: unknown;
    readonly childFamily: unknown;
  };
}

/** What the README's first question shows whom, in short: how many members, and how many of them with a sector's record. */
const expected = {
  'kato-coordinator': { members: 4, elderCare: 0, childFamily: 3 },
  'kato-elder-care-worker': { members: 4, elderCare: 1, childFamily: 0 },
  'aizu-houkatsu-1-worker': { members: 0, elderCare: 0, childFamily: 0 },
} as const;

/** Asks the running hub the README's first question as three members of staff; exit code 1 when one sees anything else. */
async function main(): Promise<number> {
  const results = await Promise.all(
    Object.entries(expected).map(async ([staffId, wanted]) => {
      const { data, errors } = await (await hubClient(staffId)).askHousehold();
      const members =
        (data?.['household'] as { readonly members: readonly Member[] } | null | undefined)?.members ?? [];
      const count = (sector: 'elderCare' | 'childFamily'): number =>
        members.filter(({ person }) => person[sector] !== null).length;
      const seen = {
        members: members.length,
        elderCare: count('elderCare'),
        childFamily: count('childFamily'),
      };
      const ok =
        errors === undefined && data !== undefined && JSON.stringify(seen) === JSON.stringify(wanted);
      process.stdout.write(`${ok ? '✓' : '✗'} ${staffId}: ${JSON.stringify(errors ?? seen)}\n`);
      return ok;
    }),
  );
  return results.every(Boolean) ? 0 : 1;
}

process.exitCode = await main();
