import { Disclosed, NotPersonal, PersonalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Person } from '../person/person.js';
import { SupportPlan } from './plan.js';
import { PlanItem } from './plan-item.js';

const OUTCOME = 'an outcome; the record in it decides for itself';

@ObjectType({ description: '記録した — the plan as it stands now' })
@NotPersonal(OUTCOME)
export class PlanRecorded {
  @Field(() => SupportPlan)
  plan!: SupportPlan;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class PlanNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({
  description:
    '他の人が先に更新した — somebody else changed it first: the plan as it stands now, to be laid beside what was typed; nothing was written',
})
@NotPersonal(OUTCOME)
export class PlanChanged {
  @Field(() => SupportPlan)
  newer!: SupportPlan;
}

@ObjectType({
  description: '同意の不足 — a person whose consent does not let these offices have the plan',
})
@Disclosed(Category.CONSENT)
export class PlanConsentGap extends PersonalRecord {
  officeCodes!: readonly string[];

  @Field(() => Person, { nullable: true, description: '人 — whose consent is needed' })
  person!: Person;
}

@ObjectType({
  description:
    '同意がそろっていない — not decided: the plan speaks of persons who do not consent to it now; those of whom you may know',
})
@NotPersonal('an outcome; each person in it decides for themselves')
export class PlanConsentMissing {
  @Field(() => [PlanConsentGap])
  gaps!: readonly PlanConsentGap[];
}

@ObjectType({ description: '記録した — the item as it stands now' })
@NotPersonal(OUTCOME)
export class PlanItemRecorded {
  @Field(() => PlanItem)
  item!: PlanItem;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class PlanItemNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({
  description:
    '他の人が先に更新した — somebody else changed it first: the item as it stands now; nothing was written',
})
@NotPersonal(OUTCOME)
export class PlanItemChanged {
  @Field(() => PlanItem)
  newer!: PlanItem;
}

export const PlanResult = createUnionType({
  name: 'PlanResult',
  types: () => [PlanRecorded, PlanNotRecorded, PlanChanged] as const,
  resolveType: (value) =>
    'plan' in value ? PlanRecorded : 'problems' in value ? PlanNotRecorded : PlanChanged,
});

export const DecidePlanResult = createUnionType({
  name: 'DecidePlanResult',
  types: () => [PlanRecorded, PlanNotRecorded, PlanChanged, PlanConsentMissing] as const,
  resolveType: (value) =>
    'gaps' in value
      ? PlanConsentMissing
      : 'plan' in value
        ? PlanRecorded
        : 'problems' in value
          ? PlanNotRecorded
          : PlanChanged,
});

export const PlanItemResult = createUnionType({
  name: 'PlanItemResult',
  types: () => [PlanItemRecorded, PlanItemNotRecorded, PlanItemChanged] as const,
  resolveType: (value) =>
    'item' in value ? PlanItemRecorded : 'problems' in value ? PlanItemNotRecorded : PlanItemChanged,
});
