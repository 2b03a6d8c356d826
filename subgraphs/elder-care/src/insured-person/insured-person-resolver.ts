import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ElderCareRecord } from '../elder-care-record.js';
import type { ElderCareContext } from '../loaders.js';
import { InsuredPerson } from './insured-person.js';

@Resolver(() => ElderCareRecord)
export class InsuredPersonResolver {
  @Disclosed(Category.CARE_CERT)
  @FieldResolver(() => [InsuredPerson], {
    nullable: true,
    description: '被保険者資格 — standing in the insurance, the newest first',
  })
  insurance(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<InsuredPerson>> {
    return loaders.insurance.load(personId);
  }
}
