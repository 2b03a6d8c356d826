import { Disclosed, type LocalRecord, partsOf, PersonalRecord } from '@kasane/subgraph-kit';
import { asGiven, Category, lastKnown, Level, listed } from '@kasane/vocabulary';
import { Ctx, Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisabilitySupportContext } from '../loaders.js';
import { CertificateGrade, certificateGrade } from './certificate-grade.js';
import { CertificatePart, readCertificatePart } from './certificate-part.js';
import { DisabilityCertificateType } from './disability-certificate-type.js';

@Entity('disability_certificate')
@ObjectType({ description: '障害者手帳 — disability certificate' })
@Disclosed(Category.DISABILITY_CERT)
export class DisabilityCertificate extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ type: 'varchar', length: 16 })
  kind!: string;

  @Field(() => DisabilityCertificateType, {
    name: 'kind',
    nullable: true,
    description: '種別 — kind of certificate; null for one outside the list',
  })
  get listedKind(): DisabilityCertificateType | null {
    return listed(DisabilityCertificateType, this.kind);
  }

  @Field(() => String, {
    nullable: true,
    description: '一覧にない種別 — the kind as the source holds it, where it is outside the list',
  })
  get kindAsGiven(): string | null {
    return asGiven(DisabilityCertificateType, this.kind);
  }

  @Field(() => String, { nullable: true, description: '手帳番号 — number of the certificate' })
  @Column({ type: 'varchar', length: 32, nullable: true })
  number!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '総合等級・程度 — overall grade as the source holds it; each kind and each prefecture has its own scale',
  })
  @Column({ type: 'varchar', length: 32, nullable: true })
  grade!: string | null;

  @Field(() => CertificateGrade, {
    nullable: true,
    description: '等級・程度の区分 — the grade; null for one that is not in the list of its kind',
  })
  get listedGrade(): CertificateGrade | null {
    return certificateGrade(this.listedKind, this.grade);
  }

  @Field(() => String, {
    nullable: true,
    description: '種(第1種・第2種) — class, as the certificate states it',
  })
  @Column({ name: 'certificate_class', type: 'varchar', length: 16, nullable: true })
  certificateClass!: string | null;

  @Field(() => String, { nullable: true, description: '障害名 — what the disability is called' })
  @Column({ name: 'disability_name', type: 'text', nullable: true })
  disabilityName!: string | null;

  @Column({ name: 'parts', type: 'text', nullable: true })
  partsText!: string | null;

  @Disclosed(Category.DISABILITY_CERT, Level.DETAIL)
  @Field(() => [CertificatePart], { nullable: true, description: '部位別等級 — grades by impairment' })
  get parts(): readonly CertificatePart[] {
    return partsOf(this, this.partsText, readCertificatePart);
  }

  @Field(() => String, { nullable: true, description: '交付日 — issued on (YYYY-MM-DD)' })
  @Column({ name: 'issued_on', type: 'varchar', length: 10 })
  issuedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: '再認定日・次の判定日 — to be judged again on (YYYY-MM-DD); null where none is set',
  })
  @Column({ name: 'recheck_on', type: 'varchar', length: 10, nullable: true })
  recheckOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '有効期限 — valid until (YYYY-MM-DD, inclusive); null for a certificate that does not expire',
  })
  @Column({ name: 'valid_until', type: 'varchar', length: 10, nullable: true })
  validUntil!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '期限が過ぎた日 — this is the last known, true until this day (YYYY-MM-DD); null while it is valid',
  })
  lastKnownUntil(@Ctx() { now }: DisabilitySupportContext): string | null {
    return lastKnown(this.validUntil, now);
  }
}
