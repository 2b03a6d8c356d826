import { describe, expect, test } from '@jest/globals';
import { assignments } from './assignments.js';
import { household } from './households.js';
import { office } from './offices.js';
import { person } from './people.js';
import { protectiveMeasures } from './protective-measures.js';
import { rosterOf } from './rosters.js';
import { staffById } from './staff.js';

describe('the protective measures', () => {
  test('cover everybody of H04, who live at one address, for one year', () => {
    const members = household('H04').members.map((member) => member.person);
    expect(protectiveMeasures.map((measure) => measure.person)).toEqual(members);
    expect(new Set(members.map((key) => person(key).address)).size).toBe(1);
    for (const { from, to } of protectiveMeasures) expect([from, to]).toEqual(['2026-03-18', '2027-03-17']);
  });

  test('are handled by offices of their city that have a seat in the case, and not by all that have one', () => {
    const seated = new Set<string>(rosterOf('H04').rows.map((row) => row.office));
    for (const { handlingOffices } of protectiveMeasures) {
      for (const code of handlingOffices) {
        expect(office(code).localGovernmentCode).toBe(household('H04').localGovernmentCode);
        expect(seated).toContain(code);
      }
      expect(handlingOffices).not.toContain(staffById('kato-livelihood-worker').office);
    }
  });

  test('restrict who works with the other party, at the same desk as who works with the mother', () => {
    const [restricted, ...others] = new Set(protectiveMeasures.flatMap((each) => each.restrictedStaff));
    expect([restricted, others]).toEqual(['kato-livelihood-worker-2', []]);
    const theirs = assignments.filter(({ staff }) => staff === restricted).map((each) => each.person);
    expect(theirs).toEqual(['b03-self']);
    expect(staffById(restricted ?? '').office).toBe(staffById('kato-livelihood-worker').office);
  });

  test('keep the other party away: another address, another household, no word of the pair in either', () => {
    expect(person('b03-self').address).not.toBe(person('h04-mother').address);
    expect(household('B03').members.map((member) => member.person)).toEqual(['b03-self']);
  });
});
