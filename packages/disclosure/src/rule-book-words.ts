import { categories, Purpose, purposeLabels, Role, roleLabels, Tier, tierLabels } from '@kasane/vocabulary';
import type { WithheldReason } from '@kasane/vocabulary';
import { sessionTerms, type SessionBasis } from './bases.js';
import { maskedCategories, type Rule } from './rules.js';

/** What the rule book says that neither the table of rules nor the register holds: their conditions, one by one. */

const tier = (of: Tier): string => `${tierLabels[of].ja}(${of})`;
const masked = maskedCategories.map((category) => categories[category].ja).join('、');

/** The order of a decision, in words. */
export const order: readonly string[] = [
  '判断の単位は「本人 × 分野(どのシステムの記録か) × 項目」です。世帯をまとめて判断することはありません。同じ世帯でも、一人ひとり別に判断します。',
  'はじめは、すべて開示しません。開く規則が一つも当てはまらなければ、開示しません。',
  '**閉じる規則**が一つでも当てはまれば、その規則が挙げる根拠による開示は、開く規則が何と言おうと行いません。閉じる規則は、開く規則に必ず勝ちます。',
  '残った**開く規則**のうち、最も広く開くもの(有無のみ < 概要 < 詳細)によります。広さが同じなら、この規則集で先にあるものによります。会議に出された記録は、ほかの根拠がより広く開くときも示します。そのときは、先に終わる方の期限までです。',
  '根拠の記録が複数あるときは、最も長く続くもの、同じならば番号の小さいものを根拠として記録します。',
  '規則集の順に、当てはまった閉じる規則の理由を職員に示します。ただし「知らせない規則」の存在は示さず、その規則がないときと同じ理由を示します。',
  '判断に必要な事実を読み取れないときは、開示しません。',
];

/** What the words of the conditions mean. */
export const terms: readonly (readonly [term: string, meaning: string])[] = [
  [
    '日と時刻',
    '日は日本の暦日です。「3月31日まで」は、日本時間の3月31日24時までを指します。割当と支援措置の期間は、初日も末日も含みます。',
  ],
  [
    '提供先に当たる',
    '同意書の行が機関を名指しするときは、その機関の職員です。役割もあわせて指定されていれば、その役割も持つ職員に限ります。役割だけが指定されているときは、その役割を持ち、今日その本人を担当している職員です。この場合は、担当が終わるときに提供先でなくなります。どちらの指定もない行は、誰も提供先にしません。',
  ],
  [
    '有効な同意書',
    '最後の出来事が「同意」または「再同意」で、開始日に達し、期限の前にあるものです。再同意が新しい期限を定めたときは、その期限によります。期限に達した瞬間に「失効」します。',
  ],
  [
    '子どもの同意書',
    '親権者・未成年後見人だけが署名した同意書は、遅くとも本人が18歳になる誕生日の0時に失効します。2月29日生まれの人は3月1日です。',
  ],
  [
    '誰の権限か分からない同意書',
    '署名者の記録がないもの、および親権者・未成年後見人だけが署名し本人の生年月日が分からないものは、「同意する」としては何も開かず、「同意しない」としては数えます。',
  ],
  [
    '虐待の疑い',
    '本人を虐待した疑いのある人、または本人以外で誰か分からない人が署名した同意書は、その本人について虐待の疑いがある間、「同意する」も「同意しない」も数えません。',
  ],
  [
    '会議に出された記録',
    '情報を持つ機関が、一件ずつその会議に出した記録です。開示の程度にかかわらず、その記録は詳細まで示します。',
  ],
];

const session = (basis: SessionBasis): readonly string[] => [
  '会議等が開かれている。開始の時刻を含み、終了の時刻を含まない。',
  '本人が、その会議等の対象者である。',
  '閲覧する職員が、今の所属機関の者として名簿にあり、守秘義務を確認している。',
  `その会議等を選び、利用目的「${purposeLabels[sessionTerms[basis].purpose].ja}」を選んでいる。同時に選べる会議等は一つである。`,
  `項目が${tier(Tier.T1)}であるか、その会議等が定めた項目に含まれる。`,
  '本人がこの職員への提供を拒んでいる項目は、それでも共有する理由を、この会議等が本人について記録しているときに限る。開示には「本人は同意していない」と示す。',
  '市職員・受託機関職員でない構成員には、会議に出された記録だけを開示する。',
];

const conditions: Readonly<Record<string, readonly string[]>> = {
  NO_PURPOSE: ['利用目的が選ばれていない。'],
  RESTRICTED_PARTY: [
    '本人についての支援措置が、今日、期間内にある。',
    'その措置の相手方として、閲覧する職員が登録されている。',
  ],
  PROTECTED: [
    '本人についての支援措置が、今日、期間内にある。',
    '閲覧する職員の機関が、その措置を取り扱う機関に含まれない。措置が複数あれば、一つでも含まれないものがあれば当てはまる。',
    `項目が、${masked}のいずれかである。どの分野の記録でも、自機関の記録でも同じである。`,
  ],
  CONFLICT_OF_INTEREST: ['閲覧する職員と本人との利害関係が届け出られている。'],
  REFUSAL: [
    '本人の同意書の行が、その分野と項目を挙げ、閲覧する職員が提供先に当たる。',
    '次のいずれかである。(ア) 同意書が「不同意」の状態にある。「同意しない」とした行は区分を問わず、そのほかの行は上限とした区分までの項目に当てはまる。用紙の期間が過ぎても、不同意は続く。(イ) 有効な同意書の「同意しない」とした行である。区分を問わない。',
    '利用目的は問わない。',
  ],
  OWN_OFFICE: [
    'その分野で、本人の担当が閲覧する職員の機関に割り当てられている。',
    '今日が、割当の期間内にある。',
    `割当に担当者の名がないか、担当者が閲覧する職員であるか、閲覧する職員が${roleLabels[Role.OFFICE_MANAGER].ja}である。`,
  ],
  CONSENT: [
    `項目が${tier(Tier.T4)}でない。`,
    '本人の同意書の行が、その分野と項目を挙げ、閲覧する職員が提供先に当たる。同意書が開始日に達し、利用目的に、選んだ利用目的が含まれる。',
    'そうした同意書のうち、最も新しく同意(再同意)されたものだけで決める。すでに失効したものも、項目の区分が上限を超えるものも、より古い同意書に優先する。失効した「同意しない」の行は、利用目的を問わず優先する。その同意書が有効でなければ開示しない。撤回・取消・無効となった同意書は数えず、前の同意書に戻る。',
    '同じ時に同意されたものが複数あれば、すべてが開くときに限り開示する。先に終わるものを根拠とする。',
    'その同意書が有効で、誰の権限で署名されたかが分かり、項目の区分が行の上限とした区分を超えない。',
  ],
  SUPPORT_CONFERENCE: session('SWA_106_6'),
  LIVELIHOOD_CONFERENCE: session('SNSA_9'),
  CARE_CONFERENCE: session('LTCA_115_48'),
  PROTECTION_COUNCIL: session('CWA_25_2'),
  ELDER_ABUSE: session('EAPA_7'),
  DISABILITY_ABUSE: session('DAPA_7'),
  CHILD_ABUSE: session('CAPA_6'),
  EMERGENCY: [
    `利用目的「${purposeLabels[Purpose.EMERGENCY].ja}」を選び、理由を書いている。空白だけの理由は認めない。`,
    'この職員が、この本人について緊急時の閲覧を宣言し、その時間内にある。開始の時刻を含み、終了の時刻を含まない。',
    `項目が${tier(Tier.T4)}でない。`,
    '本人が拒んでいても開く。開示には「本人は同意していない」と示す。',
  ],
};

/** @throws {Error} for a rule without words: a rule book that leaves out a condition is wrong. */
export function conditionsOf({ id }: Pick<Rule, 'id'>): readonly string[] {
  const words = conditions[id];
  if (words === undefined) throw new Error(`the rule book has no words for ${id}`);
  return words;
}

/** Why nothing permitted, in the order in which it is asked. What a closing rule tells comes before all of these. */
export const defaultReasons: readonly (readonly [reason: WithheldReason, when: string])[] = [
  [
    'OWN_SECTOR_DECIDES',
    '閲覧する職員自身の分野の記録である。その分野のシステムが、自らの担当割当で判断する。',
  ],
  [
    'PLEDGE_MISSING',
    '開かれている会議等の名簿にあり、入ればこの項目が開かれるが、守秘義務をまだ確認していない。会議等が複数あれば、番号の小さいものによる。',
  ],
  [
    'CONFERENCE_NOT_ENTERED',
    '開かれている会議等の名簿にあり、守秘義務も確認しているが、その会議等またはその利用目的を選んでいない。',
  ],
  ['CLOSED_TIER', `項目が${tier(Tier.T4)}である。`],
  ['PURPOSE_NOT_COVERED', '有効な同意書がこの項目に及ぶが、その利用目的に、選んだ利用目的が含まれない。'],
  ['CONSENT_ENDED', 'この項目に及んでいた同意書が、失効・撤回・取消・無効となっている。'],
  ['NO_BASIS', 'いずれでもない。'],
];
