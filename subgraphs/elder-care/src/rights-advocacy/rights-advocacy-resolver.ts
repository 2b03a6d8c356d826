import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ElderCareRecord } from '../elder-care-record.js';
import type { ElderCareContext } from '../loaders.js';
import { RightsAdvocacyCase } from './rights-advocacy-case.js';

@Resolver(() => ElderCareRecord)
export class RightsAdvocacyResolver {
  @Disclosed(Category.RIGHTS_ADVOCACY)
  @FieldResolver(() => [RightsAdvocacyCase], {
    nullable: true,
    description: '権利擁護 — cases of rights advocacy, the newest first',
  })
  rightsAdvocacy(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<RightsAdvocacyCase>> {
    return loaders.rightsAdvocacy.load(personId);
  }
}
