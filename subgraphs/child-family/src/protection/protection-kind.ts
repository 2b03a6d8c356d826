import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** Why somebody is registered with the protection council (要保護児童対策地域協議会). */
export const ProtectionKind = {
  NEEDS_PROTECTION: 'NEEDS_PROTECTION',
  NEEDS_SUPPORT: 'NEEDS_SUPPORT',
  SPECIFIED_PREGNANT_WOMAN: 'SPECIFIED_PREGNANT_WOMAN',
} as const;
export type ProtectionKind = (typeof ProtectionKind)[keyof typeof ProtectionKind];

registerLabelledEnum(
  ProtectionKind,
  'ProtectionKind',
  { ja: '要対協の区分', en: 'why the council follows the person' },
  {
    NEEDS_PROTECTION: { ja: '要保護児童', en: 'child needing protection' },
    NEEDS_SUPPORT: { ja: '要支援児童', en: 'child needing support' },
    SPECIFIED_PREGNANT_WOMAN: { ja: '特定妊婦', en: 'specified pregnant woman' },
  },
);
