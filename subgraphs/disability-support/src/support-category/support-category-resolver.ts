import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DisabilitySupportRecord } from '../disability-support-record.js';
import type { DisabilitySupportContext } from '../loaders.js';
import { DisabilitySupportCategory } from './disability-support-category.js';

@Resolver(() => DisabilitySupportRecord)
export class SupportCategoryResolver {
  @Disclosed(Category.DISABILITY_CERT)
  @FieldResolver(() => DisabilitySupportCategory, {
    nullable: true,
    description: '障害支援区分 — the newest support category',
  })
  supportCategory(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<DisabilitySupportCategory>> {
    return loaders.supportCategories.load(personId);
  }

  @Disclosed(Category.DISABILITY_CERT)
  @FieldResolver(() => [DisabilitySupportCategory], {
    nullable: true,
    description: '障害支援区分の履歴 — all support categories, the newest first',
  })
  supportCategories(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<DisabilitySupportCategory>> {
    return loaders.supportCategories.load(personId);
  }
}
