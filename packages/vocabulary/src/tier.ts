import type { Label } from './label.js';

/** Sensitivity of a category, from public facts (T0) to what is never shared by general consent (T4). TX never enters the hub at all. */
export const Tier = { T0: 'T0', T1: 'T1', T2: 'T2', T3: 'T3', T4: 'T4' } as const;
export type Tier = (typeof Tier)[keyof typeof Tier];

const order: readonly Tier[] = [Tier.T0, Tier.T1, Tier.T2, Tier.T3, Tier.T4];

/** Whether `tier` is at most as sensitive as `ceiling`. */
export const isWithinTier = (tier: Tier, ceiling: Tier): boolean =>
  order.indexOf(tier) <= order.indexOf(ceiling);

export const tierLabels: Readonly<Record<Tier, Label>> = {
  T0: { ja: '公開情報', en: 'public' },
  T1: { ja: '基本情報', en: 'basic personal data' },
  T2: { ja: '支援情報', en: 'service data' },
  T3: { ja: '要配慮・経済情報', en: 'sensitive data' },
  T4: { ja: '厳重秘匿', en: 'closed' },
};
