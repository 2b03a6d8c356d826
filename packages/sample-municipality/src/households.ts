import { householdId, HouseholdKind, Relation } from '@kasane/vocabulary';
import { conferenceHouseholds } from './conference-households.js';
import { lookupBy } from './lookup.js';
import { AIZU_WAKAMATSU, KATO } from './municipalities.js';
import type { SampleHousehold } from './sample-household.js';

const { SELF, FATHER, MOTHER, CHILD, SIBLING, GRANDCHILD } = Relation;

export const households: readonly SampleHousehold[] = [
  {
    id: householdId('h-yb73ryeb'),
    key: 'H01',
    caseNumber: 'AIZU-2025-0007',
    kind: HouseholdKind.SUPPORT,
    localGovernmentCode: AIZU_WAKAMATSU,
    district: 'aizu-wakamatsu-2',
    members: [
      { person: 'h01-self', relation: SELF, from: '2025-05-12' },
      { person: 'h01-father', relation: FATHER, from: '2025-05-12' },
      { person: 'h01-mother', relation: MOTHER, from: '2025-05-12' },
      { person: 'h01-child', relation: CHILD, from: '2025-05-12' },
    ],
  },
  {
    id: householdId('h-y95ptrfq'),
    key: 'H02',
    caseNumber: 'AIZU-2025-0012',
    kind: HouseholdKind.SUPPORT,
    localGovernmentCode: AIZU_WAKAMATSU,
    district: 'aizu-wakamatsu-3',
    members: [
      { person: 'h02-self', relation: SELF, from: '2025-07-01' },
      { person: 'h02-child', relation: CHILD, from: '2025-07-01' },
    ],
  },
  {
    id: householdId('h-yd898nkw'),
    key: 'H03',
    caseNumber: 'KATO-2025-0003',
    kind: HouseholdKind.SUPPORT,
    localGovernmentCode: KATO,
    district: 'kato-city',
    members: [
      { person: 'h03-mother', relation: SELF, from: '2025-06-02' },
      { person: 'h03-grandmother', relation: MOTHER, from: '2025-06-02' },
      { person: 'h03-schoolchild', relation: CHILD, from: '2025-06-02' },
      { person: 'h03-preschooler', relation: CHILD, from: '2025-06-02' },
    ],
  },
  {
    id: householdId('h-mdycc465'),
    key: 'H06',
    caseNumber: 'KATO-2025-0005',
    kind: HouseholdKind.SUPPORT,
    localGovernmentCode: KATO,
    district: 'kato-city',
    members: [
      { person: 'h06-mother', relation: SELF, from: '2025-08-04' },
      { person: 'h06-grandfather', relation: FATHER, from: '2025-08-04' },
      { person: 'h06-grandmother', relation: MOTHER, from: '2025-08-04' },
      { person: 'h06-uncle', relation: SIBLING, from: '2025-08-04' },
      { person: 'h06-teenager', relation: CHILD, from: '2025-08-04' },
      { person: 'h06-schoolchild', relation: CHILD, from: '2025-08-04' },
    ],
  },
  {
    id: householdId('h-rwr6srzk'),
    key: 'B01',
    caseNumber: 'AIZU-2025-0021',
    kind: HouseholdKind.ACTUAL,
    localGovernmentCode: AIZU_WAKAMATSU,
    district: 'aizu-wakamatsu-1',
    members: [
      { person: 'b01-self', relation: SELF, from: '2025-04-01' },
      { person: 'b01-grandchild', relation: GRANDCHILD, from: '2025-04-01' },
    ],
  },
  {
    id: householdId('h-kfbj3avh'),
    key: 'B02',
    caseNumber: 'KATO-2025-0014',
    kind: HouseholdKind.ACTUAL,
    localGovernmentCode: KATO,
    district: 'kato-city',
    members: [
      { person: 'b02-self', relation: SELF, from: '2025-09-01' },
      { person: 'b02-child', relation: CHILD, from: '2025-09-01' },
    ],
  },
  ...conferenceHouseholds,
];

/** @example household('H03').id. @throws {Error} when the sample has no such household. */
export const household = lookupBy('household', households, ({ key }) => key);
