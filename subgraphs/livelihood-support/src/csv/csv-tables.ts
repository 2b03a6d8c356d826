import { localPerson, LocalPerson, Seal, type LocalIdentity } from '@kasane/subgraph-kit';
import { contactMethodLabels, responsibilityRoleLabels, type Label } from '@kasane/vocabulary';
import { getMetadataArgsStorage } from 'typeorm';
import { employmentStatusLabels, employmentSupportKindLabels } from '../employment/employment-support.js';
import { housingBenefitKindLabels } from '../housing-benefit/housing-security-benefit.js';
import { housingKindLabels } from '../housing/household-housing.js';
import {
  livelihoodIntakeChannelLabels,
  livelihoodScreeningLabels,
  livelihoodUrgencyLabels,
} from '../intake/livelihood-intake.js';
import { closedIssues, livelihoodIssueLabels } from '../intake/livelihood-issue.js';
import { otherSupportKindLabels, otherSupportStatusLabels } from '../other-support/other-support.js';
import { livelihoodPlanOutcomeLabels } from '../plan/livelihood-plan.js';
import { residentialSupportKindLabels } from '../residential-support/residential-support.js';
import {
  code,
  codes,
  date,
  flag,
  longText,
  number,
  numbers,
  text,
  yen,
  type Cell,
  type CellValues,
} from './cells.js';

/** One file of the legacy package, and the table that it fills. */
export interface CsvTable {
  /** As the file is named: `相談.csv`, `相談_20261122.csv`. */
  readonly file: string;
  readonly formerFile?: string;
  readonly table: string;
  /** Primary key of the table. */
  readonly id: 'id' | 'local_id';
  /** Header of the column that holds the key. */
  readonly key: string;
  /** By header, in Japanese. All must be there, in whatever order. */
  readonly columns: Readonly<Record<string, Cell>>;
  /** First and last day, by header: the last is not before the first. */
  readonly span?: readonly [string, string];
  /** What the columns of the table are made of, where they are not the cells themselves. */
  readonly finish?: (values: CellValues) => CellValues;
}

/** Rows that came from a file are known by it: what the hub or the sample wrote is never deleted by a file. */
export const IMPORTED = 'csv-';

const required = { required: true };
const owner = { 利用者番号: number('local_id') };
const others = { 他の対象者: numbers('also_about') };
const span = { 支援開始日: date('from_date', required), 支援終了日: date('to_date') };
const supportSpan = ['支援開始日', '支援終了日'] as const;

const seals: Readonly<Record<string, Label>> = {
  OPEN: { ja: '通常', en: 'as consent and law say' },
  [Seal.RELEASE_ONLY]: { ja: '提供時のみ', en: 'only where it is released' },
  [Seal.NEVER]: { ja: 'ここだけの話', en: 'told in confidence' },
};
const labelsAsWords = (labels: Readonly<Record<string, Label>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).map(([value, { ja }]) => [ja, value]));

/** A table whose rows are kept under the number that the legacy package gave them. */
const records = (
  file: string,
  table: string,
  key: string,
  columns: CsvTable['columns'],
  more: Partial<CsvTable> = {},
): CsvTable => ({
  file,
  table,
  id: 'id',
  key,
  columns: { [key]: number('id'), ...owner, ...columns },
  finish: (values) => ({ ...values, id: `${IMPORTED}${values['id']}` }),
  ...more,
});

const localColumns = new Map(
  getMetadataArgsStorage()
    .columns.filter(({ target }) => target === LocalPerson)
    .map(({ propertyName, options }) => [propertyName, options.name ?? propertyName]),
);

export const csvTables: readonly CsvTable[] = [
  {
    file: '利用者',
    table: 'local_person',
    id: 'local_id',
    key: '利用者番号',
    columns: {
      利用者番号: number('localId'),
      氏名: text('name', 256, required),
      フリガナ: text('kana', 256),
      ローマ字氏名: text('romanName', 256),
      旧氏名: text('formerName', 256),
      旧氏名フリガナ: text('formerKana', 256),
      通称名: text('aliasName', 256),
      通称名フリガナ: text('aliasKana', 256),
      生年月日: date('birthDate'),
      住所: text('address', 256),
    },
    finish: (values) =>
      Object.fromEntries(
        Object.entries(localPerson(values as unknown as LocalIdentity)).map(([property, value]) => [
          localColumns.get(property) ?? property,
          value as string | null,
        ]),
      ),
  },
  records(
    '担当',
    'responsibility',
    '担当番号',
    {
      機関コード: number('office_code'),
      職員番号: number('staff_id', { required: false }),
      職員名: text('staff_name', 128),
      主副: code('role', responsibilityRoleLabels, required),
      開始日: date('from_date', required),
      終了日: date('to_date'),
    },
    { span: ['開始日', '終了日'] },
  ),
  records('相談', 'livelihood_intake', '相談番号', {
    受付日: date('received_on', required),
    相談経路: code('channel', livelihoodIntakeChannelLabels, required),
    相談者と本人の関係: text('consulter_relation', 64),
    主訴: longText('chief_complaint'),
    本人の希望: longText('wishes'),
    見立て: longText('assessment'),
    課題: codes({ issues: labelsAsWords(livelihoodIssueLabels), closed_issues: closedIssues }),
    スクリーニング結果: code('screening', livelihoodScreeningLabels),
    つなぎ先: text('handed_over_to', 128),
    緊急性: code('urgency', livelihoodUrgencyLabels),
  }),
  records('家計', 'household_finance', '家計番号', {
    ...others,
    時点: date('as_of', required),
    収入合計: yen('income_yen'),
    就労収入: yen('wages_yen'),
    年金: yen('pension_yen'),
    手当: yen('allowances_yen'),
    仕送り: yen('remittance_yen'),
    その他の収入: yen('other_income_yen'),
    支出合計: yen('expenses_yen'),
    住居費: yen('rent_yen'),
    食費: yen('food_yen'),
    光熱水費: yen('utilities_yen'),
    医療費: yen('medical_yen'),
    教育費: yen('education_yen'),
    返済: yen('repayment_yen'),
    その他の支出: yen('other_expense_yen'),
    預貯金: yen('savings_yen'),
    その他の資産: yen('other_assets_yen'),
    債務合計: yen('debt_yen'),
    カードローン等: yen('consumer_loan_yen'),
    生活福祉資金: yen('welfare_loan_yen'),
    その他の債務: yen('other_debt_yen'),
    税の滞納: yen('tax_arrears_yen'),
    国保の滞納: yen('insurance_arrears_yen'),
    家賃の滞納: yen('rent_arrears_yen'),
    光熱水費の滞納: yen('utilities_arrears_yen'),
  }),
  records('住まい', 'household_housing', '住まい番号', {
    ...others,
    時点: date('as_of', required),
    住居の種類: code('kind', housingKindLabels, required),
    家賃: yen('rent_yen'),
    転居の必要: flag('must_move'),
    備考: longText('note'),
  }),
  records(
    'プラン',
    'livelihood_plan',
    'プラン番号',
    {
      作成日: date('made_on', required),
      目標: longText('goal'),
      期間開始日: date('from_date'),
      期間終了日: date('to_date'),
      支援調整会議日: date('meeting_on'),
      支援決定日: date('decided_on'),
      利用事業: longText('programmes'),
      評価日: date('evaluated_on'),
      評価結果: code('outcome', livelihoodPlanOutcomeLabels),
      評価: longText('evaluation'),
    },
    { span: ['期間開始日', '期間終了日'] },
  ),
  records(
    '給付',
    'housing_security_benefit',
    '給付番号',
    {
      種類: code('kind', housingBenefitKindLabels, required),
      申請日: date('applied_on'),
      決定日: date('decided_on', required),
      期間開始日: date('from_date'),
      期間終了日: date('to_date'),
      支給月額: yen('monthly_yen'),
      転居費用支給額: yen('moving_cost_yen'),
      支給中止日: date('stopped_on'),
    },
    { span: ['期間開始日', '期間終了日'] },
  ),
  records(
    '就労',
    'employment_support',
    '就労番号',
    {
      状況: code('status', employmentStatusLabels, required),
      状況の時点: date('as_of'),
      事業: code('support', employmentSupportKindLabels, required),
      ...span,
      就職日: date('employed_on'),
      支援の内容: longText('note'),
    },
    { span: supportSpan },
  ),
  records(
    '家計改善',
    'finance_improvement',
    '家計改善番号',
    {
      ...others,
      ...span,
      家計計画表作成日: date('budget_made_on'),
      キャッシュフロー表作成日: date('cash_flow_made_on'),
      毎月の収支: yen('monthly_balance_yen', { negative: true }),
      貸付のあっせん先: text('loan_mediated_by', 128),
      支援の内容: longText('note'),
    },
    { span: supportSpan },
  ),
  records(
    '居住支援',
    'residential_support',
    '居住支援番号',
    {
      内容: code('kind', residentialSupportKindLabels, required),
      ...span,
      支援の内容: longText('note'),
    },
    { formerFile: '一時生活支援', span: supportSpan },
  ),
  records('その他支援', 'other_support', 'その他支援番号', {
    種類: code('kind', otherSupportKindLabels, required),
    状況: code('status', otherSupportStatusLabels, required),
    状況の時点: date('as_of', required),
    実施機関: text('provider', 128),
    金額: yen('amount_yen'),
    備考: longText('note'),
  }),
  records(
    '支援経過',
    'contact_log',
    '経過番号',
    {
      ...others,
      実施日: date('held_on', required),
      方法: code('method', contactMethodLabels, required),
      機関コード: number('office_code'),
      対応者: text('staff_name', 128, required),
      内容: longText('summary', required),
      取扱い: code('seal', seals),
    },
    {
      finish: ({ seal, ...values }) => ({
        ...values,
        id: `${IMPORTED}${values['id']}`,
        seal: seal === 'OPEN' ? null : (seal ?? null),
      }),
    },
  ),
];

/** The table of a file, by its name; macOS writes names in another normal form. */
export const tableOf = (fileName: string): CsvTable | undefined => {
  const [, name] = /^(.+?)(?:[_-][^/]*)?\.csv$/iu.exec(fileName.normalize('NFC')) ?? [];
  return name === undefined
    ? undefined
    : csvTables.find(({ file, formerFile }) => file === name || formerFile === name);
};
