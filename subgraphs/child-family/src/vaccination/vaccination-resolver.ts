import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChildFamilyRecord } from '../child-family-record.js';
import type { ChildFamilyContext } from '../loaders.js';
import { Vaccination } from './vaccination.js';

@Resolver(() => ChildFamilyRecord)
export class VaccinationResolver {
  @Disclosed(Category.CHILD_HEALTH)
  @FieldResolver(() => Vaccination, {
    nullable: true,
    description: '予防接種 — the newest vaccination',
  })
  vaccination(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<Vaccination>> {
    return loaders.vaccinations.load(personId);
  }

  @Disclosed(Category.CHILD_HEALTH)
  @FieldResolver(() => [Vaccination], {
    nullable: true,
    description: '予防接種 — vaccinations, the newest first',
  })
  vaccinations(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<Vaccination>> {
    return loaders.vaccinations.load(personId);
  }
}
