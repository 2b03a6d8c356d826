import { Category } from '@kasane/vocabulary';
import { ArrayMaxSize, ArrayNotEmpty, Max, Min } from 'class-validator';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CaseNoteMethod, ToldBy } from './note-words.js';

@InputType({ description: '支援経過記録 — what happened with whom, and what comes next' })
export class CaseNoteInput {
  @Field(() => GraphQLDateTimeISO, { description: '日時 — when it happened' })
  heldAt!: Date;

  @Field(() => CaseNoteMethod, { description: '方法 — how' })
  method!: CaseNoteMethod;

  @Field(() => String, { description: '対応者 — who answered' })
  answeredBy!: string;

  @Field(() => String, { description: '相手 — with whom' })
  counterpart!: string;

  @Field(() => String, { description: '内容 — what happened' })
  content!: string;

  @Field(() => [ID], {
    description:
      '関係する人 — everybody of whom it speaks: who may read it is decided for each of them; members on whose behalf you work',
  })
  @ArrayNotEmpty()
  @ArrayMaxSize(30)
  persons!: string[];

  @Field(() => String, { nullable: true, description: '次の対応 — what comes next' })
  nextStep?: string | null;

  @Field(() => String, { nullable: true, description: '次の対応の期日 — by when (YYYY-MM-DD)' })
  nextOn?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '次の対応の担い手 — code of the office that does it, on the roster; your own when absent',
  })
  nextOffice?: string | null;

  @Field(() => Int, { nullable: true, description: '所要時間 — minutes taken' })
  @Min(0)
  @Max(1_440)
  minutes?: number | null;
}

@InputType({ description: '口頭・書面での提供 — what was told to a partner without an account' })
export class ToldDisclosureInput {
  @Field(() => [ID], { description: '本人 — of whom it was' })
  @ArrayNotEmpty()
  @ArrayMaxSize(30)
  persons!: string[];

  @Field(() => String, { description: '相手 — to whom: name and position' })
  recipient!: string;

  @Field(() => [Category], { description: '項目 — data categories that were told' })
  @ArrayNotEmpty()
  @ArrayMaxSize(Object.keys(Category).length)
  categories!: Category[];

  @Field(() => ToldBy, { description: '方法 — how' })
  how!: ToldBy;

  @Field(() => String, { description: '日付 — when (YYYY-MM-DD)' })
  toldOn!: string;

  @Field(() => String, { description: '根拠 — why it was allowed: a consent, a conference, a statute' })
  basis!: string;
}
