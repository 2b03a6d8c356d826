import { Disclosed } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { Household } from '../household/household.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { rosterSeatsOf } from '../roster/seat-in-hand.js';
import { RosterSeat, SupportCase } from './case.js';

@Resolver(() => Household)
export class HouseholdCasesResolver {
  @Disclosed(Category.INVOLVEMENT)
  @FieldResolver(() => [SupportCase], {
    nullable: true,
    description: '多機関協働ケース — cases, the newest first',
  })
  async cases(
    @Root() { id }: Household,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<readonly SupportCase[]> {
    return (await loaders.cases.load(id)).map((row) => Object.assign(new SupportCase(), row, { row }));
  }
}

@Resolver(() => SupportCase)
export class SupportCaseResolver {
  @Disclosed(Category.INVOLVEMENT)
  @FieldResolver(() => [RosterSeat], {
    nullable: true,
    description: '支援体制 — the roster: who works on it, for whom',
  })
  async roster(
    @Root() { row }: SupportCase,
    @Ctx() { loaders, scope }: CollaborationContext,
  ): Promise<readonly RosterSeat[]> {
    const known = scope.membersOf(row.householdId);
    // Who else works with somebody who is masked tells of the measure: the roster is nobody's business then.
    if (known.length === 0) return [];
    const seats = await loaders.seats.load(row.id);
    return rosterSeatsOf(seats, known, { loaders });
  }
}

@Resolver(() => RosterSeat)
export class RosterSeatResolver {
  @Disclosed(Category.INVOLVEMENT, Level.SUMMARY)
  @FieldResolver(() => Office, { nullable: true, description: '機関 — office' })
  office(@Root() { seat }: RosterSeat, @Ctx() context: CollaborationContext): Promise<Office> {
    return officeOf(seat.officeCode, context);
  }
}
