import { Disclosed, PersonalRecord, type LocalRecord, type Seal } from '@kasane/subgraph-kit';
import { asGiven, Category, ContactMethod, Level, listed, listedAll } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DisabilityKind } from '../consideration-sheet/disability-kind.js';
import { ConsultationRoute } from './consultation-route.js';

/** A consultation as the core centre counts it; what was said and done is in the contact log. Abuse is in `abuse-intake`. */
@Entity('disability_consultation')
@ObjectType({ description: '基幹相談 — consultation at the core centre' })
@Disclosed(Category.NOTES)
export class DisabilityConsultation extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Column({ type: 'varchar', length: 16, nullable: true })
  seal!: Seal | null;

  @Disclosed(Category.NOTES, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '受付日 — received on (YYYY-MM-DD)' })
  @Column({ name: 'received_on', type: 'varchar', length: 10 })
  receivedOn!: string;

  /** Outside the list it may tell who came, so it is kept by the sector and shown to nobody. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  route!: string | null;

  @Field(() => ConsultationRoute, {
    name: 'route',
    nullable: true,
    description: '相談経路 — how it came; null for a route outside the list, which may point at a person',
  })
  get listedRoute(): ConsultationRoute | null {
    return listed(ConsultationRoute, this.route);
  }

  @Column({ name: 'disability_kinds', type: 'varchar', length: 256, nullable: true })
  disabilityKindCodes!: string | null;

  @Disclosed(Category.DISABILITY_CERT)
  @Field(() => [DisabilityKind], { nullable: true, description: '障害種別 — kinds of disability' })
  get disabilityKinds(): readonly DisabilityKind[] {
    return listedAll(DisabilityKind, this.disabilityKindCodes).listed;
  }

  @Disclosed(Category.DISABILITY_CERT)
  @Field(() => [String], {
    nullable: true,
    description: '一覧にない障害種別 — kinds as the source holds them, where they are outside the list',
  })
  get disabilityKindsAsGiven(): readonly string[] {
    return listedAll(DisabilityKind, this.disabilityKindCodes).asGiven;
  }

  /** Shown as `method`, in `consultation-method`. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  method!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '一覧にない支援方法 — the way as the source holds it, where it is outside the list',
  })
  get methodAsGiven(): string | null {
    return asGiven(ContactMethod, this.method);
  }

  @Column({ name: 'content_codes', type: 'varchar', length: 256, nullable: true })
  contentCodesText!: string | null;

  @Field(() => [String], {
    nullable: true,
    description: '支援内容コード — what the support was about, the codes as the source holds them',
  })
  get contentCodes(): readonly string[] {
    return listedAll({}, this.contentCodesText).asGiven;
  }

  @Field(() => String, { nullable: true, description: '支援内容 — what was done' })
  @Column({ type: 'text', nullable: true })
  response!: string | null;
}
