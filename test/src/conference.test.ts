import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { Capacity, Category, Purpose } from '@kasane/vocabulary';
import { codes, observable, sql } from './attacks/attacker.js';
import {
  change,
  inMinutes,
  memberOf,
  outcome,
  PAPERS,
  papers,
  recorded,
  type Outcome,
} from './conference-questions.js';
import { openTestHub, type Answer, type Question, type TestHub } from './test-hub.js';

/** The papers of a 支援会議: who keeps them, who reads them while its session is open, and who afterwards. */

const COORDINATOR = 'kato-coordinator';
const MEMBER = 'kato-toshi-seisaku-worker';
const GUEST = 'kato-kucho';
const STRANGER = 'kato-hitorioya-worker';
const H03 = household('H03').id;
const GRANDMOTHER = person('h03-grandmother').id;
const MOTHER = person('h03-mother').id;
/** What must be read by nobody but those who may. */
const CANARY = 'CANARY-MINUTES';

let hub: TestHub;
let session: string;
let conference: string;

const meeting = (more: object = {}): object => ({
  heldAt: inMinutes(0.001),
  place: '市役所 201会議室',
  agenda: [{ household: H03, topic: `入院中の養育と見守り ${CANARY}` }],
  participants: [{ affiliation: '小学校', name: '松葉 緑', capacity: Capacity.GUEST }],
  ...more,
});
const conveneSession = async (members: readonly string[]): Promise<string> => {
  const { data, errors } = await hub.ask(
    COORDINATOR,
    `mutation ($input: ConveneSessionInput!) { result: conveneSession(input: $input) { ... on SessionRecorded { session { id } } } }`,
    {
      variables: {
        input: {
          basis: 'SWA_106_6',
          households: [H03],
          categories: [Category.CARE_CERT, Category.CONFERENCE_RECORD],
          whyNoConsent: '祖母の同意がまだ得られていないため、支援会議で検討する。',
          closesAt: inMinutes(120),
          members: members.map(memberOf),
        },
      },
    },
  );
  expect(errors).toEqual([]);
  return (data?.['result'] as { session: { id: string } }).session.id;
};
const pledge = (who: string): Promise<Answer> =>
  hub.ask(who, `mutation { acceptSecrecy(session: "${session}") { __typename } }`);
const print = (who: string): Promise<Answer> =>
  hub.ask(who, 'query ($id: ID!) { printedSheet(kind: MINUTES, id: $id) { html } }', {
    ...entering(),
    variables: { id: conference },
  });
const entering = (): Question => ({ purpose: Purpose.CONFERENCE, conference: session });
const seatOf = async (name: string): Promise<string> =>
  (await papers(hub, COORDINATOR, conference)).participants.find((seat) => seat.name === name)?.seat ?? '';

beforeAll(async () => {
  hub = await openTestHub();
  session = await conveneSession([COORDINATOR, MEMBER, GUEST]);
  conference = await recorded(
    change(hub, COORDINATOR, 'openSupportConference', { session, meeting: meeting() }),
  );
}, 120_000);
afterAll(() => hub?.stop());

describe('the papers of a 支援会議 are opened', () => {
  test('once for a session, inside its time, with an agenda of its own kind', async () => {
    const problems = async (more: object, of: string = session): Promise<string> =>
      (
        await outcome(
          change(hub, COORDINATOR, 'openSupportConference', { session: of, meeting: meeting(more) }),
        )
      ).problems?.join() ?? '';
    expect(await problems({})).toMatch(/すでに登録/);
    const other = await conveneSession([COORDINATOR]);
    expect(await problems({ heldAt: inMinutes(600) }, other)).toMatch(/場の開始から終了まで/);
    expect(await problems({ agenda: [{ household: H03, topic: '評価', kind: 'ROLES' }] }, other)).toMatch(
      /支援体制の検討/,
    );
    expect(
      await problems({ agenda: [{ household: household('H06').id, topic: '別の世帯' }] }, other),
    ).toMatch(/世帯ではありません/);
    expect(await problems({ secretariat: MEMBER }, other)).toMatch(/事務局/);
  });

  test('by who leads the session: a member may not, and to a stranger there is none', async () => {
    const open = (who: string, id: string): Promise<Answer> =>
      change(hub, who, 'openSupportConference', { session: id, meeting: meeting() });
    expect(codes(await open(MEMBER, session))).toEqual(['FORBIDDEN']);
    const foreign = await open(STRANGER, session);
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(observable(foreign)).toBe(observable(await open(STRANGER, 's-zzzz')));
  });
});

describe('to a conference are invited', () => {
  test('those without an account on paper, once; those with one by the roster of its session', async () => {
    const invite = (participant: object): Promise<Outcome> =>
      outcome(change(hub, COORDINATOR, 'inviteToConference', { conference, participants: [participant] }));
    const doctor = { affiliation: '市民病院', name: '桂 聡', capacity: Capacity.GUEST };
    expect((await invite(doctor)).__typename).toBe('ConferenceRecorded');
    expect((await invite({ ...doctor, name: '桂　聡' })).problems?.join()).toMatch(/重複/);
    expect(
      (await invite({ ...doctor, staff: 'kato-police', office: 'kato-keisatsu' })).problems?.join(),
    ).toMatch(/構成員名簿/);
  });

  test('and recorded as present when they are bound to secrecy, by account or by paper', async () => {
    const attend = async (name: string, pledged: boolean): Promise<Outcome> =>
      outcome(
        change(hub, COORDINATOR, 'recordAttendance', {
          conference,
          attendees: [{ seat: await seatOf(name), pledged }],
        }),
      );
    expect((await attend('松葉 緑', false)).problems?.join()).toMatch(/守秘義務/);
    expect((await attend('松葉 緑', true)).__typename).toBe('ConferenceRecorded');
    expect((await attend('松葉 緑', true)).problems?.join()).toMatch(/すでに/);
    // Who has an account accepts it in the session, and nobody for them.
    expect((await attend('柏木 誠', true)).problems?.join()).toMatch(/守秘義務/);
    await pledge(MEMBER);
    expect((await attend('柏木 誠', false)).__typename).toBe('ConferenceRecorded');
  });
});

describe('minutes', () => {
  const minutes = (expectedVersion: number, more: object = {}): object => ({
    expectedVersion,
    shared: [{ office: 'kato-korei-kaigo', what: `祖母の家事能力 ${CANARY}` }],
    discussion: `短期入所を調整する。${CANARY}`,
    roles: [
      {
        office: 'kato-korei-kaigo',
        household: H03,
        persons: [GRANDMOTHER],
        what: '祖母の様子を見る',
        until: '2027-01-31',
      },
      {
        office: 'kato-fukushi-somu-jido',
        household: H03,
        persons: [MOTHER],
        what: '母の入院に付き添う',
        until: '2027-01-31',
      },
    ],
    gaps: ['外国語で相談できる窓口'],
    nextOn: '2026-12-10',
    ...more,
  });
  const save = (who: string, version: number, more: object = {}): Promise<Answer> =>
    change(hub, who, 'saveConferenceMinutes', { conference, minutes: minutes(version, more) });
  const approve = (version: number): Promise<Answer> =>
    change(hub, COORDINATOR, 'approveConferenceMinutes', { conference, version });

  test('are written by who leads it, in versions: of two at once the second is given the first', async () => {
    expect(codes(await save(MEMBER, 0))).toEqual(['FORBIDDEN']);
    expect(codes(await save(STRANGER, 0))).toEqual(['NOT_FOUND']);
    const told = await Promise.all([outcome(save(COORDINATOR, 0)), outcome(save(COORDINATOR, 0))]);
    expect(told.map(({ __typename }) => __typename).sort()).toEqual(['ConferenceRecorded', 'MinutesChanged']);
    expect(told.find(({ version }) => version !== undefined)).toMatchObject({
      version: 1,
      newest: { version: 1, discussion: expect.stringContaining(CANARY) },
    });
  });

  test('name offices that there are, and people of the agenda', async () => {
    const problems = async (role: object): Promise<string | undefined> =>
      (
        await outcome(
          save(COORDINATOR, 1, {
            roles: [
              { office: 'kato-korei-kaigo', household: H03, what: '見守り', until: '2027-01-31', ...role },
            ],
          }),
        )
      ).problems?.join();
    expect(await problems({ persons: [person('h06-mother').id] })).toBe(
      await problems({ persons: ['p-zzzz'] }),
    );
    expect(await problems({ office: 'nowhere' })).toMatch(/nowhere/);
  });

  test('once approved stay as they are: an edit is a new version, and both are read', async () => {
    expect((await outcome(approve(1))).__typename).toBe('ConferenceRecorded');
    expect((await outcome(approve(1))).problems?.join()).toMatch(/すでに/);
    expect((await outcome(approve(7))).problems?.join()).toMatch(/ありません/);
    await recorded(save(COORDINATOR, 1, { discussion: '修正した検討結果' }));
    expect((await outcome(approve(1))).__typename).toBe('MinutesChanged');
    const { minutes: versions, roles } = await papers(hub, COORDINATOR, conference);
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'DRAFT'],
      [1, 'APPROVED'],
    ]);
    expect(versions[1]?.discussion).toContain(CANARY);
    expect(roles.map(({ office }) => office)).toEqual(['kato-korei-kaigo', 'kato-fukushi-somu-jido']);
    for (const statement of ['UPDATE conference_minutes SET version = 9', 'DELETE FROM conference_role'])
      await expect(sql(hub, 'collaboration', statement)).rejects.toThrow(/append-only/);
  });
});

describe('while the session is open', () => {
  const digest = 'a'.repeat(64);

  test('what is laid on the table is recorded by name and digest, with own words', async () => {
    const add = (more: object): Promise<Outcome> =>
      outcome(
        change(hub, COORDINATOR, 'addConferenceMaterial', {
          conference,
          material: {
            household: H03,
            source: 'kato-korei-kaigo',
            title: '祖母の状況',
            categories: [Category.CARE_CERT],
            fields: ['CareNeedCertification.level'],
            digest,
            words: `口頭で補足 ${CANARY}`,
            ...more,
          },
        }),
      );
    expect((await add({})).__typename).toBe('ConferenceRecorded');
    expect((await add({ fields: [] })).problems?.join()).toMatch(/項目を選んで/);
    const [line] = await sql(
      hub,
      'collaboration',
      `SELECT household_id, items FROM ledger_entry WHERE kind = 'CHANGE' AND items::text LIKE '%addConferenceMaterial%'`,
    );
    expect([line?.['household_id'], String(line?.['items'])]).toEqual([
      H03,
      expect.stringContaining('CARE_CERT'),
    ]);
  });

  test('a member who is within it reads the papers; outside of it, not a word', async () => {
    const inside = await papers(hub, MEMBER, conference, entering());
    expect(inside.minutes).toHaveLength(2);
    expect(inside.materials).toEqual([
      expect.objectContaining({ digest, words: expect.stringContaining(CANARY) }),
    ]);
    // A summary is read there, and not carried away.
    expect(codes(await print(MEMBER))).toEqual(['NOT_FOUND']);
    expect(inside.householdIds).toEqual([H03]);
    const outside = await papers(hub, MEMBER, conference);
    expect(outside.householdIds).toEqual([]);
    expect([outside.agenda, outside.materials, outside.minutes, outside.roles]).toEqual([[], [], [], []]);
  });

  test('a guest is told that it is held, and reads nothing here: paper only', async () => {
    await pledge(GUEST);
    const answer = await hub.ask(GUEST, PAPERS, { ...entering(), variables: { id: conference } });
    expect(answer.errors).toEqual([]);
    expect(answer.data?.['conference']).toMatchObject({
      householdIds: [],
      agenda: [],
      materials: [],
      minutes: [],
      roles: [],
    });
    expect(answer.text).not.toContain(CANARY);
  });

  test('whoever has no part in it cannot tell it from one that does not exist', async () => {
    for (const who of [STRANGER, 'kato-elder-care-worker', 'aizu-coordinator', 'kato-privacy-officer']) {
      const look = (id: string): Promise<Answer> =>
        hub.ask(who, PAPERS, { ...entering(), variables: { id } });
      const foreign = await look(conference);
      expect(codes(foreign)).toEqual(['NOT_FOUND']);
      expect(observable(await look('conf-zzzz'))).toBe(observable(foreign));
      const own = await hub.ask(who, '{ myConferences(withPast: true) { id } }');
      expect(own.errors).toEqual([]);
      expect(own.text).not.toContain(conference);
    }
  });
});

describe('when the session is over', () => {
  const rolesSeen = async (who: string): Promise<unknown> => {
    const { data, errors, text } = await hub.ask(
      who,
      `query ($id: ID!) { household(id: $id) { cases { conferences { id } conferenceRoles { office what until persons { id } } } } }`,
      { variables: { id: H03 } },
    );
    expect(errors).toEqual([]);
    if (who !== COORDINATOR) expect(text).not.toContain(CANARY);
    return (data?.['household'] as { cases: unknown[] }).cases[0];
  };
  beforeAll(async () => {
    await hub.ask(COORDINATOR, `mutation { closeSession(session: "${session}") { __typename } }`);
  });

  test('its members read nothing any more', async () => {
    expect(await papers(hub, MEMBER, conference, entering())).toMatchObject({ minutes: [], materials: [] });
  });

  test('the coordinator reads the minutes by the seat; of the materials what they were, not their words', async () => {
    const { minutes, materials } = await papers(hub, COORDINATOR, conference);
    expect(minutes).toHaveLength(2);
    expect(materials).toEqual([
      { title: '祖母の状況', fields: ['CareNeedCertification.level'], digest: 'a'.repeat(64), words: null },
    ]);
  });

  test('and prints them; who was shown a summary in the session never could', async () => {
    const { data, errors } = await print(COORDINATOR);
    expect(errors).toEqual([]);
    const paper = (data?.['printedSheet'] as { html: string }).html;
    for (const words of ['会議録', '第2版', '修正した検討結果', '外国語で相談できる窓口', '松葉 緑'])
      expect(paper).toContain(words);
    expect(paper).not.toContain(person('h03-mother').name);
    expect(codes(await print(MEMBER))).toEqual(['NOT_FOUND']);
  });

  test('an office sees the role that it took upon itself, and no other', async () => {
    expect(await rolesSeen('kato-elder-care-worker')).toEqual({
      conferences: [],
      conferenceRoles: [
        {
          office: 'kato-korei-kaigo',
          what: '祖母の様子を見る',
          until: '2027-01-31',
          persons: [{ id: GRANDMOTHER }],
        },
      ],
    });
    expect(await rolesSeen('kato-shougai-worker')).toEqual({ conferences: [], conferenceRoles: [] });
    expect(await rolesSeen(COORDINATOR)).toMatchObject({
      conferences: [{ id: conference }],
      conferenceRoles: [{}, {}],
    });
  });

  test('nothing more is laid on the table', async () => {
    const { __typename } = await outcome(
      change(hub, COORDINATOR, 'addConferenceMaterial', {
        conference,
        material: {
          household: H03,
          source: 'kato-korei-kaigo',
          title: '追加',
          categories: [Category.CARE_CERT],
          fields: ['CareNeedCertification.level'],
          digest: 'b'.repeat(64),
        },
      }),
    );
    expect(__typename).toBe('ConferenceSessionOver');
  });
});
