import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { PrivacyUnusualAccess, type UnusualAccessKind } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { StaffName } from '../office/staff.js';
import { Facts } from '../ui/facts.js';
import { Notice } from '../ui/notice.js';
import { Table } from '../ui/table.js';
import { choices, day, word } from '../words/words.js';
import { DaysForm } from './days-form.js';
import { beginOf, endOf, lastDays, problemOfDays } from './span.js';

const meanings: Readonly<Record<UnusualAccessKind, string>> = {
  VOLUME: '1日に、とても多くの人、またはその機関でふつうに見る人数の何倍もの人を見ました。',
  NIGHT: '22時から翌朝6時までの間に見ました。',
  WEEKEND: '土曜日か日曜日に見ました。',
  OWN_RELATIVE: '親族や知人などの利害関係を届け出た人を見た、または見ようとして拒まれました。',
  OWN_NEIGHBOURHOOD: '自分が住むと届け出た圏域の人を見ました。',
  EMERGENCY: '緊急時の閲覧を宣言し、または宣言により見ました。',
};

/** What staff did and somebody should look at: most of it has a good reason. */
export function UnusualAccess(): ReactNode {
  const [days, setDays] = useState(() => lastDays(7));
  const problem = problemOfDays(days);
  const asked = useAsked(
    PrivacyUnusualAccess,
    { from: beginOf(days.from).toISOString(), to: endOf(days.to).toISOString() },
    { pause: problem !== undefined },
  );
  return (
    <>
      <p>
        ここにあるのは、事情を確かめる候補です。多くには正当な理由があります。この一覧を見たことも記録されます。
      </p>
      <DaysForm days={days} action="この期間を見る" onDays={setDays} />
      <details>
        <summary>種別の意味</summary>
        <Facts
          facts={choices('UnusualAccessKind').map(({ value, label }) => [label, meanings[value]] as const)}
        />
      </details>
      {problem === undefined ? (
        <Answered asked={asked} lines={5}>
          {({ unusualAccess }) => (
            <Table
              caption={`${day(days.from)}から${day(days.to)}までの点検すべき閲覧`}
              rows={unusualAccess}
              keyOf={({ kind, staff, day: on, why }) => JSON.stringify([kind, staff, on, why])}
              empty="この期間に、点検すべき閲覧はありません。"
              columns={[
                { name: '日', cell: ({ day: on }) => day(on) },
                { name: '種別', cell: ({ kind }) => word('UnusualAccessKind', kind) },
                {
                  name: '職員',
                  cell: ({ staff, office }) => (
                    <>
                      <StaffName id={staff} withId />
                      {office && `(${office.name ?? office.code})`}
                    </>
                  ),
                },
                { name: '理由', cell: ({ why }) => why },
                {
                  name: '対象の人数',
                  isNumber: true,
                  cell: ({ personCount }) => `${personCount.toLocaleString('ja')}人`,
                },
                {
                  name: '本人の開示記録',
                  cell: ({ persons, personCount }) => <Persons ids={persons} count={personCount} />,
                },
              ]}
            />
          )}
        </Answered>
      ) : (
        <Notice kind="error" title={problem} />
      )}
    </>
  );
}

const Persons = ({ ids, count }: { readonly ids: readonly string[]; readonly count: number }): ReactNode => (
  <details>
    <summary>{ids.length}人分</summary>
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <Link to={`/privacy/persons?person=${encodeURIComponent(id)}`}>{id}</Link>
        </li>
      ))}
    </ul>
    {count > ids.length && <p>ほか{(count - ids.length).toLocaleString('ja')}人</p>}
  </details>
);
