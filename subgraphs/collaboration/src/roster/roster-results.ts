import { NotPersonal } from '@kasane/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { RosterSeat, SupportCase } from '../case/case.js';

const OUTCOME = 'an outcome; the case and the seats in it decide for themselves';

@ObjectType({ description: '変更した — the roster after the change' })
@NotPersonal(OUTCOME)
export class RosterChanged {
  @Field(() => SupportCase)
  case!: SupportCase;

  @Field(() => RosterSeat, { nullable: true, description: '席 — the seat; the new one where one was taken' })
  seat!: RosterSeat | null;
}

@ObjectType({ description: '変更できない — it cannot be changed, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class RosterNotChanged {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({ description: '他の人が先に更新した — somebody else changed the seat first' })
@NotPersonal(OUTCOME)
export class SeatChangedMeanwhile {
  @Field(() => RosterSeat, { nullable: true, description: '今の席 — the seat as it stands now' })
  newer!: RosterSeat | null;
}

export const RosterResult = createUnionType({
  name: 'RosterResult',
  types: () => [RosterChanged, RosterNotChanged, SeatChangedMeanwhile] as const,
  resolveType: (value) =>
    'case' in value ? RosterChanged : 'problems' in value ? RosterNotChanged : SeatChangedMeanwhile,
});

@ObjectType({ description: '席が終わる — seats that end with a day, or go on from it' })
@NotPersonal(OUTCOME)
export class SeatsEnding {
  @Field(() => String, { description: '最終日 — last day (YYYY-MM-DD)' })
  lastDay!: string;

  @Field(() => [RosterSeat], {
    description:
      '席 — of a worker who moves those that now wait for another; of an office those of cases on which you work',
  })
  seats!: readonly RosterSeat[];
}

export const OfficeMoveResult = createUnionType({
  name: 'OfficeMoveResult',
  types: () => [SeatsEnding, RosterNotChanged] as const,
  resolveType: (value) => ('seats' in value ? SeatsEnding : RosterNotChanged),
});
