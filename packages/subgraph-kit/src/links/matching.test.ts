import { describe, expect, test } from '@jest/globals';
import { localPerson, type LocalIdentity } from './local-person.js';
import { areAlike, identityKeys, matchOf, rankMatches, type HubIdentity, type Match } from './matching.js';

const hub: HubIdentity = {
  name: '渡辺 大輔',
  kana: 'ワタナベ ダイスケ',
  birthDate: '1980-05-14',
  address: '見本市架空町二丁目1番1号',
};
const file: LocalIdentity = {
  localId: '1',
  name: '渡邉　大輔',
  kana: 'ﾜﾀﾅﾍﾞ ﾀﾞｲｽｹ',
  birthDate: '1980-05-14',
  address: '見本市架空町２－１－１',
};
const compare = (wanted: HubIdentity, given: LocalIdentity): Match | undefined =>
  matchOf(identityKeys(wanted), localPerson(given));

describe('a file', () => {
  test('is the same in another spelling of everything', () => {
    expect(compare(hub, file)).toEqual({
      localId: '1',
      score: 100,
      method: 'NAME_AND_BIRTH_DATE',
      name: 'SAME',
      birthDate: 'SAME',
      address: 'SAME',
    });
  });

  test('is found by a date that staff wrote in an era', () => {
    expect(compare({ ...hub, birthDate: 'S55.5.14' }, file)?.birthDate).toBe('SAME');
  });

  test.each<[string, Partial<LocalIdentity>, Partial<HubIdentity>]>([
    [
      'a former name',
      { name: '佐藤大輔', kana: 'サトウダイスケ', formerName: '渡辺大輔', formerKana: 'ワタナベダイスケ' },
      {},
    ],
    [
      'a name that the hub knows besides',
      { name: '佐藤大輔', kana: 'サトウダイスケ' },
      { otherNames: ['佐藤大輔', 'サトウ ダイスケ'] },
    ],
    [
      'an alias',
      { name: 'PARK Dae-sik', kana: null, aliasName: '渡邊大輔', aliasKana: 'ワタナベ ダイスケ' },
      {},
    ],
  ])('is found by %s, and not as the same', (_, given, wanted) => {
    const match = compare({ ...hub, ...wanted }, { ...file, ...given });
    expect(match?.method).toBe('NAME_AND_BIRTH_DATE');
    expect(match?.score).toBeGreaterThanOrEqual(45);
  });

  test('is found by a name in roman letters, in whatever order, also where it stands in the column of names', () => {
    const wanted = { romanName: 'NGUYEN THI LAN', birthDate: '1984-02-11' };
    const given = { localId: '2', birthDate: '1984-02-11' };
    expect(compare(wanted, { ...given, name: 'グエン', romanName: 'Lan Nguyễn Thị' })?.score).toBe(70);
    expect(compare(wanted, { ...given, name: 'Lan, Nguyen Thi' })?.score).toBe(70);
  });

  test('of a twin is a candidate by day and house, and says that the name differs', () => {
    const twin = { ...file, name: '渡邉　大介', kana: 'ワタナベ タイスケ' };
    expect(compare(hub, twin)).toMatchObject({
      method: 'BIRTH_DATE_AND_ADDRESS',
      name: 'DIFFERENT',
      score: 45,
    });
  });

  test.each<[string, Partial<LocalIdentity>]>([
    ['the same name and another birth date', { birthDate: '1951-01-01', address: null }],
    ['the same house and nothing else', { name: '別人', kana: 'ベツジン', birthDate: '1951-01-01' }],
    ['the same day and nothing else', { name: '別人', kana: 'ベツジン', address: '例示市1-1' }],
  ])('with %s is none', (_, given) => expect(compare(hub, { ...file, ...given })).toBeUndefined());

  test('with a birth date that differs in one part says so', () => {
    expect(compare(hub, { ...file, birthDate: '1980-05-15' })?.birthDate).toBe('SIMILAR');
    expect(
      compare({ ...hub, birthDate: '1980-05-04' }, { ...file, birthDate: '1980-04-05' })?.birthDate,
    ).toBe('SIMILAR');
  });

  test('that says nothing is nobody’s: empty keys are not equal', () => {
    expect(
      compare({ name: '・', birthDate: '1980-05-14' }, { localId: '3', name: '　', birthDate: '1980-05-14' }),
    ).toBeUndefined();
  });
});

test('equal candidates stand in one order, whoever comes first, and are alike', () => {
  const [a, b] = ['a', 'b'].map((localId) => compare(hub, { ...file, localId }) as Match) as [Match, Match];
  expect(rankMatches([b, a], 5)).toEqual([a, b]);
  expect(rankMatches([b, a], 1)).toEqual([a]);
  expect(areAlike(a.score, b.score)).toBe(true);
  expect(areAlike(100, 45)).toBe(false);
});
