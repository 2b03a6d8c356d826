import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** What kind of place takes somebody in (受入先). */
export const HostKind = {
  COMPANY: 'COMPANY',
  FARM: 'FARM',
  WELFARE_SERVICE: 'WELFARE_SERVICE',
  COMMUNITY_PLACE: 'COMMUNITY_PLACE',
  VOLUNTEER_GROUP: 'VOLUNTEER_GROUP',
  OTHER: 'OTHER',
} as const;
export type HostKind = (typeof HostKind)[keyof typeof HostKind];

/** How far a match of a person and a menu has come. */
export const MatchState = {
  PROPOSED: 'PROPOSED',
  TRIAL: 'TRIAL',
  SETTLED: 'SETTLED',
  DECLINED: 'DECLINED',
  ENDED: 'ENDED',
} as const;
export type MatchState = (typeof MatchState)[keyof typeof MatchState];

/** Whom a follow-up supports: 「受入先の悩みや課題にも寄り添い、困っている場合にはサポートをします」. */
export const FollowUpOf = { PERSON: 'PERSON', HOST: 'HOST' } as const;
export type FollowUpOf = (typeof FollowUpOf)[keyof typeof FollowUpOf];

/** Which state may follow which; a trial is no duty, so a match can settle or end without one. */
export const matchFollowers: Readonly<Record<MatchState, readonly MatchState[]>> = {
  PROPOSED: [MatchState.TRIAL, MatchState.SETTLED, MatchState.DECLINED],
  TRIAL: [MatchState.SETTLED, MatchState.DECLINED, MatchState.ENDED],
  SETTLED: [MatchState.ENDED],
  DECLINED: [],
  ENDED: [],
};

registerLabelledEnum(
  HostKind,
  'HostKind',
  { ja: '受入先の種類', en: 'kind of host' },
  {
    COMPANY: { ja: '事業所・企業', en: 'company' },
    FARM: { ja: '農家・農園', en: 'farm' },
    WELFARE_SERVICE: { ja: '福祉サービス事業所', en: 'welfare service' },
    COMMUNITY_PLACE: { ja: '居場所・こども食堂', en: 'community place' },
    VOLUNTEER_GROUP: { ja: '市民団体・ボランティア', en: 'volunteer group' },
    OTHER: { ja: 'その他', en: 'other' },
  },
);
registerLabelledEnum(
  MatchState,
  'ParticipationMatchState',
  { ja: 'マッチングの状態', en: 'how far a match has come' },
  {
    PROPOSED: { ja: '提案中', en: 'proposed' },
    TRIAL: { ja: '体験・お試し中', en: 'on trial' },
    SETTLED: { ja: '定着', en: 'settled' },
    DECLINED: { ja: '見送り', en: 'declined' },
    ENDED: { ja: '終了', en: 'ended' },
  },
);
registerLabelledEnum(
  FollowUpOf,
  'ParticipationFollowUpOf',
  { ja: 'フォローアップの相手', en: 'whom a follow-up supports' },
  { PERSON: { ja: '本人', en: 'the person' }, HOST: { ja: '受入先', en: 'the host' } },
);
