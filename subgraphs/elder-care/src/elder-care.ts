import { defineSector } from '@kasane/subgraph-kit';
import { sectorId } from '@kasane/vocabulary';
import { CarePlan } from './care-plan/care-plan.js';
import { CarePlanResolver } from './care-plan/care-plan-resolver.js';
import { CareNeedCertification } from './certification/care-need-certification.js';
import { CertificationResolver } from './certification/certification-resolver.js';
import { ElderCareRecord } from './elder-care-record.js';
import { elderCareLoaders } from './loaders.js';
import { ElderCareTables1763770001000 } from './migrations.js';
import { seed } from './seed/seed.js';
import { CareServiceUse } from './service-use/care-service-use.js';
import { ServiceUseResolver } from './service-use/service-use-resolver.js';

/** 地域包括支援センター: the elderly-care system as a subgraph. */
export const elderCare = defineSector({
  sector: sectorId('elder-care'),
  record: ElderCareRecord,
  resolvers: [CertificationResolver, CarePlanResolver, ServiceUseResolver],
  entities: [CareNeedCertification, CarePlan, CareServiceUse],
  migrations: [ElderCareTables1763770001000],
  loaders: elderCareLoaders,
  seed,
});
