import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The three certificates, each of a law of its own; a person may hold more than one. */
export const DisabilityCertificateType = {
  PHYSICAL: 'PHYSICAL',
  INTELLECTUAL: 'INTELLECTUAL',
  MENTAL: 'MENTAL',
} as const;
export type DisabilityCertificateType =
  (typeof DisabilityCertificateType)[keyof typeof DisabilityCertificateType];
registerEnumType(DisabilityCertificateType, {
  name: 'DisabilityCertificateType',
  description: '手帳の種別 — kind of disability certificate',
  valuesConfig: {
    PHYSICAL: { description: '身体障害者手帳 — physical disability certificate' },
    INTELLECTUAL: { description: '療育手帳 — intellectual disability certificate' },
    MENTAL: { description: '精神障害者保健福祉手帳 — mental disability certificate' },
  },
});

/** The certificate's number stays with the sector: the hub has no use for it. */
@Entity('disability_certificate')
@ObjectType({ description: '障害者手帳 — disability certificate' })
@Disclosed(Category.DISABILITY_CERT)
export class DisabilityCertificate extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Field(() => DisabilityCertificateType, { nullable: true, description: '種別 — kind of certificate' })
  @Column({ type: 'varchar', length: 16 })
  kind!: DisabilityCertificateType;

  @Field(() => String, {
    nullable: true,
    description: '等級・程度 — grade as the source holds it; each kind and each prefecture has its own scale',
  })
  @Column({ type: 'varchar', length: 32, nullable: true })
  grade!: string | null;

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
}
