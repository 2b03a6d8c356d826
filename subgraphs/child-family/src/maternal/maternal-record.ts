import { Disclosed, type LocalRecord, partsOf, PersonalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  AntenatalVisit,
  EpdsResult,
  PostnatalCare,
  readAntenatalVisit,
  readEpdsResult,
  readPostnatalCare,
} from './maternal-parts.js';

/** One pregnancy, in the mother's file. That it is 特定妊婦 is of the closed tier: see `specified-pregnant-woman`. */
@Entity('maternal_record')
@ObjectType({ description: '妊娠・母子の記録 — one pregnancy, from its notification' })
@Disclosed(Category.MATERNAL_HEALTH)
export class MaternalRecord extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Field(() => String, { nullable: true, description: '妊娠届出日 — notified on (YYYY-MM-DD)' })
  @Column({ name: 'notified_on', type: 'varchar', length: 10 })
  notifiedOn!: string;

  @Field(() => Int, {
    nullable: true,
    description: '届出時の妊娠週数 — week of pregnancy when it was notified',
  })
  @Column({ name: 'weeks_at_notification', type: 'int', nullable: true })
  weeksAtNotification!: number | null;

  @Field(() => String, { nullable: true, description: '出産予定日 — expected date of birth (YYYY-MM-DD)' })
  @Column({ name: 'due_on', type: 'varchar', length: 10, nullable: true })
  dueOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '妊娠が終わった日 — the pregnancy ended on (YYYY-MM-DD); null while it goes on or is not known',
  })
  @Column({ name: 'ended_on', type: 'varchar', length: 10, nullable: true })
  endedOn!: string | null;

  @Column({ name: 'antenatal_visits', type: 'text', nullable: true })
  antenatalVisitsText!: string | null;

  @Disclosed(Category.MATERNAL_HEALTH, Level.DETAIL)
  @Field(() => [AntenatalVisit], { nullable: true, description: '妊婦健診 — antenatal check-ups' })
  get antenatalVisits(): readonly AntenatalVisit[] {
    return partsOf(this, this.antenatalVisitsText, readAntenatalVisit);
  }

  @Column({ name: 'postnatal_care', type: 'text', nullable: true })
  postnatalCareText!: string | null;

  @Disclosed(Category.MATERNAL_HEALTH, Level.DETAIL)
  @Field(() => [PostnatalCare], { nullable: true, description: '産後ケア — postnatal care used' })
  get postnatalCare(): readonly PostnatalCare[] {
    return partsOf(this, this.postnatalCareText, readPostnatalCare);
  }

  @Column({ name: 'epds', type: 'text', nullable: true })
  epdsText!: string | null;

  @Disclosed(Category.MATERNAL_HEALTH, Level.DETAIL)
  @Field(() => [EpdsResult], {
    nullable: true,
    description: 'EPDS — results of the postnatal depression scale',
  })
  get epds(): readonly EpdsResult[] {
    return partsOf(this, this.epdsText, readEpdsResult);
  }
}
