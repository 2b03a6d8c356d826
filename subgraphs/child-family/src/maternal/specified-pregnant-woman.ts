import { Disclosed, UNLINKED, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ChildFamilyContext } from '../loaders.js';
import { ProtectionEntry } from '../protection/protection-entry.js';
import { ProtectionKind } from '../protection/protection-kind.js';
import { MaternalRecord } from './maternal-record.js';

/**
 * The flag 特定妊婦 is the registration itself, of another category than the pregnancy: who is permitted the one and not
 * the other sees a pregnancy like any other.
 */
@Resolver(() => MaternalRecord)
export class SpecifiedPregnantWomanResolver {
  @Disclosed(Category.CHILD_PROTECTION)
  @FieldResolver(() => ProtectionEntry, {
    nullable: true,
    description: '特定妊婦 — the newest registration of this pregnancy with the child protection council',
  })
  async specifiedPregnantWoman(
    @Root() { id, subjects }: MaternalRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<ProtectionEntry>> {
    const entries = await loaders.protectionEntries.load(subjects?.[0] ?? UNLINKED);
    return [...entries].filter(
      ({ kind, pregnancyId }) => kind === ProtectionKind.SPECIFIED_PREGNANT_WOMAN && pregnancyId === id,
    );
  }
}
