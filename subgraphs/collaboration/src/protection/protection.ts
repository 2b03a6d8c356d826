import { NotPersonal } from '@kasane/subgraph-kit';
import { ArrayMaxSize, ArrayNotEmpty, Matches } from 'class-validator';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { ID_SHAPE } from '../input.js';
import type { StoredMeasure } from './protection-repository.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

@InputType({ description: '支援措置 — a protective measure, as it was granted' })
export class ProtectiveMeasureInput {
  @Field(() => ID, { description: '本人 — who is protected' })
  @Matches(ID_SHAPE)
  person!: string;

  @Field(() => [ID], {
    description:
      '取扱機関 — codes of the offices that handle it, your own among them; to all others it masks',
  })
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @Matches(ID_SHAPE, { each: true })
  handlingOffices!: string[];

  @Field(() => [ID], {
    defaultValue: [],
    description:
      '相手方の職員 — staff ids of the other party and their helpers, where they work for an office of the hub: they are shown nothing',
  })
  @ArrayMaxSize(20)
  @Matches(ID_SHAPE, { each: true })
  restrictedStaff!: string[];

  @Field(() => String, { description: '開始日 — first day in Japan (YYYY-MM-DD)' })
  @Matches(DATE)
  from!: string;

  @Field(() => String, { description: '終了日 — last day in Japan (YYYY-MM-DD); one year at most' })
  @Matches(DATE)
  to!: string;
}

const HANDLED = 'a restriction, told to the officers who handle it and to nobody else';

@ObjectType({ description: '支援措置 — a protective measure that your office handles' })
@NotPersonal(HANDLED)
export class ProtectiveMeasure {
  stored!: StoredMeasure;

  @Field(() => ID)
  id!: string;

  @Field(() => [ID], { description: '相手方の職員 — staff ids of the other party and their helpers' })
  restrictedStaff!: readonly string[];

  @Field(() => String, { description: '開始日 — first day (YYYY-MM-DD)' })
  from!: string;

  @Field(() => String, { description: '終了日 — last day (YYYY-MM-DD)' })
  to!: string;

  @Field(() => String, { description: '更新できる日 — day from which it can be renewed (YYYY-MM-DD)' })
  renewableFrom!: string;
}

@ObjectType({ description: '記録した — the measure as it stands now' })
@NotPersonal(HANDLED)
export class ProtectiveMeasureRecorded {
  @Field(() => ProtectiveMeasure)
  measure!: ProtectiveMeasure;
}

@ObjectType({ description: '終了した — the measure masks nothing from the next request on' })
@NotPersonal(HANDLED)
export class ProtectiveMeasureEnded {
  @Field(() => ID)
  id!: string;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(HANDLED)
export class ProtectiveMeasureNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

export const ProtectiveMeasureResult = createUnionType({
  name: 'ProtectiveMeasureResult',
  types: () => [ProtectiveMeasureRecorded, ProtectiveMeasureEnded, ProtectiveMeasureNotRecorded] as const,
  resolveType: (value) =>
    'measure' in value
      ? ProtectiveMeasureRecorded
      : 'problems' in value
        ? ProtectiveMeasureNotRecorded
        : ProtectiveMeasureEnded,
});
