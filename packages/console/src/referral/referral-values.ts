import { filled, isoDate } from '../form/plain.js';
import type { ReferralInput, Urgency } from '../generated/operations.js';

/** What is filled in on a つなぎシート. */
export interface ReferralValues {
  readonly persons: string[];
  readonly toOffice: string;
  readonly urgency: Urgency;
  readonly reason: string;
  readonly request: string;
  readonly answerDue: string;
  readonly firstContactDue: string;
  readonly onPaper: boolean;
  readonly toldBy: string;
  readonly toldTo: string;
  readonly toldOn: string;
}

export const emptyReferral = (persons: readonly string[], toldBy: string): ReferralValues => ({
  persons: [...persons],
  toOffice: '',
  urgency: 'NORMAL',
  reason: '',
  request: '',
  answerDue: '',
  firstContactDue: '',
  onPaper: false,
  toldBy,
  toldTo: '',
  toldOn: '',
});

/** @param replaces the referral that came back, in whose place this one goes */
export const referralInput = (values: ReferralValues, replaces?: string): ReferralInput => ({
  persons: values.persons,
  toOffice: values.toOffice,
  urgency: values.urgency,
  reason: values.reason,
  request: filled(values.request) ?? null,
  answerDue: isoDate(values.answerDue) ?? null,
  firstContactDue: isoDate(values.firstContactDue) ?? null,
  paper: values.onPaper
    ? { toldBy: values.toldBy, toldTo: values.toldTo, toldOn: isoDate(values.toldOn) ?? null }
    : null,
  replaces: replaces ?? null,
});
