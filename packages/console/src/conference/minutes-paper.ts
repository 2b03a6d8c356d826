import { wareki } from '@kasane/vocabulary';
import { isoDate } from '../form/plain.js';
import type { MinutesInput, MinutesPartsFragment } from '../generated/operations.js';
import type { MinutesWords } from './minutes-facts.js';
import type { Named } from '../ui/persons.js';

/** What is typed of minutes. */
export interface MinutesPaper {
  /** The newest version that the writer saw. It stands in the draft: a draft of yesterday must not write over today's. */
  readonly expectedVersion: number;
  readonly shared: readonly { readonly office: string; readonly what: string }[];
  readonly discussion: string;
  readonly roles: readonly TypedRole[];
  /** One a line. */
  readonly gaps: string;
  readonly nextOn: string;
}

export interface TypedRole {
  readonly office: string;
  readonly household: string;
  readonly persons: readonly string[];
  readonly what: string;
  readonly until: string;
}

export const newRole = (households: readonly string[]): TypedRole => ({
  office: '',
  household: households[0] ?? '',
  persons: [],
  what: '',
  until: '',
});

/** What the form begins with: the newest version, or nothing. */
export function startOf(
  newest: MinutesPartsFragment | undefined,
  households: readonly string[],
): MinutesPaper {
  return {
    expectedVersion: newest?.version ?? 0,
    shared: (newest?.shared ?? []).map(({ office, what }) => ({ office: office ?? '', what: what ?? '' })),
    discussion: newest?.discussion ?? '',
    roles: (newest?.roles ?? []).map(({ office, what, until, persons }) => ({
      ...newRole(households),
      office: office ?? '',
      what: what ?? '',
      until: until ? wareki(until) : '',
      persons: persons.map(({ id }) => id),
    })),
    gaps: (newest?.gaps ?? []).join('\n'),
    nextOn: newest?.nextOn ? wareki(newest.nextOn) : '',
  };
}

/** As the hub takes it. A role without persons is for everybody of its household. */
export function minutesInput(paper: MinutesPaper): MinutesInput {
  const nextOn = isoDate(paper.nextOn);
  return {
    expectedVersion: paper.expectedVersion,
    shared: paper.shared.map(({ office, what }) => ({ office, what })),
    discussion: paper.discussion,
    roles: paper.roles.map(({ office, household, persons, what, until }) => ({
      office,
      household,
      ...(persons.length > 0 && { persons: [...persons] }),
      what,
      until: isoDate(until) ?? '',
    })),
    gaps: gapsOf(paper),
    ...(nextOn !== undefined && { nextOn }),
  };
}

/** What is typed, in the words of what stands: to be shown beside it. */
export const wordsOf = (paper: MinutesPaper, persons: readonly Named[]): MinutesWords => ({
  shared: paper.shared,
  discussion: paper.discussion,
  roles: paper.roles.map(({ office, what, until, persons: of }) => ({
    office,
    what,
    until: isoDate(until) ?? null,
    persons: persons.filter(({ id }) => of.includes(id)),
  })),
  gaps: gapsOf(paper),
  nextOn: isoDate(paper.nextOn) ?? null,
});

const gapsOf = ({ gaps }: Pick<MinutesPaper, 'gaps'>): string[] =>
  gaps.split('\n').flatMap((line) => line.trim() || []);
