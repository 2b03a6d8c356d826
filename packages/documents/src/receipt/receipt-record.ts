import {
  ConsentExpression,
  type ConsentState,
  type PersonId,
  type Purpose,
  type Tier,
} from '@kasane/vocabulary';
import type {
  Directory,
  Issuer,
  Named,
  Notice,
  PrintedGrantor,
  PrintedRule,
  PrintedSubject,
} from '../input.js';

/** A consent record as it is stored, with its events: what a receipt is made of. */
export interface ReceiptRecord {
  readonly id: string;
  readonly schemaVersion: string;
  readonly subject: PrintedSubject & { readonly id: PersonId };
  readonly grantors: readonly PrintedGrantor[];
  readonly notice: Notice & {
    /** BCP 47, or `ja-simple`. */
    readonly language: string;
    /** Of the notice's text, where it is kept. */
    readonly hash?: string | undefined;
  };
  readonly purposes: readonly Purpose[];
  readonly rules: readonly (PrintedRule & { readonly maxTier: Tier })[];
  readonly validFrom: Date;
  /** The first instant at which it is no longer valid, unless it is renewed. */
  readonly validUntil: Date;
  /** In order of time; at least one. */
  readonly events: readonly RecordEvent[];
  readonly supersedesId?: string | null | undefined;
}

export interface RecordEvent {
  readonly at: Date;
  readonly state: ConsentState;
  readonly expression: ConsentExpression;
  readonly expressedBy: string;
  readonly recordedBy: string;
  readonly witnesses: readonly string[];
  /** A renewal's new end. */
  readonly until?: Date | null | undefined;
}

/** What both forms of the receipt, on paper and as JSON, are made of. */
export interface ReceiptSource {
  readonly issuer: Issuer;
  readonly directory: Directory;
  readonly record: ReceiptRecord;
  /** How long the record of the consent is kept: the municipality's own rule, in its words. */
  readonly retention: Named;
  /** Ways in which this municipality takes a withdrawal; in writing, in person and by telephone when absent. */
  readonly withdrawalMethods?: readonly ConsentExpression[] | undefined;
}

export const defaultWithdrawalMethods: readonly ConsentExpression[] = [
  ConsentExpression.WRITTEN,
  ConsentExpression.ORAL_IN_PERSON,
  ConsentExpression.ORAL_PHONE,
];
