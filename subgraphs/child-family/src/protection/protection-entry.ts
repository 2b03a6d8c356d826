import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why somebody is registered with the protection council (要保護児童対策地域協議会). */
export const ProtectionKind = {
  NEEDS_PROTECTION: 'NEEDS_PROTECTION',
  NEEDS_SUPPORT: 'NEEDS_SUPPORT',
  SPECIFIED_PREGNANT_WOMAN: 'SPECIFIED_PREGNANT_WOMAN',
} as const;
export type ProtectionKind = (typeof ProtectionKind)[keyof typeof ProtectionKind];
registerEnumType(ProtectionKind, {
  name: 'ProtectionKind',
  description: '要対協の区分 — why the council follows the person',
  valuesConfig: {
    NEEDS_PROTECTION: { description: '要保護児童 — child needing protection' },
    NEEDS_SUPPORT: { description: '要支援児童 — child needing support' },
    SPECIFIED_PREGNANT_WOMAN: { description: '特定妊婦 — specified pregnant woman' },
  },
});

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

  @Field(() => ProtectionKind, { nullable: true, description: '区分 — why it is registered' })
  @Column({ type: 'varchar', length: 32 })
  kind!: ProtectionKind;

  @Field(() => String, { nullable: true, description: '登録日 — registered on (YYYY-MM-DD)' })
  @Column({ name: 'registered_on', type: 'varchar', length: 10 })
  registeredOn!: string;

  @Field(() => String, { nullable: true, description: '次回の進行管理 — next review on (YYYY-MM-DD)' })
  @Column({ name: 'next_review_on', type: 'varchar', length: 10, nullable: true })
  nextReviewOn!: string | null;
}
