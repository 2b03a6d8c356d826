import type { Label } from '@kasane/vocabulary';
import type { Bench } from './bench.js';

/** How one check ended. */
export const Verdict = {
  PASSED: 'PASSED',
  FAILED: 'FAILED',
  /** Something that should be otherwise, and does not keep the subgraph out. */
  WARNED: 'WARNED',
  /** What it needs was not told: the run as a whole has not passed. */
  NOT_CHECKED: 'NOT_CHECKED',
  /** Collaboration decides itself, so nothing that is about grants applies to it. */
  NOT_APPLICABLE: 'NOT_APPLICABLE',
} as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];

/** What a finding costs: `MUST` keeps the subgraph out, `SHOULD` is a warning. */
export type Severity = 'MUST' | 'SHOULD';

/** What a check saw. No finding: it passed. */
export interface Seen {
  readonly findings: readonly Label[];
  /** Information for the reader: numbers, what was compared. */
  readonly note?: Label;
  /** Why nothing could be said after all. */
  readonly notChecked?: Label;
}

/** One thing that a subgraph must or should do, and how it is seen from outside. */
export interface Check {
  readonly id: string;
  readonly title: Label;
  /** What happens to people where it does not hold. */
  readonly why: Label;
  readonly severity: Severity;
  /** Whether it is about grants, which collaboration does not take. */
  readonly sectorsOnly?: true;
  /** What it needs and was not told; nothing when it can run. */
  readonly needs?: (bench: Bench) => Label | undefined;
  /** @throws {Error} when the subgraph did not answer at all, which is a finding too */
  readonly run: (bench: Bench) => Promise<Seen>;
}

/** At most so many of one kind are told: the rest says the same. */
const MAX_FINDINGS = 8;

/** Gathers what does not hold. */
export class Findings {
  private readonly all: Label[] = [];

  expect(holds: boolean, ja: string, en: string): void {
    if (!holds) this.all.push({ ja, en });
  }

  seen(note?: Label): Seen {
    const more = this.all.length - MAX_FINDINGS;
    const findings =
      more > 0
        ? [...this.all.slice(0, MAX_FINDINGS), { ja: `ほか${more}件`, en: `and ${more} more` }]
        : this.all;
    return { findings, ...(note && { note }) };
  }
}
