import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ElderCareContext } from '../loaders.js';
import { ElderCareRecord } from '../elder-care-record.js';
import { CareNeedCertification } from './care-need-certification.js';

@Resolver(() => ElderCareRecord)
export class CertificationResolver {
  @Disclosed(Category.CARE_CERT)
  @FieldResolver(() => CareNeedCertification, {
    nullable: true,
    description: '要介護認定 — the newest certification or application',
  })
  certification(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<CareNeedCertification>> {
    return loaders.certifications.load(personId);
  }

  @Disclosed(Category.CARE_CERT)
  @FieldResolver(() => [CareNeedCertification], {
    nullable: true,
    description: '認定の履歴 — all certifications, the newest first',
  })
  certifications(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<CareNeedCertification>> {
    return loaders.certifications.load(personId);
  }
}
