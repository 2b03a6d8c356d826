import type { Purpose } from '@kasane/vocabulary';
import type {
  Directory,
  Explanation,
  Expressed,
  Issued,
  Notice,
  PrintedGrantor,
  PrintedRule,
  PrintedSubject,
} from '../input.js';

/** What is already known of a consent when its form is printed, for the person to read, change and sign. */
export interface ConsentDraft extends Expressed {
  /** One person: each member of a household has a form of their own. */
  readonly subject: PrintedSubject;
  readonly grantors: readonly PrintedGrantor[];
  readonly purposes: readonly Purpose[];
  readonly rules: readonly PrintedRule[];
  /** First day in Japan, `YYYY-MM-DD`; the day of consent when absent. */
  readonly validFrom?: string | undefined;
  /** Last day in Japan, `YYYY-MM-DD`; one year when absent. */
  readonly validUntil?: string | undefined;
  readonly explanation?: Explanation | undefined;
}

export interface ConsentFormInput extends Issued {
  readonly directory: Directory;
  readonly notice: Notice;
  /** Purposes that a blank form offers; `CONFERENCE` has an item of its own on the form and need not be among them. */
  readonly purposes?: readonly Purpose[] | undefined;
  /** Absent: a blank form, to fill in by hand. */
  readonly draft?: ConsentDraft | undefined;
}
