import { personId } from '@kasane/vocabulary';
import { lookupBy } from './lookup.js';
import { AIZU_WAKAMATSU, KATO } from './municipalities.js';
import { conferencePeople } from './conference-people.js';
import type { SamplePerson } from './sample-person.js';

/** U+E0100 selects the 葛 that the family register prints; dropping it changes the name. */
const KASAI = '葛\u{E0100}西';
/** U+20BB7, outside the basic plane: the 吉 with the long lower stroke. */
const YOSHINO = '\u{20BB7}野';

const h01 = {
  address: '会津若松市見本町二丁目1番1号',
  phone: '090-0000-0101',
  localGovernmentCode: AIZU_WAKAMATSU,
};
const h02 = {
  address: '会津若松市門田町大字見本字架空3番地の2',
  phone: '090-0000-0201',
  localGovernmentCode: AIZU_WAKAMATSU,
};
const h03 = {
  address: '加東市見本三丁目2番地 例示ハイツ102号',
  phone: '090-0000-0301',
  localGovernmentCode: KATO,
};
const h06 = {
  address: '加東市架空町5番地 市営例示住宅2棟304号',
  phone: '090-0000-0601',
  localGovernmentCode: KATO,
};
const b01 = {
  address: '会津若松市例示町4番7号',
  phone: '090-0000-9101',
  localGovernmentCode: AIZU_WAKAMATSU,
};
const b02 = { address: '加東市例示台一丁目8番地', phone: '090-0000-9201', localGovernmentCode: KATO };

export const people: readonly SamplePerson[] = [
  // H01: poverty; the parents need care and use none; the child is disabled and does not stay in work.
  {
    ...h01,
    id: personId('p-8ncqsxr4'),
    key: 'h01-self',
    name: `${KASAI} 義雄`,
    kana: 'カサイ ヨシオ',
    birthDate: '1980-05-14',
    sex: 'MALE',
  },
  {
    ...h01,
    id: personId('p-7a4nrxmr'),
    key: 'h01-father',
    name: `${KASAI} 正三`,
    kana: 'カサイ ショウゾウ',
    birthDate: '1942-11-03',
    sex: 'MALE',
  },
  {
    ...h01,
    id: personId('p-rcq2ecgj'),
    key: 'h01-mother',
    name: `${KASAI} トミ`,
    kana: 'カサイ トミ',
    birthDate: '1944-02-20',
    sex: 'FEMALE',
  },
  {
    ...h01,
    id: personId('p-hx2ppbw2'),
    key: 'h01-child',
    name: `${KASAI} ひなた`,
    kana: 'カサイ ヒナタ',
    birthDate: '2003-08-09',
    sex: 'FEMALE',
  },

  // H02: poverty, must move; the child abuses the parent economically.
  {
    ...h02,
    id: personId('p-v7jng829'),
    key: 'h02-self',
    name: '如月 和子',
    kana: 'キサラギ カズコ',
    birthDate: '1958-09-27',
    sex: 'FEMALE',
  },
  {
    ...h02,
    id: personId('p-2yknspny'),
    key: 'h02-child',
    name: '如月 拓',
    kana: 'キサラギ タク',
    birthDate: '1990-04-02',
    sex: 'MALE',
    phone: '090-0000-0202',
  },

  // H03: the mother, a foreign national, faces surgery; who cares for the children meanwhile?
  {
    ...h03,
    id: personId('p-6f4qw8fc'),
    key: 'h03-mother',
    name: 'グエン ティ ホア',
    kana: 'グエン ティ ホア',
    romanName: 'NGUYEN THI HOA',
    birthDate: '1984-07-19',
    sex: 'FEMALE',
    nationality: 'VN',
    languages: ['vi', 'ja'],
    languageNeed: '日本語の説明はやさしい日本語で。医療と手続きにはベトナム語の通訳が必要。',
  },
  {
    ...h03,
    id: personId('p-vp4gjc58'),
    key: 'h03-grandmother',
    name: 'チャン ティ ラン',
    kana: 'チャン ティ ラン',
    romanName: 'TRAN THI LAN',
    birthDate: '1951-03-08',
    sex: 'FEMALE',
    nationality: 'VN',
    languages: ['vi'],
    languageNeed: '日本語はあいさつ程度。ベトナム語の通訳が必要。',
  },
  {
    ...h03,
    id: personId('p-gt5byjef'),
    key: 'h03-schoolchild',
    name: '葉月 蓮',
    kana: 'ハヅキ レン',
    birthDate: '2015-10-30',
    sex: 'MALE',
    languages: ['ja', 'vi'],
  },
  {
    ...h03,
    id: personId('p-dbkgwex7'),
    key: 'h03-preschooler',
    name: '葉月 さくら',
    kana: 'ハヅキ サクラ',
    birthDate: '2021-06-12',
    sex: 'FEMALE',
    languages: ['ja', 'vi'],
  },

  // H06: six members in municipal housing: a lone parent, her parents, her disabled brother, her children.
  {
    ...h06,
    id: personId('p-we276ekt'),
    key: 'h06-mother',
    name: `${YOSHINO} 早苗`,
    kana: 'ヨシノ サナエ',
    birthDate: '1982-12-01',
    sex: 'FEMALE',
  },
  {
    ...h06,
    id: personId('p-37xbmtrv'),
    key: 'h06-grandfather',
    name: `${YOSHINO} 武`,
    kana: 'ヨシノ タケシ',
    birthDate: '1948-06-06',
    sex: 'MALE',
  },
  {
    ...h06,
    id: personId('p-me9qbcye'),
    key: 'h06-grandmother',
    name: `${YOSHINO} キヨ`,
    kana: 'ヨシノ キヨ',
    birthDate: '1950-01-25',
    sex: 'FEMALE',
  },
  {
    ...h06,
    id: personId('p-es7w3nd7'),
    key: 'h06-uncle',
    name: `${YOSHINO} 修`,
    kana: 'ヨシノ オサム',
    birthDate: '1979-10-10',
    sex: 'MALE',
  },
  {
    ...h06,
    id: personId('p-h5ktp9kb'),
    key: 'h06-teenager',
    name: `${YOSHINO} 陽菜`,
    kana: 'ヨシノ ヒナ',
    birthDate: '2009-05-05',
    sex: 'FEMALE',
  },
  {
    ...h06,
    id: personId('p-wqv4rhqm'),
    key: 'h06-schoolchild',
    name: `${YOSHINO} 翔`,
    kana: 'ヨシノ ショウ',
    birthDate: '2017-09-17',
    sex: 'MALE',
  },

  // B01 and B02: bystanders, whom nobody of the cases above may find.
  {
    ...b01,
    id: personId('p-6ge6hwet'),
    key: 'b01-self',
    name: '霜月 ハル',
    kana: 'シモツキ ハル',
    birthDate: '1949-04-18',
    sex: 'FEMALE',
  },
  {
    ...b01,
    id: personId('p-nasrhwyx'),
    key: 'b01-grandchild',
    name: '霜月 湊',
    kana: 'シモツキ ミナト',
    birthDate: '2021-01-11',
    sex: 'MALE',
  },
  {
    ...b02,
    id: personId('p-t4c9kzm6'),
    key: 'b02-self',
    name: '文月 大輔',
    kana: 'フヅキ ダイスケ',
    birthDate: '1985-03-23',
    sex: 'MALE',
  },
  {
    ...b02,
    id: personId('p-3wrd8xvh'),
    key: 'b02-child',
    name: '文月 結衣',
    kana: 'フヅキ ユイ',
    birthDate: '2018-07-07',
    sex: 'FEMALE',
  },

  ...conferencePeople,
];

/** @example person('h03-mother').id. @throws {Error} when the sample has no such person. */
export const person = lookupBy('person', people, ({ key }) => key);
