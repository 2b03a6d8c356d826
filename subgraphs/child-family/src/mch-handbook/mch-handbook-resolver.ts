import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChildFamilyRecord } from '../child-family-record.js';
import type { ChildFamilyContext } from '../loaders.js';
import { MchHandbook } from './mch-handbook.js';

@Resolver(() => ChildFamilyRecord)
export class MchHandbookResolver {
  @Disclosed(Category.MATERNAL_HEALTH)
  @FieldResolver(() => MchHandbook, {
    nullable: true,
    description: '母子健康手帳 — the newest handbook issued to the mother',
  })
  mchHandbook(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<MchHandbook>> {
    return loaders.mchHandbooks.load(personId);
  }

  @Disclosed(Category.MATERNAL_HEALTH)
  @FieldResolver(() => [MchHandbook], {
    nullable: true,
    description: '母子健康手帳 — handbooks issued to the mother, the newest first',
  })
  mchHandbooks(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<MchHandbook>> {
    return loaders.mchHandbooks.load(personId);
  }
}
