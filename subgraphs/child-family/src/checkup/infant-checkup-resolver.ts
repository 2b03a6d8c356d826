import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChildFamilyRecord } from '../child-family-record.js';
import type { ChildFamilyContext } from '../loaders.js';
import { InfantCheckup } from './infant-checkup.js';

@Resolver(() => ChildFamilyRecord)
export class InfantCheckupResolver {
  @Disclosed(Category.CHILD_HEALTH)
  @FieldResolver(() => InfantCheckup, {
    nullable: true,
    description: '乳幼児健診 — the newest check-up offered to the child',
  })
  checkup(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<InfantCheckup>> {
    return loaders.checkups.load(personId);
  }

  @Disclosed(Category.CHILD_HEALTH)
  @FieldResolver(() => [InfantCheckup], {
    nullable: true,
    description: '乳幼児健診 — check-ups offered to the child, the newest first',
  })
  checkups(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<InfantCheckup>> {
    return loaders.checkups.load(personId);
  }
}
