import { describe, expect, test } from '@jest/globals';
import { assignmentsIn, person } from '@kasane/sample-municipality';
import { sectorId } from '@kasane/vocabulary';
import { contacts } from './contacts.js';
import { fileNumbers } from './file-numbers.js';
import { maternalRecords, vaccinations } from './maternal-records.js';
import { consultations, jointConferences, protectionCases } from './protection-records.js';
import {
  checkups,
  mchHandbooks,
  protectionEntries,
  schoolings,
  supportPlans,
  youngCarerRecords,
} from './records.js';

const assignments = assignmentsIn(sectorId('child-family'));
const keyOf = new Map<string, string>(Object.entries(fileNumbers).map(([key, number]) => [number, key]));
const tables = {
  maternalRecords,
  mchHandbooks,
  checkups,
  vaccinations,
  consultations,
  supportPlans,
  youngCarerRecords,
  schoolings,
  jointConferences,
  protectionCases,
  protectionEntries,
};

describe('the sample records', () => {
  test('every file number is one person’s', () => {
    expect(keyOf.size).toBe(Object.keys(fileNumbers).length);
    for (const key of keyOf.values()) expect(person(key).key).toBe(key);
  });

  test.each(Object.entries(tables))(
    '%s have ids of their own, each in the file of somebody whom a desk is responsible for',
    (_, rows) => {
      const clients = assignments.map((each) => each.person);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      for (const { localId } of rows) expect(clients).toContain(keyOf.get(localId));
    },
  );

  test.each(
    Object.entries({ supportPlans, youngCarerRecords, consultations, jointConferences, protectionCases }),
  )('%s speak of members of the family', (_, rows) => {
    for (const { localId, alsoAbout } of rows)
      for (const other of alsoAbout?.split(',') ?? [])
        expect(keyOf.get(other)?.slice(0, 3)).toBe(keyOf.get(localId)?.slice(0, 3));
  });

  test('who goes to school is in the grade of their age', () => {
    const before = { ELEMENTARY: 6, JUNIOR_HIGH: 12, HIGH: 15 } as const;
    for (const { localId, kind, grade, to } of schoolings) {
      if (to !== null || !(kind in before)) continue;
      const { birthDate } = person(keyOf.get(localId) ?? '');
      // School years run from 2 April to 1 April.
      const cohort = Number(birthDate.slice(0, 4)) - (birthDate.slice(5) < '04-02' ? 1 : 0);
      expect([localId, grade]).toEqual([localId, `${2026 - cohort - before[kind as keyof typeof before]}年`]);
    }
  });

  test('the young carer of H10 is over 18, and still on record as one', () => {
    const [first, newest] = youngCarerRecords.filter(({ localId }) => keyOf.get(localId) === 'h10-carer');
    expect([first?.confirmed, newest?.confirmed]).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(person('h10-carer').birthDate < '2008-04-13' && newest?.observedOn === '2026-04-13').toBe(true);
  });

  test('contacts are with those for whom the worker was responsible on the day, and speak of known persons', () => {
    for (const { person: key, staff, on, alsoAbout = [] } of contacts) {
      const theirs = assignments.filter((each) => each.person === key && each.staff === staff);
      expect([key, on, theirs.some(({ from, to = '9999' }) => from <= on && on <= to)]).toEqual([
        key,
        on,
        true,
      ]);
      expect(Object.keys(fileNumbers)).toEqual(expect.arrayContaining([...alsoAbout]));
    }
  });

  test('notes of violence and neglect are sealed until they are released, a child’s confidence for good', () => {
    expect(contacts.flatMap(({ person: key, seal }) => (seal ? [[key, seal]] : []))).toEqual([
      ['h04-mother', 'RELEASE_ONLY'],
      ['h04-schoolchild', 'NEVER'],
      ['h11-child', 'RELEASE_ONLY'],
    ]);
  });
});
