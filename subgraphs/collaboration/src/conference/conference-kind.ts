import { registerLabelledEnum } from '@kasane/subgraph-kit';
import type { Label } from '@kasane/vocabulary';

/** By what right a conference shares: a statute (支援会議), or the consent of everybody on its agenda (重層的支援会議). */
export const ConferenceKind = { SUPPORT: 'SUPPORT', MULTILAYER: 'MULTILAYER' } as const;
export type ConferenceKind = (typeof ConferenceKind)[keyof typeof ConferenceKind];

/** What is talked about. The first is a 支援会議's; the four of a 重層的支援会議 are fixed by its rules. */
export const AgendaKind = {
  DISCUSSION: 'DISCUSSION',
  APPROPRIATENESS: 'APPROPRIATENESS',
  DIRECTION: 'DIRECTION',
  ROLES: 'ROLES',
  FINAL_EVALUATION: 'FINAL_EVALUATION',
} as const;
export type AgendaKind = (typeof AgendaKind)[keyof typeof AgendaKind];

/** What a 重層的支援会議 came to about an item. */
export const AgendaOutcome = {
  AGREED: 'AGREED',
  AGREED_WITH_CHANGES: 'AGREED_WITH_CHANGES',
  NOT_AGREED: 'NOT_AGREED',
  CARRIED_OVER: 'CARRIED_OVER',
} as const;
export type AgendaOutcome = (typeof AgendaOutcome)[keyof typeof AgendaOutcome];

/** Minutes are a draft until who leads the conference approves that very version. */
export const MinutesState = { DRAFT: 'DRAFT', APPROVED: 'APPROVED' } as const;
export type MinutesState = (typeof MinutesState)[keyof typeof MinutesState];

export const conferenceKindLabels: Readonly<Record<ConferenceKind, Label>> = {
  SUPPORT: { ja: '支援会議', en: 'under 社会福祉法 第106条の6, inside its session' },
  MULTILAYER: { ja: '重層的支援会議', en: 'by the consent of everybody on its agenda' },
};
export const agendaKindLabels: Readonly<Record<AgendaKind, Label>> = {
  DISCUSSION: { ja: '支援体制の検討', en: 'how to support; of a 支援会議' },
  APPROPRIATENESS: { ja: 'プランの適切性', en: 'whether a plan is appropriate' },
  DIRECTION: { ja: '支援の方向性', en: 'direction of the support' },
  ROLES: { ja: '役割分担', en: 'division of roles' },
  FINAL_EVALUATION: { ja: '終結時の評価', en: 'evaluation at the end of a plan' },
};
export const agendaOutcomeLabels: Readonly<Record<AgendaOutcome, Label>> = {
  AGREED: { ja: '適切・了承', en: 'appropriate, agreed' },
  AGREED_WITH_CHANGES: { ja: '修正の上了承', en: 'agreed with changes' },
  NOT_AGREED: { ja: '再検討', en: 'to be thought over' },
  CARRIED_OVER: { ja: '継続協議', en: 'carried over to the next meeting' },
};

registerLabelledEnum(
  ConferenceKind,
  'ConferenceKind',
  { ja: '会議の種類', en: 'kind of conference' },
  conferenceKindLabels,
);
registerLabelledEnum(
  AgendaKind,
  'AgendaKind',
  { ja: '議題の種類', en: 'kind of an item of an agenda' },
  agendaKindLabels,
);
registerLabelledEnum(
  AgendaOutcome,
  'AgendaOutcome',
  { ja: '検討結果', en: 'what the conference came to' },
  agendaOutcomeLabels,
);
registerLabelledEnum(
  MinutesState,
  'MinutesState',
  { ja: '会議録の状態', en: 'where a version of the minutes stands' },
  { DRAFT: { ja: '案', en: 'draft' }, APPROVED: { ja: '承認済', en: 'approved' } },
);
