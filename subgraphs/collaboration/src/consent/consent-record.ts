import { about } from '@kasane/subgraph-kit';
import { personOf } from '../person/person.js';
import { ConsentEvent, ConsentGrantor, ConsentRecord, ConsentRule } from './consent.js';
import type { ConsentEventRow, ConsentRow } from './consent-tables.js';

/** A stored consent with its events, as the schema shows it. It speaks of its subject. */
export function consentRecordOf(row: ConsentRow, eventRows: readonly ConsentEventRow[]): ConsentRecord {
  const record = Object.assign(new ConsentRecord(), row, {
    row,
    eventRows,
    subject: personOf(row.subjectId),
    grantors: row.grantors.map((grantor) => Object.assign(new ConsentGrantor(), grantor)),
    rules: row.rules.map((rule) =>
      Object.assign(new ConsentRule(), rule, {
        recipientOffices: rule.recipientOffices.map((code) => ({ code })),
      }),
    ),
    events: eventRows.map((event) => Object.assign(new ConsentEvent(), event)),
    notice: `${row.noticeId} ${row.noticeVersion}`,
  });
  return about(record, [row.subjectId]);
}
