import { Disclosed, PersonalRecord, type LocalRecord, type Seal } from '@kasane/subgraph-kit';
import { asGiven, Category, listed, listedAll } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AbuseKind, AbuserKind } from './abuse-terms.js';

/**
 * The closed tier: no consent opens it, and to whom it is not open it answers as if there were none. Who reported, and
 * how the report came, has no column here: it is told to nobody, so it must never enter.
 */
@Entity('abuse_intake')
@ObjectType({ description: '障害者虐待防止センターの受付 — intake of the abuse prevention centre' })
@Disclosed(Category.ABUSE)
export class AbuseIntake extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  /** Who is said to abuse, when it is somebody of whom the hub knows; others of the household who are told of. */
  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Column({ type: 'varchar', length: 16, nullable: true })
  seal!: Seal | null;

  @Field(() => String, { nullable: true, description: '受付日 — received on (YYYY-MM-DD)' })
  @Column({ name: 'received_on', type: 'varchar', length: 10 })
  receivedOn!: string;

  @Column({ name: 'abuser_kind', type: 'varchar', length: 32, nullable: true })
  abuserKind!: string | null;

  @Field(() => AbuserKind, {
    name: 'abuserKind',
    nullable: true,
    description: '虐待者の区分 — who is said to abuse; null for a kind outside the list',
  })
  get listedAbuserKind(): AbuserKind | null {
    return listed(AbuserKind, this.abuserKind);
  }

  @Field(() => String, {
    nullable: true,
    description: '一覧にない虐待者の区分 — as the source holds it, where it is outside the list',
  })
  get abuserKindAsGiven(): string | null {
    return asGiven(AbuserKind, this.abuserKind);
  }

  @Column({ name: 'kinds', type: 'varchar', length: 128, nullable: true })
  kindCodes!: string | null;

  @Field(() => [AbuseKind], { nullable: true, description: '虐待の種類 — kinds of abuse' })
  get kinds(): readonly AbuseKind[] {
    return listedAll(AbuseKind, this.kindCodes).listed;
  }

  @Field(() => [String], {
    nullable: true,
    description: '一覧にない虐待の種類 — as the source holds them, where they are outside the list',
  })
  get kindsAsGiven(): readonly string[] {
    return listedAll(AbuseKind, this.kindCodes).asGiven;
  }

  @Field(() => String, { nullable: true, description: '受付内容 — what was said to happen' })
  @Column({ type: 'text', nullable: true })
  content!: string | null;

  @Field(() => Boolean, { nullable: true, description: '緊急性 — whether it was urgent' })
  @Column({ type: 'boolean', nullable: true })
  urgent!: boolean | null;

  @Field(() => String, { nullable: true, description: '事実確認日 — facts checked on (YYYY-MM-DD)' })
  @Column({ name: 'facts_checked_on', type: 'varchar', length: 10, nullable: true })
  factsCheckedOn!: string | null;

  @Field(() => String, { nullable: true, description: '事実確認の結果 — what was found' })
  @Column({ type: 'text', nullable: true })
  finding!: string | null;

  @Field(() => String, { nullable: true, description: '対応 — what was done' })
  @Column({ type: 'text', nullable: true })
  response!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '終結日 — closed on (YYYY-MM-DD); null while it goes on',
  })
  @Column({ name: 'closed_on', type: 'varchar', length: 10, nullable: true })
  closedOn!: string | null;
}
