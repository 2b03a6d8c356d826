import { personId } from '@kasane/vocabulary';
import { KATO } from './municipalities.js';
import type { SamplePerson } from './sample-person.js';

const of = (
  address: string,
  phone: string,
): Pick<SamplePerson, 'address' | 'phone' | 'localGovernmentCode'> => ({
  address,
  phone,
  localGovernmentCode: KATO,
});
/** Where they live since they fled: under the protective measure this is what nobody else may find. */
const h04 = of('加東市例示町二丁目5番地 架空コーポ201号', '090-0000-0401');
const h05 = of('加東市架空町12番地', '090-0000-0501');
const h07 = of('加東市見本台一丁目4番地の3', '090-0000-0701');
const h08 = of('加東市例示町六丁目9番地', '090-0000-0801');
const h10 = of('加東市架空台二丁目1番地 例示団地5棟102号', '090-0000-1001');
const h11 = of('加東市見本二丁目7番地 架空メゾン103号', '090-0000-1101');
const h12 = of('加東市架空町31番地', '090-0000-1201');

/** The people of the households after 加東市's list of 支援会議, and of the bystander B03. */
export const conferencePeople: readonly SamplePerson[] = [
  // H04: a mother fled from violence with two children; he is B03.
  {
    ...h04,
    id: personId('p-pqjyvbej'),
    key: 'h04-mother',
    name: '水無月 遥',
    kana: 'ミナヅキ ハルカ',
    birthDate: '1988-03-15',
    sex: 'FEMALE',
  },
  {
    ...h04,
    id: personId('p-9acxz5n9'),
    key: 'h04-schoolchild',
    name: '水無月 杏',
    kana: 'ミナヅキ アン',
    birthDate: '2014-11-08',
    sex: 'FEMALE',
  },
  {
    ...h04,
    id: personId('p-fw7s5c3r'),
    key: 'h04-preschooler',
    name: '水無月 樹',
    kana: 'ミナヅキ イツキ',
    birthDate: '2021-02-20',
    sex: 'MALE',
  },

  // H05: the son has kept to his room for twenty years; the mother is ill and needs care.
  {
    ...h05,
    id: personId('p-9w59pn4z'),
    key: 'h05-self',
    name: '弥生 浩二',
    kana: 'ヤヨイ コウジ',
    birthDate: '1974-01-29',
    sex: 'MALE',
  },
  {
    ...h05,
    id: personId('p-232pkmvx'),
    key: 'h05-mother',
    name: '弥生 フサ',
    kana: 'ヤヨイ フサ',
    birthDate: '1945-06-18',
    sex: 'FEMALE',
  },

  // H07: a disabled child about to start school; the parents live apart, both with parental authority.
  {
    ...h07,
    id: personId('p-bm8e72xv'),
    key: 'h07-child',
    name: '卯月 大空',
    kana: 'ウヅキ ソラ',
    birthDate: '2020-08-21',
    sex: 'MALE',
  },
  {
    ...h07,
    id: personId('p-dmhxbkgg'),
    key: 'h07-mother',
    name: '卯月 美咲',
    kana: 'ウヅキ ミサキ',
    birthDate: '1990-09-09',
    sex: 'FEMALE',
  },
  {
    ...of('加東市例示台三丁目6番地', '090-0000-0702'),
    id: personId('p-svxxfet8'),
    key: 'h07-father',
    name: '卯月 亮介',
    kana: 'ウヅキ リョウスケ',
    birthDate: '1987-05-02',
    sex: 'MALE',
  },

  // H08: taxes and fees are not paid; the mother stopped her care, the son keeps to his room.
  {
    ...h08,
    id: personId('p-aqvfvgwh'),
    key: 'h08-self',
    name: '長月 健一',
    kana: 'ナガツキ ケンイチ',
    birthDate: '1972-04-11',
    sex: 'MALE',
  },
  {
    ...h08,
    id: personId('p-9vwzjzn7'),
    key: 'h08-mother',
    name: '長月 静江',
    kana: 'ナガツキ シズエ',
    birthDate: '1947-12-24',
    sex: 'FEMALE',
  },

  // H09: alone, out of work, and tired of living.
  {
    ...of('加東市例示台四丁目2番地 見本荘8号', '090-0000-0901'),
    id: personId('p-gqtstrrz'),
    key: 'h09-self',
    name: '師走 明',
    kana: 'シワス アキラ',
    birthDate: '1979-02-03',
    sex: 'MALE',
  },

  // H10: the mother is ill, the brother disabled; who is nineteen cares for both. The brother is of age on 2026-12-06.
  {
    ...h10,
    id: personId('p-bjx8we67'),
    key: 'h10-mother',
    name: '皐月 由紀',
    kana: 'サツキ ユキ',
    birthDate: '1978-10-01',
    sex: 'FEMALE',
  },
  {
    ...h10,
    id: personId('p-pqh4xccm'),
    key: 'h10-carer',
    name: '皐月 海斗',
    kana: 'サツキ カイト',
    birthDate: '2007-07-25',
    sex: 'MALE',
    phone: '090-0000-1002',
  },
  {
    ...h10,
    id: personId('p-t4v2nshx'),
    key: 'h10-brother',
    name: '皐月 陸',
    kana: 'サツキ リク',
    birthDate: '2008-12-06',
    sex: 'MALE',
  },

  // H11: a pupil who stays at home, a mother who cannot get up.
  {
    ...h11,
    id: personId('p-wgw59dts'),
    key: 'h11-mother',
    name: '神無月 千尋',
    kana: 'カンナヅキ チヒロ',
    birthDate: '1983-05-30',
    sex: 'FEMALE',
  },
  {
    ...h11,
    id: personId('p-yttfnkbs'),
    key: 'h11-child',
    name: '神無月 蒼',
    kana: 'カンナヅキ アオイ',
    birthDate: '2012-09-14',
    sex: 'FEMALE',
  },

  // H12: parents past eighty, one forgetful and one ill; the son, mentally ill, goes out again little by little.
  {
    ...h12,
    id: personId('p-ce293j96'),
    key: 'h12-self',
    name: '睦月 茂',
    kana: 'ムツキ シゲル',
    birthDate: '1944-05-17',
    sex: 'MALE',
  },
  {
    ...h12,
    id: personId('p-wadg5y67'),
    key: 'h12-spouse',
    name: '睦月 千代',
    kana: 'ムツキ チヨ',
    birthDate: '1946-03-03',
    sex: 'FEMALE',
  },
  {
    ...h12,
    id: personId('p-kdn7shhk'),
    key: 'h12-child',
    name: '睦月 学',
    kana: 'ムツキ マナブ',
    birthDate: '1977-08-08',
    sex: 'MALE',
  },

  // B03: the former husband of H04, at an address of his own.
  {
    ...of('加東市見本台四丁目3番地', '090-0000-9301'),
    id: personId('p-wp2hv9vs'),
    key: 'b03-self',
    name: '時雨 剛',
    kana: 'シグレ ツヨシ',
    birthDate: '1985-08-30',
    sex: 'MALE',
  },
];
