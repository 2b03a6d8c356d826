import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CasePageQuery } from '../generated/operations.js';
import { Mark } from '../ui/mark.js';
import { Table } from '../ui/table.js';
import { day, daysUntil, moment, word } from '../words/words.js';

type Case = NonNullable<CasePageQuery['supportCase']>;
type Referral = NonNullable<Case['referrals']>[number];
type Conference = Case['conferences'][number];
type Plan = NonNullable<Case['plans']>[number];

/** What others do in this case, each with its own page. */
export function Work({ caseId, of }: { readonly caseId: string; readonly of: Case }): ReactNode {
  return (
    <section aria-labelledby="work">
      <h2 id="work" tabIndex={-1}>
        つなぎ・会議・プラン
      </h2>
      <h3>つなぎ</h3>
      <Table<Referral>
        caption="つなぎの一覧"
        rows={of.referrals ?? []}
        keyOf={({ id }) => id}
        empty="表示できるつなぎはありません。"
        columns={[
          { name: '日時', cell: ({ id, sentAt }) => <Link to={`/referrals/${id}`}>{moment(sentAt)}</Link> },
          { name: 'つなぎ元', cell: ({ fromOffice }) => fromOffice.name ?? fromOffice.code },
          { name: 'つなぎ先', cell: ({ toOffice }) => toOffice.name ?? toOffice.code },
          { name: '状態', cell: ({ state }) => <Mark>{word('ReferralState', state)}</Mark> },
          { name: '期日', cell: ({ dueOn }) => dueOn && `${day(dueOn)} ${daysUntil(dueOn)}` },
        ]}
      />
      <h3>会議</h3>
      <Table<Conference>
        caption="会議の一覧"
        rows={of.conferences}
        keyOf={({ id }) => id}
        empty="表示できる会議はありません。"
        columns={[
          { name: '日時', cell: ({ id, heldAt }) => <Link to={`/conferences/${id}`}>{moment(heldAt)}</Link> },
          { name: '種別', cell: ({ kind }) => word('ConferenceKind', kind) },
          { name: '場所', cell: ({ place }) => place },
        ]}
      />
      <h3>プラン</h3>
      <Table<Plan>
        caption="プランの一覧"
        rows={of.plans ?? []}
        keyOf={({ id }) => id ?? ''}
        empty="表示できるプランはありません。"
        columns={[
          {
            name: '種別',
            cell: ({ id, kind }) => id && kind && <Link to={`/plans/${id}`}>{word('PlanKind', kind)}</Link>,
          },
          { name: '状態', cell: ({ state }) => state && <Mark>{word('PlanState', state)}</Mark> },
          {
            name: '期間',
            cell: ({ from, until }) => from && until && `${day(from)}から${day(until)}まで`,
          },
          {
            name: '次のモニタリング',
            cell: ({ nextMonitoringOn }) =>
              nextMonitoringOn && `${day(nextMonitoringOn)} ${daysUntil(nextMonitoringOn)}`,
          },
        ]}
      />
      <h3>アウトリーチ・参加支援</h3>
      <ul>
        <li>
          <Link to={`/cases/${caseId}/outreach`}>アウトリーチ</Link>
          {of.outreaches && of.outreaches.length > 0 && ` ${of.outreaches.length}件`}
        </li>
        <li>
          <Link to={`/cases/${caseId}/participation`}>参加支援</Link>
          {of.participations && of.participations.length > 0 && ` ${of.participations.length}件`}
        </li>
        <li>
          <Link to={`/cases/${caseId}/told`}>口頭・書面での提供</Link>
        </li>
      </ul>
    </section>
  );
}
