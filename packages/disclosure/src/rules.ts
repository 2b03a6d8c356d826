import { Category, COLLABORATION, isAtLeast, Level, Tier, tierOf, WithheldReason } from '@kasane/vocabulary';
import type { Label, SectorId } from '@kasane/vocabulary';
import { Basis, sessionTerms, type SessionBasis } from './bases.js';
import type { Evidence, Opening } from './cell.js';
import type { SessionFacts } from './facts.js';
import { agreedLine, isClosed, isOutsider, lineFor, type PersonFacts } from './matching.js';

/** Changes whenever the table below changes what is permitted. Written in every grant and every ledger row. */
export const POLICY_VERSION = '2026-11-22.4';

/** Tells whether a rule holds for one cell, and what it found. */
export type When<Found> = (person: PersonFacts, sector: SectorId, category: Category) => Found | undefined;

interface Told extends Label {
  readonly id: string;
}
/** Opens a cell. */
export interface PermitRule extends Told {
  readonly effect: 'PERMIT';
  readonly basis: Basis;
  readonly when: When<Opening>;
}
/** Closes a cell against the bases it names, whatever permits say. */
export interface ForbidRule extends Told {
  readonly effect: 'FORBID';
  readonly against: readonly Basis[];
  /** Absent when the rule must not be told: the viewer is told what they would be told without it. */
  readonly reason?: WithheldReason;
  readonly when: When<Evidence>;
}
export type Rule = PermitRule | ForbidRule;

const everyBasis = Object.values(Basis);

/**
 * What a protective measure masks: where somebody can be found, and with whom. The school or nursery tells where a
 * family is each morning, so it belongs here too.
 */
export const maskedCategories: readonly Category[] = [
  Category.CONTACT,
  Category.HOUSEHOLD,
  Category.HOUSING,
  Category.SCHOOL,
];

/** What the terms of its statute let a session open to a member who is bound to secrecy and works in it. */
export function sessionOpening(
  person: PersonFacts,
  session: SessionFacts,
  sector: SectorId,
  category: Category,
): Opening | undefined {
  const { levels, releasable } = sessionTerms[session.basis];
  const tier = tierOf(category);
  if (tier !== Tier.T1 && !session.categories.includes(category)) return undefined;
  const refusal = lineFor(person.refused, sector, category);
  if (refusal && !session.justified.includes(person.id)) return undefined;
  const level = isOutsider(person.facts) ? Level.NONE : levels[tier];
  const isReleasable = releasable.includes(tier);
  if (!isReleasable && !isAtLeast(level, Level.EXISTENCE)) return undefined;
  return {
    level,
    evidence: { id: session.id, until: session.closesAt },
    ...(isReleasable && {
      released: { session: session.id, ...(isClosed(category) && { approved: session.approved.toSorted() }) },
    }),
    ...(refusal && { despite: refusal.id }),
  };
}

/** Whether the viewer works in a session now: has entered it, bound to secrecy, for the purpose of its statute. */
export const isEntered = ({ session: entered, facts }: PersonFacts, session: SessionFacts): boolean =>
  session === entered && facts.viewer.purpose === sessionTerms[session.basis].purpose;

const inSession = (id: string, basis: SessionBasis, label: Label): PermitRule => ({
  id,
  effect: 'PERMIT',
  ...label,
  basis,
  when: (person, sector, category) =>
    person.session?.basis === basis && isEntered(person, person.session)
      ? sessionOpening(person, person.session, sector, category)
      : undefined,
});

/**
 * The rules, in the order in which they are told. A forbid wins over every permit on the bases it names; of several
 * permits the one that opens most holds; what no rule permits is denied.
 */
export const rules: readonly Rule[] = [
  {
    id: 'NO_PURPOSE',
    effect: 'FORBID',
    ja: '利用目的を示さない閲覧には、何も開示しない。',
    en: 'Without a stated purpose nothing of a person is shown.',
    against: everyBasis,
    reason: WithheldReason.PURPOSE_MISSING,
    when: ({ facts }) => (facts.viewer.purpose === undefined ? { id: 'hub-purpose' } : undefined),
  },
  {
    id: 'RESTRICTED_PARTY',
    effect: 'FORBID',
    ja: '支援措置の相手方である職員には、その措置を受ける人の情報を何も開示しない。措置があることも知らせない。',
    en: 'A worker who is the other party of a protective measure is shown nothing of the protected person, nor that there is a measure.',
    against: everyBasis,
    when: ({ restriction }) => restriction,
  },
  {
    id: 'PROTECTED',
    effect: 'FORBID',
    ja: '支援措置を受ける人の住所・連絡先、世帯構成、住まい、学校・園は、その措置を取り扱う機関の外には開示しない。措置があることも知らせない。',
    en: 'Contact, household, housing and school of a person under a protective measure stay masked outside the offices that handle it, and so does the measure.',
    against: everyBasis,
    when: ({ mask }, _sector, category) => (maskedCategories.includes(category) ? mask : undefined),
  },
  {
    id: 'CONFLICT_OF_INTEREST',
    effect: 'FORBID',
    ja: '利害関係があると届け出た職員には、その人の情報を何も開示しない。',
    en: 'A worker with a conflict of interest on record is shown nothing of that person.',
    against: everyBasis,
    reason: WithheldReason.CONFLICT_OF_INTEREST,
    when: ({ conflict }) => conflict,
  },
  {
    id: 'REFUSAL',
    effect: 'FORBID',
    ja: '本人が提供を拒んだ相手と項目は、他の同意があっても開示しない。自機関の担当業務と緊急時は妨げない。法令に基づく会議等では、それでも共有する理由をその会議が記録したときに限る。',
    en: "What the person refused to a recipient stays closed to it whatever other consents say. An office's own duty and an emergency are untouched; a session under a statute goes on only where it has put on record why.",
    against: [Basis.CONSENT],
    reason: WithheldReason.REFUSED,
    when: (person, sector, category) => lineFor(person.refused, sector, category),
  },
  {
    id: 'OWN_OFFICE',
    effect: 'PERMIT',
    ja: '自機関が担当し、自分が担当者である本人の、自機関の記録を開示する。他機関が主宰するケースの支援体制に入っているだけのときは、基本情報(T1)に限る。多機関協働の厳重秘匿(T4)の記録は、ケースを主宰していても開示しない。',
    en: 'The records of your own sector, about a person whom your office is responsible for and you are assigned to. A seat in a case that another office leads opens basic data (T1) alone; no seat in a case opens the closed tier (T4).',
    basis: Basis.OWN_DUTY,
    when: (person, sector, category) =>
      wholly(
        person.assignments.find(
          (one) =>
            one.sector === sector &&
            (!one.basicOnly || tierOf(category) === Tier.T1) &&
            // Of many offices' words in one case: what one of them closed stays its own.
            !(sector === COLLABORATION && isClosed(category)),
        ),
      ),
  },
  {
    id: 'CONSENT',
    effect: 'PERMIT',
    ja: '本人の有効な同意が、提供元・提供先・項目・利用目的のすべてに及ぶとき開示する。同じ事項に複数の同意があれば、新しいもの、より狭いものによる。厳重秘匿(T4)は同意では開示しない。',
    en: 'A valid consent that covers source, recipient, category and purpose. Of several that speak of the same, the newer and narrower holds. The closed tier (T4) is never opened by consent.',
    basis: Basis.CONSENT,
    when: (person, sector, category) =>
      isClosed(category) ? undefined : wholly(agreedLine(person, sector, category)),
  },
  inSession('SUPPORT_CONFERENCE', Basis.SWA_106_6, {
    ja: '開かれている支援会議の構成員で守秘義務を確認した者に、議題の世帯の人について、基本情報と会議が定めた項目の概要、および情報を持つ機関が会議に出した記録を開示する。厳重秘匿(T4)の記録は、コーディネーターも認めたものに限る。',
    en: 'To members of an open 支援会議 who accepted its duty of confidentiality: basic data and a summary of the categories it named, of those on its agenda, and the records that their owners released to it; of the closed tier (T4) only with the agreement of the coordinator too.',
  }),
  inSession('LIVELIHOOD_CONFERENCE', Basis.SNSA_9, {
    ja: '開かれている生活困窮者自立支援法の支援会議の構成員で守秘義務を確認した者に、基本情報と会議が定めた項目の概要、および情報を持つ機関が会議に出した記録を開示する。',
    en: 'To members of an open livelihood support conference who accepted its duty of confidentiality: basic data, a summary of the categories it named, and released records.',
  }),
  inSession('CARE_CONFERENCE', Basis.LTCA_115_48, {
    ja: '開かれている地域ケア会議の構成員で守秘義務を確認した者に、基本情報の概要、会議が定めた項目の有無、および情報を持つ機関が会議に出した記録を開示する。',
    en: 'To members of an open community care conference who accepted its duty of confidentiality: a summary of basic data, whether there is anything in the categories it named, and released records.',
  }),
  inSession('PROTECTION_COUNCIL', Basis.CWA_25_2, {
    ja: '要保護児童対策地域協議会の構成員で守秘義務を確認した者に、登録された児童等について、基本情報と協議会が定めた項目、および情報を持つ機関が出した記録を開示する。厳重秘匿(T4)の記録は、調整機関も認めたものに限る。',
    en: 'To members of the child protection council who accepted its duty of confidentiality: basic data and the categories it named, of the registered children and families, and released records; of the closed tier (T4) only with the agreement of the coordinating body too.',
  }),
  ...(
    [
      ['ELDER_ABUSE', Basis.EAPA_7, '高齢者虐待', 'elder abuse'],
      ['DISABILITY_ABUSE', Basis.DAPA_7, '障害者虐待', 'abuse of a disabled person'],
      ['CHILD_ABUSE', Basis.CAPA_6, '児童虐待', 'child abuse'],
    ] as const
  ).map(([id, basis, ja, en]) =>
    inSession(id, basis, {
      ja: `${ja}に対応している者として登録され守秘義務を確認した者に、基本情報と対応に必要と定めた項目、および情報を持つ機関が出した記録を開示する。厳重秘匿(T4)の記録は、対応の責任者も認めたものに限る。`,
      en: `To those on record as responding to ${en}, who accepted the duty of confidentiality: basic data, the categories that the response needs, and released records; of the closed tier (T4) only with the agreement of whoever leads the response.`,
    }),
  ),
  {
    id: 'EMERGENCY',
    effect: 'PERMIT',
    ja: '緊急時の閲覧を許された職員が、理由を記録し、時間を限って宣言したとき開示する。後で必ず点検する。厳重秘匿(T4)は開示しない。',
    en: 'A worker who may break the glass, stated why, and did so for a limited time; always reviewed afterwards. Never the closed tier (T4).',
    basis: Basis.LIFE_SAFETY,
    when: (person, sector, category) =>
      isClosed(category) ? undefined : wholly(person.emergency, lineFor(person.refused, sector, category)),
  },
];

const wholly = (found: Evidence | undefined, despite?: Evidence): Opening | undefined =>
  found && {
    level: Level.DETAIL,
    evidence: { id: found.id, until: found.until },
    ...(despite && { despite: despite.id }),
  };
