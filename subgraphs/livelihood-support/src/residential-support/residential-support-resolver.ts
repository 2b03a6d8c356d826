import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LivelihoodSupportRecord } from '../livelihood-support-record.js';
import type { LivelihoodSupportContext } from '../loaders.js';
import { ResidentialSupport } from './residential-support.js';

@Resolver(() => LivelihoodSupportRecord)
export class ResidentialSupportResolver {
  @Disclosed(Category.HOUSING)
  @FieldResolver(() => [ResidentialSupport], {
    nullable: true,
    description: '居住支援 — residential support, the newest first',
  })
  residentialSupports(
    @Root() { personId }: LivelihoodSupportRecord,
    @Ctx() { loaders }: LivelihoodSupportContext,
  ): Promise<Rows<ResidentialSupport>> {
    return loaders.residentialSupports.load(personId);
  }

  @Disclosed(Category.HOUSING)
  @FieldResolver(() => [ResidentialSupport], {
    nullable: true,
    description: '一時生活支援 — the former name of residentialSupports',
    deprecationReason: 'renamed to residentialSupports by the reform of 生活困窮者自立支援法',
  })
  temporaryLivingSupports(
    @Root() { personId }: LivelihoodSupportRecord,
    @Ctx() { loaders }: LivelihoodSupportContext,
  ): Promise<Rows<ResidentialSupport>> {
    return loaders.residentialSupports.load(personId);
  }
}
