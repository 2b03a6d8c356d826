import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ElderCareRecord } from '../elder-care-record.js';
import type { ElderCareContext } from '../loaders.js';
import { ElderConsultation } from './elder-consultation.js';

@Resolver(() => ElderCareRecord)
export class ConsultationResolver {
  @Disclosed(Category.NOTES)
  @FieldResolver(() => [ElderConsultation], {
    nullable: true,
    description: '総合相談 — consultations received, the newest first',
  })
  consultations(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<ElderConsultation>> {
    return loaders.consultations.load(personId);
  }
}
