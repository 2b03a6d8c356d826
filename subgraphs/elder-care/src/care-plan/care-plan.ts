import { Disclosed, registerLabelledEnum } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DateColumn, FlagColumn, NoteColumn, PackageRow, TextColumn } from '../package/package-row.js';
import { meaningOf } from '../package/package-values.js';

/** 計画の種類, by the codes of the package. */
export const CarePlanKind = { HOME_CARE: '1', PREVENTIVE: '2' } as const;
export type CarePlanKind = (typeof CarePlanKind)[keyof typeof CarePlanKind];
registerLabelledEnum(
  CarePlanKind,
  'CarePlanKind',
  { ja: '計画の種類', en: 'kind of care plan' },
  {
    HOME_CARE: { ja: '居宅サービス計画', en: 'home care plan' },
    PREVENTIVE: { ja: '介護予防サービス・支援計画', en: 'preventive care and support plan' },
  },
);

/** 第1表 and the weekly 第3表; what the plan answers to is in `CarePlanNeed` (第2表). */
@Entity('kg_keikaku')
@ObjectType({ description: 'ケアプラン(居宅サービス計画・介護予防サービス計画) — care plan' })
@Disclosed(Category.CARE_PLAN)
export class CarePlan extends PackageRow {
  @Disclosed(Category.CARE_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '作成日 — made on (YYYY-MM-DD)' })
  @DateColumn('sakusei_ymd')
  madeOn!: string | null;

  @Field(() => String, { nullable: true, description: '計画の種類コード — the code as the source holds it' })
  @TextColumn('keikaku_kbn', 8)
  kindCode!: string | null;

  @Disclosed(Category.CARE_PLAN, Level.SUMMARY)
  @Field(() => CarePlanKind, { nullable: true, description: '計画の種類 — null for a code outside the list' })
  get kind(): CarePlanKind | null {
    return meaningOf(CarePlanKind, this.kindCode);
  }

  @Disclosed(Category.CARE_PLAN, Level.SUMMARY)
  @Field(() => Boolean, {
    nullable: true,
    description: '暫定プラン — provisional: made while the certification is not decided',
  })
  @FlagColumn('zantei_flg')
  isProvisional!: boolean | null;

  @Disclosed(Category.CARE_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '計画作成担当者 — care manager' })
  @TextColumn('keikaku_tanto_shimei')
  careManager!: string | null;

  @Field(() => String, { nullable: true, description: '同意日 — the person agreed on (YYYY-MM-DD)' })
  @DateColumn('doi_ymd')
  agreedOn!: string | null;

  @Field(() => String, { nullable: true, description: '本人・家族の意向 — wishes of person and family' })
  @NoteColumn('iko')
  wishes!: string | null;

  @Field(() => String, { nullable: true, description: '総合的な援助の方針 — overall approach' })
  @NoteColumn('hoshin')
  approach!: string | null;

  @Field(() => String, { nullable: true, description: '長期目標 — long-term goal' })
  @NoteColumn('choki_mokuhyo')
  longTermGoal!: string | null;

  @Field(() => String, { nullable: true, description: '短期目標 — short-term goal' })
  @NoteColumn('tanki_mokuhyo')
  shortTermGoal!: string | null;

  @Field(() => String, { nullable: true, description: '週間計画 — the week' })
  @NoteColumn('shukan_keikaku')
  week!: string | null;
}
