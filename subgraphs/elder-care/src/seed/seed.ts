import { isEmpty, seedSectorTables } from '@kasane/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { sampleSector } from '@kasane/sample-municipality';
import { sectorId } from '@kasane/vocabulary';
import { CareConference } from '../care-plan/care-conference.js';
import { CarePlan } from '../care-plan/care-plan.js';
import { CarePlanNeed } from '../care-plan/care-plan-need.js';
import { CarePlannerNotice } from '../care-plan/care-planner-notice.js';
import { CareNeedCertification } from '../certification/care-need-certification.js';
import { CertificationStatus } from '../certification/certification-codes.js';
import { ClientBasicInfo } from '../client-info/client-basic-info.js';
import { ElderConsultation } from '../consultation/elder-consultation.js';
import { BasicChecklist } from '../health/basic-checklist.js';
import { CareHealthAssessment } from '../health/care-health-assessment.js';
import { CareIllness } from '../health/care-illness.js';
import { InsuredPerson } from '../insured-person/insured-person.js';
import { RightsAdvocacyCase } from '../rights-advocacy/rights-advocacy-case.js';
import { CareServiceUse } from '../service-use/care-service-use.js';
import * as files from './case-files.js';
import { carePlans, certifications, contacts, insuredNumbers, services } from './records.js';

/** Fills an empty database with the sample municipality's elderly-care records. */
export async function seed(manager: EntityManager): Promise<void> {
  if (!(await isEmpty(manager))) return;
  await seedSectorTables(manager, sampleSector(sectorId('elder-care'), insuredNumbers, contacts));
  await manager.insert(InsuredPerson, [...files.insurance]);
  await manager.insert(
    CareNeedCertification,
    certifications.map(({ status, ...row }) => ({
      ...row,
      statusCode: CertificationStatus[status],
      ...files.applications[row.id],
    })),
  );
  await manager.insert(CareHealthAssessment, [...files.healthAssessments]);
  await manager.insert(CareIllness, [...files.illnesses]);
  await manager.insert(BasicChecklist, [...files.basicChecklists]);
  await manager.insert(ClientBasicInfo, [...files.basicInfos]);
  await manager.insert(
    CarePlan,
    [...carePlans, ...files.furtherPlans].map((row) => ({ ...row, ...files.planDetails[row.id] })),
  );
  await manager.insert(CarePlanNeed, [...files.planNeeds]);
  await manager.insert(CareConference, [...files.careConferences]);
  await manager.insert(CarePlannerNotice, [...files.plannerNotices]);
  await manager.insert(CareServiceUse, [...services]);
  await manager.insert(ElderConsultation, [...files.consultations]);
  await manager.insert(RightsAdvocacyCase, [...files.rightsAdvocacy]);
}
