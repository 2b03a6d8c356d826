import { basisAt } from '@kasane/disclosure/bases';
import { rules } from '@kasane/disclosure/rules';
import {
  capacityLabels,
  categories,
  isCapacity,
  isCategory,
  isLevel,
  isPurpose,
  levelLabels,
  purposeLabels,
  withheldReasons,
} from '@kasane/vocabulary';

// A ledger keeps what was written when the vocabulary was another: what is not known today is shown as it stands.

export const categoryWord = (category: string): string =>
  isCategory(category) ? categories[category].ja : category;
export const purposeWord = (purpose: string): string =>
  isPurpose(purpose) ? purposeLabels[purpose].ja : purpose;
export const levelWord = (level: string): string => (isLevel(level) ? levelLabels[level].ja : level);
export const capacityWord = (capacity: string): string =>
  isCapacity(capacity) ? capacityLabels[capacity].ja : capacity;

/** What a rule rests on, at a moment; nothing for a rule that only closes, or that is gone. */
export function basisOf(id: string, at: Date): string | undefined {
  const rule = rules.find((one) => one.id === id);
  return rule?.effect === 'PERMIT' ? basisAt(rule.basis, at)?.ja : undefined;
}

/** A rule in a few words, for the officer. */
export function ruleWord(id: string, at: Date): string {
  const rule = rules.find((one) => one.id === id);
  if (rule?.effect !== 'FORBID') return basisOf(id, at) ?? id;
  return rule.reason === undefined ? `支援措置(${id})` : withheldReasons[rule.reason].ja;
}
