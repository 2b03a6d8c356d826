import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChildFamilyRecord } from '../child-family-record.js';
import type { ChildFamilyContext } from '../loaders.js';
import { YoungCarerRecord } from './young-carer-record.js';

@Resolver(() => ChildFamilyRecord)
export class YoungCarerResolver {
  @Disclosed(Category.YOUNG_CARER)
  @FieldResolver(() => YoungCarerRecord, {
    nullable: true,
    description: 'ヤングケアラー — the newest observation',
  })
  youngCarer(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<YoungCarerRecord>> {
    return loaders.youngCarerRecords.load(personId);
  }

  @Disclosed(Category.YOUNG_CARER)
  @FieldResolver(() => [YoungCarerRecord], {
    nullable: true,
    description: 'ヤングケアラーの把握の履歴 — all observations, the newest first',
  })
  youngCarerRecords(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<YoungCarerRecord>> {
    return loaders.youngCarerRecords.load(personId);
  }
}
