import type { ReactNode } from 'react';
import { records } from '../generated/sectors.js';
import { Facts, type Fact } from '../ui/facts.js';
import { Mark } from '../ui/mark.js';
import { Table } from '../ui/table.js';
import { withoutHistory } from './in-one-line.js';
import styles from './overview.module.css';
import { fieldsTold, saysAnything, type RecordField, type SectorRecord, type Told } from './sector-record.js';
import { tell, type Names } from './tell.js';

/** More columns than these are hard to read on paper. */
const MAX_COLUMNS = 5;

/** The records of one field: the first in full, the earlier ones folded. */
export function Records({
  told,
  names,
  under,
  level,
}: {
  readonly told: Told;
  readonly names: Names;
  /** The heading right above it: the same is not said twice. */
  readonly under: string | undefined;
  /** Of its heading. */
  readonly level: 5 | 6;
}): ReactNode {
  const { field, items } = told;
  const [first, ...others] = items;
  if (!first) return null;
  const Heading = `h${level}` as const;
  return (
    <div className={styles.records}>
      {withoutHistory(field.label) === under ? (
        <LastKnown record={first} />
      ) : (
        <Heading>
          {withoutHistory(field.label)} <LastKnown record={first} />
        </Heading>
      )}
      <OneRecord type={field.record ?? ''} record={first} names={names} />
      {others.length > 0 && (
        <details className={styles.earlier}>
          <summary>ほか{others.length}件</summary>
          <ol className="plain-list">
            {others.map((record, at) => (
              <li key={at}>
                <LastKnown record={record} />
                <OneRecord type={field.record ?? ''} record={record} names={names} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

const LastKnown = ({ record }: { readonly record: SectorRecord }): ReactNode =>
  typeof record['lastKnownUntil'] === 'string' && <Mark kind="soon">最後に確認できた情報</Mark>;

/** One record, name by name; a record within it as a table where it is narrow enough, else name by name too. */
function OneRecord({
  type,
  record,
  names,
}: {
  readonly type: string;
  readonly record: SectorRecord;
  readonly names: Names;
}): ReactNode {
  if (!saysAnything(record)) return <p className="quiet">記録があります。内容を見る根拠はありません。</p>;
  const facts = fieldsTold(records[type] ?? [], record).map((field): Fact => {
    const value = record[field.name];
    if (field.kind !== 'record') return [field.label, tell(field, value, names)];
    return [field.label, within(field, value, names)];
  });
  return <Facts facts={facts} />;
}

function within(field: RecordField, value: unknown, names: Names): ReactNode {
  const rows = (Array.isArray(value) ? value : [value]).filter(
    (each): each is SectorRecord => typeof each === 'object' && each !== null,
  );
  if (rows.length === 0) return null;
  const fields = records[field.record ?? ''] ?? [];
  const columns = fields.filter((each) =>
    rows.some(
      (row) => fieldsTold(fields, row).includes(each) && tell(each, row[each.name], names) !== undefined,
    ),
  );
  if (rows.length > 1 && columns.length <= MAX_COLUMNS && columns.every(({ kind }) => kind !== 'record'))
    return (
      <Table<{ readonly row: SectorRecord; readonly at: number }>
        caption={field.label}
        rows={rows.map((row, at) => ({ row, at }))}
        keyOf={({ at }) => String(at)}
        columns={columns.map((each) => ({
          name: each.label,
          isNumber: each.kind === 'yen' || each.kind === 'number',
          cell: ({ row }) => tell(each, row[each.name], names),
        }))}
      />
    );
  return (
    <ol className={`plain-list ${styles.within}`}>
      {rows.map((row, at) => (
        <li key={at}>
          <OneRecord type={field.record ?? ''} record={row} names={names} />
        </li>
      ))}
    </ol>
  );
}
