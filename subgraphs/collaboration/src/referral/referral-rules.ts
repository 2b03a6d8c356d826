import { isCalendarDate, OfficeStatus, type OfficeCode, type StaffId } from '@kasane/vocabulary';
import { charProblems, textOf } from '../input.js';
import { dueDays, inWorkingDays } from './due.js';
import type { ReferralInput } from './referral-input.js';
import type { ReferralRow } from './referral-tables.js';
import { ReferralState } from './referral-words.js';

/** What a referral is checked against. */
export interface ReferralSetting {
  readonly own: OfficeCode;
  readonly to: {
    readonly name: string;
    readonly status: OfficeStatus;
    /** Whether it is of the sender's own municipality. */
    readonly isOfOwnCity: boolean;
  } | null;
  /** Whether the own office sent it somebody of these already, and that is not done. */
  readonly isUnderWay: boolean;
  /** People of the case with whom the viewer works. */
  readonly persons: readonly string[];
  readonly today: string;
}

/** What is wrong with a referral, in words for who sends it. */
export function referralProblems(
  input: Pick<
    ReferralInput,
    'persons' | 'toOffice' | 'reason' | 'request' | 'urgency' | 'answerDue' | 'firstContactDue' | 'paper'
  >,
  { own, to, isUnderWay, persons, today }: ReferralSetting,
): readonly string[] {
  const { answerDue, firstContactDue } = duesOf(input, today);
  const dates = [answerDue, firstContactDue, ...(input.paper?.toldOn ? [input.paper.toldOn] : [])];
  const wrong = dates.filter((date) => !isCalendarDate(date));
  return [
    ...charProblems([input.reason, input.request, input.paper]),
    // The same words for a stranger, somebody hidden and nobody.
    ...(input.persons.every((person) => persons.includes(person))
      ? []
      : ['つなぐ人の中に、このケースで担当していない人がいます。']),
    ...(to === null ? [`つなぎ先「${input.toOffice}」は登録されていません。`] : []),
    ...(to?.status === OfficeStatus.SUSPENDED
      ? [`${to.name}は休止しています。別の機関を選んでください。`]
      : []),
    // Who accepts takes a seat in the case: that does not reach across the border of a city.
    ...(to !== null && !to.isOfOwnCity && !input.paper
      ? [`${to.name}は他の市町村の機関です。口頭・紙でのつなぎとして記録してください。`]
      : []),
    ...(isUnderWay ? ['同じ人について、同じ機関へのつなぎがまだ終わっていません。'] : []),
    ...(input.toOffice === own ? ['自分の機関へのつなぎは記録できません。'] : []),
    ...(textOf(input.reason) === null ? ['つなぐ理由を記入してください。'] : []),
    ...wrong.map((date) => `「${date}」は存在しない日付です。`),
    ...(wrong.length === 0 && answerDue < today ? ['回答期限が過ぎています。'] : []),
    ...(wrong.length === 0 && firstContactDue < answerDue
      ? ['初回接触の期限は、回答期限以後にしてください。']
      : []),
    ...(wrong.length === 0 && (input.paper?.toldOn ?? today) > today ? ['伝えた日が今日より後です。'] : []),
  ];
}

/** The days until which a referral is to be answered and the person met: those that were said, else by the urgency. */
export function duesOf(
  { urgency, answerDue, firstContactDue }: Pick<ReferralInput, 'urgency' | 'answerDue' | 'firstContactDue'>,
  today: string,
): { readonly answerDue: string; readonly firstContactDue: string } {
  const usual = dueDays(urgency, today);
  const answer = answerDue ?? usual.answerDue;
  const contact = firstContactDue ?? usual.firstContactDue;
  // A later answer leaves no less time for the contact than the usual day did.
  return {
    answerDue: answer,
    firstContactDue: firstContactDue === undefined && contact < answer ? answer : contact,
  };
}

/** Who holds a referral in a state, and until when they have something to do. */
export interface Holding {
  readonly holderOffice: OfficeCode;
  readonly holderStaff: StaffId | null;
  readonly dueOn: string | null;
}

/** Working days in which a sender sees to what was sent back. Our own choice. */
const SENT_BACK_DAYS = 3;

/**
 * Who holds a referral: at every moment one office does, so that nothing is lost between two windows. On paper it is the
 * sender, for the other has no desk.
 * @param by who accepted it, where somebody did
 */
export function holderOf(
  {
    fromOffice,
    fromStaff,
    toOffice,
    onPaper,
    answerDue,
    firstContactDue,
  }: Pick<ReferralRow, 'fromOffice' | 'fromStaff' | 'toOffice' | 'onPaper' | 'answerDue' | 'firstContactDue'>,
  state: ReferralState,
  { by, today }: { readonly by: StaffId; readonly today: string },
): Holding {
  const sender = { holderOffice: fromOffice, holderStaff: fromStaff };
  const receiver = (staff: StaffId | null) =>
    onPaper ? sender : { holderOffice: toOffice, holderStaff: staff };
  switch (state) {
    case ReferralState.SENT:
      return { ...receiver(null), dueOn: answerDue };
    case ReferralState.ACCEPTED:
      return { ...receiver(by), dueOn: firstContactDue };
    case ReferralState.SENT_BACK:
      return { ...sender, dueOn: inWorkingDays(today, SENT_BACK_DAYS) };
    case ReferralState.CONTACTED:
    case ReferralState.DONE:
      return { ...receiver(by), dueOn: null };
    case ReferralState.WITHDRAWN:
    case ReferralState.SENT_ON:
      return { ...sender, dueOn: null };
  }
}
