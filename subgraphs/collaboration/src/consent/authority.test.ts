import { describe, expect, test } from '@jest/globals';
import { GrantorRelation, personId } from '@kasane/vocabulary';
import { authorityProblems, ofAgeAfter, type KnownPerson, type NamedGrantor } from './authority.js';

/** Noon in Japan. */
const now = new Date('2026-11-22T03:00:00Z');

const someone = (id: string, name: string, birthDate: string | null): KnownPerson => ({
  id: personId(id),
  name,
  kana: null,
  romanName: null,
  birthDate,
});
const adult = someone('p-adult', '見本 花子', '1950-01-01');
const child = someone('p-child', '見本 一郎', '2010-11-23');
const mother = someone('p-mother', '見本 恵', '1980-01-01');
const { SELF, PARENTAL_AUTHORITY, MINOR_GUARDIAN, ADULT_GUARDIAN, CURATOR, ASSISTANT, VOLUNTARY_GUARDIAN } =
  GrantorRelation;

const problems = (
  subject: KnownPerson,
  grantors: readonly NamedGrantor[],
  more: { readonly known?: readonly KnownPerson[]; readonly isRefusal?: boolean; readonly at?: Date } = {},
): string =>
  authorityProblems({
    subject,
    grantors,
    known: new Map((more.known ?? []).map((person) => [person.id, person])),
    isRefusal: more.isRefusal ?? false,
    now: more.at ?? now,
  }).join(' ');

describe('an adult', () => {
  test('signs for themselves, by any of their names', () => {
    const named = { ...adult, kana: 'ミホン ハナコ', romanName: 'MIHON HANAKO' };
    for (const name of ['見本 花子', '見本花子', 'みほん はなこ', 'ﾐﾎﾝ ﾊﾅｺ', 'mihon hanako'])
      expect(problems(named, [{ name, relation: SELF }])).toBe('');
  });

  test('is not signed for by the head of the household, whatever they call themselves', () => {
    expect(problems(adult, [{ name: mother.name, relation: SELF }])).toMatch(/本人だけ/);
    expect(problems(adult, [{ name: mother.name, relation: PARENTAL_AUTHORITY }])).toMatch(/世帯主/);
    expect(problems(adult, [{ name: adult.name, relation: SELF, person: mother.id }])).toMatch(/本人だけ/);
  });

  test('has no consent by a blank name', () => {
    expect(problems(adult, [{ name: ' ', relation: SELF }])).toMatch(/本人だけ/);
  });

  test.each([ADULT_GUARDIAN, CURATOR, ASSISTANT, VOLUNTARY_GUARDIAN])(
    'is spoken for by %s only with the document that shows it',
    (relation) => {
      for (const authorityDocument of [undefined, null, '', '  '])
        expect(problems(adult, [{ name: '後見 人', relation, authorityDocument }])).toMatch(/書類/);
      expect(
        problems(adult, [{ name: '後見 人', relation, authorityDocument: '登記事項証明書 2026-1' }]),
      ).toBe('');
    },
  );

  test('is not spoken for by themselves as their own guardian: that is the wrong form', () => {
    const own = {
      name: adult.name,
      relation: ADULT_GUARDIAN,
      person: adult.id,
      authorityDocument: '登記事項証明書',
    };
    expect(problems(adult, [own])).toMatch(/用紙/);
  });
});

describe('a child', () => {
  test('needs a parent, or a guardian with the document, beside the child or alone', () => {
    expect(problems(child, [{ name: child.name, relation: SELF }])).toMatch(/親権者/);
    expect(problems(child, [{ name: mother.name, relation: PARENTAL_AUTHORITY }])).toBe('');
    expect(problems(child, [{ name: '後見 人', relation: MINOR_GUARDIAN }])).toMatch(/書類/);
    expect(
      problems(child, [{ name: '後見 人', relation: MINOR_GUARDIAN, authorityDocument: '審判書' }]),
    ).toBe('');
  });

  test('may say no alone', () => {
    expect(problems(child, [{ name: child.name, relation: SELF }], { isRefusal: true })).toBe('');
  });

  test('is one until the birthday begins in Japan', () => {
    const parent = [{ name: mother.name, relation: PARENTAL_AUTHORITY }];
    expect(problems(child, parent, { at: new Date('2028-11-22T14:59:59.999Z') })).toBe('');
    expect(problems(child, parent, { at: new Date('2028-11-22T15:00:00Z') })).toMatch(/成人/);
    expect(ofAgeAfter(child, now)).toBe('2028-11-23');
    expect(ofAgeAfter(someone('p', 'x', '2012-02-29'), now)).toBe('2030-03-01');
  });

  test.each([null, '1960-00-00', 'unknown', '2012-02-30'])(
    'cannot be told from an adult while born on %s: no parent speaks for somebody who may be of age',
    (birthDate) => {
      const unknown = someone('p', '見本 次郎', birthDate);
      expect(problems(unknown, [{ name: mother.name, relation: PARENTAL_AUTHORITY }])).toMatch(/生年月日/);
      expect(problems(unknown, [{ name: unknown.name, relation: SELF }])).toBe('');
    },
  );
});

describe('a grantor whom the form names by id', () => {
  const by = (person: string, name = mother.name): NamedGrantor[] => [
    { name, relation: PARENTAL_AUTHORITY, person },
  ];

  test('is the person of that name', () => {
    expect(problems(child, by(mother.id), { known: [mother] })).toBe('');
    expect(problems(child, by(mother.id, '別人'), { known: [mother] })).toMatch(/用紙/);
  });

  test('of whom the viewer may not know is like one who does not exist', () => {
    expect(problems(child, by(mother.id))).toBe(problems(child, by('p-nobody')));
    expect(problems(child, by(mother.id))).not.toBe('');
  });

  test('is of age, and alive', () => {
    expect(problems(child, by(mother.id), { known: [{ ...mother, birthDate: '2009-01-01' }] })).toMatch(
      /未成年/,
    );
    expect(problems(child, by(mother.id), { known: [{ ...mother, deceasedOn: '2026-11-22' }] })).toMatch(
      /亡くなって/,
    );
  });
});

test('nobody decides for the deceased, from the day of the death on', () => {
  const grantors = [{ name: adult.name, relation: SELF }];
  const deceased = { ...adult, deceasedOn: '2026-11-22' };
  for (const isRefusal of [true, false])
    expect(problems(deceased, grantors, { isRefusal })).toMatch(/亡くな/);
  expect(problems({ ...adult, deceasedOn: '2026-11-23' }, grantors)).toBe('');
  expect(problems({ ...adult, deceasedOn: null }, grantors)).toBe('');
});
