import { NextStep, withheldReasons } from '@kasane/vocabulary';
import type { Label, WithheldReason } from '@kasane/vocabulary';
import { basisAt } from './bases.js';
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
  PLEDGE_MISSING: [NextStep.ACCEPT_SECRECY],
  CONFERENCE_NOT_ENTERED: [NextStep.ENTER_CONFERENCE],
  CONFLICT_OF_INTEREST: [NextStep.HAND_OVER],
  OWN_SECTOR_DECIDES: [NextStep.ASK_OWNER_OFFICE],
};

/**
 * Tells a decision from the rule table itself, so that words and behaviour cannot drift apart.
 * @param at the moment of the decision: the register of legal bases has versions
 */
export function explain(cell: Cell, at: Date): Explanation {
  const rule = rules.find(({ id }) => id === cell.rule);
  const told = rule ? { rule: { ja: rule.ja, en: rule.en } } : {};
  if (!cell.permitted)
    return { ...told, why: withheldReasons[cell.reason], nextSteps: stepsFor[cell.reason] };
  const basis: Label & { readonly citation?: string } = basisAt(cell.basis, at) ?? {
    ja: cell.basis,
    en: cell.basis,
  };
  const cited = basis.citation === undefined ? basis.ja : `${basis.ja}(${basis.citation})`;
  return {
    ...told,
    why: {
      ja: [cited, ...(cell.despite === undefined ? [] : ['本人は同意していない'])].join('。'),
      en: [basis.en, ...(cell.despite === undefined ? [] : ['the person refused'])].join('; '),
    },
    nextSteps: [],
  };
}
