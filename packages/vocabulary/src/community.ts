import type { Label } from './label.js';

/** The programmes of which 地域づくり事業 (社会福祉法106条の4第2項第3号) is made, in the order of 会津若松市's plan. */
export const CommunityProgramme = {
  CARE_PREVENTION: 'CARE_PREVENTION',
  LIVING_SUPPORT: 'LIVING_SUPPORT',
  ACTIVITY_CENTER: 'ACTIVITY_CENTER',
  CHILD_REARING: 'CHILD_REARING',
  LIVELIHOOD_COMMUNITY: 'LIVELIHOOD_COMMUNITY',
} as const;
export type CommunityProgramme = (typeof CommunityProgramme)[keyof typeof CommunityProgramme];

export const communityProgrammeLabels: Readonly<Record<CommunityProgramme, Label>> = {
  CARE_PREVENTION: { ja: '地域介護予防活動支援事業', en: 'community care-prevention activities' },
  LIVING_SUPPORT: { ja: '生活支援体制整備事業', en: 'living support system' },
  ACTIVITY_CENTER: { ja: '地域活動支援センター機能強化事業', en: 'community activity centres' },
  CHILD_REARING: { ja: '地域子育て支援拠点事業', en: 'community child-rearing hubs' },
  LIVELIHOOD_COMMUNITY: {
    ja: '生活困窮者支援等のための地域づくり事業',
    en: 'community building for those in need',
  },
};
