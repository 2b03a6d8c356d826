import { differenceLabels } from '@kasane/ledger/reconcile';
import { useMemo, type ReactNode } from 'react';
import { StaffName } from '../office/staff.js';
import { Mark } from '../ui/mark.js';
import { Notice } from '../ui/notice.js';
import { Table } from '../ui/table.js';
import { moment } from '../words/words.js';
import { categoryWord } from './line-words.js';
import styles from './privacy.module.css';
import type { PersonLedger } from './entries.js';
import { reconcileLedger } from './reconciled.js';

/** Whether each sector showed of this person no more than collaboration granted. */
export function Reconciliation({
  ledger,
  nameOf,
}: {
  readonly ledger: PersonLedger;
  readonly nameOf: (code: string) => string;
}): ReactNode {
  const reconciled = useMemo(() => reconcileLedger(ledger), [ledger]);
  const found = reconciled.flatMap((each) => each.found.map((one) => ({ ...one, party: each.party })));
  return (
    <>
      <p>
        各機関が「示した」と記録した内容が、多機関協働が「許可した」と記録した内容のとおりかを照らし合わせます。自機関の担当業務で見たものには許可が要らないため、含みません。
      </p>
      <Table
        caption="機関ごとの照合の結果"
        rows={reconciled}
        keyOf={({ party }) => party.id}
        columns={[
          { name: '機関', cell: ({ party }) => party.name },
          {
            name: '許可の要る開示',
            isNumber: true,
            cell: ({ disclosures }) => `${disclosures.toLocaleString('ja')}件`,
          },
          {
            name: '結果',
            cell: ({ isAway, found: differing }) =>
              isAway ? (
                <Mark kind="soon">記録を読めません</Mark>
              ) : differing.length === 0 ? (
                <Mark kind="good">すべて許可のとおり</Mark>
              ) : (
                <Mark kind="late">{differing.length.toLocaleString('ja')}件が許可と異なります</Mark>
              ),
          },
        ]}
      />
      {found.length > 0 && (
        <>
          <Notice kind="warning" title="許可と異なる記録があります">
            <p>要求の番号を、情報システムの担当に伝えて調べてください。</p>
          </Notice>
          <Table
            caption="許可と異なる記録"
            rows={found}
            keyOf={({ kind, entry }) =>
              JSON.stringify([kind, entry.party.id, entry.requestId, entry.category, entry.rule])
            }
            columns={[
              { name: '日時', cell: ({ entry }) => moment(entry.at) },
              { name: '機関', cell: ({ party }) => party.name },
              { name: '異なる点', cell: ({ kind }) => differenceLabels[kind].ja },
              { name: '項目', cell: ({ entry: { category } }) => category && categoryWord(category) },
              {
                name: '見た職員',
                cell: ({ entry }) => (
                  <>
                    <StaffName id={entry.staffId} withId />({nameOf(entry.office)})
                  </>
                ),
              },
              {
                name: '要求の番号',
                cell: ({ entry }) => <span className={styles.code}>{entry.requestId}</span>,
              },
            ]}
          />
        </>
      )}
    </>
  );
}
