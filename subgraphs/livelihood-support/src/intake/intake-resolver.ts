import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LivelihoodSupportRecord } from '../livelihood-support-record.js';
import type { LivelihoodSupportContext } from '../loaders.js';
import { LivelihoodIntake } from './livelihood-intake.js';

@Resolver(() => LivelihoodSupportRecord)
export class IntakeResolver {
  @Disclosed(Category.LIVELIHOOD_INTAKE)
  @FieldResolver(() => LivelihoodIntake, { nullable: true, description: '新規相談 — the newest intake' })
  intake(
    @Root() { personId }: LivelihoodSupportRecord,
    @Ctx() { loaders }: LivelihoodSupportContext,
  ): Promise<Rows<LivelihoodIntake>> {
    return loaders.intakes.load(personId);
  }

  @Disclosed(Category.LIVELIHOOD_INTAKE)
  @FieldResolver(() => [LivelihoodIntake], {
    nullable: true,
    description: '新規相談 — all intakes, the newest first',
  })
  intakes(
    @Root() { personId }: LivelihoodSupportRecord,
    @Ctx() { loaders }: LivelihoodSupportContext,
  ): Promise<Rows<LivelihoodIntake>> {
    return loaders.intakes.load(personId);
  }
}
