import { NotPersonal, registerLabelledEnum } from '@kasane/subgraph-kit';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { Person } from '../person/person.js';
import { ConflictKind } from './conflict-tables.js';

registerLabelledEnum(
  ConflictKind,
  'ConflictKind',
  { ja: '利害関係の種類', en: 'what a worker is to a person' },
  {
    RELATIVE: { ja: '親族', en: 'relative' },
    ACQUAINTANCE: { ja: '知人', en: 'acquaintance' },
    NEIGHBOUR: { ja: '近隣住民', en: 'neighbour' },
  },
);

const RECUSAL =
  'that a worker keeps away, told to the worker and the manager; the person in it decides for itself';

@ObjectType({ description: '利害関係 — that a worker keeps away from a person' })
@NotPersonal(RECUSAL)
export class ConflictOfInterest {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: '職員 — staff id of who keeps away' })
  staff!: string;

  @Field(() => Person, { description: '人 — from whom' })
  person!: Person;

  @Field(() => ConflictKind, { description: '種類 — what the worker is to the person' })
  kind!: ConflictKind;

  @Field(() => ID, { description: '届け出た職員 — staff id of who declared it' })
  declaredBy!: string;

  @Field(() => GraphQLDateTimeISO, { description: '届け出た日時 — when' })
  declaredAt!: Date;
}

@ObjectType({ description: '届け出た — the worker is recused from the next request on' })
@NotPersonal(RECUSAL)
export class ConflictDeclared {
  @Field(() => ConflictOfInterest)
  conflict!: ConflictOfInterest;
}

@ObjectType({ description: '届け出できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(RECUSAL)
export class ConflictNotDeclared {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({ description: '終了した — the worker is no longer recused' })
@NotPersonal(RECUSAL)
export class ConflictEnded {
  @Field(() => ID)
  id!: string;
}

export const DeclareConflictResult = createUnionType({
  name: 'DeclareConflictResult',
  types: () => [ConflictDeclared, ConflictNotDeclared] as const,
  resolveType: (value) => ('problems' in value ? ConflictNotDeclared : ConflictDeclared),
});
