import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** Who answers for a case among those on its roster. */
export const Responsibility = { LEAD: 'LEAD', DEPUTY: 'DEPUTY', MEMBER: 'MEMBER' } as const;
export type Responsibility = (typeof Responsibility)[keyof typeof Responsibility];

registerLabelledEnum(
  Responsibility,
  'Responsibility',
  { ja: '主担当・副担当', en: 'who answers for a case' },
  {
    LEAD: { ja: '主担当', en: 'lead' },
    DEPUTY: { ja: '副担当', en: 'deputy' },
    MEMBER: { ja: '構成機関', en: 'member' },
  },
);

/** What an office does in a case. It opens nothing: that is the seat's role, which is another thing. */
export const Duty = {
  COORDINATION: 'COORDINATION',
  CONSULTATION: 'CONSULTATION',
  SERVICE: 'SERVICE',
  WATCH_OVER: 'WATCH_OVER',
  SCHOOL_FOLLOW_UP: 'SCHOOL_FOLLOW_UP',
  HEALTH: 'HEALTH',
  HOUSING: 'HOUSING',
  MONEY: 'MONEY',
  LANGUAGE: 'LANGUAGE',
  OTHER: 'OTHER',
} as const;
export type Duty = (typeof Duty)[keyof typeof Duty];

registerLabelledEnum(
  Duty,
  'Duty',
  { ja: '担う役割', en: 'what an office does in a case' },
  {
    COORDINATION: { ja: '調整', en: 'coordination' },
    CONSULTATION: { ja: '相談支援', en: 'consultation' },
    SERVICE: { ja: 'サービス提供', en: 'service' },
    WATCH_OVER: { ja: '見守り', en: 'watching over' },
    SCHOOL_FOLLOW_UP: { ja: '就学のフォロー', en: 'follow-up at school' },
    HEALTH: { ja: '医療・保健', en: 'health' },
    HOUSING: { ja: '住まい', en: 'housing' },
    MONEY: { ja: '家計・給付', en: 'money' },
    LANGUAGE: { ja: '通訳・言語支援', en: 'language' },
    OTHER: { ja: 'その他', en: 'other' },
  },
);

/** What happened to a seat. */
export const RosterChangeKind = {
  SEATED: 'SEATED',
  ENDED: 'ENDED',
  HANDED_OVER: 'HANDED_OVER',
  WORKER_LEFT: 'WORKER_LEFT',
  ENTRUSTMENT_ENDED: 'ENTRUSTMENT_ENDED',
  RESPONSIBILITY: 'RESPONSIBILITY',
  DUTY: 'DUTY',
} as const;
export type RosterChangeKind = (typeof RosterChangeKind)[keyof typeof RosterChangeKind];

registerLabelledEnum(
  RosterChangeKind,
  'RosterChangeKind',
  { ja: '支援体制の変更', en: 'what happened to a seat' },
  {
    SEATED: { ja: '参加', en: 'took a seat' },
    ENDED: { ja: '終了', en: 'ended' },
    HANDED_OVER: { ja: '担当者の交代', en: 'went to another worker' },
    WORKER_LEFT: { ja: '担当者の異動', en: 'its worker moved to another office' },
    ENTRUSTMENT_ENDED: { ja: '委託の終了', en: 'the entrustment of its office ended' },
    RESPONSIBILITY: { ja: '主担当・副担当の変更', en: 'lead or deputy changed' },
    DUTY: { ja: '役割の変更', en: 'what it does changed' },
  },
);
