import { defineSector } from '@kasane/subgraph-kit';
import { sectorId } from '@kasane/vocabulary';
import { CareConference } from './care-plan/care-conference.js';
import { CarePlan } from './care-plan/care-plan.js';
import { CarePlanNeed } from './care-plan/care-plan-need.js';
import { CarePlanNeedResolver, CarePlanResolver } from './care-plan/care-plan-resolver.js';
import { CarePlannerNotice } from './care-plan/care-planner-notice.js';
import { CareNeedCertification } from './certification/care-need-certification.js';
import {
  CertificationResolver,
  CertificationValidityResolver,
} from './certification/certification-resolver.js';
import { ClientBasicInfo } from './client-info/client-basic-info.js';
import { ClientInfoResolver } from './client-info/client-info-resolver.js';
import { ConsultationResolver } from './consultation/consultation-resolver.js';
import { ElderConsultation } from './consultation/elder-consultation.js';
import { ElderCareRecord } from './elder-care-record.js';
import { BasicChecklist } from './health/basic-checklist.js';
import { CareHealthAssessment } from './health/care-health-assessment.js';
import { CareIllness } from './health/care-illness.js';
import { HealthResolver } from './health/health-resolver.js';
import { InsuredPerson } from './insured-person/insured-person.js';
import { InsuredPersonResolver } from './insured-person/insured-person-resolver.js';
import { elderCareLoaders } from './loaders.js';
import { ElderCareTables1763770001000, PackageTables1763770012000 } from './migrations.js';
import { RightsAdvocacyCase } from './rights-advocacy/rights-advocacy-case.js';
import { RightsAdvocacyResolver } from './rights-advocacy/rights-advocacy-resolver.js';
import { seed } from './seed/seed.js';
import { CareServiceUse } from './service-use/care-service-use.js';
import { ServiceUseResolver } from './service-use/service-use-resolver.js';

/** 地域包括支援センター: the elderly-care system as a subgraph. */
export const elderCare = defineSector({
  sector: sectorId('elder-care'),
  record: ElderCareRecord,
  resolvers: [
    InsuredPersonResolver,
    CertificationResolver,
    CertificationValidityResolver,
    HealthResolver,
    ClientInfoResolver,
    CarePlanResolver,
    CarePlanNeedResolver,
    ServiceUseResolver,
    ConsultationResolver,
    RightsAdvocacyResolver,
  ],
  entities: [
    InsuredPerson,
    CareNeedCertification,
    CareHealthAssessment,
    CareIllness,
    BasicChecklist,
    ClientBasicInfo,
    CarePlan,
    CarePlanNeed,
    CareConference,
    CarePlannerNotice,
    CareServiceUse,
    ElderConsultation,
    RightsAdvocacyCase,
  ],
  migrations: [ElderCareTables1763770001000, PackageTables1763770012000],
  loaders: elderCareLoaders,
  seed,
});
