import { NotPersonal } from '@kasane/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Person } from '../person/person.js';
import { SupportCase } from './case.js';
import type { SteppedCase } from './case-steps.js';
import { supportCaseOf } from './coordinate-case.js';

const OUTCOME = 'an outcome; the case and the persons in it decide for themselves';

@ObjectType({ description: '進めた — the case after the step' })
@NotPersonal(OUTCOME)
export class CaseStepTaken {
  @Field(() => SupportCase)
  case!: SupportCase;
}

@ObjectType({ description: '進められない — the step cannot be taken, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class CaseStepNotTaken {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({
  description: '他の人が先に更新した — somebody else changed the case first; it as it stands now',
})
@NotPersonal(OUTCOME)
export class CaseChangedMeanwhile {
  @Field(() => SupportCase, { description: '今のケース — the case as it stands now' })
  newer!: SupportCase;
}

export const CaseStepResult = createUnionType({
  name: 'CaseStepResult',
  types: () => [CaseStepTaken, CaseStepNotTaken, CaseChangedMeanwhile] as const,
  resolveType: (value) =>
    'case' in value ? CaseStepTaken : 'problems' in value ? CaseStepNotTaken : CaseChangedMeanwhile,
});

/** The outcome of a step, as the schema tells it. */
export function toldStep(stepped: SteppedCase): typeof CaseStepResult {
  if ('taken' in stepped) return { case: supportCaseOf(stepped.taken) };
  return 'newer' in stepped ? { newer: supportCaseOf(stepped.newer) } : { problems: stepped.problems };
}

@ObjectType({ description: '死亡を記録した — the person, as it is on record now' })
@NotPersonal(OUTCOME)
export class DeathRecorded {
  @Field(() => Person)
  person!: Person;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class DeathNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

export const DeathResult = createUnionType({
  name: 'DeathResult',
  types: () => [DeathRecorded, DeathNotRecorded] as const,
  resolveType: (value) => ('person' in value ? DeathRecorded : DeathNotRecorded),
});
