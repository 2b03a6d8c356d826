import type { SectorContext, SectorRequest } from '@kasane/subgraph-kit';
import { CareConference } from './care-plan/care-conference.js';
import { CarePlan } from './care-plan/care-plan.js';
import { CarePlanNeed } from './care-plan/care-plan-need.js';
import { CarePlannerNotice } from './care-plan/care-planner-notice.js';
import { CareNeedCertification } from './certification/care-need-certification.js';
import { ClientBasicInfo } from './client-info/client-basic-info.js';
import { ElderConsultation } from './consultation/elder-consultation.js';
import { BasicChecklist } from './health/basic-checklist.js';
import { CareHealthAssessment } from './health/care-health-assessment.js';
import { CareIllness } from './health/care-illness.js';
import { InsuredPerson } from './insured-person/insured-person.js';
import { RightsAdvocacyCase } from './rights-advocacy/rights-advocacy-case.js';
import { CareServiceUse } from './service-use/care-service-use.js';

/** Each record of each person is read once per request, and only when a permitted field asks for it. */
export const elderCareLoaders = ({ links }: SectorRequest) => ({
  insurance: links.rows(InsuredPerson, { qualifiedOn: 'DESC', id: 'ASC' }),
  certifications: links.rows(CareNeedCertification, { appliedOn: 'DESC', id: 'ASC' }),
  healthAssessments: links.rows(CareHealthAssessment, { writtenOn: 'DESC', id: 'ASC' }),
  illnesses: links.rows(CareIllness, { beganOn: 'DESC', id: 'ASC' }),
  basicChecklists: links.rows(BasicChecklist, { doneOn: 'DESC', id: 'ASC' }),
  basicInfos: links.rows(ClientBasicInfo, { madeOn: 'DESC', id: 'ASC' }),
  carePlans: links.rows(CarePlan, { madeOn: 'DESC', id: 'ASC' }),
  carePlanNeeds: links.rows(CarePlanNeed, { from: 'ASC', id: 'ASC' }),
  careConferences: links.rows(CareConference, { heldOn: 'DESC', id: 'ASC' }),
  plannerNotices: links.rows(CarePlannerNotice, { from: 'DESC', id: 'ASC' }),
  services: links.rows(CareServiceUse, { from: 'DESC', id: 'ASC' }),
  consultations: links.rows(ElderConsultation, { receivedOn: 'DESC', id: 'ASC' }),
  rightsAdvocacy: links.rows(RightsAdvocacyCase, { receivedOn: 'DESC', id: 'ASC' }),
});

export type ElderCareContext = SectorContext<ReturnType<typeof elderCareLoaders>>;
