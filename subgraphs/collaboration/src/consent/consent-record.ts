import { consentEndAt, consentStateAt, isGiven } from '@kasane/disclosure';
import { about } from '@kasane/subgraph-kit';
import { personOf } from '../person/person.js';
import { ConsentEvent, ConsentExplanation, ConsentGrantor, ConsentRecord, ConsentRule } from './consent.js';
import { asOf, type ConsentInHand } from './handling.js';
import { daysUntil } from './period.js';

/** A stored consent with its events, as the schema shows it at `now`. It speaks of its subject. */
export function consentRecordOf(consent: ConsentInHand, now: Date): ConsentRecord {
  const { row, events } = consent;
  const facts = asOf(consent, now);
  const validUntil = consentEndAt(facts, now);
  const record = Object.assign(new ConsentRecord(), row, {
    inHand: consent,
    validUntil,
    daysLeft: isGiven(consentStateAt(facts, now)) ? daysUntil(validUntil, now) : null,
    subject: personOf(row.subjectId),
    grantors: row.grantors.map((grantor) => Object.assign(new ConsentGrantor(), grantor)),
    rules: row.rules.map((rule) =>
      Object.assign(new ConsentRule(), rule, {
        recipientOffices: rule.recipientOffices.map((code) => ({ code })),
      }),
    ),
    events: events.map((event) =>
      Object.assign(new ConsentEvent(), event, {
        explanation: event.explanation && Object.assign(new ConsentExplanation(), event.explanation),
      }),
    ),
    notice: `${row.noticeId} ${row.noticeVersion}`,
  });
  return about(record, [row.subjectId]);
}
