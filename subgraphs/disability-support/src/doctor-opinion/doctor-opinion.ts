import { Disclosed, PersonalRecord, Seal, type LocalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * 医師意見書. The person's consent is not enough: the doctor who wrote it has to agree too that it is passed on. Until
 * then only its owner is shown it, and those to whom its owner released this very one.
 */
@Entity('doctor_opinion')
@ObjectType({ description: '医師意見書 — doctor’s opinion for the support category' })
@Disclosed(Category.MEDICAL)
export class DoctorOpinion extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  /** What the owner sealed by itself, whatever the doctor said. */
  @Column({ name: 'seal', type: 'varchar', length: 16, nullable: true })
  ownSeal!: Seal | null;

  /** Only a recorded yes opens it: what was not asked, or is not known, is no. */
  get seal(): Seal | null {
    return this.ownSeal ?? (this.doctorAgreed === true ? null : Seal.RELEASE_ONLY);
  }

  @Field(() => Boolean, {
    nullable: true,
    description: '医師の同意 — whether the doctor agreed that it is passed on; null while not asked',
  })
  @Column({ name: 'doctor_agreed', type: 'boolean', nullable: true })
  doctorAgreed!: boolean | null;

  @Field(() => String, { nullable: true, description: '依頼日 — asked for on (YYYY-MM-DD)' })
  @Column({ name: 'requested_on', type: 'varchar', length: 10 })
  requestedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: '記入日 — written on (YYYY-MM-DD); null until it arrives',
  })
  @Column({ name: 'written_on', type: 'varchar', length: 10, nullable: true })
  writtenOn!: string | null;

  @Field(() => String, { nullable: true, description: '医療機関 — hospital or clinic' })
  @Column({ type: 'varchar', length: 256, nullable: true })
  hospital!: string | null;

  @Field(() => String, { nullable: true, description: '医師 — doctor' })
  @Column({ type: 'varchar', length: 128, nullable: true })
  doctor!: string | null;

  @Field(() => String, { nullable: true, description: '診断名 — diagnosis' })
  @Column({ type: 'text', nullable: true })
  diagnosis!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '心身の状態に関する意見 — on the state of body and mind',
  })
  @Column({ type: 'text', nullable: true })
  opinion!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'サービス利用に関する意見 — what to mind when services are used',
  })
  @Column({ name: 'on_services', type: 'text', nullable: true })
  onServices!: string | null;
}
