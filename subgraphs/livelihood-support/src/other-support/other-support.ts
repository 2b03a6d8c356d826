import { Disclosed, PersonalRecord, registerLabelledEnum, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level, type Label } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the desk arranges beside its own programmes. */
export const OtherSupportKind = {
  CHILD_LEARNING: 'CHILD_LEARNING',
  WELFARE_LOAN: 'WELFARE_LOAN',
  FOOD_BANK: 'FOOD_BANK',
  PUBLIC_ASSISTANCE: 'PUBLIC_ASSISTANCE',
} as const;
export type OtherSupportKind = (typeof OtherSupportKind)[keyof typeof OtherSupportKind];
export const otherSupportKindLabels: Readonly<Record<OtherSupportKind, Label>> = {
  CHILD_LEARNING: { ja: '子どもの学習・生活支援', en: 'learning and living support for children' },
  WELFARE_LOAN: { ja: '生活福祉資金', en: 'welfare loan' },
  FOOD_BANK: { ja: 'フードバンク', en: 'food bank' },
  PUBLIC_ASSISTANCE: { ja: '生活保護へのつなぎ', en: 'referral to public assistance' },
};
registerLabelledEnum(
  OtherSupportKind,
  'LivelihoodOtherSupportKind',
  { ja: 'その他の支援の種類', en: 'what the desk arranges besides' },
  otherSupportKindLabels,
);

/** How far it has come. */
export const OtherSupportStatus = {
  ARRANGING: 'ARRANGING',
  STARTED: 'STARTED',
  REFUSED: 'REFUSED',
  ENDED: 'ENDED',
} as const;
export type OtherSupportStatus = (typeof OtherSupportStatus)[keyof typeof OtherSupportStatus];
export const otherSupportStatusLabels: Readonly<Record<OtherSupportStatus, Label>> = {
  ARRANGING: { ja: '調整・申請中', en: 'being arranged or applied for' },
  STARTED: { ja: '開始・決定', en: 'begun or decided' },
  REFUSED: { ja: '却下・取下げ', en: 'refused or withdrawn' },
  ENDED: { ja: '終了', en: 'ended' },
};
registerLabelledEnum(
  OtherSupportStatus,
  'LivelihoodOtherSupportStatus',
  { ja: 'その他の支援の状況', en: 'how far it has come' },
  otherSupportStatusLabels,
);

@Entity('other_support')
@ObjectType('LivelihoodOtherSupport', { description: 'その他の支援 — other support that the desk arranges' })
@Disclosed(Category.LIVELIHOOD_PLAN)
export class LivelihoodOtherSupport extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Field(() => OtherSupportKind, { nullable: true, description: '種類 — what it is' })
  @Column({ type: 'varchar', length: 32 })
  kind!: OtherSupportKind;

  @Field(() => OtherSupportStatus, { nullable: true, description: '状況 — how far it has come' })
  @Column({ type: 'varchar', length: 16 })
  status!: OtherSupportStatus;

  @Disclosed(Category.LIVELIHOOD_PLAN, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description: '状況の時点 — the day on which that was last known (YYYY-MM-DD)',
  })
  @Column({ name: 'as_of', type: 'varchar', length: 10 })
  asOf!: string;

  @Field(() => String, { nullable: true, description: '実施機関 — who gives it' })
  @Column({ type: 'varchar', length: 128, nullable: true })
  provider!: string | null;

  /** A loan is part of a household's finances, whatever opened the plan. */
  @Disclosed(Category.FINANCE)
  @Field(() => Int, { nullable: true, description: '金額(円) — amount in yen, of a loan' })
  @Column({ name: 'amount_yen', type: 'int', nullable: true })
  amountYen!: number | null;

  @Field(() => String, { nullable: true, description: '備考 — note' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
