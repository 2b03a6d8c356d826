import { about, Disclosed, PersonalRecord } from '@kasane/subgraph-kit';
import { Category, Level, type OfficeCode, type PersonId } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { StepsAbout } from '../case/case-step.js';
import { connectionOf } from '../connection.js';
import { AuthoredRecord } from '../disclosure/authored.js';
import { Person, personOf } from '../person/person.js';
import type { RosterEventRow } from './roster-tables.js';
import { RosterChangeKind } from './seat-words.js';

@ObjectType({ description: '支援体制の変更 — one change of the roster of a case' })
@Disclosed(Category.INVOLVEMENT, Level.SUMMARY)
export class RosterChange extends AuthoredRecord {
  /** Everybody of whom its words may speak, known to the viewer or not. */
  spokenOf!: readonly PersonId[];
  words!: string | null;

  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => ID, { nullable: true, description: '席 — id of the seat' })
  seatId!: string;

  @Field(() => RosterChangeKind, { nullable: true, description: '変更の種類 — what happened' })
  kind!: RosterChangeKind;

  @Field(() => String, {
    nullable: true,
    description: '効力の日 — from when it holds, or the last day of what ends (YYYY-MM-DD)',
  })
  on!: string;

  @Field(() => [Person], {
    nullable: true,
    description: '対象 — the members whom the seat is for; null when it is for everyone',
  })
  persons!: readonly Person[] | null;

  @Field(() => ID, { nullable: true, description: '席の機関 — code of the office whose seat it is' })
  seatOffice!: OfficeCode;

  @Field(() => ID, { nullable: true, description: '変更した機関 — code of the office that changed it' })
  office!: OfficeCode;

  @Field(() => ID, { nullable: true, description: '変更した職員 — staff id of who changed it' })
  staffId!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '日時 — when' })
  at!: Date;
}

export const RosterChangeConnection = connectionOf('RosterChange', () => RosterChange);

/** A change as the schema shows it; nothing where it concerns only members of whom the viewer may not know. */
export function rosterChangeOf(
  { officeCode, reason, persons, ...row }: RosterEventRow,
  { known, all }: StepsAbout,
): RosterChange | undefined {
  const concerned = persons === null ? known : persons.filter((person) => known.includes(person));
  if (concerned.length === 0) return undefined;
  const shown = persons === null ? null : concerned.map(personOf);
  const told = { author: officeCode, persons: shown, office: officeCode, words: reason, spokenOf: all };
  return about<RosterChange & PersonalRecord>(Object.assign(new RosterChange(), row, told), concerned);
}
