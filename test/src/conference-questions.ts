import { expect } from '@jest/globals';
import { staffById } from '@kasane/sample-municipality';
import type { Answer, Question, TestHub } from './test-hub.js';

/** What the tests of conferences ask, as the staff who would. */

export const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
export const memberOf = (id: string): object => {
  const { staffId: staff, office, capacity, name } = staffById(id);
  return { staff, office, capacity, name };
};

export interface Outcome {
  readonly __typename: string;
  readonly problems?: readonly string[];
  readonly version?: number;
  readonly newest?: { readonly version: number; readonly discussion: string } | null;
  readonly persons?: readonly { readonly id: string }[];
  readonly conference?: { readonly id: string; readonly participants: readonly Seat[] };
}
export interface Seat {
  readonly seat: string;
  readonly name: string;
  readonly affiliation?: string | null;
  readonly attended: boolean;
}

const OUTCOME = `__typename
  ... on ConferenceNotRecorded { problems }
  ... on MinutesChanged { version newest { version discussion } }
  ... on ConferenceConsentMissing { persons { id } }
  ... on ConferenceRecorded { conference { id participants { seat name attended } } }`;

const types: Readonly<Record<string, string>> = {
  meeting: 'MeetingInput!',
  about: 'MultilayerInput!',
  participants: '[ParticipantInput!]!',
  material: 'MaterialInput!',
  attendees: '[AttendeeInput!]!',
  minutes: 'MinutesInput!',
  outcome: 'AgendaOutcome!',
  words: 'String!',
  version: 'Int!',
};

/** A mutation of a conference, whatever it answers. */
export function change(
  hub: TestHub,
  who: string,
  field: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const names = Object.keys(variables);
  const declared = names.map((name) => `$${name}: ${types[name] ?? 'ID!'}`).join(' ');
  const given = names.map((name) => `${name}: $${name}`).join(' ');
  return hub.ask(who, `mutation (${declared}) { result: ${field}(${given}) { ${OUTCOME} } }`, { variables });
}

/** Its outcome, when it was no error. */
export async function outcome(answer: Promise<Answer>): Promise<Outcome> {
  const { errors, data } = await answer;
  expect(errors).toEqual([]);
  return data?.['result'] as Outcome;
}

/** The id of the conference that it recorded. */
export async function recorded(answer: Promise<Answer>): Promise<string> {
  const { conference, ...other } = await outcome(answer);
  expect(other).toEqual({ __typename: 'ConferenceRecorded' });
  return conference?.id ?? '';
}

export interface Papers {
  readonly kind: string;
  readonly movedFrom: string | null;
  readonly householdIds: readonly string[];
  readonly participants: readonly Seat[];
  readonly agenda: readonly {
    readonly id: string;
    readonly kind: string;
    readonly topic: string | null;
    readonly planId: string | null;
    readonly outcome: string | null;
    readonly persons: readonly { readonly id: string }[];
  }[];
  readonly materials: readonly {
    readonly title: string | null;
    readonly fields: readonly string[] | null;
    readonly digest: string | null;
    readonly words: string | null;
  }[];
  readonly minutes: readonly {
    readonly version: number;
    readonly state: string;
    readonly discussion: string;
    readonly gaps: readonly string[];
    readonly shared: readonly { readonly office: string; readonly what: string }[];
    readonly roles: readonly { readonly office: string; readonly what: string }[];
  }[];
  readonly roles: readonly { readonly office: string; readonly what: string; readonly until: string }[];
}

export const PAPERS = `query ($id: ID!) { conference(id: $id) {
  kind movedFrom householdIds participants { seat name affiliation attended }
  agenda { id kind topic planId outcome persons { id } }
  materials { title fields digest words }
  minutes { version state discussion gaps shared { office what } roles { office what } }
  roles { office what until }
} }`;

/** The papers of a conference, as somebody reads them. */
export async function papers(
  hub: TestHub,
  who: string,
  id: string,
  question: Question = {},
): Promise<Papers> {
  const { data, errors } = await hub.ask(who, PAPERS, { ...question, variables: { id } });
  expect(errors).toEqual([]);
  return data?.['conference'] as Papers;
}
