import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DisabilitySupportRecord } from '../disability-support-record.js';
import type { DisabilitySupportContext } from '../loaders.js';
import { DoctorOpinion } from './doctor-opinion.js';

@Resolver(() => DisabilitySupportRecord)
export class DoctorOpinionResolver {
  @Disclosed(Category.MEDICAL)
  @FieldResolver(() => DoctorOpinion, {
    nullable: true,
    description: '医師意見書 — the newest doctor’s opinion of those that the doctor lets be passed on',
  })
  doctorOpinion(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<DoctorOpinion>> {
    return loaders.doctorOpinions.load(personId);
  }

  @Disclosed(Category.MEDICAL)
  @FieldResolver(() => [DoctorOpinion], {
    nullable: true,
    description: '医師意見書の履歴 — all that the doctors let be passed on, the newest first',
  })
  doctorOpinions(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<DoctorOpinion>> {
    return loaders.doctorOpinions.load(personId);
  }
}
