import { japanDate } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import type { FiscalYear } from './fiscal-year.js';
import type {
  CountIndicator,
  Counted,
  IndicatorScope,
  MedianIndicator,
  Part,
  ShareIndicator,
} from './indicator-source.js';
import { caseEndings, newCases, plans, reopened } from './sources/cases.js';
import {
  daysToMinutes,
  movedToMultilayer,
  multilayerConferences,
  multilayerOffices,
  rolesByOffice,
  supportConferenceCases,
  supportConferences,
} from './sources/conferences.js';
import { consentByCategory, consentsGiven } from './sources/consents.js';
import { closedToLead, openActions, overdueMonitoring } from './sources/follow-through.js';
import { matches, outreachContacts, settled } from './sources/reaching-out.js';
import { accepted, daysToContact, referralsByOffice, sentBack } from './sources/referrals.js';
import { isSmall, SMALLEST_TOLD, suppress, type Published } from './suppression.js';

/** What is counted by month. A module that keeps something countable adds its line. */
export const countIndicators: readonly CountIndicator[] = [
  newCases,
  consentsGiven,
  plans,
  multilayerConferences,
  multilayerOffices,
  supportConferences,
  supportConferenceCases,
  caseEndings,
  rolesByOffice,
  referralsByOffice,
  sentBack,
  outreachContacts,
  matches,
];

export const shareIndicators: readonly ShareIndicator[] = [
  movedToMultilayer,
  consentByCategory,
  accepted,
  settled,
  openActions,
  overdueMonitoring,
  closedToLead,
  reopened,
];

export const medianIndicators: readonly MedianIndicator[] = [daysToContact, daysToMinutes];

/** One indicator by month, as it may be published. */
export interface CountTable extends Published {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly string[];
}

/** A share in whole per cent, or a median in days; `null` is not told. */
export interface Measure {
  readonly id: string;
  readonly name: string;
  readonly unit: '%' | '日';
  readonly rows: readonly { readonly row: string; readonly value: number | null }[];
}

/** Everything that is told of a fiscal year: small counts are left out here, and nothing else reads the sources. */
export async function indicatorsOf(
  manager: EntityManager,
  municipality: string,
  { from, months, to }: FiscalYear,
): Promise<{ readonly counts: readonly CountTable[]; readonly measures: readonly Measure[] }> {
  const untilDay = firstDayAfter(months) ?? japanDate(from);
  const until = months.length === 12 ? to : new Date(`${untilDay}T00:00:00+09:00`);
  const scope: IndicatorScope = { manager, municipality, from, until, fromDay: japanDate(from), untilDay };
  const [counts, shares, medians] = await Promise.all([
    Promise.all(countIndicators.map(async (each) => tableOf(each, months, await each.read(scope)))),
    Promise.all(shareIndicators.map(async (each) => shareOf(each, await each.read(scope)))),
    Promise.all(medianIndicators.map(async (each) => medianOf(each, await each.read(scope)))),
  ]);
  return { counts, measures: [...shares, ...medians] };
}

/** Rows that an indicator names come first, in its order; what else was found follows. */
export function tableOf(
  { id, name, rows: named }: Pick<CountIndicator, 'id' | 'name' | 'rows'>,
  months: readonly string[],
  counted: readonly Counted[],
): CountTable {
  const rows = [...new Set([...named, ...counted.map(({ row }) => row).toSorted()])];
  const cells = rows.map((row) =>
    months.map((month) =>
      counted
        .filter((each) => each.row === row && each.month === month)
        .reduce((sum, { count }) => sum + count, 0),
    ),
  );
  return { id, name, rows, ...suppress(cells) };
}

/** A share is told where neither those who are of it nor those who are not are few, nor the whole. */
export const shareOf = (
  { id, name }: Pick<ShareIndicator, 'id' | 'name'>,
  parts: readonly Part[],
): Measure => ({
  id,
  name,
  unit: '%',
  rows: parts.map(({ row, part, whole }) => ({
    row,
    value:
      whole < SMALLEST_TOLD || isSmall(part) || isSmall(whole - part)
        ? null
        : Math.round((part / whole) * 100),
  })),
});

/** The median in whole days, of five and more. */
export function medianOf(
  { id, name }: Pick<MedianIndicator, 'id' | 'name'>,
  days: readonly number[],
): Measure {
  const sorted = days.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return {
    id,
    name,
    unit: '日',
    rows: [{ row: '中央値', value: days.length < SMALLEST_TOLD ? null : Math.round(median) }],
  };
}

function firstDayAfter(months: readonly string[]): string | undefined {
  const last = months.at(-1);
  if (last === undefined) return undefined;
  const [year = 0, month = 0] = last.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
