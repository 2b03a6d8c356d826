import { about, Disclosed, NotPersonal } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { AuthoredRecord, Folder } from '../disclosure/authored.js';
import { Person, personOf } from '../person/person.js';
import { isHikikomori } from './outreach-rules.js';
import type { OutreachContactRow, OutreachRow } from './outreach-tables.js';
import { ContactMethod, ContactOutcome, FoundThrough, OutreachStage } from './outreach-words.js';

@ObjectType('OutreachContact', { description: '働きかけの記録 — one attempt at contact' })
@Disclosed(Category.NOTES)
export class OutreachContact extends AuthoredRecord {
  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '日時 — when' })
  at!: Date;

  @Field(() => ContactMethod, { nullable: true, description: '方法 — how' })
  method!: ContactMethod;

  @Field(() => ContactOutcome, { nullable: true, description: '結果 — what came of it' })
  outcome!: ContactOutcome;

  @Field(() => String, { nullable: true, description: '内容 — what happened' })
  words!: string;

  @Field(() => String, {
    nullable: true,
    description: '控えたい時間帯に働きかけた理由 — why it was in the quiet hours',
  })
  quietReason!: string | null;

  @Field(() => OutreachStage, { nullable: true, description: '段階 — stage that was reached with it' })
  stage!: OutreachStage;
}

@Folder()
@ObjectType({
  description: 'アウトリーチ — that an office tries to reach somebody whom support does not reach',
})
@Disclosed(Category.NOTES)
export class Outreach extends AuthoredRecord {
  row!: OutreachRow;

  @Field(() => ID)
  @NotPersonal('an opaque id, random and meaningless')
  id!: string;

  @Field(() => Person, { nullable: true, description: '対象者 — the person' })
  person!: Person;

  @Field(() => FoundThrough, { nullable: true, description: '把握の経路 — how they came to be known' })
  foundThrough!: FoundThrough;

  @Field(() => String, { nullable: true, description: '把握した内容 — what was heard' })
  foundWords!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '把握した日 — when they came to be known (YYYY-MM-DD)',
  })
  foundOn!: string;

  @Field(() => String, {
    nullable: true,
    description: '自宅にとどまり始めた時期 — stays at home since (YYYY, YYYY-MM or YYYY-MM-DD)',
  })
  withdrawnSince!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'ひきこもり(6か月以上) — whether that is six months or more; null when it is not known',
  })
  isHikikomori!: boolean | null;

  @Field(() => String, { nullable: true, description: '控えたい時間帯の始まり — quiet from (HH:MM)' })
  quietFrom!: string | null;

  @Field(() => String, { nullable: true, description: '控えたい時間帯の終わり — quiet until (HH:MM)' })
  quietTo!: string | null;

  @Field(() => OutreachStage, { nullable: true, description: '段階 — how far the relationship has come' })
  stage!: OutreachStage;

  @Field(() => String, { nullable: true, description: '次に働きかける日 — next attempt (YYYY-MM-DD)' })
  nextOn!: string | null;

  @Field(() => Int, { nullable: true, description: '版 — counts its changes' })
  version!: number;
}

export const outreachOf = (row: OutreachRow, now: Date): Outreach =>
  about(
    Object.assign(new Outreach(), row, {
      row,
      author: row.officeCode,
      person: personOf(row.personId),
      isHikikomori: row.withdrawnSince === null ? null : isHikikomori(row.withdrawnSince, now),
    }),
    [row.personId],
  );

export const contactOf = (row: OutreachContactRow, { personId }: OutreachRow): OutreachContact =>
  about(Object.assign(new OutreachContact(), row, { author: row.officeCode }), [personId]);

const OUTCOME = 'an outcome; the outreach in it decides for itself';

@ObjectType({ description: '記録した — the outreach as it stands now' })
@NotPersonal(OUTCOME)
export class OutreachRecorded {
  @Field(() => Outreach)
  outreach!: Outreach;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class OutreachNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({ description: '他の人が先に変更した — somebody else changed it first; as it stands now' })
@NotPersonal(OUTCOME)
export class OutreachChangedMeanwhile {
  @Field(() => Outreach)
  newest!: Outreach;
}

export const OutreachResult = createUnionType({
  name: 'OutreachResult',
  types: () => [OutreachRecorded, OutreachNotRecorded, OutreachChangedMeanwhile] as const,
  resolveType: (value) =>
    'outreach' in value
      ? OutreachRecorded
      : 'problems' in value
        ? OutreachNotRecorded
        : OutreachChangedMeanwhile,
});
