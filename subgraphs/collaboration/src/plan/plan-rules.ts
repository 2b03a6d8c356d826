import type { PersonId } from '@kasane/vocabulary';
import { officeCode, OfficeStatus, staffId } from '@kasane/vocabulary';
import { addYears } from '../consent/period.js';
import { charProblems, isDate, textOf } from '../input.js';
import type { PlanInput, PlanItemInput } from './plan-input.js';
import type { PlanWords } from './plan-tables.js';

/** A plan lasts a year at most: then it is evaluated, and another one made. Our own choice. */
const MAX_YEARS = 1;

/** An office's part of a case, today: who of it, and for whom. */
export interface RosterPart {
  readonly office: string;
  readonly staff: string | null;
  readonly persons: readonly PersonId[];
}

/** What a sheet is checked against. */
export interface PlanSetting {
  /** Members of the household with whom the writer works. */
  readonly known: readonly PersonId[];
  readonly roster: readonly RosterPart[];
  /** Of the offices that the sheet names, as the directory has them. */
  readonly offices: ReadonlyMap<string, { readonly name: string; readonly status: OfficeStatus }>;
  /** Japanese calendar date. */
  readonly today: string;
}

export type CheckedPlan =
  | { readonly ok: true; readonly words: PlanWords }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Checks a plan sheet: or why it cannot be recorded, in words for who writes it. */
export function checkPlan(input: PlanInput, setting: PlanSetting): CheckedPlan {
  const persons = [...new Set(input.persons)] as PersonId[];
  const problems = [
    ...charProblems(input),
    // The same words for a stranger, somebody hidden and nobody.
    ...(persons.some((person) => !setting.known.includes(person))
      ? ['対象者が、このケースの世帯の人ではありません。']
      : []),
    ...(isBlank(input.personWishes) ? ['本人の意向を記入してください。'] : []),
    ...(input.issues.some(({ words }) => isBlank(words)) ? ['解決したい課題を記入してください。'] : []),
    ...(isBlank(input.longTermGoal) || input.shortTermGoals.some(isBlank)
      ? ['長期目標と短期目標を記入してください。']
      : []),
    ...periodProblems(input, setting.today),
    ...input.items.flatMap((item, at) => itemProblems(item, at + 1, input, setting)),
  ];
  if (problems.length > 0) return { ok: false, problems: [...new Set(problems)] };
  return { ok: true, words: wordsOf(input, persons) };
}

function periodProblems({ from, until, monitoringOn }: PlanInput, today: string): readonly string[] {
  const wrong = [from, until, ...monitoringOn].filter((date) => !isDate(date));
  if (wrong.length > 0) return wrong.map((date) => `「${date}」は存在しない日付です。`);
  if (until < from) return ['プラン期間の末日が初日より前です。'];
  if (until < today) return ['プラン期間の末日が過ぎています。'];
  if (until >= addYears(from, MAX_YEARS)) return [`プラン期間は${MAX_YEARS}年以内にしてください。`];
  return monitoringOn.some((date) => date < from || date > until)
    ? ['モニタリング時期は、プラン期間の中の日付にしてください。']
    : [];
}

function itemProblems(
  { content, office, staff, frequency, dueOn, persons }: PlanItemInput,
  number: number,
  plan: PlanInput,
  { roster, offices }: PlanSetting,
): readonly string[] {
  const line = `支援内容${number}`;
  const seats = roster.filter((part) => part.office === office);
  const name = offices.get(office)?.name ?? office;
  return [
    ...(isBlank(content) || isBlank(frequency) ? [`${line}: 内容と頻度を記入してください。`] : []),
    ...(isDate(dueOn) && dueOn >= plan.from && dueOn <= plan.until
      ? []
      : [`${line}: 期限は、プラン期間の中の日付にしてください。`]),
    ...(persons.some((person) => !plan.persons.includes(person))
      ? [`${line}: 対象が、このプランの対象者ではありません。`]
      : []),
    ...ownerProblems(line, name, seats, {
      staff,
      persons,
      isOpen: offices.get(office)?.status === OfficeStatus.OPEN,
    }),
  ];
}

/**
 * Why an office cannot hold an item. It is shown what it holds, so it must have a seat for everybody of whom the item
 * speaks: else a plan would tell an office of persons with whom it has nothing to do.
 */
function ownerProblems(
  line: string,
  name: string,
  seats: readonly RosterPart[],
  item: {
    readonly staff: string | null | undefined;
    readonly persons: readonly string[];
    readonly isOpen: boolean;
  },
): readonly string[] {
  if (seats.length === 0) return [`${line}: 担当機関「${name}」は支援体制に入っていません。`];
  if (!item.isOpen) return [`${line}: 担当機関「${name}」は開設されていません。`];
  const own = item.staff ? seats.filter((part) => part.staff === null || part.staff === item.staff) : seats;
  if (own.length === 0) return [`${line}: 担当者は、担当機関「${name}」の支援体制に入っていません。`];
  const covered = new Set(own.flatMap((part) => part.persons as readonly string[]));
  return item.persons.every((person) => covered.has(person))
    ? []
    : [`${line}: 担当機関「${name}」は、この対象者を担当していません。先に支援体制を見直してください。`];
}

const isBlank = (text: string): boolean => text.trim() === '';

const wordsOf = (input: PlanInput, persons: readonly PersonId[]): PlanWords => ({
  persons,
  from: input.from,
  until: input.until,
  personWishes: input.personWishes.trim(),
  householdWishes: textOf(input.householdWishes),
  issues: input.issues.map(({ issue, words }) => ({ issue: issue ?? null, words: words.trim() })),
  longTermGoal: input.longTermGoal.trim(),
  shortTermGoals: input.shortTermGoals.map((goal) => goal.trim()),
  items: input.items.map((item) => ({
    content: item.content.trim(),
    office: officeCode(item.office),
    staff: item.staff ? staffId(item.staff) : null,
    frequency: item.frequency.trim(),
    dueOn: item.dueOn,
    ownEffort: textOf(item.ownEffort),
    persons: [...new Set(item.persons)] as PersonId[],
  })),
  monitoringOn: [...new Set(input.monitoringOn)].sort(),
  consentReference: textOf(input.consentReference),
});
