import { Disclosed, PersonalRecord, registerLabelledEnum, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level, type Label } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** On what right a household lives where it lives. */
export const HousingKind = {
  OWNED: 'OWNED',
  MUNICIPAL: 'MUNICIPAL',
  PRIVATE_RENT: 'PRIVATE_RENT',
  OTHER: 'OTHER',
} as const;
export type HousingKind = (typeof HousingKind)[keyof typeof HousingKind];
export const housingKindLabels: Readonly<Record<HousingKind, Label>> = {
  OWNED: { ja: '持ち家', en: 'owned' },
  MUNICIPAL: { ja: '市営住宅', en: 'municipal housing' },
  PRIVATE_RENT: { ja: '民間賃貸', en: 'rented from a private landlord' },
  OTHER: { ja: 'その他', en: 'other' },
};
registerLabelledEnum(
  HousingKind,
  'HousingKind',
  { ja: '住居の種類', en: 'on what right a household lives there' },
  housingKindLabels,
);

/** In the file of the member who applied. It speaks also of every other adult whom it tells something of. */
@Entity('household_housing')
@ObjectType({ description: '住まい — home of a household on a day' })
@Disclosed(Category.HOUSING)
export class HouseholdHousing extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Field(() => String, { nullable: true, description: '時点 — as of (YYYY-MM-DD)' })
  @Column({ name: 'as_of', type: 'varchar', length: 10 })
  asOf!: string;

  @Disclosed(Category.HOUSING, Level.SUMMARY)
  @Field(() => HousingKind, { nullable: true, description: '住居の種類 — on what right they live there' })
  @Column({ type: 'varchar', length: 16 })
  kind!: HousingKind;

  @Field(() => Int, { nullable: true, description: '家賃(月額・円) — rent per month in yen' })
  @Column({ name: 'rent_yen', type: 'int', nullable: true })
  rentYen!: number | null;

  @Disclosed(Category.HOUSING, Level.SUMMARY)
  @Field(() => Boolean, { nullable: true, description: '転居の必要 — whether they must move' })
  @Column({ name: 'must_move', type: 'boolean' })
  mustMove!: boolean;

  @Field(() => String, { nullable: true, description: '備考 — note' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
