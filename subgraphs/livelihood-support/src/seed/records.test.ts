import { describe, expect, test } from '@jest/globals';
import { assignmentsIn, household, person } from '@kasane/sample-municipality';
import { sectorId } from '@kasane/vocabulary';
import { finances, homes } from './household-records.js';
import { financeImprovements, otherSupports, residentialSupports } from './programme-records.js';
import { clientNumbers, contacts, employmentSupports, housingBenefits, intakes, plans } from './records.js';

const LIVELIHOOD_SUPPORT = sectorId('livelihood-support');
const ofPersons = { intakes, plans, employmentSupports, housingBenefits, residentialSupports, otherSupports };
const ofHouseholds = { finances, homes, financeImprovements };
const keyOf = new Map(Object.entries(clientNumbers).map(([key, number]) => [number, key]));

const keysOf = ({ localId, alsoAbout }: { localId: string; alsoAbout: string | null }) =>
  [localId, ...(alsoAbout?.split(',') ?? [])].map((number) => keyOf.get(number));

describe('the sample records', () => {
  test('every client number is one person’s', () => {
    expect(keyOf.size).toBe(Object.keys(clientNumbers).length);
    for (const key of keyOf.values()) expect(person(key).key).toBe(key);
  });

  test.each(Object.entries({ ...ofPersons, ...ofHouseholds }))(
    '%s have ids of their own, each in the file of somebody whom the desk is responsible for',
    (_, rows) => {
      const clients = assignmentsIn(LIVELIHOOD_SUPPORT).map((each) => each.person);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      for (const { localId } of rows) expect(clients).toContain(keyOf.get(localId));
    },
  );

  test.each(Object.entries(ofHouseholds))('%s speak of adults of one household only', (_, rows) => {
    for (const row of rows) {
      const [applicant = '', ...others] = keysOf(row);
      const members = household(applicant.slice(0, 3).toUpperCase()).members.map((each) => each.person);
      for (const key of [applicant, ...others]) {
        expect(members).toContain(key);
        expect(person(key ?? '').birthDate < '2007-04-01').toBe(true);
      }
    }
  });

  test('the grandmother’s pension makes her part of the finances of H03', () => {
    const [row] = finances.filter(({ id }) => id === 'finance-h03');
    expect(row && keysOf(row)).toEqual(['h03-mother', 'h03-grandmother']);
  });

  test('the 本人 of H02 can show that they must move without asking the child', () => {
    const rows = homes.filter(({ localId }) => keyOf.get(localId) === 'h02-self');
    expect(rows.map(({ alsoAbout, mustMove }) => [alsoAbout, mustMove])).toEqual([
      [null, true],
      [null, true],
    ]);
  });

  test('the closed tier is kept beside the issues, and in no text that a field shows', () => {
    for (const intake of intakes) {
      const { closedIssues: _, ...shown } = { closedIssues: null, ...intake };
      expect(JSON.stringify(shown)).not.toMatch(/SUICIDE|ABUSE|自死|虐待|暴力/);
    }
  });

  test('contacts are with the desk’s own clients', () => {
    const clients = assignmentsIn(LIVELIHOOD_SUPPORT).map((each) => each.person);
    for (const contact of contacts) {
      expect(clients).toContain(contact.person);
      for (const other of contact.alsoAbout ?? []) expect(Object.keys(clientNumbers)).toContain(other);
    }
  });

  test('one note speaks of both sides of a protective measure, and is sealed', () => {
    const across = contacts.filter(({ person: key, alsoAbout = [] }) =>
      alsoAbout.some((other) => other.slice(0, 3) !== key.slice(0, 3)),
    );
    expect(across).toMatchObject([{ person: 'b03-self', alsoAbout: ['h04-mother'], seal: 'RELEASE_ONLY' }]);
  });

  test('what H09 said of wanting to die is sealed until it is released, a confidence for good', () => {
    const seals = contacts.filter(({ person: key }) => key === 'h09-self').map(({ seal }) => seal);
    expect(seals).toEqual([undefined, 'RELEASE_ONLY', 'NEVER', undefined]);
  });
});
