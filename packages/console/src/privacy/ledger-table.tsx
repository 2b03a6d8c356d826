import { useState, type ReactNode } from 'react';
import { StaffName } from '../office/staff.js';
import { Button } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { saveFile } from '../ui/save-file.js';
import { Table } from '../ui/table.js';
import { moment, todayInJapan, word } from '../words/words.js';
import { everything, filtered, valuesOf, type Filter } from './filter.js';
import { ledgerCsv } from './ledger-csv.js';
import { capacityWord, categoryWord, levelWord, purposeWord, ruleWord } from './line-words.js';
import { nameOfSector } from './parties.js';
import styles from './privacy.module.css';
import type { Entry, PersonLedger } from './entries.js';

const ON_A_PAGE = 50;

/** All parties' records of one person, merged by time. */
export function LedgerTable({
  ledger: { entries },
  nameOf,
}: {
  readonly ledger: PersonLedger;
  readonly nameOf: (code: string) => string;
}): ReactNode {
  const [filter, setFilter] = useState(everything);
  const [page, setPage] = useState(0);
  const shown = filtered(entries, filter);
  const pages = Math.max(1, Math.ceil(shown.length / ON_A_PAGE));
  const choose = (part: Partial<Filter>): void => {
    setFilter({ ...filter, ...part });
    setPage(0);
  };
  return (
    <>
      <div className={`${styles.filters} no-print`} role="group" aria-label="しぼり込み">
        <Narrow
          label="機関"
          value={filter.office}
          values={valuesOf(entries, 'office')}
          words={nameOf}
          onChoose={(office) => choose({ office })}
        />
        <Narrow
          label="項目"
          value={filter.category}
          values={valuesOf(entries, 'category')}
          words={categoryWord}
          onChoose={(category) => choose({ category })}
        />
        <Narrow
          label="種別"
          value={filter.kind}
          values={valuesOf(entries, 'kind')}
          words={(kind) => word('LedgerKind', kind as Entry['kind'])}
          onChoose={(kind) => choose({ kind })}
        />
        <Button
          isDisabled={shown.length === 0}
          onPress={() => saveFile(`kaiji-kiroku-${todayInJapan()}.csv`, ledgerCsv(shown, nameOf), 'text/csv')}
        >
          CSV を保存する
        </Button>
      </div>
      <p role="status">
        {shown.length.toLocaleString('ja')}件{pages > 1 && `(${pages}ページのうち${page + 1}ページ目)`}
      </p>
      <Table
        caption="この人についての記録"
        rows={shown.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE).map((entry, at) => ({ entry, at }))}
        keyOf={({ entry: { party, requestId }, at }) => `${party.id} ${requestId} ${at}`}
        empty="この期間に、この人についての記録はありません。"
        columns={[
          { name: '日時', cell: ({ entry: { at } }) => moment(at) },
          {
            name: '記録した機関',
            cell: ({ entry: { party } }) => party.name,
          },
          {
            name: '何を',
            cell: ({ entry: { kind, outcome } }) => (
              <>
                {word('LedgerKind', kind)}{' '}
                <Mark kind={outcome === 'DENIED' ? 'soon' : 'plain'}>{word('LedgerOutcome', outcome)}</Mark>
              </>
            ),
          },
          {
            name: '誰が',
            cell: ({ entry: { staffId, office, capacity } }) => (
              <>
                <StaffName id={staffId} withId />({nameOf(office)}・{capacityWord(capacity)})
              </>
            ),
          },
          { name: '目的', cell: ({ entry: { purpose } }) => purpose && purposeWord(purpose) },
          {
            name: '項目',
            cell: ({ entry: { sector, category, level } }) =>
              [nameOfSector(sector), category && categoryWord(category), level && levelWord(level)]
                .filter(Boolean)
                .join('・'),
          },
          { name: '根拠', cell: ({ entry: { rule, at } }) => rule && ruleWord(rule, new Date(at)) },
          {
            name: '本人への開示',
            cell: ({ entry: { visibility } }) => (
              <Mark kind={visibility === 'IMMEDIATE' ? 'plain' : 'soon'}>
                {word('LogVisibility', visibility)}
              </Mark>
            ),
          },
        ]}
      />
      {pages > 1 && (
        <nav aria-label="ページ" className="row no-print">
          <Button isDisabled={page === 0} onPress={() => setPage(page - 1)}>
            新しい方へ
          </Button>
          <Button isDisabled={page + 1 >= pages} onPress={() => setPage(page + 1)}>
            古い方へ
          </Button>
        </nav>
      )}
    </>
  );
}

const Narrow = ({
  label,
  value,
  values,
  words,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly words: (value: string) => string;
  readonly onChoose: (value: string) => void;
}): ReactNode => (
  <label>
    {label}
    <select value={value} onChange={(event) => onChoose(event.target.value)}>
      <option value="">すべて</option>
      {values.map((each) => (
        <option key={each} value={each}>
          {words(each)}
        </option>
      ))}
    </select>
  </label>
);
