import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StaffIdentity } from '@kasane/identity';
import { household, person } from '@kasane/sample-municipality';
import { Capacity, japanDate, officeCode, Role, staffId } from '@kasane/vocabulary';
import { act, casesOf, paper, tryTo, type Who } from '../consultation.js';
import { openTestHub, type Answer, type TestHub } from '../test-hub.js';
import { codes, observable, sql } from './attacker.js';

/** What somebody with an account, and a seat somewhere, does to the cases, plans and conferences of others. */

let hub: TestHub;
/** A world that differs; rows that are evidence are not bound to stay here. */
const world = (statement: string): Promise<unknown> =>
  sql(hub, 'collaboration', `SET session_replication_role = replica; ${statement}`);
const today = japanDate(new Date());

const H03 = household('H03').id;
const GRANDMOTHER = person('h03-grandmother').id;
const CHILD = person('h03-schoolchild').id;
const H05_SELF = person('h05-self').id;
const COORDINATOR = 'kato-coordinator';
/** Has a seat in the case of H03 for the grandmother alone. */
const WORKER = 'kato-elder-care-worker';
/** Has no seat for anybody of H03 but the child, where a world gives it one. */
const HIDDEN_OFFICE = 'kato-fukushi-somu-hitorioya';

const seat = (
  id: string,
  of: string,
  office: string,
  staff: string,
  role: string,
  persons?: string,
): string => `
  INSERT INTO roster_seat (id, case_id, office_code, staff_id, role, for_everyone, from_date)
  VALUES ('${id}', '${of}', '${office}', '${staff}', '${role}', ${persons === undefined}, '2026-01-01');
  ${persons === undefined ? '' : `INSERT INTO roster_seat_person VALUES ('${id}', '${persons}');`}`;
const aCase = (id: string, household: string, status: string, closedOn: string | null): string => `
  INSERT INTO support_case (id, household_id, number, status, opened_on, closed_on, version)
  VALUES ('${id}', '${household}', 'KATO-${id}', '${status}', '2026-01-01', ${closedOn === null ? 'NULL' : `'${closedOn}'`}, 1);`;

beforeAll(async () => {
  hub = await openTestHub();
  await world(`
    ${aCase('case-other', H03, 'RECEIVED', null)}
    ${seat('seat-other', 'case-other', 'kato-fukushi-somu', COORDINATOR, 'COORDINATOR')}
    ${aCase('case-over', H03, 'CLOSED', '2026-02-01')}
    ${seat('seat-over', 'case-over', 'kato-korei-kaigo', WORKER, 'SECTOR_WORKER', GRANDMOTHER)}
    ${seat('seat-over-led', 'case-over', 'kato-fukushi-somu', COORDINATOR, 'COORDINATOR')}
    ${seat('seat-hidden', 'case-h03', HIDDEN_OFFICE, 'kato-hitorioya-worker', 'SECTOR_WORKER', CHILD)}
    ${seat('seat-third', 'case-h05', 'kato-shakai-fukushi-konkyu', 'kato-livelihood-worker', 'SECTOR_WORKER', H05_SELF)}`);
}, 120_000);
afterAll(() => hub?.stop());

const mutate = (who: Who, call: string, types: string, variables: object, result = ''): Promise<Answer> =>
  hub.ask(who, `mutation ${types && `(${types})`} { result: ${call} { __typename ${result} } }`, {
    variables: { ...variables },
  });
const begin = (who: Who, of: string, id: string, office: string): Promise<Answer> =>
  mutate(
    who,
    'beginOutreach(input: $input)',
    '$input: OutreachInput!',
    { input: { case: of, person: id, office, foundThrough: 'FAMILY', foundOn: today } },
    '... on OutreachNotRecorded { problems }',
  );
const participate = (who: Who, of: string, id: string): Promise<Answer> =>
  mutate(
    who,
    'beginParticipation(input: $input)',
    '$input: ParticipationInput!',
    { input: { case: of, person: id, wishes: '畑' } },
    '... on ParticipationRecorded { participation { id } }',
  );

describe('to work with somebody in one case', () => {
  const issue = { code: 'ISOLATION', certainty: 'SELF_REPORTED' };
  const referral = { persons: [GRANDMOTHER], toOffice: 'kato-shakai-fukushi-konkyu', reason: '見守り' };
  const attempts: readonly (readonly [string, (of: string) => Promise<Answer>])[] = [
    [
      'recordIssue',
      (of) => tryTo(hub, WORKER, 'recordIssue', { case: of, person: GRANDMOTHER, input: issue }),
    ],
    ['sendReferral', (of) => tryTo(hub, WORKER, 'sendReferral', { case: of, input: referral })],
    ['beginOutreach', (of) => begin(WORKER, of, GRANDMOTHER, 'kato-korei-kaigo')],
    ['beginParticipation', (of) => participate(WORKER, of, GRANDMOTHER)],
    [
      'screenCase',
      (of) =>
        tryTo(hub, WORKER, 'screenCase', {
          case: of,
          version: 1,
          input: { outcome: 'INFORMATION_ONLY', reason: '情報提供のみで終わったため' },
        }),
    ],
  ];
  test.each(attempts)('opens no other case of theirs, nor one that is over: %s', async (_, attempt) => {
    const [other, over, none] = [
      await attempt('case-other'),
      await attempt('case-over'),
      await attempt('case-none'),
    ];
    expect(codes(none)).toEqual(['NOT_FOUND']);
    expect(observable(other)).toBe(observable(none));
    expect(observable(over)).toBe(observable(none));
  });

  test('is enough in that very case', async () => {
    const done = await act(hub, WORKER, 'recordIssue', {
      case: 'case-h03',
      person: GRANDMOTHER,
      input: issue,
    });
    expect(done.__typename).toBe('IssueRecorded');
  });
});

describe('who leads a newer case of the same household', () => {
  const SECOND: StaffIdentity = {
    staffId: staffId('second-coordinator'),
    office: officeCode('kato-fukushi-somu'),
    capacity: Capacity.CITY_STAFF,
    roles: [Role.COORDINATOR],
  };
  const suspend = (who: Who): Promise<Answer> =>
    mutate(
      who,
      'suspendPlan(plan: "plan-h12", expectedVersion: 0, reason: "支援の方針を見直すため")',
      '',
      {},
      '... on PlanChanged { newer { id } }',
    );
  const start = (who: Who): Promise<Answer> =>
    mutate(
      who,
      'startPlanItem(item: "plan-h12-item-1", expectedVersion: 0)',
      '',
      {},
      '... on PlanItemChanged { newer { id } }',
    );

  test('reads the plan of the older one, and writes nothing of it', async () => {
    await world(`${aCase('case-newer', household('H12').id, 'ACCEPTED', null)}
      ${seat('seat-newer', 'case-newer', SECOND.office, SECOND.staffId, 'COORDINATOR')}`);
    const read = await hub.ask(SECOND, '{ supportPlan(id: "plan-h12") { state } }');
    expect(codes(read)).toEqual([]);
    expect(codes(await suspend(SECOND))).toEqual(['FORBIDDEN']);
    expect(codes(await start(SECOND))).toEqual(['NOT_FOUND']);
    expect((await suspend(COORDINATOR)).text).toContain('PlanChanged');
    expect((await start(COORDINATOR)).text).toContain('PlanItemChanged');
  });
});

describe('who shares an office with those who work on cases, and works on none', () => {
  test('finds nothing of theirs on the desk', async () => {
    const kinds = (who: Who): Promise<Answer> =>
      hub.ask(who, '{ myOpenItems(first: 50) { edges { node { kind } } } }');
    await world(`INSERT INTO participation (id, case_id, person_id, office_code, wishes, begun_at)
        VALUES ('pa-desk', 'case-h05', '${H05_SELF}', 'kato-fukushi-somu', '畑', now());
      INSERT INTO participation_match (id, participation_id, menu_id, state, since_on, follow_up_on, version)
        VALUES ('px-desk', 'pa-desk', 'pm-none', 'TRIAL', '2026-01-01', '2026-01-02', 1)`);
    expect((await kinds(COORDINATOR)).text).toContain('PARTICIPATION');
    expect((await kinds('kato-privacy-officer')).text).not.toMatch(/PARTICIPATION|PLAN_ITEM|OUTREACH/);
  });
});

describe('who is protected', () => {
  beforeAll(() =>
    world(`INSERT INTO protective_measure (id, person_id, handling_offices, restricted_staff, from_date, to_date, registered_by, registered_at, registered_at_office)
      VALUES ('pm-attack', '${CHILD}', '["kato-fukushi-somu-jido"]', '[]', '2026-01-01', '2099-01-01', 'officer', now(), 'kato-fukushi-somu-jido')`),
  );
  afterAll(() => world(`DELETE FROM protective_measure WHERE id = 'pm-attack'`));

  test('is not named beside those with whom they live, in the list of one’s own cases', async () => {
    const found = (await casesOf(hub, COORDINATOR)).find(({ id }) => id === 'case-h03');
    const ids = found?.persons.map(({ id }) => id);
    expect(ids).toContain(GRANDMOTHER);
    expect(ids).not.toContain(CHILD);
  });

  test('is nobody, where an id is tried in a case', async () => {
    const issue = { code: 'ISOLATION', certainty: 'SELF_REPORTED' };
    const of = (id: string): Promise<Answer> =>
      tryTo(hub, COORDINATOR, 'recordIssue', { case: 'case-h03', person: id, input: issue });
    expect(observable(await of(CHILD))).toBe(observable(await of('p-none')));
    expect(observable(await participate(COORDINATOR, 'case-h03', CHILD))).toBe(
      observable(await participate(COORDINATOR, 'case-h03', 'p-none')),
    );
  });

  test('has a roster of their own that no answer tells: an office of it is as one that has no seat', async () => {
    const of = async (office: string): Promise<string> =>
      observable(await begin(COORDINATOR, 'case-h03', GRANDMOTHER, office)).replaceAll(office, '<office>');
    expect(await of(HIDDEN_OFFICE)).toBe(await of('kato-toshi-seisaku'));
  });
});

describe('who has a conflict of interest', () => {
  const CONFERENCE = 'conf-h12-1';
  const conferences = async (): Promise<readonly string[]> => {
    const { data } = await hub.ask(COORDINATOR, '{ myConferences(withPast: true) { id } }');
    return (data?.['myConferences'] as readonly { readonly id: string }[]).map(({ id }) => id);
  };
  const conference = (id: string): Promise<Answer> =>
    hub.ask(COORDINATOR, 'query ($id: ID!) { conference(id: $id) { kind heldAt place } }', {
      variables: { id },
    });
  const reopen = (id: string): Promise<Answer> =>
    mutate(COORDINATOR, `reopenCase(case: $id, reason: "また相談があったため再開する")`, '$id: ID!', { id });

  test('is not told of a conference about them, nor takes up their case, though the office leads both', async () => {
    expect(await conferences()).toContain(CONFERENCE);
    await world(`INSERT INTO conflict_of_interest (id, staff_id, office_code, person_id, kind, declared_by, declared_at)
      SELECT 'ci-' || p.person_id, '${COORDINATOR}', 'kato-fukushi-somu', p.person_id, 'NEIGHBOUR', '${COORDINATOR}', now()
      FROM household_member p WHERE p.household_id IN ('${H03}', '${household('H12').id}')`);
    try {
      expect(await conferences()).not.toContain(CONFERENCE);
      expect(observable(await conference(CONFERENCE))).toBe(observable(await conference('conf-none')));
      expect(observable(await reopen('case-over'))).toBe(observable(await reopen('case-none')));
    } finally {
      await world(`DELETE FROM conflict_of_interest WHERE staff_id = '${COORDINATOR}'`);
    }
    expect(codes(await conference(CONFERENCE))).toEqual([]);
  });
});

describe('a seat that opens basic data alone', () => {
  const THIRD = 'kato-livelihood-worker';
  const look = (what: string): Promise<Answer> =>
    hub.ask(THIRD, `{ supportCase(id: "case-h05") { ${what} } }`);

  test('does not tell what was proposed to somebody, though it is listed for everybody', async () => {
    const host = await mutate(
      COORDINATOR,
      'listParticipationHost(input: $input)',
      '$input: ParticipationHostInput!',
      {
        input: { name: '見本農園', kind: 'FARM', municipality: '282286', menus: [{ title: 'CANARY-MENU' }] },
      },
      '... on HostListed { host { menus { id } } }',
    );
    const [menu] = (host.data?.['result'] as { host: { menus: { id: string }[] } }).host.menus;
    const begun = await participate('kato-shougai-worker', 'case-h05', H05_SELF);
    const { id } = (begun.data?.['result'] as { participation: { id: string } }).participation;
    const proposed = await mutate(
      'kato-shougai-worker',
      'proposeParticipationMatch(participation: $id, menu: $menu)',
      '$id: ID!, $menu: ID!',
      { id, menu: menu?.id },
      '... on ParticipationRecorded { participation { matches { menu { title } } } }',
    );
    expect(proposed.text).toContain('CANARY-MENU');
    const seen = await look('participations { id matches { id hostName menu { title } } }');
    expect(codes(seen)).toEqual([]);
    expect(seen.text).not.toMatch(/CANARY-MENU|見本農園/);
  });

  test('does not tell why somebody was sent back from an office that is neither of the two', async () => {
    const input = { persons: [H05_SELF], toOffice: 'kato-shakai-fukushi-shougai', reason: '就労の相談' };
    const { referral } = await act(hub, COORDINATOR, 'sendReferral', { case: 'case-h05', input });
    await act(hub, 'kato-shougai-worker', 'sendBackReferral', { id: referral?.id, version: 1, text: null });
    const sender = await hub.ask(
      COORDINATOR,
      '{ supportCase(id: "case-h05") { referrals { events { state sendBackReason } } } }',
    );
    expect(sender.text).toContain('OUT_OF_AREA');
    const third = await look('referrals { events { state sendBackReason withdrawnBy } }');
    expect(third.text).toContain('SENT_BACK');
    expect(third.text).not.toContain('OUT_OF_AREA');
  });
});

describe('somebody of another city', () => {
  test('lists nothing there', async () => {
    const host = { name: '見本農園', kind: 'FARM', municipality: '072028', menus: [{ title: '草取り' }] };
    const activity = { programme: 'CARE_PREVENTION', title: '見本サロン', municipality: '072028' };
    const answers = await Promise.all([
      mutate(COORDINATOR, 'listParticipationHost(input: $input)', '$input: ParticipationHostInput!', {
        input: host,
      }),
      mutate(COORDINATOR, 'listCommunityActivity(input: $input)', '$input: CommunityActivityInput!', {
        input: activity,
      }),
    ]);
    expect(answers.map(codes)).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
  });
});

describe('what no form means', () => {
  test('is told as such, and is no failure of ours', async () => {
    const received = await act(hub, WORKER, 'receiveConsultation', {
      input: paper({ isSomebodyElse: true, chiefComplaint: '家賃\u0001', contactWhen: '\u001b[2J' }),
    });
    expect(received.problems).toEqual(['使えない文字(制御文字)があります。']);
    const input = {
      name: '長'.repeat(300),
      kind: 'FARM',
      municipality: '282286',
      menus: [{ title: '草取り' }],
    };
    const host = await mutate(
      COORDINATOR,
      'listParticipationHost(input: $input)',
      '$input: ParticipationHostInput!',
      { input },
      '... on ParticipationNotRecorded { problems }',
    );
    expect(host.text).toContain('文字以内');
    const after = Buffer.from('9999-99-99T99:99:99Z case-h03').toString('base64url');
    const page = await hub.ask(
      COORDINATOR,
      `{ supportCase(id: "case-h03") { history(after: "${after}") { edges { cursor } } } }`,
    );
    expect(codes(page)).toEqual(['BAD_USER_INPUT']);
  });
});
