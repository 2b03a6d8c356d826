import { NextStep, withheldReasons } from '@kasane/vocabulary';
import type { Label, WithheldReason } from '@kasane/vocabulary';
import { bases } from './bases.js';
import type { Cell } from './cell.js';
import { rules } from './rules.js';

/** A decision in words: for the coordinator who wonders why, and for the legal staff who check it. */
export interface Explanation {
  /** The rule that decided, as the rule table tells it; absent when no rule held. */
  readonly rule?: Label;
  /** The basis with its citation, or why it is withheld. */
  readonly why: Label;
  /** What would open it; empty when it is open. */
  readonly nextSteps: readonly NextStep[];
}

const stepsFor: Readonly<Record<WithheldReason, readonly NextStep[]>> = {
  NO_BASIS: [NextStep.ASK_CONSENT, NextStep.CONVENE_SUPPORT_CONFERENCE],
  PURPOSE_MISSING: [NextStep.STATE_PURPOSE],
  PURPOSE_NOT_COVERED: [NextStep.ASK_CONSENT],
  REFUSED: [NextStep.CONVENE_SUPPORT_CONFERENCE],
  CONSENT_ENDED: [NextStep.RENEW_CONSENT, NextStep.CONVENE_SUPPORT_CONFERENCE],
  CLOSED_TIER: [NextStep.ASK_OWNER_OFFICE],
  OWN_SECTOR_DECIDES: [NextStep.ASK_OWNER_OFFICE],
};

/** Tells a decision from the rule table itself, so that words and behaviour cannot drift apart. */
export function explain(cell: Cell): Explanation {
  const rule = rules.find(({ id }) => id === cell.rule);
  const told = rule ? { rule: { ja: rule.ja, en: rule.en } } : {};
  if (!cell.permitted)
    return { ...told, why: withheldReasons[cell.reason], nextSteps: stepsFor[cell.reason] };
  const { ja, en, citation } = bases[cell.basis];
  return { ...told, why: { ja: `${ja}(${citation})`, en }, nextSteps: [] };
}
