import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StaffIdentity } from '@kasane/identity';
import { person, staffById } from '@kasane/sample-municipality';
import { japanDate, officeCode, Role, staffId } from '@kasane/vocabulary';
import { codes, observable, sql } from './attacks/attacker.js';
import { openTestHub, type Answer, type TestHub } from './test-hub.js';

/** Who sits in a case, for whom, until when: rights come and go with the days of a seat. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

type Who = string | StaffIdentity;
const COORDINATOR = 'kato-coordinator';
const WORKER = 'kato-kodomo-worker';
const STRANGER = 'kato-hitorioya-worker';
const MANAGER: StaffIdentity = {
  ...staffById(WORKER),
  staffId: staffId('kato-kodomo-manager'),
  roles: [Role.OFFICE_MANAGER],
};
const SUCCESSOR: StaffIdentity = { ...staffById(WORKER), staffId: staffId('kato-kodomo-next') };

const DAY = 86_400_000;
const inDays = (days: number): string => japanDate(new Date(Date.now() + days * DAY));

interface Seat {
  readonly id: string;
  readonly version: number;
  readonly from: string;
  readonly to: string | null;
  readonly responsibility: string;
  readonly needsWorker: boolean;
  readonly office: { readonly code: string };
}
interface Outcome {
  readonly __typename: string;
  readonly seat?: Seat | null;
  readonly newer?: Seat | null;
  readonly seats?: readonly Seat[];
  readonly problems?: readonly string[];
}
const SEAT =
  'id version from to responsibility duty reviewOn needsWorker staffName office { code } persons { id }';
const ONE = `__typename ... on RosterChanged { case { id } seat { ${SEAT} } } ... on RosterNotChanged { problems }
  ... on SeatChangedMeanwhile { newer { ${SEAT} } }`;
const MANY = `__typename ... on SeatsEnding { lastDay seats { ${SEAT} } } ... on RosterNotChanged { problems }`;

const seatOffice = (who: Who, input: object, of = 'case-h03'): Promise<Answer> =>
  hub.ask(
    who,
    `mutation ($case: ID!, $input: SeatInput!) { result: seatOffice(case: $case, input: $input) { ${ONE} } }`,
    { variables: { case: of, input } },
  );
const change = (who: Who, call: string, told = ONE): Promise<Answer> =>
  hub.ask(who, `mutation { result: ${call} { ${told} } }`);
const outcome = (answer: Answer): Outcome => {
  expect(answer.errors).toEqual([]);
  return answer.data?.['result'] as Outcome;
};
const paper = (more: object = {}): object => ({
  office: 'kato-fukushi-somu-hitorioya',
  staff: STRANGER,
  staffName: '芹沢 茜',
  persons: [person('h03-mother').id],
  from: inDays(-7),
  duty: { duty: 'CONSULTATION' },
  ...more,
});
const roster = async (id = 'case-h03', who: Who = COORDINATOR): Promise<readonly Seat[]> => {
  const { data, errors } = await hub.ask(who, `{ supportCase(id: "${id}") { roster { ${SEAT} } } }`);
  expect(errors).toEqual([]);
  return (data?.['supportCase'] as { roster: readonly Seat[] }).roster;
};
/** Whether somebody works on a case: what they may see by consent besides is another thing. */
const worksOn = async (who: Who, id = 'case-h03'): Promise<boolean> => {
  const answer = await hub.ask(who, `{ supportCase(id: "${id}") { id } }`);
  if (answer.data?.['supportCase']) return true;
  expect(codes(answer)).toEqual(['NOT_FOUND']);
  return false;
};
const seatOf = async (office: string, of = 'case-h03'): Promise<Seat> => {
  const found = (await roster(of)).find((seat) => seat.office.code === office);
  if (!found) throw new Error(`${office} has no seat in ${of}`);
  return found;
};

describe('a seat', () => {
  test('opens basic data to its worker, until the end of its last day', async () => {
    expect(await worksOn(STRANGER)).toBe(false);
    const { seat } = outcome(await seatOffice(COORDINATOR, paper()));
    expect(seat).toMatchObject({ version: 1, responsibility: 'MEMBER' });
    expect(await worksOn(STRANGER)).toBe(true);
    const end = async (day: string): Promise<Outcome> => {
      const { id, version } = await seatOf('kato-fukushi-somu-hitorioya');
      return outcome(
        await change(
          COORDINATOR,
          `endSeat(seat: "${id}", expectedVersion: ${version}, lastDay: "${day}", reason: "担当が変わったため。")`,
        ),
      );
    };
    expect((await end(inDays(0))).seat?.to).toBe(inDays(0));
    expect(await worksOn(STRANGER)).toBe(true);
    expect((await end(inDays(-1))).seat?.to).toBe(inDays(-1));
    expect(await worksOn(STRANGER)).toBe(false);
  });

  test('may be of a school without an account, which watches over a pupil until a day of review', async () => {
    const duty = {
      duty: 'SCHOOL_FOLLOW_UP',
      note: '登校の様子を週に一度、こども家庭センターへ伝える。',
      reviewOn: inDays(20),
    };
    const register = async (who: Who): Promise<Answer> =>
      hub.ask(
        who,
        `mutation { result: registerPartner(name: "例示市立例示小学校", kind: SCHOOL) {
          ... on PartnerRegistered { office { code kind } } ... on PartnerNotRegistered { problems } } }`,
      );
    expect(codes(await register(WORKER))).toEqual(['FORBIDDEN']);
    const { office } = (await register(COORDINATOR)).data?.['result'] as {
      office: { code: string; kind: string };
    };
    expect(office.kind).toBe('SCHOOL');
    expect((await register(COORDINATOR)).text).toContain('すでに登録されています');
    const input = paper({
      office: office.code,
      staff: null,
      staffName: null,
      persons: [person('h06-schoolchild').id],
      duty,
    });
    const { seat } = outcome(await seatOffice(COORDINATOR, input, 'case-h06'));
    expect(seat).toMatchObject({ duty: 'SCHOOL_FOLLOW_UP', reviewOn: inDays(20), staffName: null });
    const waiting = async (who: Who, days: number): Promise<string> =>
      (await hub.ask(who, `{ seatsWaiting(withinDays: ${days}) { id caseId } }`)).text;
    expect(await waiting(COORDINATOR, 20)).toContain(`{"id":"${seat?.id}","caseId":"case-h06"}`);
    expect(await waiting(COORDINATOR, 19)).not.toContain(seat?.id);
    expect(await waiting('aizu-coordinator', 20)).not.toContain(seat?.id);
    // Who knows the roster knows of the school; whom it is for is told to who may know of them.
    expect(JSON.stringify(await roster('case-h06', 'kato-elder-care-worker'))).not.toContain(
      person('h06-schoolchild').id,
    );
  });

  test.each<[string, object, RegExp]>([
    ['an office of another city', { office: 'aizu-houkatsu-1' }, /登録されていません/],
    ['no office', { office: 'nowhere' }, /登録されていません/],
    ['another household’s member', { persons: [person('h01-self').id] }, /世帯の人ではない/],
    ['a coordinator elsewhere', { role: 'COORDINATOR' }, /多機関協働事業者だけ/],
    ['who sits there already', { office: 'kato-fukushi-somu-jido', staff: WORKER }, /すでに参加/],
  ])('is not given to %s', async (_, more, why) => {
    expect(outcome(await seatOffice(COORDINATOR, paper(more))).problems?.join()).toMatch(why);
  });

  test('is given by who leads the case; to others the case is what no case is', async () => {
    expect(codes(await seatOffice(WORKER, paper()))).toEqual(['FORBIDDEN']);
    expect(codes(await seatOffice(STRANGER, paper()))).toEqual(['FORBIDDEN']);
    const foreign = await seatOffice('aizu-coordinator', paper());
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(observable(await seatOffice('aizu-coordinator', paper(), 'case-zzzz'))).toBe(observable(foreign));
    const end = (id: string): Promise<Answer> =>
      change('aizu-coordinator', `endSeat(seat: "${id}", expectedVersion: 1, lastDay: "${inDays(0)}")`);
    expect(observable(await end('case-h03-seat-2'))).toBe(observable(await end('seat-zzzz')));
  });

  test('is one, though two give it at once', async () => {
    const input = paper({ from: inDays(10) });
    const answers = (await Promise.all([1, 2].map(() => seatOffice(COORDINATOR, input)))).map(outcome);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['RosterChanged', 'RosterNotChanged']);
  });

  test('of the last coordinator does not end', async () => {
    const { id, version } = await seatOf('kato-fukushi-somu');
    const call = `endSeat(seat: "${id}", expectedVersion: ${version}, lastDay: "${inDays(30)}")`;
    expect(outcome(await change(COORDINATOR, call)).problems?.join()).toMatch(/包括化支援員がいなくなります/);
  });
});

describe('who answers for a case', () => {
  const lead = async (office: string, version?: number): Promise<Outcome> => {
    const seat = await seatOf(office);
    return outcome(
      await change(
        COORDINATOR,
        `setResponsibility(seat: "${seat.id}", expectedVersion: ${version ?? seat.version}, responsibility: LEAD)`,
      ),
    );
  };
  const leads = async (): Promise<readonly string[]> =>
    (await roster()).filter((seat) => seat.responsibility === 'LEAD').map((seat) => seat.office.code);

  test('is one office: who was the lead before becomes a member', async () => {
    await lead('kato-fukushi-somu-jido');
    expect(await leads()).toEqual(['kato-fukushi-somu-jido']);
    await lead('kato-korei-kaigo');
    expect(await leads()).toEqual(['kato-korei-kaigo']);
  });

  test('is not changed by who saw an older seat: they are shown the newer', async () => {
    const { __typename, newer } = await lead('kato-fukushi-somu-jido', 1);
    expect(__typename).toBe('SeatChangedMeanwhile');
    expect(newer).toMatchObject({ responsibility: 'MEMBER', version: 3 });
  });
});

describe('a worker who moves to another office', () => {
  const transfer = (who: Who, staff: string, lastDay: string): Promise<Answer> =>
    change(who, `transferStaff(staff: "${staff}", lastDay: "${lastDay}")`, MANY);

  test('keeps the cases until the end of the last day; then the manager holds them until somebody takes them', async () => {
    const moved = outcome(await transfer(MANAGER, WORKER, inDays(0)));
    const held = moved.seats ?? [];
    expect(held.length).toBeGreaterThan(5);
    for (const seat of held) expect(seat).toMatchObject({ needsWorker: true, from: inDays(1) });
    expect(await worksOn(WORKER)).toBe(true);

    // The day after.
    await sql(hub, 'collaboration', 'UPDATE roster_seat SET to_date = $1 WHERE staff_id = $2', [
      inDays(-1),
      WORKER,
    ]);
    await sql(hub, 'collaboration', 'UPDATE roster_seat SET from_date = $1 WHERE needs_worker', [inDays(0)]);
    expect(await worksOn(WORKER)).toBe(false);
    expect(await worksOn(MANAGER)).toBe(true);
    expect(await worksOn(SUCCESSOR)).toBe(false);

    const waiting = async (): Promise<readonly Seat[]> =>
      (await hub.ask(MANAGER, `{ seatsWaiting { ${SEAT} } }`)).data?.['seatsWaiting'] as readonly Seat[];
    const seat = (await waiting()).find(({ id }) => held.some((each) => each.id === id)) as Seat;
    const before = (await waiting()).length;
    const call = `handOverSeat(seat: "${seat.id}", expectedVersion: ${seat.version}, successor: { staff: "${SUCCESSOR.staffId}", staffName: "後任", from: "${inDays(0)}" })`;
    expect(codes(await change(SUCCESSOR, call))).toEqual(['FORBIDDEN']);
    expect(outcome(await change(MANAGER, call))).toMatchObject({
      seat: { staffName: '後任', needsWorker: false },
    });
    expect(await waiting()).toHaveLength(before - 1);
    expect((await waiting()).map(({ id }) => id)).not.toContain(seat.id);
    expect(outcome(await change(MANAGER, call)).__typename).toBe('RosterNotChanged');
  });

  test('is put on record by the manager of that very office', async () => {
    expect(codes(await transfer(COORDINATOR, WORKER, inDays(0)))).toEqual(['FORBIDDEN']);
    // Another office's worker has no seat here: the same as nobody.
    const foreign = await transfer(MANAGER, 'kato-elder-care-worker', inDays(0));
    expect(observable(foreign)).toBe(observable(await transfer(MANAGER, 'nobody', inDays(0))));
    expect(outcome(foreign).seats).toEqual([]);
    expect(await worksOn('kato-elder-care-worker')).toBe(true);
  });
});

describe('an entrustment that ends', () => {
  const end = (who: Who, office: string): Promise<Answer> =>
    change(
      who,
      `endEntrustment(office: "${office}", lastDay: "${inDays(-1)}", reason: "委託契約の終了による。")`,
      MANY,
    );

  test('takes the office off every case, and leaves the history', async () => {
    expect(await worksOn('kato-keikaku-worker', 'case-h12')).toBe(true);
    expect(outcome(await end(COORDINATOR, 'kato-keikaku-sodan')).seats?.length).toBeGreaterThan(3);
    for (const id of ['case-h12', 'case-h03']) expect(await worksOn('kato-keikaku-worker', id)).toBe(false);
    expect((await seatOf('kato-keikaku-sodan', 'case-h12')).to).toBe(inDays(-1));
    const { text } = await hub.ask(
      COORDINATOR,
      '{ supportCase(id: "case-h12") { rosterHistory { edges { node { kind seatOffice reason } } } } }',
    );
    expect(text).toContain('ENTRUSTMENT_ENDED');
    expect(text).toContain('委託契約の終了による。');
  });

  test('is ended by the city that entrusted it, not by another, not by an office, and none of the city’s own', async () => {
    expect(outcome(await end('aizu-coordinator', 'kato-shakyo')).problems?.join()).toMatch(
      /登録されていません/,
    );
    expect(codes(await end('aizu-houkatsu-3-manager', 'aizu-houkatsu-3'))).toEqual(['FORBIDDEN']);
    expect(codes(await end(WORKER, 'kato-keikaku-sodan'))).toEqual(['FORBIDDEN']);
    expect(outcome(await end(COORDINATOR, 'kato-fukushi-somu')).problems?.join()).toMatch(/市の機関/);
  });
});

describe('職員名簿', () => {
  const namesFor = async (who: Who): Promise<ReadonlyMap<string, string>> => {
    const { data } = await hub.ask(who, '{ staffDirectory { id name } }', { purpose: null });
    const listed = data?.['staffDirectory'] as readonly { readonly id: string; readonly name: string }[];
    return new Map(listed.map(({ id, name }) => [id, name]));
  };

  test('tells the names of the own city’s staff, and of no other', async () => {
    const names = await namesFor(COORDINATOR);
    expect(names.get(WORKER)).toBe(staffById(WORKER).name);
    expect(names.has('aizu-coordinator')).toBe(false);
  });

  test('has who asks from then on, by the name and the office of the last sign-in', async () => {
    const newcomer: StaffIdentity = {
      ...staffById(WORKER),
      staffId: staffId('kato-newcomer'),
      name: '旧姓 花',
    };
    expect((await namesFor(COORDINATOR)).has(newcomer.staffId)).toBe(false);
    expect((await namesFor(newcomer)).get(newcomer.staffId)).toBe('旧姓 花');
    await namesFor({ ...newcomer, name: '新姓 花' });
    expect((await namesFor(COORDINATOR)).get(newcomer.staffId)).toBe('新姓 花');
  });

  test('keeps whom it knows when somebody signs in without a name', async () => {
    const { name, ...nameless } = staffById(WORKER);
    for (const worker of [nameless, { ...nameless, name: '  ' }])
      expect((await namesFor(worker)).get(WORKER)).toBe(name);
  });

  test('is empty for guests, and for who is of no office of the hub', async () => {
    expect(await namesFor('kato-minsei')).toEqual(new Map());
    expect(await namesFor({ ...staffById(WORKER), office: officeCode('elsewhere') })).toEqual(new Map());
  });
});
