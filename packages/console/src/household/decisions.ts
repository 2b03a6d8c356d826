import type { HouseholdOverviewQuery } from '../generated/operations.js';

type Overview = NonNullable<HouseholdOverviewQuery['household']>;
export type OverviewMember = NonNullable<NonNullable<Overview['members']>[number]['person']>;
export type SectorDecision = OverviewMember['disclosure']['sectors'][number];
export type CategoryDecision = SectorDecision['categories'][number];

/** Categories that are hidden for one and the same reason, and what would open them. */
export interface Hidden {
  readonly why: string;
  readonly names: readonly string[];
  readonly nextSteps: CategoryDecision['nextSteps'];
}

/** One calm line for each reason, in the order in which the categories stand; nothing in it depends on a record. */
export function hiddenByReason(categories: readonly CategoryDecision[]): readonly Hidden[] {
  const groups = new Map<string, { why: string; names: string[]; nextSteps: Hidden['nextSteps'] }>();
  for (const { granted, why, name, nextSteps } of categories) {
    if (granted) continue;
    const key = JSON.stringify([why, nextSteps.map(({ step }) => step)]);
    const known = groups.get(key);
    if (known) known.names.push(name);
    else groups.set(key, { why, names: [name], nextSteps });
  }
  return [...groups.values()];
}
