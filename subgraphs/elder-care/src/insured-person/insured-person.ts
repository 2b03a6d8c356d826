import { Disclosed, registerLabelledEnum } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DateColumn, FlagColumn, PackageRow, TextColumn } from '../package/package-row.js';
import { meaningOf, NoDate } from '../package/package-values.js';

/** 被保険者区分, by the codes of the package. */
export const InsuredKind = { FIRST: '1', SECOND: '2' } as const;
export type InsuredKind = (typeof InsuredKind)[keyof typeof InsuredKind];
registerLabelledEnum(
  InsuredKind,
  'InsuredKind',
  { ja: '被保険者区分', en: 'kind of insured person' },
  {
    FIRST: { ja: '第1号被保険者', en: 'first kind' },
    SECOND: { ja: '第2号被保険者', en: 'second kind' },
  },
);

@Entity('kg_hihokensha')
@ObjectType({ description: '介護保険の被保険者資格 — standing in the long-term care insurance' })
@Disclosed(Category.CARE_CERT)
export class InsuredPerson extends PackageRow {
  @Field(() => String, { nullable: true, description: '証記載保険者番号 — number of the insurer' })
  @TextColumn('sho_hokensha_no', 16)
  insurerNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '被保険者区分コード — the code as the source holds it',
  })
  @TextColumn('hihokensha_kbn', 8)
  kindCode!: string | null;

  @Disclosed(Category.CARE_CERT, Level.SUMMARY)
  @Field(() => InsuredKind, {
    nullable: true,
    description: '被保険者区分 — null for a code outside the list',
  })
  get kind(): InsuredKind | null {
    return meaningOf(InsuredKind, this.kindCode);
  }

  @Field(() => String, { nullable: true, description: '資格取得日 — insured from (YYYY-MM-DD)' })
  @DateColumn('shikaku_shutoku_ymd')
  qualifiedOn!: string | null;

  @Field(() => String, { nullable: true, description: '資格取得事由 — why, as the source holds it' })
  @TextColumn('shikaku_shutoku_jiyu')
  qualifiedBecause!: string | null;

  @Field(() => String, { nullable: true, description: '資格喪失日 — insured no more from (YYYY-MM-DD)' })
  @DateColumn('shikaku_soshitsu_ymd', NoDate.OPEN_END)
  lostOn!: string | null;

  @Field(() => String, { nullable: true, description: '資格喪失事由 — why, as the source holds it' })
  @TextColumn('shikaku_soshitsu_jiyu')
  lostBecause!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '住所地特例 — insured by the municipality of before the move to a facility',
  })
  @FlagColumn('jushochi_tokurei_flg')
  isInsuredElsewhere!: boolean | null;
}
