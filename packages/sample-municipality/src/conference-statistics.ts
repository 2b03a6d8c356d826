import { KATO } from './municipalities.js';

/** One 支援会議 of a municipality's published list. It is about no person: what the list prints is all there is. */
export interface SampleConferenceStatistic {
  readonly localGovernmentCode: string;
  readonly fiscalYear: number;
  /** 第n回. */
  readonly number: number;
  /** ケース内容, as printed. */
  readonly summary: string;
  /** Its issues one by one, in the printed words. */
  readonly issues: readonly string[];
  /** How many 〇 its row has, under 健康・高齢・障害・困窮・こども・社協・その他. Under which cannot be read. */
  readonly circles: number;
  /** What is printed in その他 beside or instead of a 〇. */
  readonly others: readonly string[];
}

/** The columns of the list in the order of print. */
export const conferenceStatisticColumns = [
  '健康',
  '高齢',
  '障害',
  '困窮',
  'こども',
  '社協',
  'その他',
] as const;

const row = (
  number: number,
  summary: string,
  issues: readonly string[],
  circles: number,
  ...others: readonly string[]
): SampleConferenceStatistic => ({
  localGovernmentCode: KATO,
  fiscalYear: 2024,
  number,
  summary,
  issues,
  circles,
  others,
});

/**
 * 加東市における支援会議の概要(令和6年度), 資料３: twelve meetings. Our copy is the text of the document, in which a row
 * keeps its 〇s but not the columns that they stood in; nobody can tell from it whether 福祉事業所 stood beside a 〇.
 * So a row says how many, and no sector is counted.
 */
export const conferenceStatistics: readonly SampleConferenceStatistic[] = [
  row(1, '介護・障害・疾病の課題を抱える世帯', ['介護', '障害', '疾病'], 3, '福祉事業所'),
  row(
    2,
    '生活困窮・家庭内暴力・精神的不調を抱える世帯',
    ['生活困窮', '家庭内暴力', '精神的不調'],
    3,
    'DVセンター',
  ),
  row(3, 'ひきこもり・介護・疾病の課題を抱える世帯', ['ひきこもり', '介護', '疾病'], 4, '外部専門機関'),
  row(4, '生活困窮・介護・ひきこもりの課題を抱える世帯', ['生活困窮', '介護', 'ひきこもり'], 4, '福祉事業所'),
  row(
    5,
    '障害・高齢・ひとり親・市営住宅の課題を抱える世帯',
    ['障害', '高齢', 'ひとり親', '市営住宅'],
    3,
    '福祉事業所',
    '都市政策課',
  ),
  row(
    6,
    '障害・精神的不調・就学への課題を抱える世帯',
    ['障害', '精神的不調', '就学'],
    3,
    '福祉事業所',
    '認定こども園',
  ),
  row(7, '費用滞納・介護・生活困窮の課題を係る世帯', ['費用滞納', '介護', '生活困窮'], 3, '福祉事業所'),
  row(8, '自殺・孤独・生活困窮の課題を抱える世帯', ['自殺', '孤独', '生活困窮'], 4),
  row(
    9,
    '疾病・障害・ヤングケアラーの課題を抱える世帯',
    ['疾病', '障害', 'ヤングケアラー'],
    3,
    '福祉事業所',
    '都市政策課',
  ),
  row(10, '滞納・ひきこもり・疾病の課題を抱える世帯', ['滞納', 'ひきこもり', '疾病'], 4),
  row(11, '不登校・生活困窮・精神的不調を抱える世帯', ['不登校', '生活困窮', '精神的不調'], 3, '福祉事業所'),
  row(12, '精神的不調・介護・疾病の課題を抱える世帯', ['精神的不調', '介護', '疾病'], 4),
];
