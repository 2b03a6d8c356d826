import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChildFamilyRecord } from '../child-family-record.js';
import type { ChildFamilyContext } from '../loaders.js';
import { ChildConsultation } from './child-consultation.js';

@Resolver(() => ChildFamilyRecord)
export class ChildConsultationResolver {
  @Disclosed(Category.NOTES)
  @FieldResolver(() => ChildConsultation, {
    nullable: true,
    description: '児童相談 — the newest consultation',
  })
  consultation(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<ChildConsultation>> {
    return loaders.consultations.load(personId);
  }

  @Disclosed(Category.NOTES)
  @FieldResolver(() => [ChildConsultation], {
    nullable: true,
    description: '児童相談の履歴 — all consultations, the newest first',
  })
  consultations(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<ChildConsultation>> {
    return loaders.consultations.load(personId);
  }
}
