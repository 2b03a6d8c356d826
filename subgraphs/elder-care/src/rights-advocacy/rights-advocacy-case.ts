import { Disclosed, registerLabelledEnum } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DateColumn, FlagColumn, NoteColumn, SharedPackageRow, TextColumn } from '../package/package-row.js';
import { meaningOf } from '../package/package-values.js';

/** 虐待の種類, by the codes of the package. */
export const ElderAbuseKind = {
  PHYSICAL: '1',
  NEGLECT: '2',
  PSYCHOLOGICAL: '3',
  SEXUAL: '4',
  ECONOMIC: '5',
} as const;
export type ElderAbuseKind = (typeof ElderAbuseKind)[keyof typeof ElderAbuseKind];
registerLabelledEnum(
  ElderAbuseKind,
  'ElderAbuseKind',
  { ja: '虐待の種類', en: 'kind of abuse' },
  {
    PHYSICAL: { ja: '身体的虐待', en: 'physical' },
    NEGLECT: { ja: '介護・世話の放棄・放任', en: 'neglect' },
    PSYCHOLOGICAL: { ja: '心理的虐待', en: 'psychological' },
    SEXUAL: { ja: '性的虐待', en: 'sexual' },
    ECONOMIC: { ja: '経済的虐待', en: 'economic' },
  },
);

/**
 * The closed tier: no consent opens it, only a release of this very record to a session that its coordinator approved
 * too. Who reported is in no column of this table, nor of any other that the hub reads.
 */
@Entity('hk_kenri_yogo')
@ObjectType({ description: '権利擁護 — a case of rights advocacy' })
@Disclosed(Category.RIGHTS_ADVOCACY)
export class RightsAdvocacyCase extends SharedPackageRow {
  @Field(() => String, { nullable: true, description: '受付日 — received on (YYYY-MM-DD)' })
  @DateColumn('uketsuke_ymd')
  receivedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '虐待の種類コード — the codes as the source holds them, comma-separated',
  })
  @TextColumn('gyakutai_shurui', 32)
  abuseKindCodes!: string | null;

  @Field(() => [ElderAbuseKind], {
    nullable: true,
    description: '虐待の種類 — kinds of suspected abuse; a code outside the list is in abuseKindCodes alone',
  })
  get abuseKinds(): readonly ElderAbuseKind[] {
    return (this.abuseKindCodes ?? '').split(',').flatMap((code) => meaningOf(ElderAbuseKind, code) ?? []);
  }

  @Field(() => String, { nullable: true, description: '事実確認日 — facts checked on (YYYY-MM-DD)' })
  @DateColumn('jijitsu_kakunin_ymd')
  checkedOn!: string | null;

  @Field(() => String, { nullable: true, description: '事実確認の結果 — what was found' })
  @NoteColumn('jijitsu_kakunin')
  finding!: string | null;

  @Field(() => Boolean, { nullable: true, description: '緊急性 — urgent' })
  @FlagColumn('kinkyusei_flg')
  isUrgent!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'コア会議の開催日 — core meeting held on (YYYY-MM-DD)',
  })
  @DateColumn('core_kaigi_ymd')
  coreMeetingOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '成年後見(市長申立を含む) — adult guardianship, also by the mayor’s petition',
  })
  @TextColumn('seinen_koken', 256)
  guardianship!: string | null;

  @Field(() => String, { nullable: true, description: '消費者被害 — harm as a consumer' })
  @TextColumn('shohisha_higai', 256)
  consumerHarm!: string | null;
}
