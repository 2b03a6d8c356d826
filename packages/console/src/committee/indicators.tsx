import type { ReactNode } from 'react';
import type { CommitteeIndicatorsQuery } from '../generated/operations.js';
import { Table } from '../ui/table.js';
import { BarChart, type Bar } from './chart.js';
import styles from './committee.module.css';
import { monthWord } from './fiscal-year.js';
import { Told } from './told.js';

type Report = CommitteeIndicatorsQuery['indicators'];
type Counted = Report['counts'][number];

/** Where there is something to compare, the rows of the year; else its months. */
const barsOf = ({ rows, months: totals }: Counted, months: readonly string[]): readonly Bar[] =>
  rows.length > 1
    ? rows.map(({ row, total }) => ({ label: row, value: total }))
    : months.map((month, at) => ({ label: monthWord(month), value: totals[at] ?? null }));

export const Counts = ({
  tables,
  months,
}: {
  readonly tables: readonly Counted[];
  readonly months: readonly string[];
}): ReactNode =>
  tables.map((table) => (
    <section key={table.id} aria-labelledby={`count-${table.id}`}>
      <h2 id={`count-${table.id}`}>{table.name}</h2>
      <BarChart title={table.name} bars={barsOf(table, months)} />
      {table.rows.length === 0 ? (
        <p className="quiet">この年度には、まだありません。</p>
      ) : (
        <MonthTable table={table} months={months} />
      )}
    </section>
  ));

const MonthTable = ({
  table: { name, rows, months: totals, total },
  months,
}: {
  readonly table: Counted;
  readonly months: readonly string[];
}): ReactNode => (
  <div className={styles.wide} role="region" aria-label={`${name}の表`} tabIndex={0}>
    <table className={styles.months}>
      <caption className="visually-hidden">{name}(月ごとの件数)</caption>
      <thead>
        <tr>
          <th scope="col">区分</th>
          {months.map((month) => (
            <th key={month} scope="col">
              {monthWord(month)}
            </th>
          ))}
          <th scope="col">計</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <MonthRow key={row.row} {...row} />
        ))}
        {rows.length > 1 && <MonthRow row="計" months={totals} total={total} />}
      </tbody>
    </table>
  </div>
);

const MonthRow = ({ row, months, total }: Omit<Counted['rows'][number], '__typename'>): ReactNode => (
  <tr>
    <th scope="row">{row}</th>
    {months.map((value, at) => (
      <td key={at}>
        <Told value={value} />
      </td>
    ))}
    <td>
      <Told value={total} />
    </td>
  </tr>
);

export const Measures = ({ measures }: { readonly measures: Report['measures'] }): ReactNode => (
  <section aria-labelledby="measures">
    <h2 id="measures">割合・中央値</h2>
    <Table
      caption="年度の初めから終わった月までの割合・中央値"
      rows={measures.flatMap(({ id, name, unit, rows }) => rows.map((row) => ({ id, name, unit, ...row })))}
      keyOf={({ id, row }) => `${id} ${row}`}
      empty="まだありません。"
      columns={[
        { name: '指標', cell: ({ name }) => name },
        { name: '区分', cell: ({ row }) => row },
        { name: '値', isNumber: true, cell: ({ value, unit }) => <Told value={value} unit={unit} /> },
      ]}
    />
  </section>
);
