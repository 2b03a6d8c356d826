import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChildFamilyRecord } from '../child-family-record.js';
import type { ChildFamilyContext } from '../loaders.js';
import { Schooling } from './schooling.js';

@Resolver(() => ChildFamilyRecord)
export class SchoolingResolver {
  @Disclosed(Category.SCHOOL)
  @FieldResolver(() => Schooling, { nullable: true, description: '所属 — the newest nursery or school' })
  schooling(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<Schooling>> {
    return loaders.schoolings.load(personId);
  }

  @Disclosed(Category.SCHOOL)
  @FieldResolver(() => [Schooling], {
    nullable: true,
    description: '所属の履歴 — all nurseries and schools, the newest first',
  })
  schoolings(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<Schooling>> {
    return loaders.schoolings.load(personId);
  }
}
