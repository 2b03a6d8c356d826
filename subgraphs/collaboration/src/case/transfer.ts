import { registerLabelledEnum } from '@kasane/subgraph-kit';
import { Category, Tier, tierOf, type OfficeCode, type PersonId, type StaffId } from '@kasane/vocabulary';
import { ArrayMaxSize, ArrayNotEmpty, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { isDate, textProblems } from '../input.js';

/** On what something was handed over to another municipality. */
export const HandOverBasis = { CONSENT: 'CONSENT', STATUTE: 'STATUTE' } as const;
export type HandOverBasis = (typeof HandOverBasis)[keyof typeof HandOverBasis];

registerLabelledEnum(
  HandOverBasis,
  'HandOverBasis',
  { ja: '引継の根拠', en: 'on what something was handed over' },
  { CONSENT: { ja: '同意', en: 'consent' }, STATUTE: { ja: '法令', en: 'a statute' } },
);

@InputType({ description: '引き継いだ情報 — what of whom was handed over, and on what basis' })
export class HandedOverInput {
  @Field(() => ID, { description: '本人 — of whom' })
  person!: string;

  @Field(() => [Category], { description: '項目 — data categories' })
  @ArrayNotEmpty()
  @ArrayMaxSize(Object.keys(Category).length)
  categories!: Category[];

  @Field(() => HandOverBasis, { description: '根拠 — basis' })
  basis!: HandOverBasis;

  @Field(() => String, { description: '同意した人、または根拠法令 — who agreed, or which statute' })
  @MaxLength(200)
  by!: string;

  @Field(() => String, { description: '同意した日、または引き継いだ日 — when (YYYY-MM-DD)' })
  on!: string;
}

@InputType({ description: '転出引継 — how a case goes to another municipality' })
export class CaseTransferInput {
  @Field(() => String, { description: '転出先の自治体 — receiving municipality' })
  @MaxLength(100)
  municipality!: string;

  @Field(() => String, {
    nullable: true,
    description: '全国地方公共団体コード — local government code of six digits',
  })
  @Matches(/^\d{6}$/)
  municipalityCode?: string | null;

  @Field(() => String, { description: '引継先の部署 — receiving office' })
  @MaxLength(200)
  office!: string;

  @Field(() => String, { description: '引継先の担当者と連絡先 — who receives it, and how they are reached' })
  @MaxLength(200)
  contact!: string;

  @Field(() => String, { description: '転出日 — moved on (YYYY-MM-DD)' })
  movedOn!: string;

  @Field(() => String, { description: '申し送り — what the receiving office should know' })
  message!: string;

  @Field(() => [HandedOverInput], {
    description: '引き継いだ情報 — what was handed over; empty when nothing was',
  })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  handedOver!: HandedOverInput[];
}

/** One line of what was handed over. */
export interface StoredHandOver {
  readonly person: PersonId;
  readonly categories: readonly Category[];
  readonly basis: HandOverBasis;
  readonly by: string;
  readonly on: string;
}

/** The data of a ケース移管通知書. Never changed afterwards. */
@Entity('case_transfer')
export class CaseTransferRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ type: 'varchar', length: 128 })
  municipality!: string;

  @Column({ name: 'municipality_code', type: 'varchar', length: 6, nullable: true })
  municipalityCode!: string | null;

  @Column({ name: 'receiving_office', type: 'varchar', length: 256 })
  office!: string;

  @Column({ type: 'varchar', length: 256 })
  contact!: string;

  @Column({ name: 'moved_on', type: 'varchar', length: 10 })
  movedOn!: string;

  @Column({ type: 'text' })
  message!: string;

  /** Everybody of whom it speaks. */
  @Column({ type: 'jsonb' })
  persons!: readonly PersonId[];

  @Column({ name: 'handed_over', type: 'jsonb' })
  handedOver!: readonly StoredHandOver[];

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** Days ahead for which a move may be put on record. Our own choice. */
const MAX_DAYS_AHEAD = 31;

/** Why a transfer cannot be recorded. @param persons those of the household of whom the viewer may know */
export function transferProblems(
  input: CaseTransferInput,
  persons: readonly string[],
  today: string,
): readonly string[] {
  const latest = new Date(Date.parse(today) + MAX_DAYS_AHEAD * 86_400_000).toISOString().slice(0, 10);
  const problems = [
    ...textProblems('転出先の自治体', input.municipality),
    ...textProblems('引継先の部署', input.office),
    ...textProblems('引継先の担当者と連絡先', input.contact),
    ...textProblems('申し送り', input.message),
    ...(isDate(input.movedOn) ? [] : [`「${input.movedOn}」は存在しない日付です。`]),
    ...(isDate(input.movedOn) && input.movedOn > latest
      ? [`転出日は${MAX_DAYS_AHEAD}日以内にしてください。`]
      : []),
    ...input.handedOver.flatMap(({ person, categories, basis, by, on }) => [
      // The same words for a stranger, somebody hidden and nobody.
      ...(persons.includes(person) ? [] : ['引き継いだ情報の本人が、このケースの世帯の人ではありません。']),
      ...textProblems('同意した人、または根拠法令', by),
      ...(isDate(on) ? [] : [`「${on}」は存在しない日付です。`]),
      ...(isDate(on) && on > today ? ['同意した日、または引き継いだ日が今日より後です。'] : []),
      ...(basis === HandOverBasis.CONSENT && categories.some((category) => tierOf(category) === Tier.T4)
        ? ['厳重秘匿(T4)の項目は、同意では引き継げません。根拠法令を記入してください。']
        : []),
    ]),
  ];
  return [...new Set(problems)];
}
