import { barChart } from './bar-chart.js';
import { markup, nothing, type Html } from './html.js';
import { page } from './page.js';
import { note, paragraph, section, table } from './parts.js';
import { createWriter } from './writer.js';

type Told = number | null;

export interface IndicatorReportInput {
  /** 市 */
  readonly name: string;
  readonly fiscalYear: number;
  /** Months that are over, `YYYY-MM`. */
  readonly months: readonly string[];
  /** The day it is printed, `YYYY-MM-DD` in Japan. */
  readonly issuedOn: string;
  /** Counts by month; `null` is not told. */
  readonly counts: readonly {
    readonly name: string;
    readonly rows: readonly {
      readonly row: string;
      readonly months: readonly Told[];
      readonly total: Told;
    }[];
    readonly months: readonly Told[];
    readonly total: Told;
  }[];
  readonly measures: readonly {
    readonly name: string;
    readonly unit: string;
    readonly rows: readonly { readonly row: string; readonly value: Told }[];
  }[];
  readonly published: {
    readonly note: string;
    readonly conferences: readonly {
      readonly number: number;
      readonly summary: string;
      readonly circles: number;
      readonly others: readonly string[];
    }[];
    readonly issues: readonly { readonly word: string; readonly count: number }[];
    readonly others: readonly { readonly word: string; readonly count: number }[];
  } | null;
  readonly notes: readonly { readonly stage: string; readonly words: string }[];
  readonly trainings: readonly {
    readonly heldOn: string;
    readonly title: string;
    readonly audience: string;
    readonly attendees: number;
  }[];
}

const NOT_TOLD = '秘匿';
const text = (words: string): Html => markup`${words}`;
const told = (value: Told): Html => markup`${value ?? NOT_TOLD}`;
const monthOf = (month: string): string => `${Number(month.slice(5))}月`;

/** 推進会議資料: the indicators of a fiscal year for the committee, with charts, on A4 in black and white. */
export function indicatorReport(input: IndicatorReportInput): string {
  const { name, fiscalYear, months, issuedOn, counts, measures, published, notes, trainings } = input;
  const { date } = createWriter('ja');
  const title = `重層的支援体制整備事業 指標 ${eraYear(fiscalYear)}`;
  const body = markup`<p class="meta">${name}<br>作成日 ${date(issuedOn)}</p>${paragraph(
    markup`終わった月までの件数です。${NOT_TOLD}は、5未満の件数と、そこから5未満の件数が分かる件数です。`,
  )}${counts.map((each) => countSection(each, months))}${
    measures.length === 0 ? nothing : section('', text('割合・中央値'), measureTable(measures), 'flowing')
  }${published ? publishedSection(published) : nothing}${
    notes.length === 0
      ? nothing
      : section(
          '',
          text('計画・実施・評価・改善'),
          table(
            text('推進会議のPDCA'),
            [text('段階'), text('内容')],
            notes.map(({ stage, words }) => [text(stage), text(words)]),
            'pdca',
          ),
          'flowing',
        )
  }${
    trainings.length === 0
      ? nothing
      : section(
          '',
          text('研修'),
          table(
            text('実施した研修'),
            [text('開催日'), text('研修名'), text('対象'), text('参加者数')],
            trainings.map((each) => [
              date(each.heldOn),
              text(each.title),
              text(each.audience),
              told(each.attendees),
            ]),
            'trainings',
          ),
          'flowing',
        )
  }`;
  return page({ language: 'ja', title, heading: text(title), body });
}

function countSection(
  { name, rows, months: totals, total }: IndicatorReportInput['counts'][number],
  months: readonly string[],
): Html {
  const body = rows.map((row) => [text(row.row), ...row.months.map(told), told(row.total)]);
  const sums = rows.length > 1 ? [[text('計'), ...totals.map(told), told(total)]] : [];
  const bars =
    rows.length > 1
      ? rows.map((row) => ({ label: row.row, value: row.total }))
      : months.map((month, at) => ({ label: monthOf(month), value: totals[at] ?? null }));
  return section(
    '',
    text(name),
    markup`${table(
      text(name),
      [text('区分'), ...months.map((month) => text(monthOf(month))), text('計')],
      [...body, ...sums],
      'counts',
    )}${barChart(name, bars, NOT_TOLD)}`,
  );
}

const measureTable = (measures: IndicatorReportInput['measures']): Html =>
  table(
    text('年度の初めから終わった月までの割合・中央値'),
    [text('指標'), text('区分'), text('値')],
    measures.flatMap(({ name, unit, rows }) =>
      rows.map(({ row, value }) => [
        text(name),
        text(row),
        value === null ? text(NOT_TOLD) : markup`${value}${unit}`,
      ]),
    ),
    'measures',
  );

function publishedSection({
  note: words,
  conferences,
  issues,
  others,
}: NonNullable<IndicatorReportInput['published']>): Html {
  const asBars = (counted: typeof issues) =>
    counted.map(({ word, count }) => ({ label: word, value: count }));
  return section(
    '',
    text('公表された支援会議'),
    markup`${note(text(words))}${table(
      text('支援会議の概要'),
      [text('回'), text('ケース内容'), text('〇の数'), text('その他')],
      conferences.map((each) => [
        markup`第${each.number}回`,
        text(each.summary),
        told(each.circles),
        text(each.others.join('・')),
      ]),
      'published',
    )}${barChart('課題別の件数', asBars(issues), NOT_TOLD)}${barChart('その他の参加', asBars(others), NOT_TOLD)}`,
    'flowing',
  );
}

/** 令和n年度: the project began in 令和. */
const eraYear = (fiscalYear: number): string => `令和${fiscalYear - 2018}年度`;
