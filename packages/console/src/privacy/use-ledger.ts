import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { Problem } from '../hub/problem.js';
import type { PersonLedger } from './entries.js';
import { LedgerProblem, readLedger } from './read-ledger.js';

export type Reading =
  | { readonly is: 'reading'; readonly lines: number }
  | { readonly is: 'read'; readonly ledger: PersonLedger }
  | { readonly is: 'failed'; readonly problem: Problem };

/** Reads a person's ledger once; nothing while there is nobody to read about. */
export function useLedger(person: string | undefined, since: Date): Reading | undefined {
  const client = useClient();
  const [reading, setReading] = useState<Reading & { readonly of: string }>();
  const from = since.getTime();
  const of = `${person} ${from}`;
  useEffect(() => {
    if (person === undefined) return;
    let left = false;
    const tell = (now: Reading): void => {
      if (!left) setReading({ ...now, of });
    };
    readLedger(client, person, new Date(from), (lines) => tell({ is: 'reading', lines })).then(
      (ledger) => tell({ is: 'read', ledger }),
      (error: unknown) => {
        if (!(error instanceof LedgerProblem)) throw error;
        tell({ is: 'failed', problem: error.problem });
      },
    );
    return () => {
      left = true;
    };
  }, [client, person, from, of]);
  if (person === undefined) return undefined;
  // What was read of somebody else is never shown, not for a moment.
  return reading?.of === of ? reading : { is: 'reading', lines: 0 };
}
