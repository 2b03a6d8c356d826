import { expect } from '@jest/globals';
import type { StaffIdentity } from '@kasane/identity';
import type { Answer, Question, TestHub } from './test-hub.js';

/** What the tests of consultations, referrals and the desk ask in the same words. */

export type Who = string | StaffIdentity;
export interface Paper {
  readonly [field: string]: unknown;
}

/** A consultation with no consent, about somebody new with a child. */
export const paper = (more: Paper = {}): Paper => ({
  channel: 'PHONE',
  visitor: 'SELF',
  receivedBy: '受付 担当',
  newPerson: {
    name: '試験 〓子',
    birth: '昭和64年1月7日',
    sex: 'FEMALE',
    phone: '０９０ー１２３４ー５６７８',
    address: '加東市試験町1番地',
  },
  members: [{ name: '試験 一', relation: 'CHILD', birth: '令和元年頃' }],
  chiefComplaint: '家賃が払えず、母の介護もある。',
  ...more,
});

const CASE = `id number status version openedOn householdId persons { id identity { name kana birthDate birthAsGiven } contact { phone } }
  intake { channel visitor chiefComplaint urgency withConsent }
  issues { id code scope certainty officeCode resolvedOn text person { id } }
  sensitiveIssues { code officeCode }
  roster { staffName role office { code } persons { id } }`;
export interface Case {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly householdId: string;
  readonly persons: readonly {
    readonly id: string;
    readonly identity: Readonly<Record<'name' | 'birthDate' | 'birthAsGiven', string | null>> | null;
    readonly contact: { readonly phone: string | null } | null;
  }[];
  readonly intake: Readonly<Record<string, unknown>> | null;
  readonly issues: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[] | null;
  readonly sensitiveIssues: readonly Readonly<Record<string, unknown>>[] | null;
  readonly roster: readonly Readonly<Record<string, unknown>>[] | null;
}
export interface Referral {
  readonly id: string;
  readonly caseId: string | null;
  readonly state: string;
  readonly version: number;
  readonly answerDue: string;
  readonly firstContactDue: string;
  readonly dueOn: string | null;
  readonly withheld: boolean;
  readonly persons: readonly { readonly id: string }[];
  readonly letter: { readonly reason: string | null; readonly toldTo: string | null } | null;
  readonly notes: readonly { readonly text: string | null }[] | null;
  readonly events: readonly { readonly state: string; readonly sendBackReason: string | null }[];
  readonly fromOffice: { readonly code: string };
}
export const REFERRAL = `id caseId state version urgency answerDue firstContactDue dueOn withheld onPaper handsOver
  fromOffice { code } toOffice { code } persons { id identity { name } } letter { reason request toldTo } notes { text }
  events { state sendBackReason withdrawnBy onDate officeCode }`;

export interface Outcome {
  readonly __typename: string;
  readonly problems?: readonly string[];
  readonly consentProblems?: readonly string[];
  readonly persons?: readonly { readonly id: string }[];
  readonly case?: Case;
  readonly referral?: Referral | null;
  readonly movedOn?: Referral;
  readonly since?: string;
}

const mutations = {
  receiveConsultation: [
    'input: $input',
    '$input: ConsultationInput!',
    `... on ConsultationNotReceived { problems } ... on ConsultationPossiblyKnown { persons { id } }
     ... on ConsultationReceived { consentProblems case { ${CASE} } }`,
  ],
  screenCase: [
    'case: $case, expectedVersion: $version, input: $input',
    '$case: ID!, $version: Int!, $input: ScreeningInput!',
    `... on CaseNotScreened { problems } ... on CaseScreened { case { ${CASE} } referral { ${REFERRAL} } }`,
  ],
  recordIssue: [
    'case: $case, person: $person, input: $input',
    '$case: ID!, $person: ID, $input: IssueInput!',
    `... on IssueNotRecorded { problems } ... on IssueRecorded { case { ${CASE} } }`,
  ],
  resolveIssue: [
    'id: $id, text: $text',
    '$id: ID!, $text: String',
    `... on IssueNotRecorded { problems } ... on IssueAlreadyResolved { since } ... on IssueRecorded { case { ${CASE} } }`,
  ],
  sendReferral: ['case: $case, input: $input', '$case: ID!, $input: ReferralInput!', ''],
  acceptReferral: [
    'id: $id, expectedVersion: $version, workerName: "受理 担当"',
    '$id: ID!, $version: Int!',
    '',
  ],
  sendBackReferral: [
    'id: $id, expectedVersion: $version, reason: OUT_OF_AREA, text: $text',
    '$id: ID!, $version: Int!, $text: String',
    '',
  ],
  recordFirstContact: [
    'id: $id, expectedVersion: $version, on: $on',
    '$id: ID!, $version: Int!, $on: String!',
    '',
  ],
  completeReferral: ['id: $id, expectedVersion: $version', '$id: ID!, $version: Int!', ''],
  withdrawReferral: ['id: $id, expectedVersion: $version, by: PERSON', '$id: ID!, $version: Int!', ''],
} as const;
const REFERRAL_RESULT = `... on ReferralNotRecorded { problems } ... on ReferralRecorded { referral { ${REFERRAL} } }
  ... on ReferralMovedOn { movedOn { ${REFERRAL} } }`;

export type Mutation = keyof typeof mutations;

/** One of the mutations above, whatever comes of it. */
export function tryTo(
  hub: TestHub,
  who: Who,
  mutation: Mutation,
  variables: Paper,
  question: Question = {},
): Promise<Answer> {
  const [args, types, result] = mutations[mutation];
  const query = `mutation (${types}) { result: ${mutation}(${args}) { __typename ${result || REFERRAL_RESULT} } }`;
  return hub.ask(who, query, { ...question, variables });
}

/** The same, where it is answered. */
export async function act(hub: TestHub, who: Who, mutation: Mutation, variables: Paper): Promise<Outcome> {
  const { errors, data } = await tryTo(hub, who, mutation, variables);
  expect(errors).toEqual([]);
  return data?.['result'] as Outcome;
}

/** A case that was just received. */
export async function received(hub: TestHub, who: Who, more: Paper = {}): Promise<Case> {
  const outcome = await act(hub, who, 'receiveConsultation', {
    input: paper({ isSomebodyElse: true, ...more }),
  });
  if (!outcome.case) throw new Error(`not received: ${JSON.stringify(outcome)}`);
  return outcome.case;
}

/** The open cases of somebody, the newest first. */
export async function casesOf(hub: TestHub, who: Who, question: Question = {}): Promise<readonly Case[]> {
  const { data, errors } = await hub.ask(
    who,
    `{ myCases(first: 50) { edges { node { ${CASE} } } } }`,
    question,
  );
  expect(errors).toEqual([]);
  const page = data?.['myCases'] as { readonly edges: readonly { readonly node: Case }[] };
  return page.edges.map(({ node }) => node);
}
