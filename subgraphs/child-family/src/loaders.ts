import type { SectorContext, SectorRequest } from '@kasane/subgraph-kit';
import { InfantCheckup } from './checkup/infant-checkup.js';
import { ChildConsultation } from './consultation/child-consultation.js';
import { JointCaseConference } from './joint-conference/joint-case-conference.js';
import { MaternalRecord } from './maternal/maternal-record.js';
import { MchHandbook } from './mch-handbook/mch-handbook.js';
import { ProtectionEntry } from './protection/protection-entry.js';
import { ChildProtectionCase } from './protection-case/child-protection-case.js';
import { Schooling } from './schooling/schooling.js';
import { ChildSupportPlan } from './support-plan/child-support-plan.js';
import { Vaccination } from './vaccination/vaccination.js';
import { YoungCarerRecord } from './young-carer/young-carer-record.js';

/** Each record of each person is read once per request, and only when a permitted field asks for it. */
export const childFamilyLoaders = ({ links }: SectorRequest) => ({
  maternalRecords: links.rows(MaternalRecord, { notifiedOn: 'DESC', id: 'ASC' }),
  mchHandbooks: links.rows(MchHandbook, { issuedOn: 'DESC', id: 'ASC' }),
  checkups: links.rows(InfantCheckup, { offeredOn: 'DESC', id: 'ASC' }),
  vaccinations: links.rows(Vaccination, { givenOn: 'DESC', id: 'ASC' }),
  consultations: links.rows(ChildConsultation, { receivedOn: 'DESC', id: 'ASC' }),
  supportPlans: links.rows(ChildSupportPlan, { madeOn: 'DESC', id: 'ASC' }),
  youngCarerRecords: links.rows(YoungCarerRecord, { observedOn: 'DESC', id: 'ASC' }),
  schoolings: links.rows(Schooling, { from: 'DESC', id: 'ASC' }),
  jointConferences: links.rows(JointCaseConference, { heldOn: 'DESC', id: 'ASC' }),
  protectionCases: links.rows(ChildProtectionCase, { receivedOn: 'DESC', id: 'ASC' }),
  protectionEntries: links.rows(ProtectionEntry, { registeredOn: 'DESC', id: 'ASC' }),
});

export type ChildFamilyContext = SectorContext<ReturnType<typeof childFamilyLoaders>>;
