import { about, Disclosed, NotPersonal, PersonalRecord } from '@kasane/subgraph-kit';
import { Category, Level, type PersonId } from '@kasane/vocabulary';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Folder } from '../disclosure/authored.js';
import type { PersonRow } from './person-row.js';

@Folder()
@ObjectType({ description: '人 — a person, by an opaque id' })
@Directive('@key(fields: "id")')
export class Person extends PersonalRecord {
  @Field(() => ID)
  @NotPersonal('an opaque id, random and meaningless')
  id!: PersonId;
}

/** A person, before anything of them is read. */
export const personOf = (id: PersonId): Person => about(Object.assign(new Person(), { id }), [id]);

@ObjectType({ description: '氏名・生年月日 — name and birth date, from the intake form' })
@Disclosed(Category.IDENTITY)
export class PersonIdentity extends PersonalRecord {
  @Disclosed(Category.IDENTITY, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '氏名 — name as given' })
  name!: string;

  @Disclosed(Category.IDENTITY, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: 'フリガナ — kana' })
  kana!: string | null;

  @Disclosed(Category.IDENTITY, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: 'ローマ字氏名 — name in roman letters' })
  romanName!: string | null;

  @Field(() => String, { nullable: true, description: '生年月日 — birth date (YYYY-MM-DD)' })
  birthDate!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '生年月日(聞き取ったまま) — birth date as it was said, where the day is not known',
  })
  birthAsGiven!: string | null;

  @Field(() => String, { nullable: true, description: '性別 — sex: MALE, FEMALE or UNKNOWN' })
  sex!: string;

  @Disclosed(Category.IDENTITY, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description: '死亡日 — day of death (YYYY-MM-DD); null for the living',
  })
  deceasedOn!: string | null;
}

@ObjectType({ description: '住所・連絡先 — address and contact' })
@Disclosed(Category.CONTACT)
export class PersonContact extends PersonalRecord {
  @Field(() => String, { nullable: true, description: '住所 — address' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: '電話番号 — telephone' })
  phone!: string | null;
}

@ObjectType({ description: '言語・通訳 — language needs' })
@Disclosed(Category.LANGUAGE_NEEDS, Level.SUMMARY)
export class LanguageNeeds extends PersonalRecord {
  @Field(() => [String], { nullable: true, description: '言語 — languages (BCP 47), the best spoken first' })
  languages!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: '配慮 — what the person needs in order to be understood',
  })
  need!: string | null;
}

export const identityOf = ({
  name,
  kana,
  romanName,
  birthDate,
  birthAsGiven,
  sex,
  deceasedOn,
}: PersonRow): PersonIdentity =>
  Object.assign(new PersonIdentity(), { name, kana, romanName, birthDate, birthAsGiven, sex, deceasedOn });

export const contactOf = ({ address, phone }: PersonRow): PersonContact =>
  Object.assign(new PersonContact(), { address, phone });

export const languageNeedsOf = ({ languages, languageNeed }: PersonRow): LanguageNeeds =>
  Object.assign(new LanguageNeeds(), { languages: languages?.split(',') ?? [], need: languageNeed });
