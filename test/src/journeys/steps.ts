import { expect } from '@jest/globals';
import { staffById } from '@kasane/sample-municipality';
import {
  Capacity,
  Category,
  ConsentExpression,
  GrantorRelation,
  Purpose,
  Role,
  japanDate,
} from '@kasane/vocabulary';
import { codes, sql } from '../attacks/attacker.js';
import { change, inMinutes, memberOf, outcome, papers, recorded } from '../conference-questions.js';
import { act, type Case, type Paper, type Referral } from '../consultation.js';
import { inDays, planDesk, type Plan, type Told } from '../plan-desk.js';
import type { Answer, Question, TestHub } from '../test-hub.js';

/** The steps that staff take with a household from the first word to the end, each as the console would ask for it. */

/** What of a case somebody is shown. */
export interface Seen {
  readonly status: string;
  readonly version: number;
  readonly householdId: string | null;
  readonly persons: readonly {
    readonly id: string;
    readonly identity: { readonly name: string } | null;
    readonly languageNeeds: { readonly languages: readonly string[]; readonly need: string | null } | null;
  }[];
  readonly intake: { readonly chiefComplaint: string } | null;
  readonly issues: readonly { readonly code: string }[] | null;
  readonly sensitiveIssues: readonly { readonly code: string }[] | null;
  readonly conferenceRoles: readonly { readonly office: string; readonly what: string }[];
  readonly plans:
    readonly { readonly id: string; readonly sheet: { readonly personWishes: string } | null }[] | null;
}
const SEEN = `status version householdId persons { id identity { name } languageNeeds { languages need } }
  intake { chiefComplaint } issues { code } sensitiveIssues { code } conferenceRoles { office what }
  plans { id sheet { personWishes } }`;

/** A line of a role table or of a plan: which office does what, for whom. */
export interface Part {
  readonly office: string;
  readonly what: string;
  readonly persons: readonly string[];
  /** Who does it; an office without an account is written for by the coordinator. */
  readonly staff?: string;
}

export interface Signature {
  readonly subject: string;
  readonly signedBy: string;
  readonly relation?: GrantorRelation;
  readonly guardian?: string;
  readonly document?: string;
  readonly offices: readonly string[];
  readonly language?: string;
  readonly interpreter?: string;
}

/** Somebody at a conference on paper. */
export const onPaper = (affiliation: string, name: string): object => ({
  affiliation,
  name,
  capacity: Capacity.GUEST,
});
export const seatAt = (staff: string, affiliation: string): object => ({ ...memberOf(staff), affiliation });
export const officeOf = (staff: string): string => staffById(staff).office;

const ofOffice = (recipientOffices: readonly string[], role: Role): object => ({
  categories: [Category.SUPPORT_PLAN, Category.CONFERENCE_RECORD],
  sourceSectors: ['collaboration'],
  recipientOffices,
  recipientRoles: [role],
});

export function journey(hub: () => TestHub, coordinator: string) {
  const desk = planDesk(hub);
  const home = officeOf(coordinator);
  const mutate = async (
    who: string,
    mutation: string,
    variables: Readonly<Record<string, unknown>> = {},
    types = '',
  ): Promise<Readonly<Record<string, unknown>>> => {
    const { data, errors } = await hub().ask(who, `mutation ${types && `(${types})`} { told: ${mutation} }`, {
      variables,
    });
    expect(errors).toEqual([]);
    return data?.['told'] as Readonly<Record<string, unknown>>;
  };
  const look = (who: string, of: string, question: Question = {}): Promise<Answer> =>
    hub().ask(who, `query ($id: ID!) { supportCase(id: $id) { ${SEEN} } }`, {
      ...question,
      variables: { id: of },
    });
  const seen = async (who: string, of: string): Promise<Seen> => {
    const { data, errors } = await look(who, of);
    expect(errors).toEqual([]);
    return data?.['supportCase'] as Seen;
  };
  const versionOf = async (of: string): Promise<number> => (await seen(coordinator, of)).version;
  const plan = async (id: string): Promise<Plan> => desk.planSeen(coordinator, id);

  return {
    desk,
    look,
    seen,
    /** To whom there is no such case. */
    async nobodyElse(of: string, ...strangers: readonly string[]): Promise<void> {
      for (const stranger of strangers) expect(codes(await look(stranger, of))).toEqual(['NOT_FOUND']);
    },
    async receive(who: string, input: Paper): Promise<Case> {
      const { case: of, ...rest } = await act(hub(), who, 'receiveConsultation', { input });
      expect([rest.__typename, rest.problems]).toEqual(['ConsultationReceived', undefined]);
      return of as Case;
    },
    /** つなぎ to the coordinators, who take the case. */
    async refer(who: string, of: Case, reason: string): Promise<Referral> {
      const { referral, problems } = await act(hub(), who, 'sendReferral', {
        case: of.id,
        input: { persons: of.persons.map(({ id }) => id), toOffice: home, reason },
      });
      expect(problems).toBeUndefined();
      return referral as Referral;
    },
    async accept(of: Case, { id, version }: Referral): Promise<void> {
      const { referral } = await act(hub(), coordinator, 'acceptReferral', { id, version });
      expect(referral).toMatchObject({ state: 'ACCEPTED' });
      const { referral: met } = await act(hub(), coordinator, 'recordFirstContact', {
        id,
        version: (referral as Referral).version,
        on: japanDate(new Date()),
      });
      expect(met).toMatchObject({ state: 'CONTACTED' });
      const { case: accepted } = await act(hub(), coordinator, 'screenCase', {
        case: of.id,
        version: await versionOf(of.id),
        input: {
          outcome: 'ACCEPTED',
          reason: '複数の機関の調整が必要なため受理する。',
          workerName: staffById(coordinator).name,
        },
      });
      expect(accepted).toMatchObject({ status: 'ACCEPTED' });
      const begun = await mutate(
        coordinator,
        'beginAssessment(case: $case, expectedVersion: $version) { __typename ... on CaseStepTaken { case { status } } ... on CaseStepNotTaken { problems } }',
        { case: of.id, version: await versionOf(of.id) },
        '$case: ID!, $version: Int!',
      );
      expect(begun).toEqual({ __typename: 'CaseStepTaken', case: { status: 'ASSESSING' } });
    },
    /** Puts an office on the roster: with its worker, or as one without an account. */
    async seat(of: string, { office, staff, persons, what }: Part, duty = 'CONSULTATION'): Promise<void> {
      const told = await mutate(
        coordinator,
        'seatOffice(case: $case, input: $input) { __typename ... on RosterNotChanged { problems } }',
        {
          case: of,
          input: {
            office,
            ...(staff && { staff, staffName: staffById(staff).name }),
            persons,
            from: inDays(0),
            duty: { duty, note: what },
          },
        },
        '$case: ID!, $input: SeatInput!',
      );
      expect(told).toEqual({ __typename: 'RosterChanged' });
    },
    async convene(input: object): Promise<string> {
      const told = await mutate(
        coordinator,
        'conveneSession(input: $input) { __typename ... on SessionRecorded { session { id } } ... on SessionNotRecorded { problems } }',
        { input },
        '$input: ConveneSessionInput!',
      );
      expect(told['__typename']).toBe('SessionRecorded');
      return (told['session'] as { id: string }).id;
    },
    async pledge(session: string, ...members: readonly string[]): Promise<void> {
      for (const who of members)
        expect(await mutate(who, `acceptSecrecy(session: "${session}") { __typename }`)).toEqual({
          __typename: 'SessionRecorded',
        });
    },
    /** Opens a 支援会議 in its session, with everybody who came. */
    async supportConference(
      session: string,
      household: string,
      topic: string,
      participants: readonly object[],
    ): Promise<string> {
      const conference = await recorded(
        change(hub(), coordinator, 'openSupportConference', {
          session,
          meeting: {
            heldAt: inMinutes(0.001),
            place: '市役所 会議室',
            agenda: [{ household, topic }],
            participants,
          },
        }),
      );
      await this.attend(conference);
      return conference;
    },
    /** Records everybody of the roster as present; who has no account pledged on paper. */
    async attend(conference: string): Promise<void> {
      const { participants } = await papers(hub(), coordinator, conference);
      const attendees = participants.map(({ seat }) => ({ seat, pledged: true }));
      await recorded(change(hub(), coordinator, 'recordAttendance', { conference, attendees }));
    },
    /** Minutes with what each office told and took upon itself, approved. */
    async minutes(
      conference: string,
      household: string,
      words: {
        readonly shared: readonly { readonly office: string; readonly what: string }[];
        readonly discussion: string;
        readonly roles: readonly Part[];
        readonly gaps?: readonly string[];
      },
    ): Promise<void> {
      const roles = words.roles.map(({ office, what, persons }) => ({
        office,
        what,
        persons,
        household,
        until: inDays(90),
      }));
      await recorded(
        change(hub(), coordinator, 'saveConferenceMinutes', {
          conference,
          minutes: { ...words, expectedVersion: 0, roles },
        }),
      );
      await recorded(change(hub(), coordinator, 'approveConferenceMinutes', { conference, version: 1 }));
    },
    /** A form as it was signed, and the problems with it. */
    async consent(
      { subject, signedBy, offices, ...form }: Signature,
      mutation: 'giveConsent' | 'refuseConsent' = 'giveConsent',
    ): Promise<readonly string[]> {
      const told = await mutate(
        coordinator,
        `${mutation}(input: $input) { __typename ... on ConsentNotRecorded { problems } }`,
        {
          input: {
            subject,
            grantors: [
              {
                name: signedBy,
                relation: form.relation ?? GrantorRelation.SELF,
                ...(form.guardian && { person: form.guardian }),
                ...(form.document && { authorityDocument: form.document }),
              },
            ],
            noticeId: 'multi-agency',
            noticeVersion: '2026-04',
            ...(form.language && { noticeLanguage: form.language }),
            purposes: [Purpose.PLAN_MAKING, Purpose.SERVICE_COORDINATION, Purpose.CONFERENCE],
            rules: [
              ofOffice([home], Role.COORDINATOR),
              ...(offices.length > 0 ? [ofOffice(offices, Role.SECTOR_WORKER)] : []),
            ],
            expression: ConsentExpression.WRITTEN,
            ...(form.interpreter && {
              explanation: { explainedBy: staffById(coordinator).name, interpreter: form.interpreter },
            }),
          },
        },
        '$input: ConsentInput!',
      );
      return (told['problems'] as readonly string[] | undefined) ?? [];
    },
    /** Drafts a plan in which each office holds its part, and proposes it. */
    async proposed(of: string, sheet: object): Promise<Plan> {
      const drafted = await desk.told(coordinator, 'draftPlan', {
        case: of,
        kind: 'MULTI_AGENCY',
        input: sheet,
        expectedVersion: await versionOf(of),
      });
      expect([drafted.__typename, drafted.problems]).toEqual(['PlanRecorded', undefined]);
      const { plan: proposed } = await desk.told(coordinator, 'proposePlan', {
        plan: drafted.plan?.id,
        expectedVersion: 1,
      });
      expect(proposed).toMatchObject({ state: 'PROPOSED' });
      return proposed as Plan;
    },
    sheet: (
      persons: readonly string[],
      parts: readonly Part[],
      words: { readonly wishes: string; readonly goal: string; readonly issues: readonly string[] },
    ): object => ({
      persons,
      from: inDays(0),
      until: inDays(180),
      personWishes: words.wishes,
      issues: words.issues.map((issue) => ({ words: issue })),
      longTermGoal: words.goal,
      shortTermGoals: ['三か月のあいだ、支援機関と連絡を取り続ける。'],
      items: parts.map(({ office, staff, what, persons: whom }) => ({
        content: what,
        office,
        ...(staff && { staff }),
        frequency: '月1回',
        dueOn: inDays(120),
        persons: whom,
      })),
      monitoringOn: [inDays(30)],
    }),
    /** A 重層的支援会議 with the plan on its agenda: convened, or gone on to from a 支援会議. */
    multilayer(
      of: { readonly case: string; readonly household: string; readonly persons: readonly string[] },
      planId: string,
      { from, participants = [] }: { readonly from?: string; readonly participants?: readonly object[] } = {},
    ): Promise<Answer> {
      const { household, persons, case: id } = of;
      const topic = 'プランの適切性について';
      const variables = {
        about: { case: id, persons },
        meeting: {
          heldAt: inMinutes(0.001),
          place: '市役所 会議室',
          agenda: [{ household, kind: 'APPROPRIATENESS', topic, planId }],
          participants,
        },
      };
      return from === undefined
        ? change(hub(), coordinator, 'conveneMultilayerConference', variables)
        : change(hub(), coordinator, 'moveToMultilayerConference', { conference: from, ...variables });
    },
    /** What the conference says of the plan. */
    async say(conference: string, word: string): Promise<void> {
      const { agenda } = await papers(hub(), coordinator, conference);
      const { __typename, problems } = await outcome(
        change(hub(), coordinator, 'recordAgendaResult', {
          conference,
          item: agenda.find(({ kind }) => kind === 'APPROPRIATENESS')?.id,
          outcome: word,
          words: '支援の内容と役割を確認した。',
        }),
      );
      expect([__typename, problems]).toEqual(['ConferenceRecorded', undefined]);
    },
    async decide({ id }: Pick<Plan, 'id'>, conference: string): Promise<Told> {
      const { version } = await plan(id);
      return desk.told(coordinator, 'decidePlan', { plan: id, conference, expectedVersion: version });
    },
    /** Each office begins and ends what it holds; what an office without an account does is written by the coordinator. */
    async work(decided: Plan, parts: readonly Part[]): Promise<void> {
      for (const { office, what, staff = coordinator } of parts) {
        const item = decided.items?.find(({ content }) => content === what)?.id;
        expect([what, item]).toEqual([what, expect.any(String)]);
        const begun = await desk.told(staff, 'startPlanItem', { item, expectedVersion: 1 });
        expect(begun).toMatchObject({ item: { state: 'IN_PROGRESS', office: { code: office } } });
        const done = await desk.told(staff, 'finishPlanItem', {
          item,
          result: '予定どおり行った。',
          expectedVersion: 2,
        });
        expect(done).toMatchObject({ item: { state: 'DONE' } });
      }
    },
    async monitor(id: string, findings: string, nextOn?: string): Promise<void> {
      const { version } = await plan(id);
      const input = { heldOn: inDays(0), findings, ...(nextOn && { nextOn }) };
      const told = await desk.told(coordinator, 'recordMonitoring', {
        plan: id,
        input,
        expectedVersion: version,
      });
      expect([told.__typename, told.plan?.nextMonitoringOn]).toEqual(['PlanRecorded', nextOn ?? null]);
    },
    async evaluate(id: string, issues: number, successor: string): Promise<void> {
      const { version } = await plan(id);
      const told = await desk.told(coordinator, 'evaluatePlan', {
        plan: id,
        input: {
          outcome: 'CLOSE',
          goals: [1, 2].map((number) => ({ number, achievement: 'ACHIEVED' })),
          issues: Array.from({ length: issues }, (_, at) => ({ number: at + 1, change: 'IMPROVED' })),
          ownWords: '相談できる人ができた。',
          successor,
        },
        expectedVersion: version,
      });
      expect([told.problems, told.plan?.evaluations]).toEqual([undefined, [{ outcome: 'CLOSE' }]]);
    },
    /** Closes a case to a named office, without whose name it is not closed. */
    async close(of: string, lead: string): Promise<void> {
      const closing = {
        case: of,
        reason: '目標が達成され、地域での見守りに移るため。',
        expectedVersion: await versionOf(of),
      };
      const unnamed = await desk.told(coordinator, 'closeCase', {
        ...closing,
        leadOfficeAfterClosure: 'none',
      });
      expect(unnamed).toMatchObject({ __typename: 'CaseNotClosed' });
      const closed = await desk.told(coordinator, 'closeCase', { ...closing, leadOfficeAfterClosure: lead });
      expect(closed).toEqual({ __typename: 'CaseClosed', case: { status: 'CLOSED' } });
    },
    /** Where the case stood, in the order of its steps. */
    async walked(of: string): Promise<readonly string[]> {
      const rows = await sql(
        hub(),
        'collaboration',
        'SELECT to_status FROM case_event WHERE case_id = $1 ORDER BY at, ctid',
        [of],
      );
      return rows.map((row) => String(row['to_status']));
    },
  };
}
