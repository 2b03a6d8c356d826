import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChildFamilyRecord } from '../child-family-record.js';
import type { ChildFamilyContext } from '../loaders.js';
import { MaternalRecord } from './maternal-record.js';

@Resolver(() => ChildFamilyRecord)
export class MaternalRecordResolver {
  @Disclosed(Category.MATERNAL_HEALTH)
  @FieldResolver(() => MaternalRecord, {
    nullable: true,
    description: '妊娠・母子の記録 — the newest pregnancy',
  })
  maternalRecord(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<MaternalRecord>> {
    return loaders.maternalRecords.load(personId);
  }

  @Disclosed(Category.MATERNAL_HEALTH)
  @FieldResolver(() => [MaternalRecord], {
    nullable: true,
    description: '妊娠・母子の記録 — pregnancies, the newest first',
  })
  maternalRecords(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<MaternalRecord>> {
    return loaders.maternalRecords.load(personId);
  }
}
