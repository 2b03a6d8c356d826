import type { SectorContext, SectorRequest } from '@kasane/subgraph-kit';
import { CarePlan } from './care-plan/care-plan.js';
import { CareNeedCertification } from './certification/care-need-certification.js';
import { CareServiceUse } from './service-use/care-service-use.js';

/** Each record of each person is read once per request, and only when a permitted field asks for it. */
export const elderCareLoaders = ({ links }: SectorRequest) => ({
  certifications: links.rows(CareNeedCertification, { appliedOn: 'DESC', id: 'ASC' }),
  carePlans: links.rows(CarePlan, { madeOn: 'DESC', id: 'ASC' }),
  services: links.rows(CareServiceUse, { from: 'DESC', id: 'ASC' }),
});

export type ElderCareContext = SectorContext<ReturnType<typeof elderCareLoaders>>;
