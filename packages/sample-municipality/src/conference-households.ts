import { householdId, HouseholdKind, Relation } from '@kasane/vocabulary';
import { KATO } from './municipalities.js';
import type { SampleHousehold, SampleMember } from './sample-household.js';

const { SELF, SPOUSE, FATHER, MOTHER, CHILD, SIBLING } = Relation;

/** Every member from the day on which the case was taken up. */
const since = (from: string, relations: Readonly<Record<string, Relation>>): readonly SampleMember[] =>
  Object.entries(relations).map(([person, relation]) => ({ person, relation, from }));

const kato = { kind: HouseholdKind.SUPPORT, localGovernmentCode: KATO, district: 'kato-city' } as const;

/** After the twelve 支援会議 that 加東市 lists for 令和6年度, but for those that `households` has already. */
export const conferenceHouseholds: readonly SampleHousehold[] = [
  {
    ...kato,
    id: householdId('h-nk6c7jx8'),
    key: 'H04',
    caseNumber: 'KATO-2025-0029',
    members: since('2026-03-16', { 'h04-mother': SELF, 'h04-schoolchild': CHILD, 'h04-preschooler': CHILD }),
  },
  {
    ...kato,
    id: householdId('h-b74h2zw8'),
    key: 'H05',
    caseNumber: 'KATO-2025-0019',
    members: since('2025-11-24', { 'h05-self': SELF, 'h05-mother': MOTHER }),
  },
  {
    // The father lives elsewhere; what is decided for the child is decided by both.
    ...kato,
    id: householdId('h-5zbm6xgk'),
    key: 'H07',
    caseNumber: 'KATO-2025-0016',
    members: since('2025-10-06', { 'h07-child': SELF, 'h07-mother': MOTHER, 'h07-father': FATHER }),
  },
  {
    ...kato,
    id: householdId('h-dr2szmv2'),
    key: 'H08',
    caseNumber: 'KATO-2025-0010',
    members: since('2025-08-25', { 'h08-self': SELF, 'h08-mother': MOTHER }),
  },
  {
    ...kato,
    id: householdId('h-8nndj6ce'),
    key: 'H09',
    caseNumber: 'KATO-2026-0008',
    members: since('2026-08-24', { 'h09-self': SELF }),
  },
  {
    ...kato,
    id: householdId('h-t2gaxgq8'),
    key: 'H10',
    caseNumber: 'KATO-2025-0004',
    members: since('2025-07-07', { 'h10-carer': SELF, 'h10-mother': MOTHER, 'h10-brother': SIBLING }),
  },
  {
    ...kato,
    id: householdId('h-kftnz3tf'),
    key: 'H11',
    caseNumber: 'KATO-2025-0027',
    members: since('2026-03-02', { 'h11-child': SELF, 'h11-mother': MOTHER }),
  },
  {
    ...kato,
    id: householdId('h-ghajq8pd'),
    key: 'H12',
    caseNumber: 'KATO-2025-0002',
    members: since('2025-05-19', { 'h12-self': SELF, 'h12-spouse': SPOUSE, 'h12-child': CHILD }),
  },
  {
    ...kato,
    id: householdId('h-yr3vb997'),
    key: 'B03',
    caseNumber: 'KATO-2025-0021',
    kind: HouseholdKind.ACTUAL,
    members: since('2025-12-08', { 'b03-self': SELF }),
  },
];
