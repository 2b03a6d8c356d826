import { describe, expect, test } from '@jest/globals';
import { assignmentsIn, person } from '@kasane/sample-municipality';
import { comesOfAge, sectorId, startOfJapanDay } from '@kasane/vocabulary';
import {
  abuseIntakes,
  considerationSheets,
  consultations,
  doctorOpinions,
  planMonitorings,
} from './assessments.js';
import { contacts } from './contacts.js';
import {
  benefitDecisions,
  certificates,
  clientNumbers,
  medicalCare,
  serviceUsePlans,
  supportCategories,
} from './records.js';

const assignments = assignmentsIn(sectorId('disability-support'));
const keyOf = new Map(Object.entries(clientNumbers).map(([key, number]) => [number, key]));
const tables = {
  certificates,
  supportCategories,
  doctorOpinions,
  benefitDecisions,
  considerationSheets,
  serviceUsePlans,
  planMonitorings,
  consultations,
  abuseIntakes,
  medicalCare,
};

describe('the sample records', () => {
  test('every client number is one person’s', () => {
    expect(keyOf.size).toBe(Object.keys(clientNumbers).length);
    for (const key of keyOf.values()) expect(person(key).key).toBe(key);
  });

  test.each(Object.entries(tables))(
    '%s have ids of their own, each in the file of somebody whom an office is responsible for',
    (_, rows) => {
      const clients = assignments.map((each) => each.person);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      for (const { localId } of rows) expect(clients).toContain(keyOf.get(localId));
    },
  );

  test('a support category is decided for adults only', () => {
    for (const { localId, certifiedOn } of supportCategories) {
      const { birthDate } = person(keyOf.get(localId) ?? '');
      expect(comesOfAge(birthDate) <= startOfJapanDay(certifiedOn)).toBe(true);
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
      expect(Object.keys(clientNumbers)).toEqual(expect.arrayContaining([...alsoAbout]));
    }
  });
});
