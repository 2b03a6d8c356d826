import { Disclosed, mayShow, about } from '@kasane/subgraph-kit';
import { Category, Level, type OfficeCode, type PersonId } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../connection.js';
import type { CollaborationContext } from '../context.js';
import { AuthoredRecord } from '../disclosure/authored.js';
import { CaseStatus } from './case-status.js';
import type { CaseEventRow } from './case-tables.js';

@ObjectType({ description: 'ケースの一歩 — one step of a case: who took it, when, and why' })
@Disclosed(Category.INVOLVEMENT, Level.SUMMARY)
export class CaseStep extends AuthoredRecord {
  /** Everybody of whom its words may speak, known to the viewer or not. */
  spokenOf!: readonly PersonId[];
  words!: string | null;

  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => CaseStatus, { nullable: true, description: '前の状態 — from' })
  from!: CaseStatus;

  @Field(() => CaseStatus, { nullable: true, description: '後の状態 — to' })
  to!: CaseStatus;

  @Field(() => ID, { nullable: true, description: '機関 — code of the office that took it' })
  office!: OfficeCode;

  @Field(() => ID, { nullable: true, description: '職員 — staff id of who took it' })
  staffId!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '日時 — when' })
  at!: Date;
}

export const CaseStepConnection = connectionOf('CaseStep', () => CaseStep);

export interface StepsAbout {
  /** The members of whom the viewer may know. */
  readonly known: readonly PersonId[];
  /** All members. */
  readonly all: readonly PersonId[];
}

/** A step as the schema shows it: that it was taken concerns those who are known, its words everybody. */
export const caseStepOf = (
  { officeCode, reason, ...row }: CaseEventRow,
  { known, all }: StepsAbout,
): CaseStep =>
  about(
    Object.assign(new CaseStep(), row, {
      author: officeCode,
      office: officeCode,
      words: reason,
      spokenOf: all,
    }),
    known,
  );

/** The words of a step or of a change of the roster, where the notes of everybody of whom they may speak are open. */
export const wordsOf = (
  record: AuthoredRecord & { readonly words: string | null; readonly spokenOf: readonly PersonId[] },
  context: CollaborationContext,
  field: string,
): string | null =>
  mayShow(context, record.spokenOf, Category.NOTES, field, { level: Level.DETAIL, record })
    ? record.words
    : null;
