import { csv } from '../ui/csv.js';
import { word } from '../words/words.js';
import { capacityWord, categoryWord, levelWord, purposeWord, ruleWord } from './line-words.js';
import { nameOfSector } from './parties.js';
import type { Entry } from './entries.js';

const head = [
  '日時(日本)',
  '記録した機関',
  '種別',
  '可否',
  '職員',
  '機関コード',
  '機関',
  '立場',
  '利用目的',
  '会議',
  '分野',
  '項目',
  '欄',
  '程度',
  '規則',
  '根拠',
  '根拠の記録',
  '規則の版',
  '本人への開示',
  '要求の番号',
];

/** Lines as a table for Excel: for the officer, not for the person. */
export const ledgerCsv = (entries: readonly Entry[], officeName: (code: string) => string): string =>
  csv([
    head,
    ...entries.map((entry) => [
      inJapan(entry.at),
      entry.party.name,
      word('LedgerKind', entry.kind),
      word('LedgerOutcome', entry.outcome),
      entry.staffId,
      entry.office,
      officeName(entry.office),
      capacityWord(entry.capacity),
      entry.purpose === null ? '' : purposeWord(entry.purpose),
      entry.conference ?? '',
      nameOfSector(entry.sector),
      entry.category === null ? '' : categoryWord(entry.category),
      entry.fields.join(' '),
      entry.level === null ? '' : levelWord(entry.level),
      entry.rule ?? '',
      entry.rule === null ? '' : ruleWord(entry.rule, new Date(entry.at)),
      entry.evidence ?? '',
      entry.policyVersion,
      word('LogVisibility', entry.visibility),
      entry.requestId,
    ]),
  ]);

/** `2026-11-22 19:05:07`, as Excel reads it. */
const inJapan = (at: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(at));
