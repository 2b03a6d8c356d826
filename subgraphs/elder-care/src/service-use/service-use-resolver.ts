import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ElderCareContext } from '../loaders.js';
import { ElderCareRecord } from '../elder-care-record.js';
import { CareServiceUse } from './care-service-use.js';

@Resolver(() => ElderCareRecord)
export class ServiceUseResolver {
  @Disclosed(Category.CARE_SERVICE)
  @FieldResolver(() => [CareServiceUse], {
    nullable: true,
    description: '介護サービス利用 — services used, the newest first',
  })
  services(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<CareServiceUse>> {
    return loaders.services.load(personId);
  }
}
