import { registerLabelledEnum } from '@kasane/subgraph-kit';
import { Category, type Label } from '@kasane/vocabulary';

/** 課題, after the check boxes of the intake and assessment sheets. */
export const issueCodes = {
  ILLNESS: { ja: '病気', en: 'illness' },
  INJURY: { ja: 'けが', en: 'injury' },
  DISABILITY_CERTIFIED: { ja: '障害(手帳有)', en: 'disability, certified' },
  DISABILITY_SUSPECTED: { ja: '障害(疑い)', en: 'disability, suspected' },
  SUICIDE_RISK: { ja: '自死企図', en: 'risk of suicide' },
  MENTAL_HEALTH: {
    ja: 'その他メンタルヘルスの課題(うつ・不眠・不安・依存症・適応障害等)',
    en: 'mental health',
  },
  HOUSING_UNSTABLE: { ja: '住まい不安定', en: 'unstable housing' },
  HOMELESS: { ja: 'ホームレス', en: 'homeless' },
  POVERTY: { ja: '経済的困窮', en: 'poverty' },
  DEBT: { ja: '(多重・過重)債務', en: 'debt' },
  MONEY_MANAGEMENT: { ja: '家計管理の課題', en: 'money management' },
  JOB_SEARCH: { ja: '就職活動困難', en: 'difficulty in finding work' },
  JOB_RETENTION: { ja: '就職定着困難', en: 'difficulty in keeping work' },
  LIFESTYLE: { ja: '生活習慣の乱れ', en: 'disordered way of life' },
  ISOLATION: { ja: '社会的孤立(ニート・ひきこもり等含む)', en: 'social isolation' },
  FAMILY_RELATION: { ja: '家族関係・家族の問題', en: 'family relations' },
  SCHOOL_REFUSAL: { ja: '不登校', en: 'school refusal' },
  DELINQUENCY: { ja: '非行', en: 'delinquency' },
  LOW_EDUCATION: { ja: '中卒・高校中退', en: 'early school leaving' },
  SINGLE_PARENT: { ja: 'ひとり親', en: 'single parent' },
  DV_ABUSE: { ja: 'DV・虐待', en: 'domestic violence or abuse' },
  FOREIGN_NATIONALITY: { ja: '外国籍', en: 'foreign nationality' },
  EX_OFFENDER: { ja: '刑余者', en: 'released from prison' },
  COMMUNICATION: { ja: 'コミュニケーションが苦手', en: 'communication' },
  ABILITY: { ja: '本人の能力の課題(識字・言語・理解等)', en: 'reading, language or understanding' },
  DISASTER: { ja: '被災', en: 'hit by a disaster' },
  HIKIKOMORI: { ja: 'ひきこもり', en: 'withdrawn at home (hikikomori)' },
  YOUNG_CARER: { ja: 'ヤングケアラー', en: 'young carer' },
  DOUBLE_CARE: { ja: 'ダブルケア', en: 'care for children and parents at once' },
  EIGHTY_FIFTY: { ja: '8050', en: 'parents in their eighties with a child in the fifties' },
  CARE_NEED: { ja: '介護', en: 'need of care' },
  CHILD_REARING: { ja: '子育て・育児不安', en: 'child rearing' },
  DEMENTIA: { ja: '認知症(疑い)', en: 'dementia, suspected' },
  ECONOMIC_ABUSE: { ja: '経済的虐待', en: 'economic abuse' },
  UNSANITARY: { ja: '屋内の衛生状態・ごみ屋敷', en: 'unsanitary home' },
  ARREARS: { ja: '費用滞納', en: 'arrears' },
  SERVICE_REFUSAL: { ja: '支援・受診拒否', en: 'refuses support or treatment' },
  NO_MEDICAL_CARE: { ja: '未受診', en: 'sees no doctor' },
  EXCESSIVE_COMPLAINT: { ja: '支援機関への過度の苦情・暴言', en: 'excessive complaints or abuse of staff' },
  TRANSFER_HOUSE: { ja: '転居の必要', en: 'has to move' },
  LANGUAGE: { ja: '日本語が不自由', en: 'little Japanese' },
  PET: { ja: '多頭飼育', en: 'too many animals' },
  NEIGHBOR: { ja: '近隣トラブル', en: 'trouble with neighbours' },
  OTHER: { ja: 'その他', en: 'other' },
} as const satisfies Readonly<Record<string, Label>>;

export type IssueCode = keyof typeof issueCodes;
export const IssueCode = Object.fromEntries(Object.keys(issueCodes).map((code) => [code, code])) as {
  readonly [Code in IssueCode]: Code;
};

registerLabelledEnum(IssueCode, 'IssueCode', { ja: '課題', en: 'issue' }, issueCodes);

/** Shown to nobody but the office that wrote it down, whatever seat or consent: closed (T4), or as hurtful (T3). */
const sensitive: ReadonlySet<IssueCode> = new Set([
  IssueCode.SUICIDE_RISK,
  IssueCode.DV_ABUSE,
  IssueCode.ECONOMIC_ABUSE,
  IssueCode.EX_OFFENDER,
]);
export const isSensitive = (code: IssueCode): boolean => sensitive.has(code);

export const issueCategory = (code: IssueCode): Category =>
  isSensitive(code) ? Category.SENSITIVE_ISSUE : Category.INTAKE;

/** Whom an issue is of. */
export const IssueScope = { PERSON: 'PERSON', HOUSEHOLD: 'HOUSEHOLD' } as const;
export type IssueScope = (typeof IssueScope)[keyof typeof IssueScope];
registerLabelledEnum(
  IssueScope,
  'IssueScope',
  { ja: '課題の単位', en: 'whom an issue is of' },
  { PERSON: { ja: '個人', en: 'one person' }, HOUSEHOLD: { ja: '世帯', en: 'the household' } },
);

/** How sure its writer is. A suspicion is an opinion, and shown with its author and date. */
export const Certainty = {
  CONFIRMED: 'CONFIRMED',
  SUSPECTED: 'SUSPECTED',
  SELF_REPORTED: 'SELF_REPORTED',
} as const;
export type Certainty = (typeof Certainty)[keyof typeof Certainty];
registerLabelledEnum(
  Certainty,
  'Certainty',
  { ja: '確からしさ', en: 'how sure it is' },
  {
    CONFIRMED: { ja: '確認済', en: 'confirmed' },
    SUSPECTED: { ja: '疑い(見立て)', en: 'suspected: an opinion' },
    SELF_REPORTED: { ja: '本人の訴え', en: 'said by the person' },
  },
);
