import {
  allCategories,
  categories,
  isLevel,
  Level,
  levelLabels,
  nextSteps,
  purposeLabels,
  Tier,
  tierLabels,
  tierOf,
  wareki,
  WithheldReason,
  withheldReasons,
} from '@kasane/vocabulary';
import type { Category } from '@kasane/vocabulary';
import {
  Basis,
  legalBases,
  sessionBases,
  sessionTerms,
  type LegalBasis,
  type SessionTerms,
} from './bases.js';
import { explain } from './explain.js';
import { comment, heading, list, numbered, table, text, type Block } from './rule-book-blocks.js';
import { markdown, plain } from './rule-book-markdown.js';
import { conditionsOf, defaultReasons, order, terms } from './rule-book-words.js';
import {
  maskedCategories,
  POLICY_VERSION,
  rules,
  type ForbidRule,
  type PermitRule,
  type Rule,
} from './rules.js';

export type { Block } from './rule-book-blocks.js';

/** One file of `cases/`, as it is read. */
export interface CaseFile {
  readonly folder: 'ALLOW' | 'DENY';
  readonly file: string;
  readonly json: string;
}

/** What the rule book takes from a case; whether a case is right is for its own test. */
interface Example extends CaseFile {
  readonly title: { readonly ja: string };
  readonly asks: { readonly category: Category };
  readonly expect: {
    readonly rule: string;
    readonly level?: string;
    readonly releasedTo?: string;
    readonly despite?: string;
    readonly reason?: WithheldReason;
    readonly silent?: string;
  };
}

/** A denial is explained the same at any time. */
const EPOCH = new Date(0);
/** The rule that holds when none does. */
const DEFAULT_DENY = 'DEFAULT_DENY';
const tiers: readonly Tier[] = [Tier.T1, Tier.T2, Tier.T3, Tier.T4];

/**
 * 規則集: the rules as legal staff read them, in Markdown, from the same tables that decide. The same cases give the
 * same text, in whatever order they come.
 */
export const ruleBook = (cases: readonly CaseFile[]): string => markdown(ruleBookBlocks(cases));

/** The same, block by block, for whoever shows it otherwise; without cases it says nothing of cases. */
export function ruleBookBlocks(cases: readonly CaseFile[] = []): readonly Block[] {
  const examples = cases
    .map((one): Example => ({ ...(JSON.parse(one.json) as Example), ...one }))
    .sort((a, b) => (place(a) < place(b) ? -1 : 1));
  return [
    heading(1, '開示の規則集'),
    comment(
      '生成されたファイルです。直すときは src/rules.ts などを直し、npm run generate を実行してください。',
    ),
    text(
      `規則の版 \`${POLICY_VERSION}\`。この版の番号は、開示のたびに記録(台帳)に残ります。この規則集は、システムが判断に使う規則の表${testedBy(examples)}から作られています。`,
    ),
    heading(2, 'はじめに'),
    text(
      'どの職員に、誰の、どの情報を、どこまで開示するかを決める規則です。人の裁量で規則を外れて開くことはできません。',
    ),
    numbered(order),
    text(
      'ここで開示してよいとされた記録も、その記録が他の人のことにも触れているときは、触れられている全員について開示してよいときに限って示されます。開示は、示す前に記録されます。記録できないときは開示しません。',
    ),
    heading(3, '言葉の意味'),
    list(terms.map(([term, meaning]) => `**${term}** … ${meaning}`)),
    heading(2, '根拠の登録簿'),
    text(
      'システムがどの根拠を、いつから使うかの一覧です。「使い始めた日」は、法律の施行日ではありません。根拠は、その日に有効な版だけが開きます。引用がないのは、条文をまだ確かめていないためです。引用があるものも、運用を始める前に、自治体の法務担当が法令で確認してください。',
    ),
    registerTable(),
    heading(2, '項目と区分'),
    text(
      '項目は、本人が同意し、規則が開閉する単位です。区分は、その項目の秘匿の度合いです。「措置」は、支援措置によって隠される項目です。マイナンバー、通報者が誰であるか、保護された住所は、このシステムには入れません。',
    ),
    categoryTable(),
    heading(2, '会議等が開く程度'),
    text(
      '会議等は、対象者の基本情報と、その会議等が定めた項目を、次の程度まで開きます。「＋」は、情報を持つ機関が会議に出した記録を、一件ずつ詳細まで示すことを表します。「＋承認」は、出した機関のほかに、コーディネーター等の承認も要ることを表します。「―」は開きません。',
    ),
    sessionTable(),
    heading(2, '規則'),
    ...rules.flatMap((rule, at) => chapter(rule, at + 1, examples)),
    heading(2, 'どの規則でも開かれないとき'),
    text(
      `\`${DEFAULT_DENY}\`。開く規則が一つも当てはまらなければ、開示しません。職員に示す理由は、次の順に、最初に当てはまるものです。理由は、本人の同意書と閲覧する職員の立場だけから決まり、記録があるかどうかは決して示しません。`,
    ),
    ...defaultReasons.flatMap(([reason, when]) => [
      heading(3, `「${withheldReasons[reason].ja}」`),
      text(`\`${reason}\`。${when}`),
      ...exampleList(
        examples.filter(
          ({ expect }) =>
            expect.rule === DEFAULT_DENY && expect.reason === reason && expect.silent === undefined,
        ),
      ),
    ]),
    heading(2, '職員に示す理由と、次の手だて'),
    reasonTable(),
  ];
}

const testedBy = (examples: readonly Example[]): string => {
  if (examples.length === 0) return '';
  const allowed = examples.filter(isAllowed).length;
  return `と、その規則を試す事例 ${examples.length} 件(開示する ${allowed} 件、開示しない ${examples.length - allowed} 件)`;
};

const place = ({ folder, file }: CaseFile): string => `${folder}/${file}`;
const isAllowed = ({ folder }: CaseFile): boolean => folder === 'ALLOW';

const citationOf = ({ citation }: LegalBasis): string =>
  citation ?? '条文の引用は自治体の法務担当による確認を要する';

const registerTable = (): Block =>
  table(
    ['根拠', '符号', '使い始めた日', '使い終える日', '引用'],
    Object.values(Basis).flatMap((basis) =>
      legalBases[basis].map((version) => [
        version.ja,
        `\`${basis}\``,
        wareki(version.from),
        version.to === undefined ? '定めなし' : wareki(version.to),
        citationOf(version),
      ]),
    ),
  );

const categoryTable = (): Block =>
  table(
    ['項目', '符号', ...tiers.map((tier) => `${tier} ${tierLabels[tier].ja}`), '措置'],
    allCategories
      .toSorted((a, b) => tiers.indexOf(tierOf(a)) - tiers.indexOf(tierOf(b)))
      .map((category) => [
        categories[category].ja,
        `\`${category}\``,
        ...tiers.map((tier) => (tierOf(category) === tier ? '○' : '')),
        maskedCategories.includes(category) ? '隠す' : '',
      ]),
  );

const openedBy = ({ levels, releasable }: SessionTerms, tier: Tier): string => {
  const releases = releasable.includes(tier) ? [tier === Tier.T4 ? '＋承認' : '＋'] : [];
  return (
    [...(levels[tier] === Level.NONE ? [] : [levelLabels[levels[tier]].ja]), ...releases].join('') || '―'
  );
};

const sessionTable = (): Block =>
  table(
    ['根拠', '利用目的', ...tiers.map((tier) => `${tier} ${tierLabels[tier].ja}`)],
    sessionBases.map((basis) => [
      legalBases[basis].at(-1)?.ja ?? basis,
      purposeLabels[sessionTerms[basis].purpose].ja,
      ...tiers.map((tier) => openedBy(sessionTerms[basis], tier)),
    ]),
  );

/** One rule: what it says, what it rests on or closes, when it holds, and the cases that it decides. */
function chapter(rule: Rule, number: number, examples: readonly Example[]): readonly Block[] {
  return [
    heading(3, `${number}. \`${rule.id}\`(${rule.effect === 'PERMIT' ? '開く規則' : '閉じる規則'})`),
    text(rule.ja),
    list(rule.effect === 'PERMIT' ? whatOpens(rule) : whatCloses(rule)),
    text('次のすべてに当てはまるとき:'),
    numbered(conditionsOf(rule)),
    ...exampleList(
      examples.filter(({ expect }) => expect.rule === rule.id || expect.silent === rule.id),
      rule.effect === 'FORBID' && rule.reason === undefined ? rule.id : undefined,
    ),
  ];
}

const namesOf = (basis: Basis): string =>
  legalBases[basis].map((version) => `${version.ja}(${citationOf(version)})`).join('、');

function whatOpens({ basis }: PermitRule): readonly string[] {
  const session = sessionBases.find((one) => one === basis);
  const opened = session
    ? tiers.map((tier) => `${tier} ${openedBy(sessionTerms[session], tier)}`).join('、')
    : levelLabels[Level.DETAIL].ja;
  return [`根拠: ${namesOf(basis)} \`${basis}\``, `開く程度: ${opened}`];
}

function whatCloses({ against, reason }: ForbidRule): readonly string[] {
  const closed = Object.values(Basis).every((basis) => against.includes(basis))
    ? 'すべての根拠による開示。自機関の担当業務も、緊急時も閉じる'
    : `${against.map((basis) => `「${legalBases[basis].at(-1)?.ja ?? basis}」`).join('、')}による開示。ほかの根拠は閉じない`;
  return [
    `閉じるもの: ${closed}`,
    reason === undefined
      ? '職員への知らせ: 知らせない規則。この規則がないときと同じ理由を示す'
      : `職員への知らせ: 「${withheldReasons[reason].ja}」\`${reason}\``,
  ];
}

const exampleList = (examples: readonly Example[], silent?: string): readonly Block[] =>
  examples.length === 0
    ? []
    : [
        text(`事例(${examples.length} 件):`),
        list(
          examples.map(
            (one) =>
              `${plain(one.title.ja)} — 「${categories[one.asks.category].ja}」は${answerTo(one, silent)} [${place(one)}](cases/${place(one)})`,
          ),
        ),
      ];

/** What the staff of a case is shown; what they are told instead only where it is not the rule itself. */
function answerTo(example: Example, silent?: string): string {
  const { level = Level.DETAIL, releasedTo, despite, reason } = example.expect;
  if (!isAllowed(example)) {
    const instead = silent !== undefined && reason !== undefined;
    return `**開示しない**${instead ? `(示す理由は「${withheldReasons[reason].ja}」)` : ''}`;
  }
  const shown = [
    ...(isLevel(level) && level !== Level.NONE ? [levelLabels[level].ja] : []),
    ...(releasedTo === undefined ? [] : ['会議に出された記録']),
  ].join('と');
  const refused = despite === undefined ? '' : '。「本人は同意していない」と示す';
  return `**開示する**(${shown}${refused})`;
}

const reasonTable = (): Block =>
  table(
    ['職員に示す理由', '符号', '次の手だて'],
    Object.values(WithheldReason).map((reason) => [
      withheldReasons[reason].ja,
      `\`${reason}\``,
      explain({ permitted: false, rule: DEFAULT_DENY, reason }, EPOCH)
        .nextSteps.map((step) => nextSteps[step].ja)
        .join('、'),
    ]),
  );
