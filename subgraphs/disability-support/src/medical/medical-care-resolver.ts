import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DisabilitySupportRecord } from '../disability-support-record.js';
import type { DisabilitySupportContext } from '../loaders.js';
import { MedicalCare } from './medical-care.js';

@Resolver(() => DisabilitySupportRecord)
export class MedicalCareResolver {
  @Disclosed(Category.MEDICAL)
  @FieldResolver(() => MedicalCare, {
    nullable: true,
    description: '医療 — the newest medical care',
  })
  newestMedicalCare(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<MedicalCare>> {
    return loaders.medicalCare.load(personId);
  }

  @Disclosed(Category.MEDICAL)
  @FieldResolver(() => [MedicalCare], {
    nullable: true,
    description: '医療 — medical care, the newest first',
  })
  medicalCare(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<MedicalCare>> {
    return loaders.medicalCare.load(personId);
  }
}
