import { COLLABORATION } from '@kasane/vocabulary';
import { parties } from './parties.js';
import type { Entry, PersonLedger } from './entries.js';

const at = '2026-11-20T03:00:00.000Z';

/** A line as a sector would have written it after a grant by consent. */
export function entry(id: string, more: Partial<Entry> = {}): Entry {
  const party = parties.find((each) => each.id === id);
  if (!party) throw new Error(`There is no party ${id}.`);
  return {
    __typename: 'DisclosureLogLine',
    party,
    requestId: 'r-1',
    at,
    kind: 'DISCLOSURE',
    outcome: 'PERMITTED',
    staffId: 'kato-coordinator',
    office: 'kato-fukushi-somu',
    capacity: 'CITY_STAFF',
    purpose: 'SERVICE_COORDINATION',
    conference: null,
    sector: party.id,
    category: 'SCHOOL',
    fields: ['Schooling.name'],
    level: 'SUMMARY',
    upTo: null,
    rule: 'CONSENT',
    evidence: 'consent-1',
    policyVersion: '2026-11-22.4',
    visibility: 'IMMEDIATE',
    ...more,
  };
}

/** The grant for such a line. */
export const grant = (more: Partial<Entry> = {}): Entry =>
  entry('collaboration', { kind: 'GRANT', sector: 'child-family', fields: [], ...more });

export const ledgerOf = (entries: readonly Entry[], more: Partial<PersonLedger> = {}): PersonLedger => ({
  person: 'p-1',
  since: new Date('2026-01-01T00:00:00Z'),
  entries,
  earlierGrants: [],
  away: [],
  isCutOff: false,
  ...more,
});

export const collaboration = parties.filter(({ id }) => id === COLLABORATION);
