import { describe, expect, test } from '@jest/globals';
import { assignmentsIn, person } from '@kasane/sample-municipality';
import { sectorId } from '@kasane/vocabulary';
import { carePlans, certifications, contacts, insuredNumbers, services } from './records.js';

const assignments = assignmentsIn(sectorId('elder-care'));
const keyOf = new Map(Object.entries(insuredNumbers).map(([key, number]) => [number, key]));

describe('the sample records', () => {
  test('every number is one person’s', () => {
    expect(keyOf.size).toBe(Object.keys(insuredNumbers).length);
    for (const key of keyOf.values()) expect(person(key).key).toBe(key);
  });

  test.each(Object.entries({ certifications, carePlans, services }))(
    '%s have ids of their own, each in the file of somebody whom the office is responsible for',
    (_, rows) => {
      const clients = assignments.map((each) => each.person);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      for (const { localId } of rows) expect(clients).toContain(keyOf.get(localId));
    },
  );

  test('a certification that holds on 2026-11-22 is certified, one that has ended is not', () => {
    for (const { id, status, validFrom, validUntil } of certifications) {
      if (status === 'APPLIED') expect([id, validFrom, validUntil]).toEqual([id, null, null]);
      else expect([id, status]).toEqual([id, validUntil < '2026-11-22' ? 'EXPIRED' : 'CERTIFIED']);
    }
  });

  test('contacts are with those for whom the worker was responsible on the day, and speak of known persons', () => {
    for (const { person: key, staff, on, alsoAbout = [] } of contacts) {
      const theirs = assignments.filter((each) => each.person === key && each.staff === staff);
      expect([key, on, theirs.some(({ from, to = '9999' }) => from <= on && on <= to)]).toEqual([
        key,
        on,
        true,
      ]);
      expect(Object.keys(insuredNumbers)).toEqual(expect.arrayContaining([...alsoAbout]));
    }
  });

  test('some notes are sealed: suspected violence until it is released, a confidence for good', () => {
    expect(contacts.flatMap(({ person: key, seal }) => (seal ? [[key, seal]] : []))).toEqual([
      ['h05-mother', 'NEVER'],
      ['h08-mother', 'RELEASE_ONLY'],
    ]);
  });
});
