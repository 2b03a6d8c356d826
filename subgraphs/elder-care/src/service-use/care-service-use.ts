import { Disclosed } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { DateColumn, FlagColumn, PackageRow, TextColumn } from '../package/package-row.js';
import { NoDate } from '../package/package-values.js';

@Entity('kg_service_riyo')
@ObjectType({ description: '介護サービス利用 — use of a care service' })
@Disclosed(Category.CARE_SERVICE)
export class CareServiceUse extends PackageRow {
  @Disclosed(Category.CARE_SERVICE, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: 'サービス種類 — kind of service' })
  @TextColumn('service_shurui')
  kind!: string | null;

  @Field(() => String, { nullable: true, description: '事業所 — provider' })
  @TextColumn('jigyosho', 256)
  provider!: string | null;

  @Field(() => String, { nullable: true, description: '頻度 — how often' })
  @TextColumn('hindo', 64)
  frequency!: string | null;

  @Disclosed(Category.CARE_SERVICE, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '利用開始日 — from (YYYY-MM-DD)' })
  @DateColumn('kaishi_ymd')
  from!: string | null;

  @Disclosed(Category.CARE_SERVICE, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '利用終了日 — until (YYYY-MM-DD); null while in use' })
  @DateColumn('shuryo_ymd', NoDate.OPEN_END)
  to!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '施設入退所 — whether the person lives in a facility from the first to the last day',
  })
  @FlagColumn('shisetsu_flg')
  isResidential!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: '支給限度額(単位/月) — limit of benefits, in units a month',
  })
  @Column({ name: 'shikyu_gendo_tani', type: 'int', nullable: true })
  monthlyLimitUnits!: number | null;
}
