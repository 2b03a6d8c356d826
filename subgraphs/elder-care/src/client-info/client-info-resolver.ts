import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ElderCareRecord } from '../elder-care-record.js';
import type { ElderCareContext } from '../loaders.js';
import { ClientBasicInfo } from './client-basic-info.js';

@Resolver(() => ElderCareRecord)
export class ClientInfoResolver {
  @Disclosed(Category.CARE_PLAN)
  @FieldResolver(() => ClientBasicInfo, {
    nullable: true,
    description: '利用者基本情報 — the newest basic information',
  })
  basicInfo(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<ClientBasicInfo>> {
    return loaders.basicInfos.load(personId);
  }

  @Disclosed(Category.CARE_PLAN)
  @FieldResolver(() => [ClientBasicInfo], {
    nullable: true,
    description: '利用者基本情報の履歴 — all, the newest first',
  })
  basicInfos(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<ClientBasicInfo>> {
    return loaders.basicInfos.load(personId);
  }
}
