import { Purpose, Tier, tierOf } from '@kasane/vocabulary';
import { LedgerKind, LedgerOutcome, type LedgerEntry, type LedgerItem } from './record.js';

/** Whether the person may be told, when they ask who looked at them (開示請求), that an item was recorded. */
export const Visibility = {
  IMMEDIATE: 'IMMEDIATE',
  /** Later: while a danger is being met, word of it could bring it about. */
  DELAYED: 'DELAYED',
  /** Not by this report. Whether it is told at all, the privacy officer decides case by case. */
  WITHHELD: 'WITHHELD',
} as const;
export type Visibility = (typeof Visibility)[keyof typeof Visibility];

/** Days for which lines of an emergency or of a protective context are held back. Our own choice, not law. */
export const DELAY_DAYS = 30;
const DELAY_MS = DELAY_DAYS * 24 * 60 * 60 * 1_000;

/**
 * What a sector records in place of a rule where collaboration barred something even to the own duty, without saying
 * by which rule.
 */
export const BARRED = 'BARRED';

/**
 * Rules whose very name tells that somebody is being protected, or from whom: the response to abuse, the 要対協, and
 * the measures that mask an address. Ids of the rule table in `@kasane/disclosure`, as they stand in the entries.
 */
export const withheldRules: readonly string[] = [
  'PROTECTION_COUNCIL',
  'ELDER_ABUSE',
  'DISABILITY_ABUSE',
  'CHILD_ABUSE',
  'PROTECTED',
  'RESTRICTED_PARTY',
];

const EMERGENCY_RULE = 'EMERGENCY';

/** The rules by which a measure closes something: what else was denied beside it is held back for a while too. */
const protectiveRules: readonly string[] = ['PROTECTED', 'RESTRICTED_PARTY', BARRED];

/**
 * Whether and when the person is told of one item of an entry about them, or of the entry as a whole, by nothing but
 * who, when and why (no `item`). A refusal is told like a disclosure: who tried belongs to the answer.
 */
export function visibilityOf(entry: LedgerEntry, item: LedgerItem | undefined, now: Date): Visibility {
  if (item?.category !== undefined && tierOf(item.category) === Tier.T4) return Visibility.WITHHELD;
  if (item?.rule !== undefined && [...withheldRules, BARRED].includes(item.rule)) return Visibility.WITHHELD;
  // The purpose stands in every line, whatever the line is about.
  if (entry.viewer.purpose === Purpose.ABUSE_RESPONSE) return Visibility.WITHHELD;
  const isRecent = now.getTime() - Date.parse(entry.at) < DELAY_MS;
  return isRecent && (isOfEmergency(entry, item) || (item !== undefined && isProtective(entry)))
    ? Visibility.DELAYED
    : Visibility.IMMEDIATE;
}

const isOfEmergency = ({ kind, viewer }: LedgerEntry, item: LedgerItem | undefined): boolean =>
  kind === LedgerKind.EMERGENCY ||
  item?.rule === EMERGENCY_RULE ||
  viewer.purpose === Purpose.EMERGENCY ||
  viewer.emergencyReasonDigest !== undefined;

const isProtective = ({ outcome, items }: LedgerEntry): boolean =>
  outcome === LedgerOutcome.DENIED &&
  items.some(({ rule }) => rule !== undefined && protectiveRules.includes(rule));
