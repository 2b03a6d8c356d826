import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LivelihoodSupportRecord } from '../livelihood-support-record.js';
import type { LivelihoodSupportContext } from '../loaders.js';
import { FinanceImprovement } from './finance-improvement.js';

@Resolver(() => LivelihoodSupportRecord)
export class FinanceImprovementResolver {
  @Disclosed(Category.FINANCE)
  @FieldResolver(() => [FinanceImprovement], {
    nullable: true,
    description: '家計改善支援 — budget help, the newest first',
  })
  financeImprovements(
    @Root() { personId }: LivelihoodSupportRecord,
    @Ctx() { loaders }: LivelihoodSupportContext,
  ): Promise<Rows<FinanceImprovement>> {
    return loaders.financeImprovements.load(personId);
  }
}
