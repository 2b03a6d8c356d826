import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DisabilitySupportRecord } from '../disability-support-record.js';
import type { DisabilitySupportContext } from '../loaders.js';
import { DisabilityConsultation } from './disability-consultation.js';

@Resolver(() => DisabilitySupportRecord)
export class DisabilityConsultationResolver {
  @Disclosed(Category.NOTES)
  @FieldResolver(() => DisabilityConsultation, {
    nullable: true,
    description: '基幹相談 — the newest consultation',
  })
  consultation(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<DisabilityConsultation>> {
    return loaders.consultations.load(personId);
  }

  @Disclosed(Category.NOTES)
  @FieldResolver(() => [DisabilityConsultation], {
    nullable: true,
    description: '基幹相談の履歴 — all consultations, the newest first',
  })
  consultations(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<DisabilityConsultation>> {
    return loaders.consultations.load(personId);
  }
}
