import { about, Disclosed, NotPersonal, PersonalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { AuthoredRecord } from '../disclosure/authored.js';
import { Person, personOf } from '../person/person.js';
import type { CompositeFlagRow } from './flag-tables.js';
import { CompositeFlagKind, FlagDecision } from './flag-words.js';

@ObjectType({
  description:
    '複合的な課題の候補 — what ages and relations suggest; computed now, stored nowhere, no finding',
})
@Disclosed(Category.IDENTITY)
export class CompositeFlagSuggestion extends PersonalRecord {
  @Field(() => CompositeFlagKind, { nullable: true, description: '種類 — which' })
  kind!: CompositeFlagKind;

  @Field(() => [Person], { nullable: true, description: '関係する人 — whose ages and relations suggest it' })
  persons!: readonly Person[];
}

@ObjectType({
  description: '複合的な課題 — what an office confirmed or rejected; its opinion, with author and date',
})
@Disclosed(Category.INTAKE)
export class CompositeFlag extends AuthoredRecord {
  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => CompositeFlagKind, { nullable: true, description: '種類 — which' })
  @Disclosed(Category.INTAKE, Level.SUMMARY)
  kind!: CompositeFlagKind;

  @Field(() => FlagDecision, { nullable: true, description: '判断 — confirmed or rejected' })
  @Disclosed(Category.INTAKE, Level.SUMMARY)
  decision!: FlagDecision;

  @Field(() => [Person], { nullable: true, description: '関係する人 — whom it concerns' })
  persons!: readonly Person[];

  @Field(() => String, { nullable: true, description: '理由 — why' })
  reason!: string;

  @Field(() => ID, { nullable: true, description: '判断した機関 — code of the office that decided' })
  office!: string;

  @Field(() => ID, { nullable: true, description: '判断した職員 — staff id of who decided' })
  staffId!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '日時 — when' })
  at!: Date;
}

const OUTCOME = 'an outcome; the flag in it decides for itself';

@ObjectType({ description: '判断を記録した — the decision, as it stands on record' })
@NotPersonal(OUTCOME)
export class CompositeFlagDecided {
  @Field(() => CompositeFlag)
  flag!: CompositeFlag;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class CompositeFlagNotDecided {
  @Field(() => [String])
  problems!: readonly string[];
}

export const CompositeFlagResult = createUnionType({
  name: 'CompositeFlagResult',
  types: () => [CompositeFlagDecided, CompositeFlagNotDecided] as const,
  resolveType: (value) => ('flag' in value ? CompositeFlagDecided : CompositeFlagNotDecided),
});

/** A decision as the schema shows it. */
export const compositeFlagOf = (row: CompositeFlagRow): CompositeFlag =>
  about(
    Object.assign(new CompositeFlag(), row, {
      author: row.officeCode,
      office: row.officeCode,
      persons: row.persons.map(personOf),
    }),
    row.persons,
  );
