import { Disclosed } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DateColumn, FlagColumn, NoteColumn, PackageRow, TextColumn } from '../package/package-row.js';
import { meaningOf } from '../package/package-values.js';
import { CareNeedLevel } from './care-need-level.js';
import { CareApplicationKind, CertificationStatus } from './certification-codes.js';

/** One application for certification, and what came of it. A change of level may be valid from before it was decided. */
@Entity('kg_nintei')
@ObjectType({ description: '要介護認定 — care-need certification' })
@Disclosed(Category.CARE_CERT)
export class CareNeedCertification extends PackageRow {
  @Field(() => String, { nullable: true, description: '申請日 — applied on (YYYY-MM-DD)' })
  @DateColumn('shinsei_ymd')
  appliedOn!: string | null;

  @Field(() => String, { nullable: true, description: '申請区分コード — the code as the source holds it' })
  @TextColumn('shinsei_kbn', 8)
  applicationKindCode!: string | null;

  @Field(() => CareApplicationKind, {
    nullable: true,
    description: '申請区分 — null for a code outside the list',
  })
  get applicationKind(): CareApplicationKind | null {
    return meaningOf(CareApplicationKind, this.applicationKindCode);
  }

  @Field(() => String, { nullable: true, description: '申請理由 — why' })
  @NoteColumn('shinsei_riyu')
  applicationReason!: string | null;

  @Field(() => String, { nullable: true, description: '認定の状況コード — the code as the source holds it' })
  @TextColumn('jokyo_kbn', 8)
  statusCode!: string | null;

  @Disclosed(Category.CARE_CERT, Level.SUMMARY)
  @Field(() => CertificationStatus, { nullable: true, description: '認定の状況 — where it stands' })
  get status(): CertificationStatus | null {
    return meaningOf(CertificationStatus, this.statusCode);
  }

  @Field(() => String, { nullable: true, description: '認定調査の依頼日 — survey asked for on (YYYY-MM-DD)' })
  @DateColumn('chosa_irai_ymd')
  surveyRequestedOn!: string | null;

  @Field(() => String, { nullable: true, description: '認定調査の実施日 — surveyed on (YYYY-MM-DD)' })
  @DateColumn('chosa_jisshi_ymd')
  surveyedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '主治医意見書の依頼日 — doctor’s opinion asked for on (YYYY-MM-DD)',
  })
  @DateColumn('ikensho_irai_ymd')
  opinionRequestedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '主治医意見書の受領日 — doctor’s opinion received on (YYYY-MM-DD)',
  })
  @DateColumn('ikensho_juryo_ymd')
  opinionReceivedOn!: string | null;

  @Field(() => String, { nullable: true, description: '一次判定コード — the code as the source holds it' })
  @TextColumn('ichiji_hantei_cd', 8)
  primaryJudgementCode!: string | null;

  @Field(() => CareNeedLevel, {
    nullable: true,
    description: '一次判定 — judged by the computer; null for a code outside the published list',
  })
  get primaryJudgement(): CareNeedLevel | null {
    return meaningOf(CareNeedLevel, this.primaryJudgementCode);
  }

  @Field(() => String, { nullable: true, description: '二次判定コード — the code as the source holds it' })
  @TextColumn('niji_hantei_cd', 8)
  boardJudgementCode!: string | null;

  @Field(() => CareNeedLevel, {
    nullable: true,
    description: '二次判定 — judged by the board; null for a code outside the published list',
  })
  get boardJudgement(): CareNeedLevel | null {
    return meaningOf(CareNeedLevel, this.boardJudgementCode);
  }

  @Field(() => String, {
    nullable: true,
    description: '要介護状態区分コード — the code as the source holds it',
  })
  @TextColumn('yokaigo_jotai_kbn_cd', 8)
  levelCode!: string | null;

  @Disclosed(Category.CARE_CERT, Level.SUMMARY)
  @Field(() => CareNeedLevel, {
    nullable: true,
    description: '要介護状態区分 — level; null for a code outside the published list',
  })
  get level(): CareNeedLevel | null {
    return meaningOf(CareNeedLevel, this.levelCode);
  }

  @Field(() => String, { nullable: true, description: '認定日 — certified on (YYYY-MM-DD)' })
  @DateColumn('nintei_ymd')
  certifiedOn!: string | null;

  @Field(() => String, { nullable: true, description: '有効期間の開始 — valid from (YYYY-MM-DD)' })
  @DateColumn('yuko_kaishi_ymd')
  validFrom!: string | null;

  @Disclosed(Category.CARE_CERT, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description: '有効期間の終了 — valid until (YYYY-MM-DD, inclusive)',
  })
  @DateColumn('yuko_shuryo_ymd')
  validUntil!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '情報提供の同意 — whether the person agreed that the papers are given to care managers',
  })
  @FlagColumn('joho_teikyo_doi_flg')
  agreedToShare!: boolean | null;
}
