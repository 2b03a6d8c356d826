import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChildFamilyRecord } from '../child-family-record.js';
import type { ChildFamilyContext } from '../loaders.js';
import { ChildProtectionCase } from './child-protection-case.js';

@Resolver(() => ChildFamilyRecord)
export class ChildProtectionCaseResolver {
  @Disclosed(Category.CHILD_PROTECTION)
  @FieldResolver(() => ChildProtectionCase, {
    nullable: true,
    description: '児童虐待の相談・通告への対応 — the newest case; only for the office that keeps it',
  })
  protectionCase(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<ChildProtectionCase>> {
    return loaders.protectionCases.load(personId);
  }

  @Disclosed(Category.CHILD_PROTECTION)
  @FieldResolver(() => [ChildProtectionCase], {
    nullable: true,
    description: '児童虐待の相談・通告への対応の履歴 — all cases, the newest first',
  })
  protectionCases(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<ChildProtectionCase>> {
    return loaders.protectionCases.load(personId);
  }
}
