import { Disclosed, type Seal } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DateColumn, NoteColumn, SharedPackageRow, TextColumn } from '../package/package-row.js';

/** What the office received and what it did: not who called, if it was not the person; that stays in the package. */
@Entity('hk_sogo_sodan')
@ObjectType({ description: '総合相談の受付 — a consultation as it was received' })
@Disclosed(Category.NOTES)
export class ElderConsultation extends SharedPackageRow {
  @Disclosed(Category.NOTES, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '受付日 — received on (YYYY-MM-DD)' })
  @DateColumn('uketsuke_ymd')
  receivedOn!: string | null;

  @Field(() => String, { nullable: true, description: '相談者の続柄 — who consulted, by relation' })
  @TextColumn('sodansha_zokugara', 64)
  callerRelation!: string | null;

  @Disclosed(Category.NOTES, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '相談種別 — about what, as the source holds it' })
  @TextColumn('sodan_shubetsu', 64)
  kind!: string | null;

  @Field(() => String, { nullable: true, description: '対応 — what was done' })
  @NoteColumn('taio')
  response!: string | null;

  @Field(() => String, { nullable: true, description: 'つなぎ先 — where it was passed on to' })
  @TextColumn('tsunagi_saki', 256)
  passedOnTo!: string | null;

  @TextColumn('kokai_seigen', 16)
  seal!: Seal | null;
}
