import { OfficeKind, Role } from '@kasane/vocabulary';
import type { RosterSeatRow } from '../case/case-tables.js';
import { addDays } from '../consent/period.js';
import { isDate, textProblems } from '../input.js';
import type { DirectoryOfficeRow } from '../office/office-tables.js';
import type { DutyInput, SeatInput, SuccessorInput } from './seat-input.js';

/** How far from today a day of a roster may be: a mistyped year gives nobody rights for a century. Our own choice. */
export const MAX_DAYS_AWAY = 1_100;

/** What an office on a roster is checked against. */
export interface SeatSetting {
  /** The office of the directory, if there is one. */
  readonly office: Pick<DirectoryOfficeRow, 'kind' | 'localGovernmentCode'> | null;
  /** The municipality whose case it is. */
  readonly municipality: string;
  /** Members of whom the viewer may know. */
  readonly persons: readonly string[];
  readonly seats: readonly Seat[];
  readonly today: string;
}

type Seat = Pick<RosterSeatRow, 'id' | 'officeCode' | 'staffId' | 'role' | 'from' | 'to'>;

/** Why an office cannot be put on the roster. */
export function seatProblems(input: SeatInput, setting: SeatSetting): readonly string[] {
  const { office, municipality, persons, seats, today } = setting;
  const { staff, from, to } = input;
  const days = dayProblems([from, ...(to ? [to] : [])], today);
  return [
    // Another city's case is another tenant's: its offices are no more known here than one that does not exist.
    ...(office?.localGovernmentCode === municipality
      ? []
      : [`機関「${input.office}」は登録されていません。`]),
    ...(input.role === Role.COORDINATOR || input.role === Role.SECTOR_WORKER
      ? []
      : ['立場は、包括化支援員または相談支援員にしてください。']),
    ...(input.role === Role.COORDINATOR && office && office.kind !== OfficeKind.MULTI_AGENCY_COORDINATOR
      ? ['包括化支援員として参加できるのは、多機関協働事業者だけです。']
      : []),
    ...(input.role === Role.COORDINATOR && !staff
      ? ['包括化支援員として参加するには、担当者が必要です。']
      : []),
    ...(staff ? textProblems('担当者の氏名', input.staffName ?? '') : []),
    // The same words for a stranger, somebody hidden and nobody.
    ...((input.persons ?? []).every((person) => persons.includes(person))
      ? []
      : ['対象に、このケースの世帯の人ではない人がいます。']),
    ...days,
    ...(days.length === 0 && to && to < from ? ['終了日が開始日より前です。'] : []),
    ...(days.length === 0 && seats.some((seat) => isSameSeat(seat, input))
      ? ['この機関・担当者は、同じ期間にすでに参加しています。']
      : []),
    ...dutyProblems(input.duty, today),
  ];
}

/** Why what a seat does cannot be put so. */
export const dutyProblems = ({ note, reviewOn }: DutyInput, today: string): readonly string[] => [
  ...(note ? textProblems('役割の内容', note) : []),
  ...(reviewOn ? dayProblems([reviewOn], today) : []),
  ...(reviewOn && isDate(reviewOn) && reviewOn < today ? ['見直し日が過ぎています。'] : []),
];

/** Why a seat cannot end on that day. */
export function endProblems(seat: Seat, lastDay: string, setting: Pick<SeatSetting, 'seats' | 'today'>) {
  const days = dayProblems([lastDay], setting.today);
  if (days.length > 0) return days;
  if (lastDay < addDays(seat.from, -1)) return ['終了日が開始日より前です。'];
  if (seat.to !== null && seat.to <= lastDay)
    return ['この席は、すでに終了しているか、その日より前に終わります。'];
  const others = setting.seats.filter(({ id, role }) => id !== seat.id && role === Role.COORDINATOR);
  return seat.role === Role.COORDINATOR && !others.some(({ to }) => to === null || to > lastDay)
    ? ['このケースの包括化支援員がいなくなります。先に後任を決めてください。']
    : [];
}

/** Why a seat cannot go to this worker. */
export function successionProblems(
  seat: Seat,
  { staff, staffName, from }: SuccessorInput,
  today: string,
): readonly string[] {
  const days = dayProblems([from], today);
  return [
    ...textProblems('担当者の氏名', staffName),
    ...days,
    ...(days.length === 0 && from < seat.from ? ['担当の初日が、前任者の開始日より前です。'] : []),
    ...(seat.to !== null && seat.to < (from > today ? from : today)
      ? ['この席は、すでに終了しています。']
      : []),
    ...(seat.staffId === staff ? ['すでにこの人が担当しています。'] : []),
  ];
}

/** Why these are no days of a roster. */
export const dayProblems = (days: readonly string[], today: string): readonly string[] =>
  days.flatMap((day) => {
    if (!isDate(day)) return [`「${day}」は存在しない日付です。`];
    return day < addDays(today, -MAX_DAYS_AWAY) || day > addDays(today, MAX_DAYS_AWAY)
      ? [`「${day}」は、今日から3年以内にしてください。`]
      : [];
  });

const isSameSeat = (seat: Seat, { office, staff, role, from, to }: SeatInput): boolean =>
  seat.officeCode === office &&
  seat.staffId === (staff ?? null) &&
  seat.role === role &&
  (seat.to === null || seat.to >= from) &&
  (!to || seat.from <= to);
