import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LivelihoodSupportRecord } from '../livelihood-support-record.js';
import type { LivelihoodSupportContext } from '../loaders.js';
import { EmploymentSupport } from './employment-support.js';

@Resolver(() => LivelihoodSupportRecord)
export class EmploymentResolver {
  @Disclosed(Category.EMPLOYMENT)
  @FieldResolver(() => [EmploymentSupport], {
    nullable: true,
    description: '就労支援 — employment support, the newest first',
  })
  employmentSupports(
    @Root() { personId }: LivelihoodSupportRecord,
    @Ctx() { loaders }: LivelihoodSupportContext,
  ): Promise<Rows<EmploymentSupport>> {
    return loaders.employmentSupports.load(personId);
  }
}
