import type { Random } from './random.js';

/** A name as it is written, and how it is read. */
type Name = readonly [written: string, kana: string];

/**
 * Ordinary names, put together at random: whoever is called so is nobody in particular, and many are called the same
 * (同姓同名). The last of the surnames need a variation selector, a character outside the basic plane, or one of the
 * compatibility characters.
 */
const surnames: readonly [Name, ...Name[]] = [
  ['青木', 'アオキ'],
  ['石川', 'イシカワ'],
  ['上田', 'ウエダ'],
  ['遠藤', 'エンドウ'],
  ['大西', 'オオニシ'],
  ['岡本', 'オカモト'],
  ['柏木', 'カシワギ'],
  ['菊地', 'キクチ'],
  ['岸本', 'キシモト'],
  ['黒田', 'クロダ'],
  ['小林', 'コバヤシ'],
  ['斎藤', 'サイトウ'],
  ['坂口', 'サカグチ'],
  ['佐々木', 'ササキ'],
  ['清水', 'シミズ'],
  ['杉浦', 'スギウラ'],
  ['竹内', 'タケウチ'],
  ['千葉', 'チバ'],
  ['土屋', 'ツチヤ'],
  ['中島', 'ナカジマ'],
  ['中島', 'ナカシマ'],
  ['西村', 'ニシムラ'],
  ['野口', 'ノグチ'],
  ['長谷川', 'ハセガワ'],
  ['服部', 'ハットリ'],
  ['東', 'ヒガシ'],
  ['東', 'アズマ'],
  ['藤井', 'フジイ'],
  ['星', 'ホシ'],
  ['松本', 'マツモト'],
  ['宮崎', 'ミヤザキ'],
  ['村上', 'ムラカミ'],
  ['森', 'モリ'],
  ['山下', 'ヤマシタ'],
  ['湯浅', 'ユアサ'],
  ['横山', 'ヨコヤマ'],
  ['渡部', 'ワタナベ'],
  ['渡部', 'ワタベ'],
  ['葛\u{E0100}木', 'カツラギ'],
  ['辻\u{E0101}', 'ツジ'],
  ['\u{20BB7}田', 'ヨシダ'],
  ['髙木', 'タカギ'],
  ['山﨑', 'ヤマサキ'],
];

const young: Readonly<Record<'MALE' | 'FEMALE', readonly [Name, ...Name[]]>> = {
  MALE: [
    ['蓮', 'レン'],
    ['陽翔', 'ハルト'],
    ['陽翔', 'ヒナト'],
    ['湊', 'ミナト'],
    ['大和', 'ヤマト'],
    ['樹', 'イツキ'],
    ['颯太', 'ソウタ'],
    ['翼', 'ツバサ'],
    ['健斗', 'ケント'],
    ['悠真', 'ユウマ'],
  ],
  FEMALE: [
    ['陽葵', 'ヒマリ'],
    ['凛', 'リン'],
    ['結菜', 'ユイナ'],
    ['結菜', 'ユナ'],
    ['紬', 'ツムギ'],
    ['さくら', 'サクラ'],
    ['美咲', 'ミサキ'],
    ['ひなた', 'ヒナタ'],
    ['莉子', 'リコ'],
    ['花', 'ハナ'],
  ],
};
const grown: typeof young = {
  MALE: [
    ['誠', 'マコト'],
    ['健一', 'ケンイチ'],
    ['直樹', 'ナオキ'],
    ['大輔', 'ダイスケ'],
    ['隆', 'タカシ'],
    ['浩二', 'コウジ'],
    ['拓也', 'タクヤ'],
    ['修', 'オサム'],
  ],
  FEMALE: [
    ['恵子', 'ケイコ'],
    ['由美', 'ユミ'],
    ['裕子', 'ヒロコ'],
    ['裕子', 'ユウコ'],
    ['真由美', 'マユミ'],
    ['香織', 'カオリ'],
    ['智子', 'トモコ'],
    ['愛', 'アイ'],
  ],
};
const old: typeof young = {
  MALE: [
    ['勇', 'イサム'],
    ['正一', 'ショウイチ'],
    ['清', 'キヨシ'],
    ['茂', 'シゲル'],
    ['昭三', 'ショウゾウ'],
    ['武夫', 'タケオ'],
  ],
  FEMALE: [
    ['キヨ', 'キヨ'],
    ['和子', 'カズコ'],
    ['節子', 'セツコ'],
    ['ハル', 'ハル'],
    ['幸子', 'サチコ'],
    ['トシ子', 'トシコ'],
  ],
};

/** A household of foreign residents: roman names as on the residence card, and how they are read. */
export interface Origin {
  readonly nationality: string;
  readonly languages: string;
  readonly surname: Name;
  readonly given: Readonly<Record<'MALE' | 'FEMALE', readonly [Name, ...Name[]]>>;
}
const origins: readonly [Origin, ...Origin[]] = [
  {
    nationality: 'VN',
    languages: 'vi,ja',
    surname: ['NGUYEN', 'グエン'],
    given: {
      MALE: [
        ['VAN MINH', 'ヴァン ミン'],
        ['DUC ANH', 'ドゥック アイン'],
      ],
      FEMALE: [
        ['THI LAN', 'ティ ラン'],
        ['THI MAI', 'ティ マイ'],
      ],
    },
  },
  {
    nationality: 'BR',
    languages: 'pt,ja',
    surname: ['SILVA', 'シウバ'],
    given: {
      MALE: [
        ['LUCAS', 'ルーカス'],
        ['PEDRO', 'ペドロ'],
      ],
      FEMALE: [
        ['ANA', 'アナ'],
        ['JULIA', 'ジュリア'],
      ],
    },
  },
  {
    nationality: 'PH',
    languages: 'tl,en,ja',
    surname: ['SANTOS', 'サントス'],
    given: {
      MALE: [
        ['JOSE', 'ホセ'],
        ['MARK', 'マーク'],
      ],
      FEMALE: [
        ['MARIA', 'マリア'],
        ['GRACE', 'グレース'],
      ],
    },
  },
];

export interface FullName {
  readonly name: string;
  readonly kana: string;
  readonly romanName: string | null;
}

/** What a household is called: one name in Japanese, or an origin. */
export type FamilyName = { readonly surname: Name } | { readonly origin: Origin };

export const familyName = (random: Random): FamilyName =>
  random.chance(0.03) ? { origin: random.pick(origins) } : { surname: random.pick(surnames) };

/** @param taken given names of the household: two of its members are not called the same */
export function fullName(
  random: Random,
  family: FamilyName,
  { sex, age }: { readonly sex: 'MALE' | 'FEMALE'; readonly age: number },
  taken: ReadonlySet<string>,
): FullName {
  const list = 'origin' in family ? family.origin.given : age >= 70 ? old : age >= 28 ? grown : young;
  let [written, kana] = random.pick(list[sex]);
  for (let more = 0; taken.has(kana) && more < 8; more++) [written, kana] = random.pick(list[sex]);
  if (!('origin' in family)) {
    const [surname, surnameKana] = family.surname;
    return { name: `${surname} ${written}`, kana: `${surnameKana} ${kana}`, romanName: null };
  }
  const [surname, read] = family.origin.surname;
  return { name: `${read} ${kana}`, kana: `${read} ${kana}`, romanName: `${surname} ${written}` };
}
