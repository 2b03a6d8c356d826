import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Through whom a consultation came. */
export const LivelihoodIntakeChannel = {
  SELF: 'SELF',
  FAMILY: 'FAMILY',
  WELFARE_COMMISSIONER: 'WELFARE_COMMISSIONER',
  AGENCY: 'AGENCY',
  OUTREACH: 'OUTREACH',
} as const;
export type LivelihoodIntakeChannel = (typeof LivelihoodIntakeChannel)[keyof typeof LivelihoodIntakeChannel];
registerEnumType(LivelihoodIntakeChannel, {
  name: 'LivelihoodIntakeChannel',
  description: '相談経路 — through whom a consultation came',
  valuesConfig: {
    SELF: { description: '本人 — the person' },
    FAMILY: { description: '家族・親族 — family' },
    WELFARE_COMMISSIONER: { description: '民生委員・児童委員 — welfare commissioner' },
    AGENCY: { description: '関係機関からのつなぎ — referral by another agency' },
    OUTREACH: { description: 'アウトリーチ — outreach' },
  },
});

/** What the first talk led to. */
export const LivelihoodScreening = {
  INFORMATION_ONLY: 'INFORMATION_ONLY',
  HANDED_OVER: 'HANDED_OVER',
  CONTINUED: 'CONTINUED',
} as const;
export type LivelihoodScreening = (typeof LivelihoodScreening)[keyof typeof LivelihoodScreening];
registerEnumType(LivelihoodScreening, {
  name: 'LivelihoodScreening',
  description: 'スクリーニングの結果 — what the first talk led to',
  valuesConfig: {
    INFORMATION_ONLY: { description: '情報提供のみで終了 — ended with information' },
    HANDED_OVER: { description: '他の制度・機関へつなぐ — handed over to another scheme or agency' },
    CONTINUED: { description: '継続して支援 — support goes on' },
  },
});

/** How soon something must happen. */
export const LivelihoodUrgency = { URGENT: 'URGENT', SOON: 'SOON', ROUTINE: 'ROUTINE' } as const;
export type LivelihoodUrgency = (typeof LivelihoodUrgency)[keyof typeof LivelihoodUrgency];
registerEnumType(LivelihoodUrgency, {
  name: 'LivelihoodUrgency',
  description: '緊急性 — how soon something must happen',
  valuesConfig: {
    URGENT: { description: '緊急 — at once' },
    SOON: { description: '早めの対応 — soon' },
    ROUTINE: { description: '通常 — in the usual course' },
  },
});

@Entity('livelihood_intake')
@ObjectType({ description: '新規相談(相談受付・申込票) — intake' })
@Disclosed(Category.LIVELIHOOD_INTAKE)
export class LivelihoodIntake extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Disclosed(Category.LIVELIHOOD_INTAKE, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '受付日 — received on (YYYY-MM-DD)' })
  @Column({ name: 'received_on', type: 'varchar', length: 10 })
  receivedOn!: string;

  @Field(() => LivelihoodIntakeChannel, { nullable: true, description: '相談経路 — through whom it came' })
  @Column({ type: 'varchar', length: 32 })
  channel!: LivelihoodIntakeChannel;

  @Field(() => String, { nullable: true, description: '主訴 — main complaint' })
  @Column({ name: 'chief_complaint', type: 'text', nullable: true })
  chiefComplaint!: string | null;

  @Disclosed(Category.LIVELIHOOD_INTAKE, Level.SUMMARY)
  @Field(() => LivelihoodScreening, {
    nullable: true,
    description: 'スクリーニングの結果 — what it led to; null while undecided',
  })
  @Column({ type: 'varchar', length: 32, nullable: true })
  screening!: LivelihoodScreening | null;

  @Disclosed(Category.LIVELIHOOD_INTAKE, Level.SUMMARY)
  @Field(() => LivelihoodUrgency, { nullable: true, description: '緊急性 — how soon something must happen' })
  @Column({ type: 'varchar', length: 16, nullable: true })
  urgency!: LivelihoodUrgency | null;
}
