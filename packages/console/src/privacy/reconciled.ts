import { reconcile, type Difference, type ReconciledEntry } from '@kasane/ledger/reconcile';
import {
  COLLABORATION,
  isCapacity,
  isCategory,
  isLevel,
  isPurpose,
  officeCode,
  personId,
  sectorId,
  staffId,
} from '@kasane/vocabulary';
import { parties, type Party } from './parties.js';
import type { Entry, PersonLedger } from './entries.js';

/** A disclosure that differs from what was granted, and the line in which it stands. */
export interface Found {
  readonly kind: Difference['kind'];
  readonly entry: Entry;
}

/** What became of comparing one sector's disclosures of a person with the grants. */
export interface Reconciled {
  readonly party: Party;
  /** Disclosures that needed a grant. */
  readonly disclosures: number;
  readonly found: readonly Found[];
  readonly isAway: boolean;
}

/**
 * Compares what each sector says it disclosed of a person with what collaboration says it granted, by the rules of
 * `npm run ledger:reconcile`. A grant is always in the ledger before what is disclosed by it, so that of grants at least
 * as old as the oldest disclosure none may be missing.
 */
export function reconcileLedger(ledger: PersonLedger): readonly Reconciled[] {
  const { person, entries, earlierGrants, away, isCutOff } = ledger;
  const granted = [...entries, ...earlierGrants].filter(({ party }) => party.id === COLLABORATION);
  const grants = granted.map((entry, at) => compared(entry, person, at));
  // Where the list of grants ends before its time, what is older has none to be compared with.
  const oldest = isCutOff ? (granted.at(-1)?.at ?? '') : '';
  return parties
    .filter(({ id }) => id !== COLLABORATION)
    .map((party) => {
      const own = entries.filter(({ party: { id }, at }) => id === party.id && at >= oldest);
      const disclosures = own.map((entry, at) => compared(entry, person, at));
      const isAway = away.some(({ id }) => id === party.id || id === COLLABORATION);
      const differences = isAway ? [] : reconcile({ sector: sectorId(party.id), grants, disclosures });
      return {
        party,
        isAway,
        disclosures: own.filter(needsGrant).length,
        found: differences.flatMap(({ kind, seq }) => {
          const entry = own[seq];
          return entry ? [{ kind, entry }] : [];
        }),
      };
    });
}

const needsGrant = ({ kind, outcome, rule }: Entry): boolean =>
  kind === 'DISCLOSURE' && outcome === 'PERMITTED' && rule !== 'OWN_OFFICE';

/** A line as the comparison takes it: one item of an entry, numbered by its place in the list. */
function compared(line: Entry, person: string, seq: number): ReconciledEntry {
  const { requestId, at, kind, outcome, sector, category, level, upTo, rule, evidence, fields } = line;
  return {
    seq,
    at,
    requestId,
    kind,
    outcome,
    sector: sectorId(sector),
    person: personId(person),
    policyVersion: line.policyVersion,
    viewer: {
      staffId: staffId(line.staffId),
      office: officeCode(line.office),
      // What is no capacity is none on both sides; what differs otherwise still differs.
      capacity: isCapacity(line.capacity) ? line.capacity : 'GUEST',
      purpose: isPurpose(line.purpose) ? line.purpose : undefined,
      conference: line.conference ?? undefined,
    },
    items: [
      {
        fields,
        category: isCategory(category) ? category : undefined,
        level: isLevel(level) ? level : undefined,
        upTo: isLevel(upTo) ? upTo : undefined,
        rule: rule ?? undefined,
        evidence: evidence ?? undefined,
      },
    ],
  };
}
