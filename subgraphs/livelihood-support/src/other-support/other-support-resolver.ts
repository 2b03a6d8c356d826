import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LivelihoodSupportRecord } from '../livelihood-support-record.js';
import type { LivelihoodSupportContext } from '../loaders.js';
import { LivelihoodOtherSupport } from './other-support.js';

@Resolver(() => LivelihoodSupportRecord)
export class OtherSupportResolver {
  @Disclosed(Category.LIVELIHOOD_PLAN)
  @FieldResolver(() => [LivelihoodOtherSupport], {
    nullable: true,
    description: 'その他の支援 — other support, the newest first',
  })
  otherSupports(
    @Root() { personId }: LivelihoodSupportRecord,
    @Ctx() { loaders }: LivelihoodSupportContext,
  ): Promise<Rows<LivelihoodOtherSupport>> {
    return loaders.otherSupports.load(personId);
  }
}
