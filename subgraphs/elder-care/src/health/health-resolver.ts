import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ElderCareRecord } from '../elder-care-record.js';
import type { ElderCareContext } from '../loaders.js';
import { BasicChecklist } from './basic-checklist.js';
import { CareHealthAssessment } from './care-health-assessment.js';
import { CareIllness } from './care-illness.js';

@Resolver(() => ElderCareRecord)
export class HealthResolver {
  @Disclosed(Category.CARE_HEALTH)
  @FieldResolver(() => [CareHealthAssessment], {
    nullable: true,
    description: '心身の状況 — findings of doctor and survey, the newest first',
  })
  healthAssessments(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<CareHealthAssessment>> {
    return loaders.healthAssessments.load(personId);
  }

  @Disclosed(Category.CARE_HEALTH)
  @FieldResolver(() => [CareIllness], { nullable: true, description: '病歴 — illnesses, the newest first' })
  illnesses(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<CareIllness>> {
    return loaders.illnesses.load(personId);
  }

  @Disclosed(Category.CARE_HEALTH)
  @FieldResolver(() => [BasicChecklist], {
    nullable: true,
    description: '基本チェックリスト — all checklists, the newest first',
  })
  basicChecklists(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<BasicChecklist>> {
    return loaders.basicChecklists.load(personId);
  }
}
