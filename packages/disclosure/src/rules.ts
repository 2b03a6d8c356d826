import { Level, WithheldReason } from '@kasane/vocabulary';
import type { Category, Label, SectorId } from '@kasane/vocabulary';
import { Basis } from './bases.js';
import type { Evidence } from './cell.js';
import { isClosed, lineFor, type PersonFacts } from './matching.js';

/** Changes whenever the table below changes what is permitted. Written in every grant and every ledger row. */
export const POLICY_VERSION = '2026-11-22.1';

/** Tells whether a rule holds for one cell, and what proves it. */
export type When = (person: PersonFacts, sector: SectorId, category: Category) => Evidence | undefined;

interface Told extends Label {
  readonly id: string;
  readonly when: When;
}
/** Opens a cell. */
export interface PermitRule extends Told {
  readonly effect: 'PERMIT';
  readonly basis: Basis;
  readonly level: Level;
}
/** Closes a cell against the bases it names, whatever permits say. */
export interface ForbidRule extends Told {
  readonly effect: 'FORBID';
  readonly against: readonly Basis[];
  readonly reason: WithheldReason;
}
export type Rule = PermitRule | ForbidRule;

/**
 * The rules, in the order in which they are told. A forbid wins over every permit on the bases it names;
 * what no rule permits is denied.
 */
export const rules: readonly Rule[] = [
  {
    id: 'NO_PURPOSE',
    effect: 'FORBID',
    ja: '利用目的を示さない閲覧には、何も開示しない。',
    en: 'Without a stated purpose nothing of a person is shown.',
    against: [Basis.OWN_DUTY, Basis.CONSENT],
    reason: WithheldReason.PURPOSE_MISSING,
    when: ({ facts }) => (facts.viewer.purpose === undefined ? { id: 'hub-purpose' } : undefined),
  },
  {
    id: 'REFUSAL',
    effect: 'FORBID',
    ja: '本人が提供を拒んだ相手と項目は、他の同意があっても開示しない。自機関の担当業務は妨げない。',
    en: "What the person refused to a recipient stays closed to it whatever other consents say; an office's own duty is untouched.",
    against: [Basis.CONSENT],
    reason: WithheldReason.REFUSED,
    when: (person, sector, category) => evidenceOf(lineFor(person.refused, sector, category)),
  },
  {
    id: 'OWN_OFFICE',
    effect: 'PERMIT',
    ja: '自機関が担当し、自分が担当者である本人の、自機関の記録を開示する。',
    en: 'The records of your own sector, about a person whom your office is responsible for and you are assigned to.',
    basis: Basis.OWN_DUTY,
    level: Level.DETAIL,
    when: (person, sector) => evidenceOf(person.assignments.find((one) => one.sector === sector)),
  },
  {
    id: 'CONSENT',
    effect: 'PERMIT',
    ja: '本人の有効な同意が、提供元・提供先・項目・利用目的のすべてに及ぶとき開示する。厳重秘匿(T4)は同意では開示しない。',
    en: 'A valid consent that covers source, recipient, category and purpose. The closed tier (T4) is never opened by consent.',
    basis: Basis.CONSENT,
    level: Level.DETAIL,
    when: (person, sector, category) =>
      isClosed(category) ? undefined : evidenceOf(lineFor(person.permitted, sector, category)),
  },
];

const evidenceOf = (found: Evidence | undefined): Evidence | undefined =>
  found && { id: found.id, until: found.until };
