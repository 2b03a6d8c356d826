import { about, Disclosed, NotPersonal } from '@kasane/subgraph-kit';
import { Category, type PersonId } from '@kasane/vocabulary';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { AuthoredRecord, Folder } from '../disclosure/authored.js';
import { Person, personOf } from '../person/person.js';
import type { FollowUpRow, HostRow, MatchRow, MenuRow, ParticipationRow } from './participation-tables.js';
import { FollowUpOf, HostKind, MatchState } from './participation-words.js';

const PUBLIC = 'what a host offers, of no person';

@ObjectType('ParticipationMenu', { description: '支援メニュー — something to do at a host' })
@NotPersonal(PUBLIC)
export class Menu {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '名称 — title' })
  title!: string;

  @Field(() => String, { nullable: true, description: '内容 — what it is' })
  words!: string | null;

  @Field(() => Int, { nullable: true, description: '受入人数 — places' })
  places!: number | null;
}

@ObjectType('ParticipationHost', { description: '受入先 — a place that takes people in' })
@NotPersonal(PUBLIC)
export class Host {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '名称 — name' })
  name!: string;

  @Field(() => HostKind, { description: '種類 — kind' })
  kind!: HostKind;

  @Field(() => String, { nullable: true, description: '所在地 — address' })
  address!: string | null;

  @Field(() => Boolean, { description: '受入中 — whether it takes people in now' })
  isOpen!: boolean;

  @Field(() => [Menu], { description: '支援メニュー — what it offers' })
  menus!: readonly Menu[];
}

@ObjectType('ParticipationFollowUp', {
  description: 'フォローアップ — how it goes, asked of the person or the host',
})
@Disclosed(Category.SUPPORT_PLAN)
export class FollowUp extends AuthoredRecord {
  @Field(() => FollowUpOf, { nullable: true, description: '相手 — of whom it was asked' })
  of!: FollowUpOf;

  @Field(() => String, { nullable: true, description: '日付 — YYYY-MM-DD' })
  on!: string;

  @Field(() => String, { nullable: true, description: '内容 — what was said' })
  words!: string;
}

@Folder()
@ObjectType('ParticipationMatch', { description: 'マッチング — a person and a menu' })
@Disclosed(Category.SUPPORT_PLAN)
export class Match extends AuthoredRecord {
  row!: MatchRow;

  @Field(() => ID)
  @NotPersonal('an opaque id, random and meaningless')
  id!: string;

  @Field(() => MatchState, { nullable: true, description: '状態 — how far it has come' })
  state!: MatchState;

  @Field(() => String, { nullable: true, description: 'その状態になった日 — since (YYYY-MM-DD)' })
  sinceOn!: string;

  @Field(() => String, { nullable: true, description: '次のフォローアップ — next follow-up (YYYY-MM-DD)' })
  followUpOn!: string | null;

  @Field(() => Int, { nullable: true, description: '版 — counts its changes' })
  version!: number;
}

@Folder()
@ObjectType({ description: '参加支援 — what somebody would like to do, and what was found for it' })
@Disclosed(Category.SUPPORT_PLAN)
export class Participation extends AuthoredRecord {
  row!: ParticipationRow;

  @Field(() => ID)
  @NotPersonal('an opaque id, random and meaningless')
  id!: string;

  @Field(() => Person, { nullable: true, description: '本人 — the person' })
  person!: Person;

  @Field(() => String, { nullable: true, description: '希望 — wishes' })
  wishes!: string;

  @Field(() => String, { nullable: true, description: '強み — strengths' })
  strengths!: string | null;

  @Field(() => String, { nullable: true, description: '配慮してほしいこと — what has to be considered' })
  conditions!: string | null;
}

export const hostOf = (row: HostRow, menus: readonly MenuRow[]): Host =>
  Object.assign(new Host(), row, { menus });

export const participationOf = (row: ParticipationRow): Participation =>
  about(
    Object.assign(new Participation(), row, { row, author: row.officeCode, person: personOf(row.personId) }),
    [row.personId],
  );

export const matchOf = (
  row: MatchRow,
  { officeCode: author, personId }: Pick<ParticipationRow, 'officeCode' | 'personId'>,
): Match => about(Object.assign(new Match(), row, { row, author }), [personId]);

export const followUpOf = (row: FollowUpRow, persons: readonly PersonId[]): FollowUp =>
  about(Object.assign(new FollowUp(), row, { author: row.officeCode }), persons);

const OUTCOME = 'an outcome; the record in it decides for itself';

@ObjectType({ description: '記録した — as it stands now' })
@NotPersonal(OUTCOME)
export class ParticipationRecorded {
  @Field(() => Participation)
  participation!: Participation;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class ParticipationNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({ description: '他の人が先に変更した — somebody else changed it first; as it stands now' })
@NotPersonal(OUTCOME)
export class ParticipationChangedMeanwhile {
  @Field(() => Participation)
  newest!: Participation;
}

export const ParticipationResult = createUnionType({
  name: 'ParticipationResult',
  types: () => [ParticipationRecorded, ParticipationNotRecorded, ParticipationChangedMeanwhile] as const,
  resolveType: (value) =>
    'participation' in value
      ? ParticipationRecorded
      : 'problems' in value
        ? ParticipationNotRecorded
        : ParticipationChangedMeanwhile,
});

@ObjectType({ description: '登録した — the host as it is listed now' })
@NotPersonal(PUBLIC)
export class HostListed {
  @Field(() => Host)
  host!: Host;
}

export const HostResult = createUnionType({
  name: 'ParticipationHostResult',
  types: () => [HostListed, ParticipationNotRecorded] as const,
  resolveType: (value) => ('host' in value ? HostListed : ParticipationNotRecorded),
});
