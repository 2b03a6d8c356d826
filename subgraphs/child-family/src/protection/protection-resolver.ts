import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChildFamilyRecord } from '../child-family-record.js';
import type { ChildFamilyContext } from '../loaders.js';
import { ProtectionEntry } from './protection-entry.js';

@Resolver(() => ChildFamilyRecord)
export class ProtectionResolver {
  @Disclosed(Category.CHILD_PROTECTION)
  @FieldResolver(() => ProtectionEntry, {
    nullable: true,
    description: '要対協の登録 — the newest registration; only for the office that keeps it',
  })
  protectionEntry(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<ProtectionEntry>> {
    return loaders.protectionEntries.load(personId);
  }

  @Disclosed(Category.CHILD_PROTECTION)
  @FieldResolver(() => [ProtectionEntry], {
    nullable: true,
    description: '要対協の登録 — registrations, the newest first; only for the office that keeps them',
  })
  protectionEntries(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<ProtectionEntry>> {
    return loaders.protectionEntries.load(personId);
  }
}
