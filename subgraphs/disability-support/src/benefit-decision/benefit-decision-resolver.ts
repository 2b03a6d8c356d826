import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DisabilitySupportRecord } from '../disability-support-record.js';
import type { DisabilitySupportContext } from '../loaders.js';
import { BenefitDecision } from './benefit-decision.js';

@Resolver(() => DisabilitySupportRecord)
export class BenefitDecisionResolver {
  @Disclosed(Category.DISABILITY_SERVICE)
  @FieldResolver(() => BenefitDecision, {
    nullable: true,
    description: '支給決定・受給者証 — the newest benefit decision; others may go on beside it',
  })
  benefitDecision(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<BenefitDecision>> {
    return loaders.benefitDecisions.load(personId);
  }

  @Disclosed(Category.DISABILITY_SERVICE)
  @FieldResolver(() => [BenefitDecision], {
    nullable: true,
    description: '支給決定・受給者証 — benefit decisions, the newest first',
  })
  benefitDecisions(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<BenefitDecision>> {
    return loaders.benefitDecisions.load(personId);
  }
}
