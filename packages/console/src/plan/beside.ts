import type { PlanValues } from './plan-values.js';

type Line = readonly [name: string, words: string];

/** Names of what a sheet gives by id or code. */
export interface SheetNames {
  person(id: string): string;
  office(code: string): string;
  staff(id: string): string;
}

const numbered = (lines: readonly string[]): string =>
  lines.map((words, at) => `${at + 1}. ${words}`).join('\n');

/** A sheet as lines of text. */
function linesOf(values: PlanValues, { person, office, staff }: SheetNames): readonly Line[] {
  const people = (ids: readonly string[]): string => ids.map(person).join('、');
  return [
    ['対象者', people(values.persons)],
    ['期間', `${values.from}から${values.until}まで`],
    ['本人の意向', values.personWishes],
    ['世帯の意向', values.householdWishes],
    ['解決したい課題', numbered(values.issues.map(({ words }) => words))],
    ['長期目標', values.longTermGoal],
    ['短期目標', numbered(values.shortTermGoals.map(({ words }) => words))],
    [
      '支援内容',
      numbered(
        values.items.map((item) =>
          [
            item.content,
            office(item.office),
            item.staff && staff(item.staff),
            item.frequency,
            item.dueOn && `期限 ${item.dueOn}`,
            people(item.persons),
            item.ownEffort && `本人の取組 ${item.ownEffort}`,
          ]
            .filter(Boolean)
            .join(' / '),
        ),
      ),
    ],
    ['モニタリング時期', values.monitoringOn.map(({ on }) => on).join('、')],
    ['本人同意の署名', values.consentReference],
  ];
}

/** Two sheets beside each other: the lines in which they differ. */
export function beside(
  now: PlanValues,
  mine: PlanValues,
  names: SheetNames,
): { readonly now: readonly Line[]; readonly mine: readonly Line[] } {
  const left = linesOf(now, names);
  const right = linesOf(mine, names);
  const differs = (_: Line, at: number): boolean => left[at]?.[1].trim() !== right[at]?.[1].trim();
  return { now: left.filter(differs), mine: right.filter(differs) };
}
