import { Disclosed } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DateColumn, NoteColumn, SharedPackageRow, TextColumn } from '../package/package-row.js';

@Entity('kg_tanto_kaigi')
@ObjectType({ description: 'サービス担当者会議(第4表) — meeting of those who give the services' })
@Disclosed(Category.CARE_PLAN)
export class CareConference extends SharedPackageRow {
  @Disclosed(Category.CARE_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '開催日 — held on (YYYY-MM-DD)' })
  @DateColumn('kaisai_ymd')
  heldOn!: string | null;

  @Field(() => String, { nullable: true, description: '出席者の所属 — who took part, by office' })
  @TextColumn('shussekisha_shozoku', 512)
  participants!: string | null;

  @Field(() => String, { nullable: true, description: '検討した項目・内容 — what was discussed' })
  @NoteColumn('kento_naiyo')
  discussed!: string | null;

  @Field(() => String, { nullable: true, description: '結論 — what was decided' })
  @NoteColumn('ketsuron')
  concluded!: string | null;

  @Field(() => String, { nullable: true, description: '残された課題 — what is left' })
  @NoteColumn('nokosareta_kadai')
  leftOpen!: string | null;
}
