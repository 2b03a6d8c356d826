import { Disclosed, Seal } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DateColumn, FlagColumn, PackageRow, TextColumn } from '../package/package-row.js';
import { meaningOf } from '../package/package-values.js';
import { DementiaIndependence, DisabilityIndependence } from './independence.js';

@Entity('kg_ikensho')
@ObjectType({
  description: '心身の状況(主治医意見書・認定調査) — health as the doctor and the survey found it',
})
@Disclosed(Category.CARE_HEALTH)
export class CareHealthAssessment extends PackageRow {
  @Field(() => String, { nullable: true, description: '記入日 — written on (YYYY-MM-DD)' })
  @DateColumn('kinyu_ymd')
  writtenOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '第2号被保険者の特定疾病 — the disease for which somebody under 65 is certified',
  })
  @TextColumn('tokutei_shippei', 256)
  specifiedDisease!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '障害高齢者の日常生活自立度 — as the source holds it',
  })
  @TextColumn('shogai_jiritsudo', 8)
  disabilityIndependenceCode!: string | null;

  @Field(() => DisabilityIndependence, {
    nullable: true,
    description: '障害高齢者の日常生活自立度 — null for a grade outside the list',
  })
  get disabilityIndependence(): DisabilityIndependence | null {
    return meaningOf(DisabilityIndependence, this.disabilityIndependenceCode);
  }

  @Field(() => String, {
    nullable: true,
    description: '認知症高齢者の日常生活自立度 — as the source holds it',
  })
  @TextColumn('ninchi_jiritsudo', 8)
  dementiaIndependenceCode!: string | null;

  @Field(() => DementiaIndependence, {
    nullable: true,
    description: '認知症高齢者の日常生活自立度 — null for a grade outside the list',
  })
  get dementiaIndependence(): DementiaIndependence | null {
    return meaningOf(DementiaIndependence, this.dementiaIndependenceCode);
  }

  /** Without the doctor's own agreement the paper stays with its office, though the person agreed to everything. */
  @FlagColumn('ishi_doi_flg')
  doctorAgreed!: boolean | null;

  get seal(): Seal | null {
    return this.doctorAgreed === true ? null : Seal.RELEASE_ONLY;
  }
}
