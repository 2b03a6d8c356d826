import { Disclosed, NotPersonal, PersonalRecord } from '@kasane/subgraph-kit';
import { Category, HouseholdKind, Level, Relation, type HouseholdId } from '@kasane/vocabulary';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Person } from '../person/person.js';

@ObjectType({ description: '世帯員 — a member of a household' })
@Disclosed(Category.HOUSEHOLD, Level.SUMMARY)
export class HouseholdMember extends PersonalRecord {
  @Field(() => Person, { nullable: true, description: '人 — the person' })
  person!: Person;

  @Field(() => Relation, {
    nullable: true,
    description: '続柄 — relation to the person whom the support began with',
  })
  relation!: Relation | null;

  @Field(() => String, { nullable: true, description: '世帯に入った日 — member from (YYYY-MM-DD)' })
  from!: string;

  @Field(() => String, { nullable: true, description: '世帯を出た日 — last day (YYYY-MM-DD)' })
  to!: string | null;
}

@ObjectType({ description: '世帯 — a household' })
@Directive('@key(fields: "id")')
export class Household extends PersonalRecord {
  @Field(() => ID)
  @NotPersonal('an opaque id, random and meaningless')
  id!: HouseholdId;

  @Field(() => HouseholdKind, { nullable: true, description: '世帯の種別 — which household is meant' })
  @Disclosed(Category.HOUSEHOLD, Level.SUMMARY)
  kind!: HouseholdKind;

  members!: readonly HouseholdMember[];
}

@ObjectType({ description: '世帯の一覧の一件 — one household of a list' })
@NotPersonal('wraps a household that decides for itself')
export class HouseholdEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Household)
  node!: Household;
}

@ObjectType({ description: 'ページ — where a page of a list ends' })
@NotPersonal('positions in a list that was already decided')
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

@ObjectType({ description: '世帯の一覧 — households, page by page' })
@NotPersonal('wraps households that decide for themselves')
export class HouseholdConnection {
  @Field(() => [HouseholdEdge])
  edges!: HouseholdEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

/** The most that a list gives at once: what a page shows of everybody on it is one append to the ledger. */
export const MAX_PAGE = 50;
