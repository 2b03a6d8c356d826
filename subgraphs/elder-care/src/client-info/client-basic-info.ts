import { Disclosed, registerLabelledEnum } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DateColumn, NoteColumn, SharedPackageRow, TextColumn } from '../package/package-row.js';
import { meaningOf } from '../package/package-values.js';

/** 本人の現況, by the codes of the package. */
export const ElderLivingSituation = { AT_HOME: '1', IN_HOSPITAL: '2', IN_FACILITY: '3' } as const;
export type ElderLivingSituation = (typeof ElderLivingSituation)[keyof typeof ElderLivingSituation];
registerLabelledEnum(
  ElderLivingSituation,
  'ElderLivingSituation',
  { ja: '本人の現況', en: 'where the person is' },
  {
    AT_HOME: { ja: '在宅', en: 'at home' },
    IN_HOSPITAL: { ja: '入院中', en: 'in hospital' },
    IN_FACILITY: { ja: '入所中', en: 'in a facility' },
  },
);

/**
 * May speak of the family: those are named by {@link SharedPackageRow.alsoAbout}. 住居環境, 家族構成 and 緊急連絡先 are
 * not read: a protective measure masks where and with whom somebody lives, by categories that are not this sector's.
 */
@Entity('hk_kihon_joho')
@ObjectType({ description: '利用者基本情報 — basic information of the client' })
@Disclosed(Category.CARE_PLAN)
export class ClientBasicInfo extends SharedPackageRow {
  @Disclosed(Category.CARE_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '作成日 — made on (YYYY-MM-DD)' })
  @DateColumn('sakusei_ymd')
  madeOn!: string | null;

  @Field(() => String, { nullable: true, description: '作成担当者 — by whom' })
  @TextColumn('tanto_shimei')
  madeBy!: string | null;

  @Field(() => String, { nullable: true, description: '相談日 — consulted on (YYYY-MM-DD)' })
  @DateColumn('sodan_ymd')
  consultedOn!: string | null;

  @Field(() => String, { nullable: true, description: '相談方法 — how, as the source holds it' })
  @TextColumn('sodan_hoho', 64)
  consultedHow!: string | null;

  @Field(() => String, { nullable: true, description: '来所者の続柄 — who came, by relation' })
  @TextColumn('raishosha_zokugara', 64)
  visitorRelation!: string | null;

  @Field(() => String, { nullable: true, description: '本人の現況コード — the code as the source holds it' })
  @TextColumn('genkyo_kbn', 8)
  situationCode!: string | null;

  @Field(() => ElderLivingSituation, {
    nullable: true,
    description: '本人の現況 — null for a code outside the list',
  })
  get situation(): ElderLivingSituation | null {
    return meaningOf(ElderLivingSituation, this.situationCode);
  }

  @Field(() => String, { nullable: true, description: '今までの生活 — life until now' })
  @NoteColumn('imamade_no_seikatsu')
  lifeUntilNow!: string | null;

  @Field(() => String, { nullable: true, description: '現在の生活 — life now: a day, habits, interests' })
  @NoteColumn('genzai_no_seikatsu')
  lifeNow!: string | null;

  @Field(() => String, { nullable: true, description: '友人・地域との関係 — friends and neighbourhood' })
  @NoteColumn('yujin_chiiki')
  friends!: string | null;
}
