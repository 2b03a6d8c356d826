import { NotPersonal, registerLabelledEnum } from '@kasane/subgraph-kit';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../connection.js';
import { OpenItemKind, type OpenItemRow } from './open-item.js';

registerLabelledEnum(
  OpenItemKind,
  'OpenItemKind',
  { ja: '対応待ちの種類', en: 'what kind of thing waits' },
  {
    REFERRAL_TO_ANSWER: { ja: 'つなぎへの回答', en: 'a referral to be answered' },
    FIRST_CONTACT: { ja: '初回接触', en: 'a first contact to be made' },
    REFERRAL_SENT_BACK: { ja: '差し戻されたつなぎ', en: 'a referral that came back' },
    SCREENING: { ja: 'スクリーニング', en: 'a consultation to be screened' },
    PLAN_ITEM: { ja: 'プランの実施', en: 'something to be done of a plan' },
    MONITORING: { ja: 'モニタリング', en: 'a plan to be monitored' },
    CONFERENCE: { ja: '会議', en: 'a conference ahead' },
    MINUTES: { ja: '会議録', en: 'minutes to be written' },
    CONSENT_EXPIRING: { ja: '期限の近い同意', en: 'a consent about to end' },
    EMERGENCY_REVIEW: { ja: '緊急時の閲覧の点検', en: 'an emergency to be reviewed' },
    OUTREACH: { ja: 'アウトリーチ', en: 'an outreach to be made' },
    PARTICIPATION: { ja: '参加支援', en: 'a matching to be followed up' },
  },
);

@ObjectType({ description: '対応待ち — something that waits, and who holds it' })
@NotPersonal('what an office has to do; the persons in it decide for themselves')
export class OpenItem {
  row!: OpenItemRow;

  @Field(() => OpenItemKind, { description: '種類 — kind' })
  kind!: OpenItemKind;

  @Field(() => ID, { description: '番号 — id of what waits: a referral, a case, a consent …' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'ケース — id of the case, where it is of one' })
  caseId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '担当者 — staff id of who holds it; null for anybody of the office',
  })
  staffId!: string | null;

  @Field(() => String, { nullable: true, description: '期限 — last day on which it is in time (YYYY-MM-DD)' })
  due!: string | null;

  @Field(() => Boolean, { description: '期限切れ — whether that day is over' })
  isOverdue!: boolean;

  @Field(() => GraphQLDateTimeISO, { description: '発生日時 — since when it waits' })
  since!: Date;
}

export const OpenItemConnection = connectionOf('OpenItem', () => OpenItem);
