import { COLLABORATION } from '@kasane/vocabulary';
import type { LedgerPartFragment } from '../generated/operations.js';
import type { Client } from 'urql';
import { problemOf, type Problem } from '../hub/problem.js';
import { newestFirst, type Entry, type PersonLedger } from './entries.js';
import { parties, type Party } from './parties.js';

/** Lines of a page, and pages of one party that are read before the rest is left. */
const PAGE = 500;
const MAX_PAGES = 20;
/** No request takes longer. */
const EARLIER_MS = 600_000;

export class LedgerProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.text);
    this.name = 'LedgerProblem';
  }
}

/**
 * Everything that the parties recorded of a person since a moment. What the sectors disclosed is read before what
 * collaboration granted: whatever is disclosed meanwhile has its grant among what is read.
 * @throws {LedgerProblem} when nothing could be read
 */
export async function readLedger(
  client: Client,
  person: string,
  since: Date,
  tell: (lines: number) => void = () => undefined,
): Promise<PersonLedger> {
  const read = { count: 0 };
  const readSince = (from: Date, of: readonly Party[]): Promise<readonly PartOfParty[]> =>
    Promise.all(
      of.map((party) => readParty(client, person, party, from, (more) => tell((read.count += more)))),
    );
  const sectors = await readSince(
    since,
    parties.filter(({ id }) => id !== COLLABORATION),
  );
  const granting = await readSince(
    new Date(since.getTime() - EARLIER_MS),
    parties.filter(({ id }) => id === COLLABORATION),
  );
  const all = [...granting, ...sectors];
  const entries = newestFirst(all.flatMap((part) => part.entries));
  const isEarlier = ({ at }: Entry): boolean => new Date(at) < since;
  return {
    person,
    since,
    entries: entries.filter((entry) => !isEarlier(entry)),
    earlierGrants: entries.filter((entry) => isEarlier(entry) && entry.kind === 'GRANT'),
    away: all.flatMap(({ party, isAway }) => (isAway ? [party] : [])),
    isCutOff: all.some(({ isCutOff }) => isCutOff),
  };
}

interface PartOfParty {
  readonly party: Party;
  readonly entries: readonly Entry[];
  readonly isAway: boolean;
  readonly isCutOff: boolean;
}

async function readParty(
  client: Client,
  person: string,
  party: Party,
  since: Date,
  tell: (lines: number) => void,
): Promise<PartOfParty> {
  const entries: Entry[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { data, error } = await client
      .query(party.question, { person, first: PAGE, after }, { requestPolicy: 'network-only' })
      .toPromise();
    if (error && !data) throw new LedgerProblem(problemOf(error));
    const part: LedgerPartFragment | null | undefined = data?.disclosureLog?.page;
    if (!part) return { party, entries: [], isAway: true, isCutOff: false };
    const recent = part.lines.filter(({ at }) => new Date(at) >= since);
    entries.push(...recent.map((line) => ({ ...line, party })));
    tell(recent.length);
    if (!part.hasNextPage || recent.length < part.lines.length)
      return { party, entries, isAway: false, isCutOff: false };
    after = part.endCursor;
  }
  return { party, entries, isAway: false, isCutOff: true };
}
