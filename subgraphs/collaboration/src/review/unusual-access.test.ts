import { describe, expect, test } from '@jest/globals';
import { Category, officeCode, personId, staffId } from '@kasane/vocabulary';
import fc from 'fast-check';
import {
  ENOUGH_DAYS,
  FEW_PERSONS,
  MANY_PERSONS,
  MAX_NAMED,
  unusualAccess,
  type Access,
  type Finding,
  type Surroundings,
} from './unusual-access.js';

const nothingAround: Surroundings = { conflicts: [], residences: [], dwellings: [] };

/** A Friday, at noon in Japan. */
const NOON = '2026-11-20T03:00:00.000Z';

const shown = (person: string, more: Partial<Access> & { readonly staff?: string } = {}): Access => ({
  at: NOON,
  kind: 'DISCLOSURE',
  outcome: 'PERMITTED',
  viewer: { staffId: staffId(more.staff ?? 'worker'), office: officeCode('office') },
  person: personId(person),
  items: [{ category: Category.IDENTITY, fields: ['a.b'], rule: 'OWN_OFFICE', evidence: 'seat' }],
  ...more,
});
const persons = (count: number, more: Parameters<typeof shown>[1] = {}): Access[] =>
  Array.from({ length: count }, (_, at) => shown(`p-${String(at).padStart(4, '0')}`, more));

const kinds = (entries: readonly Access[], around: Partial<Surroundings> = {}): string[] =>
  unusualAccess(entries, { ...nothingAround, ...around }).map(({ kind }) => kind);
const only = (findings: readonly Finding[]): Finding => {
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
};

test('a day of ordinary work is nothing to look at', () => {
  expect(unusualAccess(persons(MANY_PERSONS), nothingAround)).toEqual([]);
});

describe('volume', () => {
  test('is more different persons on one day than anybody sees', () => {
    const finding = only(unusualAccess(persons(MANY_PERSONS + 1), nothingAround));
    expect(finding).toMatchObject({ kind: 'VOLUME', staff: 'worker', office: 'office', day: '2026-11-20' });
    expect(finding.why).toContain(`${MANY_PERSONS + 1}人`);
    expect(finding.personCount).toBe(MANY_PERSONS + 1);
    expect(finding.persons).toHaveLength(MAX_NAMED);
  });

  test('counts persons, not looks; those of one Japanese day, not of two', () => {
    expect(kinds([...persons(30), ...persons(30)])).toEqual([]);
    const [before, after] = ['2026-11-20T14:59:59.999Z', '2026-11-20T15:00:00.000Z'];
    const halves = (second: string): Access[] => [
      ...persons(MANY_PERSONS / 2 + 1, { at: before }),
      ...Array.from({ length: MANY_PERSONS / 2 + 1 }, (_, at) => shown(`q-${at}`, { at: second })),
    ];
    expect(kinds(halves(before))).toContain('VOLUME');
    expect(kinds(halves(after))).not.toContain('VOLUME');
  });

  test('is several times what is usual in the office, once it is known what that is', () => {
    const usual = Array.from({ length: ENOUGH_DAYS - 1 }, (_, at) =>
      persons(3, { staff: `colleague-${at}` }),
    );
    const finding = only(unusualAccess([...usual.flat(), ...persons(FEW_PERSONS)], nothingAround));
    expect([finding.kind, finding.staff]).toEqual(['VOLUME', 'worker']);
    expect(finding.why).toContain('中央値は3人');
    expect(kinds([...usual.slice(1).flat(), ...persons(FEW_PERSONS)])).toEqual([]);
    expect(kinds([...usual.flat(), ...persons(FEW_PERSONS - 1)])).toEqual([]);
  });

  test('compares nobody with another office', () => {
    const others = Array.from({ length: ENOUGH_DAYS }, (_, at) =>
      persons(1, { viewer: { staffId: staffId(`other-${at}`), office: officeCode('elsewhere') } }),
    );
    expect(kinds([...others.flat(), ...persons(FEW_PERSONS * 2)])).toEqual([]);
  });

  test('does not count whom one was refused', () => {
    expect(kinds(persons(MANY_PERSONS + 1, { outcome: 'DENIED' }))).toEqual([]);
  });
});

describe('night and weekend', () => {
  test.each([
    ['2026-11-20T12:59:59.999Z', [], '21:59'],
    ['2026-11-20T13:00:00.000Z', ['NIGHT'], '22:00'],
    ['2026-11-19T20:59:59.999Z', ['NIGHT'], '5:59'],
    ['2026-11-19T21:00:00.000Z', [], '6:00'],
    ['2026-11-21T03:00:00.000Z', ['WEEKEND'], 'Saturday noon'],
    ['2026-11-22T13:00:00.000Z', ['NIGHT', 'WEEKEND'], 'Sunday night'],
    ['2026-11-20T15:00:00.000Z', ['NIGHT', 'WEEKEND'], 'the first minute of Saturday'],
    ['2026-11-22T15:00:00.000Z', ['NIGHT'], 'the first minute of Monday'],
  ])('%s is %j in Japan (%s)', (at, expected) => {
    expect(kinds([shown('p', { at })])).toEqual(expected);
  });
});

describe('somebody from whom the worker keeps away', () => {
  const conflict = (at: string, staff = 'worker') => ({
    conflicts: [{ staff: staffId(staff), person: personId('p'), at: new Date(at), office: null }],
  });

  test('was looked at before the worker said so', () => {
    expect(kinds([shown('p')], conflict('2026-11-25T00:00:00Z'))).toEqual(['OWN_RELATIVE']);
    expect(kinds([shown('p')], conflict('2026-11-20T05:00:00Z'))).toEqual(['OWN_RELATIVE']);
    expect(kinds([shown('other')], conflict('2026-11-25T00:00:00Z'))).toEqual([]);
    expect(kinds([shown('p')], conflict('2026-11-25T00:00:00Z', 'colleague'))).toEqual([]);
  });

  test('by the word of a manager only in that office', () => {
    const by = (office: string) => ({
      conflicts: conflict('2026-11-25T00:00:00Z').conflicts.map((one) => ({
        ...one,
        office: officeCode(office),
      })),
    });
    expect(kinds([shown('p')], by('office'))).toEqual(['OWN_RELATIVE']);
    expect(kinds([shown('p')], by('elsewhere'))).toEqual([]);
  });

  test('was asked for after, and withheld', () => {
    const items = [{ category: Category.IDENTITY, fields: ['a.b'], rule: 'CONFLICT_OF_INTEREST' }];
    const finding = only(unusualAccess([shown('p', { outcome: 'DENIED', items })], nothingAround));
    expect([finding.kind, finding.persons]).toEqual(['OWN_RELATIVE', ['p']]);
    expect(kinds([shown('p', { outcome: 'DENIED' })])).toEqual([]);
  });
});

describe('the own neighbourhood', () => {
  const dwellings = [{ person: personId('p'), district: 'north', from: '2020-01-01', to: '2026-11-20' }];
  const lives = (district: string | null, at = '2026-01-01T00:00:00Z') => ({
    staff: staffId('worker'),
    office: officeCode('office'),
    district,
    at: new Date(at),
  });

  test('is the district in which the worker says to live', () => {
    expect(kinds([shown('p')], { dwellings, residences: [lives('north')] })).toEqual(['OWN_NEIGHBOURHOOD']);
    expect(kinds([shown('p')], { dwellings, residences: [lives('south')] })).toEqual([]);
    expect(kinds([shown('p')], { dwellings, residences: [lives(null)] })).toEqual([]);
    expect(kinds([shown('q')], { dwellings, residences: [lives('north')] })).toEqual([]);
  });

  test('is where they lived then, or first said to live later', () => {
    const moved = [lives('north'), lives('south', '2026-11-19T00:00:00Z')];
    expect(kinds([shown('p')], { dwellings, residences: moved })).toEqual([]);
    expect(kinds([shown('p')], { dwellings, residences: [lives('north', '2026-12-24T00:00:00Z')] })).toEqual([
      'OWN_NEIGHBOURHOOD',
    ]);
  });

  test('is where the person lived then', () => {
    const at = '2026-11-23T03:00:00.000Z';
    expect(kinds([shown('p', { at })], { dwellings, residences: [lives('north')] })).toEqual([]);
  });

  test('is not told of a worker of another office by the same id', () => {
    const residences = [{ ...lives('north'), office: officeCode('elsewhere') }];
    expect(kinds([shown('p')], { dwellings, residences })).toEqual([]);
  });
});

describe('an emergency', () => {
  test('is looked at when it is declared, and when it is used', () => {
    const used = [{ category: Category.CONTACT, fields: ['a.b'], rule: 'EMERGENCY', evidence: 'e-1' }];
    expect(kinds([shown('p', { kind: 'EMERGENCY', items: [] })])).toEqual(['EMERGENCY']);
    expect(kinds([shown('p', { items: used })])).toEqual(['EMERGENCY']);
    expect(kinds([shown('p', { kind: 'EMERGENCY', items: [], outcome: 'DENIED' })])).toEqual([]);
  });
});

test('the order of the entries, and of what is known around them, never matters', () => {
  const staff = fc.constantFrom('worker', 'colleague', 'third');
  const person = fc.integer({ min: 0, max: 80 }).map((at) => `p-${at}`);
  const instant = fc
    .integer({ min: 0, max: 10 * 24 })
    .map((hours) => new Date(Date.parse('2026-11-15T00:00:00Z') + hours * 3_600_000));
  const entry = fc.record({
    staff,
    person,
    at: instant,
    kind: fc.constantFrom('DISCLOSURE' as const, 'GRANT' as const, 'EMERGENCY' as const, 'CHANGE' as const),
    outcome: fc.constantFrom('PERMITTED' as const, 'DENIED' as const),
    rule: fc.constantFrom('OWN_OFFICE', 'CONFLICT_OF_INTEREST', 'EMERGENCY'),
  });
  const district = fc.constantFrom('north', 'south');
  const told = fc.record({
    entries: fc.array(entry, { maxLength: 200 }),
    conflicts: fc.array(fc.record({ staff, person, at: instant }), { maxLength: 5 }),
    residences: fc.array(fc.record({ staff, district: fc.option(district), at: instant }), { maxLength: 5 }),
    dwellings: fc.array(fc.record({ person, district }), { maxLength: 30 }),
  });
  const findings = (
    { entries, conflicts, residences, dwellings }: typeof told extends fc.Arbitrary<infer T> ? T : never,
    turn: <T>(of: readonly T[]) => readonly T[],
  ): readonly Finding[] =>
    unusualAccess(
      turn(entries).map(({ at, kind, outcome, rule, ...one }) =>
        shown(one.person, {
          staff: one.staff,
          at: at.toISOString(),
          kind,
          outcome,
          items: [{ fields: ['a.b'], rule }],
        }),
      ),
      {
        conflicts: turn(conflicts).map(({ at, ...one }) => ({
          at,
          office: null,
          staff: staffId(one.staff),
          person: personId(one.person),
        })),
        residences: turn(residences).map((one) => ({
          ...one,
          staff: staffId(one.staff),
          office: officeCode('office'),
        })),
        dwellings: turn(dwellings).map((one) => ({
          ...one,
          person: personId(one.person),
          from: '2020-01-01',
          to: null,
        })),
      },
    );
  fc.assert(
    fc.property(told, fc.integer({ min: 0, max: 1_000 }), (world, by) => {
      const rotated = <T>(of: readonly T[]): readonly T[] => {
        const at = of.length === 0 ? 0 : by % of.length;
        return [...of.slice(at), ...of.slice(0, at)].reverse();
      };
      expect(findings(world, rotated)).toEqual(findings(world, (of) => of));
    }),
  );
});
