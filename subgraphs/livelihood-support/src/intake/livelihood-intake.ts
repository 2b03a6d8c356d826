import { Disclosed, PersonalRecord, registerLabelledEnum, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level, type Label } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { issuesIn, LivelihoodIssue } from './livelihood-issue.js';

/** Through whom a consultation came. */
export const LivelihoodIntakeChannel = {
  SELF: 'SELF',
  FAMILY: 'FAMILY',
  WELFARE_COMMISSIONER: 'WELFARE_COMMISSIONER',
  AGENCY: 'AGENCY',
  OUTREACH: 'OUTREACH',
} as const;
export type LivelihoodIntakeChannel = (typeof LivelihoodIntakeChannel)[keyof typeof LivelihoodIntakeChannel];
export const livelihoodIntakeChannelLabels: Readonly<Record<LivelihoodIntakeChannel, Label>> = {
  SELF: { ja: '本人', en: 'the person' },
  FAMILY: { ja: '家族・親族', en: 'family' },
  WELFARE_COMMISSIONER: { ja: '民生委員・児童委員', en: 'welfare commissioner' },
  AGENCY: { ja: '関係機関からのつなぎ', en: 'referral by another agency' },
  OUTREACH: { ja: 'アウトリーチ', en: 'outreach' },
};
registerLabelledEnum(
  LivelihoodIntakeChannel,
  'LivelihoodIntakeChannel',
  { ja: '相談経路', en: 'through whom a consultation came' },
  livelihoodIntakeChannelLabels,
);

/** What the first talk led to. */
export const LivelihoodScreening = {
  INFORMATION_ONLY: 'INFORMATION_ONLY',
  HANDED_OVER: 'HANDED_OVER',
  CONTINUED: 'CONTINUED',
} as const;
export type LivelihoodScreening = (typeof LivelihoodScreening)[keyof typeof LivelihoodScreening];
export const livelihoodScreeningLabels: Readonly<Record<LivelihoodScreening, Label>> = {
  INFORMATION_ONLY: { ja: '情報提供のみで終了', en: 'ended with information' },
  HANDED_OVER: { ja: '他の制度・機関へつなぐ', en: 'handed over to another scheme or agency' },
  CONTINUED: { ja: '継続して支援', en: 'support goes on' },
};
registerLabelledEnum(
  LivelihoodScreening,
  'LivelihoodScreening',
  { ja: 'スクリーニングの結果', en: 'what the first talk led to' },
  livelihoodScreeningLabels,
);

/** How soon something must happen. */
export const LivelihoodUrgency = { URGENT: 'URGENT', SOON: 'SOON', ROUTINE: 'ROUTINE' } as const;
export type LivelihoodUrgency = (typeof LivelihoodUrgency)[keyof typeof LivelihoodUrgency];
export const livelihoodUrgencyLabels: Readonly<Record<LivelihoodUrgency, Label>> = {
  URGENT: { ja: '緊急', en: 'at once' },
  SOON: { ja: '早めの対応', en: 'soon' },
  ROUTINE: { ja: '通常', en: 'in the usual course' },
};
registerLabelledEnum(
  LivelihoodUrgency,
  'LivelihoodUrgency',
  { ja: '緊急性', en: 'how soon something must happen' },
  livelihoodUrgencyLabels,
);

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

  @Field(() => String, { nullable: true, description: 'つなぎ先 — to whom it was handed over' })
  @Column({ name: 'handed_over_to', type: 'varchar', length: 128, nullable: true })
  handedOverTo!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '相談者と本人の関係 — what who came is to the person, as written on the sheet',
  })
  @Column({ name: 'consulter_relation', type: 'varchar', length: 64, nullable: true })
  consulterRelation!: string | null;

  @Field(() => String, { nullable: true, description: '本人の訴え・希望 — what the person wants' })
  @Column({ type: 'text', nullable: true })
  wishes!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '支援者の見立て — professional view, of the worker of that day',
  })
  @Column({ type: 'text', nullable: true })
  assessment!: string | null;

  @Column({ name: 'issues', type: 'varchar', length: 512, nullable: true })
  markedIssues!: string | null;

  /** The closed tier: no field shows it. */
  @Column({ name: 'closed_issues', type: 'varchar', length: 64, nullable: true })
  closedIssues!: string | null;

  @Field(() => [LivelihoodIssue], { nullable: true, description: '課題 — issues that the assessment marks' })
  get issues(): readonly LivelihoodIssue[] {
    return issuesIn(this.markedIssues);
  }
}
