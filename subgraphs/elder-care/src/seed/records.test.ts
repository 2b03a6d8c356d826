import { describe, expect, test } from '@jest/globals';
import { assignmentsIn, person } from '@kasane/sample-municipality';
import { sectorId } from '@kasane/vocabulary';
import * as files from './case-files.js';
import { carePlans, certifications, contacts, insuredNumbers, services } from './records.js';

const assignments = assignmentsIn(sectorId('elder-care'));
const keyOf = new Map(Object.entries(insuredNumbers).map(([key, number]) => [number, key]));

describe('the sample records', () => {
  test('every number is one person’s', () => {
    expect(keyOf.size).toBe(Object.keys(insuredNumbers).length);
    for (const key of keyOf.values()) expect(person(key).key).toBe(key);
  });

  const { applications, planDetails, ...tables } = files;
  test.each(Object.entries({ certifications, carePlans, services, ...tables }))(
    '%s have ids of their own, each in the file of somebody whom the office is responsible for',
    (_, rows) => {
      const clients = assignments.map((each) => each.person);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      for (const { localId } of rows) expect(clients).toContain(keyOf.get(localId));
    },
  );

  test('what is said besides is said of a certification or a plan that there is', () => {
    const ids = [...certifications, ...carePlans, ...files.furtherPlans].map(({ id }) => id as string);
    for (const id of [...Object.keys(applications), ...Object.keys(planDetails)]) expect(ids).toContain(id);
    for (const { planId } of files.planNeeds) expect(ids).toContain(planId);
  });

  test('rows that speak of others name persons whom the office knows', () => {
    const shared = [
      files.basicInfos,
      files.careConferences,
      files.consultations,
      files.rightsAdvocacy,
    ].flat();
    for (const { alsoAbout } of shared)
      if (alsoAbout !== null) expect([...keyOf.keys()]).toContain(alsoAbout);
    // Whoever is suspected is named: the case is not shown on the word of the one alone.
    for (const { alsoAbout } of files.rightsAdvocacy) expect(alsoAbout).not.toBeNull();
  });

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
