import type { VerifiedViewer } from '@kasane/identity';
import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';

/** What kind of thing waits for somebody. Every kind has its own source. */
export const OpenItemKind = {
  REFERRAL_TO_ANSWER: 'REFERRAL_TO_ANSWER',
  FIRST_CONTACT: 'FIRST_CONTACT',
  REFERRAL_SENT_BACK: 'REFERRAL_SENT_BACK',
  SCREENING: 'SCREENING',
  PLAN_ITEM: 'PLAN_ITEM',
  MONITORING: 'MONITORING',
  CONFERENCE: 'CONFERENCE',
  MINUTES: 'MINUTES',
  CONSENT_EXPIRING: 'CONSENT_EXPIRING',
  EMERGENCY_REVIEW: 'EMERGENCY_REVIEW',
  OUTREACH: 'OUTREACH',
  PARTICIPATION: 'PARTICIPATION',
} as const;
export type OpenItemKind = (typeof OpenItemKind)[keyof typeof OpenItemKind];

/** Something that waits, and who holds it. It belongs to somebody at every moment: nothing is lost between two windows. */
export interface OpenItemRow {
  readonly kind: OpenItemKind;
  /** Id of what waits: a referral, an item of a plan. */
  readonly id: string;
  readonly caseId: string | null;
  /** Everybody of whom it speaks; nobody, where it is about no person. */
  readonly persons: readonly PersonId[];
  /** Who holds it: an office, and in it a worker unless everybody of the office does. */
  readonly office: OfficeCode;
  readonly staff: StaffId | null;
  /** Japanese calendar date (YYYY-MM-DD), the last day on which it is in time; null when it has none. */
  readonly due: string | null;
  /** Since when it waits. */
  readonly since: Date;
}

/**
 * Reads what waits for this viewer (their own, and for a manager the whole office's), in one statement on an index,
 * the most urgent first, at most `limit` rows.
 */
export type OpenItemSource = (
  manager: EntityManager,
  of: { readonly viewer: VerifiedViewer; readonly today: string; readonly now: Date; readonly limit: number },
) => Promise<readonly OpenItemRow[]>;
