import { about, Disclosed } from '@kasane/subgraph-kit';
import { Category, Level, type PersonId } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../connection.js';
import { AuthoredRecord } from '../disclosure/authored.js';
import { Person, personOf } from '../person/person.js';
import type { CaseNoteVersionRow, ToldDisclosureRow } from './note-tables.js';
import { CaseNoteMethod, ToldBy } from './note-words.js';

@ObjectType({ description: '支援経過記録の版 — what a note said, who wrote it so, and when' })
@Disclosed(Category.NOTES)
export class CaseNoteVersion extends AuthoredRecord {
  @Field(() => Int, { nullable: true, description: '版 — 1 is the first' })
  version!: number;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '日時 — when it happened' })
  @Disclosed(Category.NOTES, Level.SUMMARY)
  heldAt!: Date;

  @Field(() => CaseNoteMethod, { nullable: true, description: '方法 — how' })
  @Disclosed(Category.NOTES, Level.SUMMARY)
  method!: CaseNoteMethod;

  @Field(() => String, { nullable: true, description: '対応者 — who answered' })
  answeredBy!: string;

  @Field(() => String, { nullable: true, description: '相手 — with whom' })
  counterpart!: string;

  @Field(() => String, { nullable: true, description: '内容 — what happened' })
  content!: string;

  @Field(() => [Person], { nullable: true, description: '関係する人 — everybody of whom it speaks' })
  persons!: readonly Person[];

  @Field(() => String, { nullable: true, description: '次の対応 — what comes next' })
  nextStep!: string | null;

  @Field(() => String, { nullable: true, description: '次の対応の期日 — by when (YYYY-MM-DD)' })
  nextOn!: string | null;

  @Field(() => ID, { nullable: true, description: '次の対応の担い手 — code of the office that does it' })
  nextOffice!: string | null;

  @Field(() => Int, { nullable: true, description: '所要時間 — minutes taken' })
  minutes!: number | null;

  @Field(() => String, {
    nullable: true,
    description: '訂正の理由 — why it was revised; null of the first version',
  })
  reason!: string | null;

  @Field(() => ID, { nullable: true, description: '記録した機関 — code of the office that wrote it' })
  @Disclosed(Category.NOTES, Level.SUMMARY)
  office!: string;

  @Field(() => ID, { nullable: true, description: '記録した職員 — staff id of who wrote it so' })
  staffId!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '記録日時 — when it was written' })
  at!: Date;
}

@ObjectType({ description: '支援経過記録 — a note of a case, in its newest version' })
@Disclosed(Category.NOTES)
export class CaseNote extends AuthoredRecord {
  @Field(() => ID, { nullable: true })
  @Disclosed(Category.NOTES, Level.SUMMARY)
  id!: string;

  @Field(() => CaseNoteVersion, { nullable: true, description: '最新の版 — the newest version' })
  newest!: CaseNoteVersion;
}

export const CaseNoteConnection = connectionOf('CaseNote', () => CaseNote);

@ObjectType({ description: '口頭・書面での提供 — what was told to a partner without an account' })
@Disclosed(Category.NOTES)
export class ToldDisclosure extends AuthoredRecord {
  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => [Person], { nullable: true, description: '本人 — of whom it was' })
  persons!: readonly Person[];

  @Field(() => String, { nullable: true, description: '相手 — to whom' })
  recipient!: string;

  @Field(() => [Category], { nullable: true, description: '項目 — data categories that were told' })
  categories!: readonly Category[];

  @Field(() => ToldBy, { nullable: true, description: '方法 — how' })
  how!: ToldBy;

  @Field(() => String, { nullable: true, description: '日付 — when (YYYY-MM-DD)' })
  toldOn!: string;

  @Field(() => String, { nullable: true, description: '根拠 — why it was allowed' })
  basis!: string;

  @Field(() => ID, { nullable: true, description: '記録した職員 — staff id of who recorded it' })
  staffId!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '記録日時 — when it was recorded' })
  at!: Date;
}

export const ToldDisclosureConnection = connectionOf('ToldDisclosure', () => ToldDisclosure);

const told = (persons: readonly PersonId[]): readonly Person[] => persons.map(personOf);

/** A version as the schema shows it: it speaks of those whom it names. */
export const noteVersionOf = (row: CaseNoteVersionRow): CaseNoteVersion =>
  about(
    Object.assign(new CaseNoteVersion(), row, {
      author: row.officeCode,
      office: row.officeCode,
      persons: told(row.persons),
    }),
    row.persons,
  );

/** A note, by its newest version. */
export const caseNoteOf = (newest: CaseNoteVersionRow): CaseNote =>
  about(
    Object.assign(new CaseNote(), {
      id: newest.noteId,
      author: newest.officeCode,
      newest: noteVersionOf(newest),
    }),
    newest.persons,
  );

export const toldDisclosureOf = (row: ToldDisclosureRow): ToldDisclosure =>
  about(
    Object.assign(new ToldDisclosure(), row, { author: row.officeCode, persons: told(row.persons) }),
    row.persons,
  );
