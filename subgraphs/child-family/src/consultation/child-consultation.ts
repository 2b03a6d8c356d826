import { Disclosed, PersonalRecord, Seal, type LocalRecord } from '@kasane/subgraph-kit';
import { asGiven, Category, Level, listed } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChildConsultationKind, ChildConsultationRoute } from './child-consultation-terms.js';

const { ABUSE } = ChildConsultationKind;

/**
 * A consultation by its kind; what was said and done is in the contact log. One of abuse belongs into `protection-case`,
 * which no consent opens. Where a source has it here all the same it is sealed, and so is one of a kind that nobody
 * knows: it could be of abuse.
 */
@Entity('child_consultation')
@ObjectType({ description: '児童相談 — consultation about a child' })
@Disclosed(Category.NOTES)
export class ChildConsultation extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  /** What the owner sealed by itself, whatever the kind. */
  @Column({ name: 'seal', type: 'varchar', length: 16, nullable: true })
  ownSeal!: Seal | null;

  get seal(): Seal | null {
    const isOpen = this.listedKind !== null && this.listedKind !== ABUSE;
    return this.ownSeal ?? (isOpen ? null : Seal.RELEASE_ONLY);
  }

  @Disclosed(Category.NOTES, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '受付日 — received on (YYYY-MM-DD)' })
  @Column({ name: 'received_on', type: 'varchar', length: 10 })
  receivedOn!: string;

  @Column({ type: 'varchar', length: 64 })
  kind!: string;

  @Disclosed(Category.NOTES, Level.SUMMARY)
  @Field(() => ChildConsultationKind, {
    name: 'kind',
    nullable: true,
    description: '種別 — kind; null for one outside the list',
  })
  get listedKind(): ChildConsultationKind | null {
    return listed(ChildConsultationKind, this.kind);
  }

  @Field(() => String, {
    nullable: true,
    description: '一覧にない種別 — the kind as the source holds it, where it is outside the list',
  })
  get kindAsGiven(): string | null {
    return asGiven(ChildConsultationKind, this.kind);
  }

  /** Outside the list it may tell who came, so it is kept by the sector and shown to nobody. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  route!: string | null;

  @Field(() => ChildConsultationRoute, {
    name: 'route',
    nullable: true,
    description: '相談経路 — how it came; null for a route outside the list, which may point at a person',
  })
  get listedRoute(): ChildConsultationRoute | null {
    return listed(ChildConsultationRoute, this.route);
  }

  @Field(() => String, { nullable: true, description: '対応 — what was done' })
  @Column({ type: 'text', nullable: true })
  response!: string | null;
}
