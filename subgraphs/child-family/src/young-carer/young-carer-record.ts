import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { asGiven, Category, listed } from '@kasane/vocabulary';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How sure the office is: a child at risk is not written down as one who cares. */
export const YoungCarerStatus = { SUSPECTED: 'SUSPECTED', CONFIRMED: 'CONFIRMED' } as const;
export type YoungCarerStatus = (typeof YoungCarerStatus)[keyof typeof YoungCarerStatus];
registerEnumType(YoungCarerStatus, {
  name: 'YoungCarerStatus',
  description: '把握の状況 — how sure the office is',
  valuesConfig: {
    SUSPECTED: { description: '疑い・おそれ — suspected, or at risk' },
    CONFIRMED: { description: '確認済 — confirmed' },
  },
});

/** One observation, of a child or of somebody over 18 who goes on caring. */
@Entity('young_carer_record')
@ObjectType({ description: 'ヤングケアラー — what was observed of a young carer' })
@Disclosed(Category.YOUNG_CARER)
export class YoungCarerRecord extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  /** Those cared for: what the child does tells of their condition too. */
  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Column({ type: 'varchar', length: 16 })
  confirmed!: string;

  @Field(() => YoungCarerStatus, {
    name: 'confirmed',
    nullable: true,
    description: '把握の状況 — suspected or confirmed; null for a word outside the list',
  })
  get listedStatus(): YoungCarerStatus | null {
    return listed(YoungCarerStatus, this.confirmed);
  }

  @Field(() => String, {
    nullable: true,
    description: '一覧にない把握の状況 — as the source holds it, where it is outside the list',
  })
  get confirmedAsGiven(): string | null {
    return asGiven(YoungCarerStatus, this.confirmed);
  }

  @Field(() => String, { nullable: true, description: 'ケアの内容 — what the child does' })
  @Column({ name: 'care_content', type: 'text', nullable: true })
  careContent!: string | null;

  @Field(() => Int, { nullable: true, description: '週あたりの時間 — hours per week' })
  @Column({ name: 'hours_per_week', type: 'int', nullable: true })
  hoursPerWeek!: number | null;

  @Field(() => String, { nullable: true, description: 'ケアの相手 — for whom, in plain words' })
  @Column({ name: 'care_for', type: 'varchar', length: 128, nullable: true })
  careFor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '学校・進路への影響 — what it means for school, or for what comes after it',
  })
  @Column({ name: 'school_life', type: 'text', nullable: true })
  schoolLife!: string | null;

  @Field(() => String, { nullable: true, description: '支援 — support given or arranged' })
  @Column({ type: 'text', nullable: true })
  support!: string | null;

  @Field(() => String, { nullable: true, description: '把握日 — observed on (YYYY-MM-DD)' })
  @Column({ name: 'observed_on', type: 'varchar', length: 10 })
  observedOn!: string;

  /** An office of this sector, shown as `observedBy`. */
  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: string;
}
