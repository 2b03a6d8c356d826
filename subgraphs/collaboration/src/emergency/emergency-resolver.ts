import { NotPersonal, requirePurpose } from '@kasane/subgraph-kit';
import { Category, japanDate, Role } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { Household } from '../household/household.js';
import { openHousehold } from '../household/household-resolver.js';
import { requireRole } from '../permission.js';
import { Person, personOf } from '../person/person.js';
import {
  DeclareEmergencyResult,
  Emergency,
  EmergencyToReview,
  EndEmergencyResult,
  ReviewEmergencyResult,
} from './emergency.js';
import { declareEmergency, endEmergency, reviewEmergency } from './emergency-service.js';
import { findOpenEmergencies, findUnreviewed, type StoredEmergency } from './emergency-repository.js';
import { ReviewOutcome } from './emergency-tables.js';
import { nextWorkingDay } from './working-day.js';

const EACH_DECIDES = 'each of them decides for itself';

@Resolver(() => Emergency)
export class EmergencyResolver {
  @Mutation(() => DeclareEmergencyResult, {
    description:
      '緊急時の閲覧を宣言する — break the glass for a household, or for one person and whom they live with; needs the purpose EMERGENCY and the header hub-emergency-reason, lasts three hours, and is always reviewed',
  })
  async declareEmergency(
    @Arg('household', () => ID, { nullable: true }) household: string | null | undefined,
    @Arg('person', () => ID, { nullable: true }) person: string | null | undefined,
    @Arg('reason', () => String, { description: '理由 — why; at least 10 characters' }) reason: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof DeclareEmergencyResult> {
    requirePurpose(context.viewer);
    const declared = await declareEmergency({ household, person }, reason, context);
    return 'problems' in declared ? declared : { emergency: emergencyOf(declared) };
  }

  @Mutation(() => EndEmergencyResult, {
    description: '緊急時の閲覧を終える — end your own emergency; it bites on the next request',
  })
  async endEmergency(
    @Arg('id', () => ID) id: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof EndEmergencyResult> {
    requirePurpose(context.viewer);
    const ended = await endEmergency(id, context);
    return 'since' in ended ? ended : { emergency: emergencyOf(ended) };
  }

  @Mutation(() => ReviewEmergencyResult, {
    description:
      '緊急時の閲覧を点検する — record what you found, when it is over; for privacy officers, and never your own',
  })
  async reviewEmergency(
    @Arg('id', () => ID) id: string,
    @Arg('outcome', () => ReviewOutcome) outcome: ReviewOutcome,
    @Arg('note', () => String, { description: '所見 — what you found; at least 10 characters' }) note: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ReviewEmergencyResult> {
    return reviewEmergency(id, outcome, note, context);
  }

  @Query(() => [Emergency], { description: '自分の緊急時の閲覧 — your own emergencies that are open' })
  async myEmergencies(@Ctx() { manager, viewer, now }: CollaborationContext): Promise<readonly Emergency[]> {
    return (await findOpenEmergencies(manager, viewer.staffId, now)).map(emergencyOf);
  }

  @Query(() => [EmergencyToReview], {
    description:
      '点検を待つ緊急時の閲覧 — emergencies that nobody has reviewed yet, the oldest first; for privacy officers of the city',
  })
  async emergenciesAwaitingReview(
    @Ctx() { manager, viewer, now, recorder }: CollaborationContext,
  ): Promise<readonly EmergencyToReview[]> {
    requireRole(viewer, Role.PRIVACY_OFFICER);
    const today = japanDate(now);
    const found = await findUnreviewed(manager, viewer);
    recorder.add({
      kind: 'READING',
      outcome: 'PERMITTED',
      items: found.map(({ id }) => ({ fields: ['Query.emergenciesAwaitingReview'], evidence: id })),
    });
    return found.map(({ id, staff, office, household, person, reason, declaredAt, until }) => {
      const dueOn = nextWorkingDay(japanDate(declaredAt));
      return Object.assign(new EmergencyToReview(), {
        id,
        staff,
        office,
        household,
        person,
        reason,
        declaredAt,
        until,
        dueOn,
        isOverdue: dueOn < today,
      });
    });
  }

  @NotPersonal(EACH_DECIDES)
  @FieldResolver(() => [Person], {
    description:
      '対象の人 — whom it opens, as far as the purpose and the reason are stated with the question',
  })
  async persons(
    @Root() { stored }: Emergency,
    @Ctx() { scope, recorder }: CollaborationContext,
  ): Promise<readonly Person[]> {
    await Promise.all(stored.persons.map((person) => scope.admit(person)));
    return stored.persons
      .filter((person) => {
        // Who was named is known to who named them; whom they live with may be masked.
        const category = person === stored.person ? Category.IDENTITY : Category.HOUSEHOLD;
        const permit = scope.permits([person], category)?.[0];
        recorder.note(person, category, 'Emergency.persons', permit);
        return permit !== undefined;
      })
      .map(personOf);
  }

  @NotPersonal('decides for itself')
  @FieldResolver(() => Household, { nullable: true, description: '世帯 — the household that was named' })
  async household(
    @Root() { stored }: Emergency,
    @Ctx() context: CollaborationContext,
  ): Promise<Household | null> {
    return stored.household && openHousehold(context, stored.household, 'Emergency.household');
  }
}

const emergencyOf = (stored: StoredEmergency): Emergency => {
  const { id, reason, declaredAt, until } = stored;
  return Object.assign(new Emergency(), { stored, id, reason, declaredAt, until });
};
