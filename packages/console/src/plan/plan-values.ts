import { wareki } from '@kasane/vocabulary';
import { filled, isoDate } from '../form/plain.js';
import type { PlanFactsFragment, PlanInput } from '../generated/operations.js';

/** What is typed into a plan sheet. */
export interface PlanValues {
  /** The version of the plan that was read; none of a plan that is new. A draft keeps it, however long it lies. */
  seen: number;
  persons: string[];
  from: string;
  until: string;
  personWishes: string;
  householdWishes: string;
  issues: { issue: string; words: string }[];
  longTermGoal: string;
  shortTermGoals: { words: string }[];
  items: PlanItemValues[];
  monitoringOn: { on: string }[];
  consentReference: string;
}

export interface PlanItemValues {
  content: string;
  office: string;
  staff: string;
  frequency: string;
  dueOn: string;
  ownEffort: string;
  persons: string[];
}

export const blankItem: PlanItemValues = {
  content: '',
  office: '',
  staff: '',
  frequency: '',
  dueOn: '',
  ownEffort: '',
  persons: [],
};

/** Months of a plan, and until it is first looked at: what is usual, to be changed as needed. */
const PLAN_MONTHS = 6;
const MONITORING_MONTHS = 3;

/** `months` after a day; the last of the month where that day is missing. */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** A new sheet, from today. */
export const blankPlan = (persons: readonly string[], today: string): PlanValues => ({
  seen: 0,
  persons: persons.length === 1 ? [...persons] : [],
  from: wareki(today),
  until: wareki(monthsAfter(today, PLAN_MONTHS)),
  personWishes: '',
  householdWishes: '',
  issues: [{ issue: '', words: '' }],
  longTermGoal: '',
  shortTermGoals: [{ words: '' }],
  items: [blankItem],
  monitoringOn: [{ on: wareki(monthsAfter(today, MONITORING_MONTHS)) }],
  consentReference: '',
});

const written = (date: string | null): string => (date ? wareki(date) : '');

const idsOf = (persons: readonly { readonly id: string }[] | null): string[] =>
  (persons ?? []).map(({ id }) => id);

/** A sheet as it stands, to be written anew. */
export function planToRevise({ version, persons, from, until, sheet }: PlanFactsFragment): PlanValues {
  const goals = sheet?.goals ?? [];
  return {
    seen: version ?? 0,
    persons: idsOf(persons),
    from: written(from),
    until: written(until),
    personWishes: sheet?.personWishes ?? '',
    householdWishes: sheet?.householdWishes ?? '',
    issues: (sheet?.issues ?? []).map(({ issue, words }) => ({ issue: issue ?? '', words: words ?? '' })),
    longTermGoal: goals.find(({ term }) => term === 'LONG')?.words ?? '',
    shortTermGoals: goals.filter(({ term }) => term === 'SHORT').map(({ words }) => ({ words: words ?? '' })),
    items: (sheet?.items ?? []).map(
      ({ content, office, staff, frequency, dueOn, ownEffort, persons: of }) => ({
        content: content ?? '',
        office: office?.code ?? '',
        staff: staff ?? '',
        frequency: frequency ?? '',
        dueOn: written(dueOn),
        ownEffort: ownEffort ?? '',
        persons: idsOf(of),
      }),
    ),
    monitoringOn: (sheet?.monitoringOn ?? []).map((on) => ({ on: wareki(on) })),
    consentReference: sheet?.consentReference ?? '',
  };
}

/** What is sent. Days that were left empty stay empty: the form asks for them, and the hub refuses them. */
export const planInput = (values: PlanValues): PlanInput => ({
  persons: values.persons,
  from: isoDate(values.from) ?? '',
  until: isoDate(values.until) ?? '',
  personWishes: values.personWishes.trim(),
  householdWishes: filled(values.householdWishes),
  issues: values.issues.map(({ issue, words }) => ({ issue: filled(issue), words: words.trim() })),
  longTermGoal: values.longTermGoal.trim(),
  shortTermGoals: values.shortTermGoals.map(({ words }) => words.trim()),
  items: values.items.map((item) => ({
    content: item.content.trim(),
    office: item.office,
    staff: filled(item.staff),
    frequency: item.frequency.trim(),
    dueOn: isoDate(item.dueOn) ?? '',
    ownEffort: filled(item.ownEffort),
    persons: item.persons,
  })),
  monitoringOn: values.monitoringOn.flatMap(({ on }) => isoDate(on) ?? []),
  consentReference: filled(values.consentReference),
});
