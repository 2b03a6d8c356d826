import {
  ConsentState,
  endOfJapanDay,
  isWithinTier,
  japanDate,
  startOfJapanDay,
  Tier,
  tierOf,
  type SectorEntry,
} from '@kasane/vocabulary';
import { authorityProblems, ofAgeAfter, type KnownPerson } from './authority.js';
import type { ConsentInput, ConsentRuleInput } from './consent-input.js';
import { explanationProblems, expressionProblems } from './expression.js';
import { defaultLastDay, periodProblems } from './period.js';

/** What the form says, checked: or why it cannot be recorded, in words for the person at the desk. */
export type CheckedConsent =
  | { readonly ok: true; readonly validFrom: Date; readonly validUntil: Date }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What a new record begins with: a decision, or that somebody was asked for one. */
export type FirstState =
  typeof ConsentState.GIVEN | typeof ConsentState.REFUSED | typeof ConsentState.REQUESTED;

/** What a form is checked against. */
export interface ConsentSetting {
  readonly subject: KnownPerson;
  /** The grantors whom the form names by id, as far as the viewer may know who they are. */
  readonly known: ReadonlyMap<string, KnownPerson>;
  readonly state: FirstState;
  readonly registry: readonly SectorEntry[];
  readonly offices: ReadonlySet<string>;
  readonly now: Date;
}

/** Checks a form against the rules of consent (one subject, real authority, named data, named recipients, an end). */
export function checkConsent(input: ConsentInput, setting: ConsentSetting): CheckedConsent {
  const { subject, known, state, now } = setting;
  const { grantors } = input;
  const today = japanDate(now);
  const first = input.validFrom ?? today;
  const ofAgeOn = ofAgeAfter(subject, now);
  const last = input.validUntil ?? defaultLastDay(first, ofAgeOn);
  const isRefusal = state === ConsentState.REFUSED;
  const problems = [
    ...authorityProblems({ subject, grantors, known, isRefusal, now }),
    ...periodProblems(first, last, today),
    ...(isRefusal ? [] : minorityProblems(last, ofAgeOn)),
    ...input.rules.flatMap((rule) => ruleProblems(rule, setting)),
    // Who was only asked has not said anything yet.
    ...(state === ConsentState.REQUESTED
      ? explanationProblems(input.explanation, today)
      : expressionProblems(
          input,
          grantors.map(({ name }) => name),
          today,
        )),
  ];
  if (problems.length > 0) return { ok: false, problems: [...new Set(problems)] };
  return {
    ok: true,
    validFrom: first === today ? now : startOfJapanDay(first),
    validUntil: endOfJapanDay(last),
  };
}

/** What a guardian signed ends when the child is of age and signs for themselves. */
export const minorityProblems = (last: string, ofAgeOn: string | undefined): readonly string[] =>
  ofAgeOn !== undefined && last >= ofAgeOn
    ? [`${ofAgeOn}に成年になるため、終了日はその前日までにしてください。`]
    : [];

function ruleProblems(rule: ConsentRuleInput, { registry, offices }: ConsentSetting): readonly string[] {
  const sources = registry.filter(({ id }) => rule.sourceSectors.includes(id));
  return [
    ...rule.sourceSectors
      .filter((id) => !sources.some((sector) => sector.id === id))
      .map((id) => `提供元「${id}」は登録されていません。`),
    ...rule.categories
      .filter((category) => !sources.some((sector) => sector.categories.includes(category)))
      .map((category) => `「${category}」を持つ提供元が選ばれていません。`),
    ...rule.categories
      .filter((category) => tierOf(category) === Tier.T4)
      .map((category) => `「${category}」は同意では共有できません(厳重秘匿)。`),
    ...rule.categories
      .filter((category) => !isWithinTier(tierOf(category), rule.maxTier) && tierOf(category) !== Tier.T4)
      .map((category) => `「${category}」は選ばれた機微度の上限(${rule.maxTier})を超えています。`),
    ...rule.recipientOffices
      .filter((code) => !offices.has(code))
      .map((code) => `提供先「${code}」は登録されていません。`),
    ...(rule.recipientOffices.length === 0 && rule.recipientRoles.length === 0
      ? ['提供先の機関または役割を選んでください。']
      : []),
  ];
}
