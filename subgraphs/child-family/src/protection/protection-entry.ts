import { Disclosed, PersonalRecord, type LocalRecord, type Seal } from '@kasane/subgraph-kit';
import { asGiven, Category, listed } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ProtectionKind } from './protection-kind.js';

/**
 * The closed tier. It is in the schema so that the office responsible sees it in its own file; no consent opens it
 * to anybody else, and to them it answers as if there were none. Who reported is never in the hub.
 */
@Entity('protection_entry')
@ObjectType({ description: '要対協の登録 — registration with the child protection council' })
@Disclosed(Category.CHILD_PROTECTION)
export class ProtectionEntry extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ type: 'varchar', length: 16, nullable: true })
  seal!: Seal | null;

  /** The pregnancy, when it is registered as 特定妊婦; shown as `MaternalRecord.specifiedPregnantWoman`. */
  @Column({ name: 'pregnancy_id', type: 'varchar', length: 64, nullable: true })
  pregnancyId!: string | null;

  @Column({ type: 'varchar', length: 32 })
  kind!: string;

  @Field(() => ProtectionKind, {
    name: 'kind',
    nullable: true,
    description: '区分 — why it is registered; null for a reason outside the list',
  })
  get listedKind(): ProtectionKind | null {
    return listed(ProtectionKind, this.kind);
  }

  @Field(() => String, {
    nullable: true,
    description: '一覧にない区分 — the reason as the source holds it, where it is outside the list',
  })
  get kindAsGiven(): string | null {
    return asGiven(ProtectionKind, this.kind);
  }

  @Field(() => String, { nullable: true, description: '登録日 — registered on (YYYY-MM-DD)' })
  @Column({ name: 'registered_on', type: 'varchar', length: 10 })
  registeredOn!: string;

  @Field(() => String, { nullable: true, description: '次回の進行管理 — next review on (YYYY-MM-DD)' })
  @Column({ name: 'next_review_on', type: 'varchar', length: 10, nullable: true })
  nextReviewOn!: string | null;

  @Field(() => String, { nullable: true, description: '主担当機関 — agency that leads' })
  @Column({ name: 'lead_agency', type: 'varchar', length: 256, nullable: true })
  leadAgency!: string | null;

  @Field(() => String, { nullable: true, description: '調整機関 — coordinating body of the council' })
  @Column({ name: 'coordinating_body', type: 'varchar', length: 256, nullable: true })
  coordinatingBody!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '終結日 — closed on (YYYY-MM-DD): the last known; null while it goes on',
  })
  @Column({ name: 'closed_on', type: 'varchar', length: 10, nullable: true })
  closedOn!: string | null;

  @Field(() => String, { nullable: true, description: '終結の理由 — why it was closed' })
  @Column({ name: 'closing_reason', type: 'text', nullable: true })
  closingReason!: string | null;
}
