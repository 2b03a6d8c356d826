import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category, japanDate, Level } from '@kasane/vocabulary';
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

  /** The guard takes the first that may be shown: which of them was decided is told by each row of itself. */
  @Disclosed(Category.CARE_CERT)
  @FieldResolver(() => CareNeedCertification, {
    nullable: true,
    description:
      '直近に決まった認定(有効期間が終わったものを含む) — the last that was decided, though it may have ended and a renewal be pending: see validUntil',
  })
  async lastKnownCertification(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<CareNeedCertification>> {
    const rows = await loaders.certifications.load(personId);
    return [...rows].filter(({ certifiedOn }) => certifiedOn !== null);
  }
}

@Resolver(() => CareNeedCertification)
export class CertificationValidityResolver {
  @Disclosed(Category.CARE_CERT, Level.SUMMARY)
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: '本日有効か — whether today lies in its period, whatever the source calls its state',
  })
  isValidToday(
    @Root() { validFrom, validUntil }: CareNeedCertification,
    @Ctx() { now }: ElderCareContext,
  ): boolean | null {
    const today = japanDate(now);
    if (validFrom === null) return false;
    // A day that the source does not know decides nothing.
    if (![validFrom, validUntil ?? validFrom].every((date) => /^\d{4}-\d\d-\d\d$/.test(date))) return null;
    return validFrom <= today && (validUntil === null || today <= validUntil);
  }
}
