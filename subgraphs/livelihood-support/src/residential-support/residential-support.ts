import { Disclosed, PersonalRecord, registerLabelledEnum, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level, type Label } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is given to somebody who has no home, or may lose it. */
export const ResidentialSupportKind = {
  SHELTER: 'SHELTER',
  SETTLING: 'SETTLING',
  WATCH_OVER: 'WATCH_OVER',
} as const;
export type ResidentialSupportKind = (typeof ResidentialSupportKind)[keyof typeof ResidentialSupportKind];
export const residentialSupportKindLabels: Readonly<Record<ResidentialSupportKind, Label>> = {
  SHELTER: { ja: '宿泊場所・衣食の提供', en: 'a place to sleep, food and clothing' },
  SETTLING: { ja: '入居に当たっての支援', en: 'help with moving into a home' },
  WATCH_OVER: { ja: '入居後の見守り・生活支援', en: 'visits and help after moving in' },
};
registerLabelledEnum(
  ResidentialSupportKind,
  'ResidentialSupportKind',
  { ja: '居住支援の内容', en: 'what is given' },
  residentialSupportKindLabels,
);

@Entity('residential_support')
@ObjectType({
  description: '居住支援(旧 一時生活支援) — residential support, formerly temporary living support',
})
@Disclosed(Category.HOUSING)
export class ResidentialSupport extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Disclosed(Category.HOUSING, Level.SUMMARY)
  @Field(() => ResidentialSupportKind, { nullable: true, description: '内容 — what is given' })
  @Column({ type: 'varchar', length: 16 })
  kind!: ResidentialSupportKind;

  @Disclosed(Category.HOUSING, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '支援開始日 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Field(() => String, {
    nullable: true,
    description: '支援終了日 — last day (YYYY-MM-DD); null while it goes on',
  })
  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;

  @Field(() => String, { nullable: true, description: '支援の内容 — what is done' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
