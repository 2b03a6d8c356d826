import { describe, expect, test } from '@jest/globals';
import { Role } from '@kasane/vocabulary';
import { assignments, assignmentsIn } from './assignments.js';
import { household, households } from './households.js';
import { office, offices } from './offices.js';
import { person } from './people.js';
import { rosterOf, rosters } from './rosters.js';
import { CHILD_FAMILY, DISABILITY_SUPPORT, ELDER_CARE, LIVELIHOOD_SUPPORT } from './sectors.js';
import { staff, staffById } from './staff.js';

const uninvolved = [
  'kato-toshi-seisaku-worker',
  'aizu-houkatsu-3-manager',
  'aizu-privacy-officer',
  'aizu-operator',
  'aizu-committee-member',
  'kato-privacy-officer',
  'kato-protection-officer',
  'kato-kucho',
  'kato-minsei',
  'kato-police',
  'kato-shakyo-worker',
];

describe('the staff', () => {
  test('ids are unique, and each works in an office of the sample and in its sector', () => {
    expect(new Set(staff.map(({ staffId }) => staffId)).size).toBe(staff.length);
    for (const each of staff) {
      const { sector } = office(each.office);
      if (each.sector !== undefined) expect([each.staffId, each.sector]).toEqual([each.staffId, sector]);
    }
  });

  test('every role is held by somebody', () => {
    expect(new Set(staff.flatMap(({ roles }) => roles))).toEqual(new Set(Object.values(Role)));
  });

  test.each(uninvolved)('%s has neither an assignment nor a seat', (id) => {
    const { staffId } = staffById(id);
    expect(assignments.filter((each) => each.staff === staffId)).toEqual([]);
    expect(rosters.flatMap(({ rows }) => rows).filter((row) => row.staff === staffId)).toEqual([]);
  });

  test('a guest of conferences has no role and no sector; all others have a role', () => {
    const guests = staff.filter(({ roles }) => roles.length === 0);
    expect(guests.map(({ capacity }) => capacity)).toEqual([
      'GUEST',
      'VOLUNTEER',
      'GUEST',
      'PRIVATE_PARTNER',
    ]);
    for (const { sector } of guests) expect(sector).toBeUndefined();
  });

  test('若松第１包括 works with the bystander only', () => {
    const { staffId } = staffById('aizu-houkatsu-1-worker');
    expect(assignments.filter((each) => each.staff === staffId).map((each) => each.person)).toEqual([
      'b01-self',
    ]);
  });
});

describe('the assignments', () => {
  test('person, office, sector and worker agree with each other', () => {
    for (const each of assignments) {
      const { sector, localGovernmentCode } = office(each.office);
      expect(sector).toBe(each.sector);
      expect(person(each.person).localGovernmentCode).toBe(localGovernmentCode);
      expect(staffById(each.staff)).toMatchObject({ office: each.office, sector: each.sector });
    }
  });

  test('a person has one lead at a time in one sector', () => {
    const leads = assignments.filter(({ role }) => role === 'LEAD');
    const overlaps = leads.flatMap((a, at) =>
      leads
        .slice(at + 1)
        .filter((b) => a.person === b.person && a.sector === b.sector)
        .filter((b) => a.from <= (b.to ?? '9999') && b.from <= (a.to ?? '9999')),
    );
    expect(overlaps).toEqual([]);
  });

  test('one has ended: the child of H01 went on from 基幹 to the second desk', () => {
    expect(assignments.filter(({ to }) => to !== undefined)).toMatchObject([
      { person: 'h01-child', staff: 'aizu-shougai-kikan-worker', to: '2025-09-30' },
    ]);
  });

  test('all four sectors have some, and together they have all', () => {
    const bySector = [ELDER_CARE, DISABILITY_SUPPORT, CHILD_FAMILY, LIVELIHOOD_SUPPORT].map(assignmentsIn);
    for (const some of bySector) expect(some.length).toBeGreaterThan(0);
    expect(bySector.flat()).toHaveLength(assignments.length);
  });

  test('nobody of a suspended office, or of a child-rearing hub, is responsible for a person', () => {
    const held = new Set(assignments.map((each) => each.office));
    expect(offices.filter(({ code, kind }) => held.has(code) && kind === 'CHILD_REARING_HUB')).toEqual([]);
  });
});

describe('the rosters', () => {
  test('every household has one, and its seats are of its city and for its own members', () => {
    expect(rosters.map((each) => each.household)).toEqual(households.map(({ key }) => key));
    for (const roster of rosters) {
      const { members, localGovernmentCode } = household(roster.household);
      const keys = members.map((member) => member.person);
      for (const row of roster.rows) {
        expect(office(row.office).localGovernmentCode).toBe(localGovernmentCode);
        if (row.staff !== undefined) expect(staffById(row.staff).office).toBe(row.office);
        if (row.persons !== 'ALL') expect(keys).toEqual(expect.arrayContaining([...row.persons]));
      }
    }
  });

  test('a coordinator sits for all, in every case but the bystanders’', () => {
    for (const { household: key, rows } of rosters) {
      const coordinators = rows.filter(({ role }) => role === Role.COORDINATOR);
      expect(coordinators.map(({ persons }) => persons)).toEqual(key.startsWith('B') ? [] : ['ALL']);
    }
  });

  test('the elder-care worker of 加東市 sits for the grandmother of H03 and for nobody else of it', () => {
    const seats = rosterOf('H03').rows.filter(
      (row) => row.staff === staffById('kato-elder-care-worker').staffId,
    );
    expect(seats.map(({ persons }) => persons)).toEqual([['h03-grandmother']]);
  });

  test('every worker with a seat is assigned to those whom they sit for', () => {
    for (const { rows } of rosters)
      for (const { staff: id, persons, role } of rows) {
        if (id === undefined || persons === 'ALL' || role === Role.COORDINATOR) continue;
        const theirs = assignments.filter((each) => each.staff === id).map((each) => each.person);
        expect(theirs).toEqual(expect.arrayContaining([...persons]));
      }
  });
});
