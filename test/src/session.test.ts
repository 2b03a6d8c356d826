import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StaffIdentity } from '@kasane/identity';
import { household, person, staffById } from '@kasane/sample-municipality';
import { Capacity, Category, officeCode, Purpose, staffId } from '@kasane/vocabulary';
import { codes, observable, sql } from './attacks/attacker.js';
import { openTestHub, type Answer, type Question, type TestHub } from './test-hub.js';

/** What a session under a statute (支援会議 and its like) opens: to whom, how far, and for how long. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const H01 = household('H01').id;
const H03 = household('H03').id;
const COORDINATOR = 'kato-coordinator';
/** City staff of a division that has no seat in the case. */
const MEMBER = 'kato-toshi-seisaku-worker';
const STRANGER = 'kato-hitorioya-worker';
const GUEST: StaffIdentity = {
  staffId: staffId('a-guest'),
  office: officeCode('kato-toshi-seisaku'),
  capacity: Capacity.GUEST,
  roles: [],
};

type Who = string | StaffIdentity;
const identityOf = (who: Who): StaffIdentity => (typeof who === 'string' ? staffById(who) : who);

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
const seat = (who: Who, more: object = {}): object => {
  const { staffId: staff, office, capacity } = identityOf(who);
  return { staff, office, name: '構成員', capacity, ...more };
};

interface Paper {
  readonly [field: string]: unknown;
}
const paper = (more: Paper = {}): Paper => ({
  basis: 'SWA_106_6',
  households: [H03],
  categories: [Category.CARE_CERT],
  whyNoConsent: '祖母の同意がまだ得られていないため、支援会議で検討する。',
  closesAt: inHours(2),
  members: [seat(COORDINATOR), seat(MEMBER), seat(GUEST)],
  ...more,
});

const OUTCOME = `__typename
  ... on SessionNotRecorded { problems }
  ... on SessionAlreadyOver { since }
  ... on SessionRecorded { session { id state } }`;
const change = (who: Who, field: string, variables: Record<string, unknown>): Promise<Answer> => {
  const types: Record<string, string> = {
    input: 'ConveneSessionInput!',
    member: 'SessionMemberInput!',
    reason: 'String!',
  };
  const names = Object.keys(variables);
  return hub.ask(
    who,
    `mutation (${names.map((name) => `$${name}: ${types[name] ?? 'ID!'}`).join(' ')}) { result: ${field}(${names.map((name) => `${name}: $${name}`).join(' ')}) { ${OUTCOME} } }`,
    { variables },
  );
};
interface Outcome {
  readonly __typename: string;
  readonly problems?: readonly string[];
  readonly session?: { readonly id: string; readonly state: string };
}
const outcome = (answer: Answer): Outcome => {
  expect(answer.errors).toEqual([]);
  return answer.data?.['result'] as Outcome;
};
const convene = async (more: Paper = {}, who: Who = COORDINATOR): Promise<string> => {
  const { session, problems } = outcome(await change(who, 'conveneSession', { input: paper(more) }));
  expect(problems).toBeUndefined();
  return session?.id ?? '';
};
const pledge = async (who: Who, session: string): Promise<Outcome> =>
  outcome(await change(who, 'acceptSecrecy', { session }));
/** A session that has begun, and to which these have pledged. */
const conveneWith = async (members: readonly Who[], more: Paper = {}): Promise<string> => {
  const session = await convene(more);
  for (const who of members) await pledge(who, session);
  return session;
};

const VIEW = `query ($id: ID!) { household(id: $id) { kind members { relation person {
  id identity { name birthDate } contact { address phone } languageNeeds { languages }
  disclosure { sectors { sector categories { category granted level rule itemsOnly despiteRefusal reason evidence } } }
} } cases { number roster { staffName } } } }`;
interface Cell {
  readonly category: string;
  readonly granted: boolean;
  readonly level: string;
  readonly rule: string;
  readonly itemsOnly: boolean;
  readonly despiteRefusal: boolean;
  readonly reason: string | null;
  readonly evidence: string | null;
}
interface Person {
  readonly id: string;
  readonly identity: { readonly name: string | null; readonly birthDate: string | null } | null;
  readonly contact: { readonly address: string | null; readonly phone: string | null } | null;
  readonly disclosure: {
    readonly sectors: readonly { readonly sector: string; readonly categories: readonly Cell[] }[];
  };
}
const entering = (session: string): Question => ({ purpose: Purpose.CONFERENCE, conference: session });
async function membersSeen(
  who: Who,
  question: Question,
  id: string = H03,
): Promise<readonly Person[] | null> {
  const { data, errors } = await hub.ask(who, VIEW, { ...question, variables: { id } });
  expect(errors).toEqual([]);
  const seen = data?.['household'] as { members: { person: Person }[] } | null;
  return seen && seen.members.map((member) => member.person);
}
const named = (persons: readonly Person[] | null, key: string): Person => {
  const found = persons?.find(({ id }) => id === person(key).id);
  if (!found) throw new Error(`${key} is not shown`);
  return found;
};
const cellOf = ({ disclosure }: Person, sector: string, category: Category): Cell => {
  const cell = disclosure.sectors
    .find((each) => each.sector === sector)
    ?.categories.find((each) => each.category === category);
  if (!cell) throw new Error(`${sector} has no ${category}`);
  return cell;
};

describe('a session shows', () => {
  let session: string;
  beforeAll(async () => {
    session = await convene();
  });

  test('nothing to a member who has not accepted the duty of confidentiality', async () => {
    expect(await membersSeen(MEMBER, entering(session))).toBeNull();
  });

  test('who is concerned and a summary of what it named, to a member who entered it', async () => {
    expect(await pledge(MEMBER, session)).toMatchObject({ __typename: 'SessionRecorded' });
    const persons = await membersSeen(MEMBER, entering(session));
    expect(persons?.map(({ id }) => id).sort()).toEqual(
      household('H03')
        .members.map((member) => person(member.person).id as string)
        .sort(),
    );
    const grandmother = named(persons, 'h03-grandmother');
    expect(grandmother.identity).toEqual({ name: person('h03-grandmother').name, birthDate: null });
    // Who somebody is, and not where they are found.
    expect(grandmother.contact).toEqual({ address: null, phone: null });
    expect(cellOf(grandmother, 'elder-care', Category.CARE_CERT)).toMatchObject({
      granted: true,
      level: 'SUMMARY',
      rule: 'SUPPORT_CONFERENCE',
      evidence: session,
    });
    expect(cellOf(grandmother, 'elder-care', Category.CARE_PLAN)).toMatchObject({ granted: false });
  });

  test('nothing without its header, without its purpose, or with another', async () => {
    expect(await membersSeen(MEMBER, { purpose: Purpose.CONFERENCE })).toBeNull();
    expect(await membersSeen(MEMBER, { conference: session })).toBeNull();
    expect(await membersSeen(MEMBER, { purpose: Purpose.ABUSE_RESPONSE, conference: session })).toBeNull();
    expect(await membersSeen(MEMBER, { purpose: Purpose.CONFERENCE, conference: 's-other' })).toBeNull();
  });

  test('nothing to who is not on the roster, or sits there for another office', async () => {
    expect(await membersSeen(STRANGER, entering(session))).toBeNull();
    const moved = { ...identityOf(MEMBER), office: officeCode('aizu-joy') };
    expect(await membersSeen(moved, entering(session))).toBeNull();
  });

  test('nothing of a household that is not on its agenda', async () => {
    expect(await membersSeen(MEMBER, entering(session), household('H06').id)).toBeNull();
  });

  test('a guest whom to ask about, and nothing of them but what their owners release', async () => {
    await pledge(GUEST, session);
    expect(await membersSeen(GUEST, entering(session))).toBeNull();
    const { data, errors } = await hub.ask(
      GUEST,
      `query ($id: ID!) { statutorySession(id: $id) { whyNoConsent approvals { release } households { id } persons { id identity { name }
         disclosure { sectors { sector categories { category granted level rule itemsOnly despiteRefusal reason evidence } } } } } }`,
      { ...entering(session), variables: { id: session } },
    );
    expect(errors).toEqual([]);
    const seen = data?.['statutorySession'] as { persons: Person[] };
    expect(seen).toMatchObject({ whyNoConsent: null, approvals: null, households: [] });
    expect(seen.persons).toHaveLength(4);
    expect(new Set(seen.persons.map(({ identity }) => identity?.name ?? null))).toEqual(new Set([null]));
    expect(cellOf(seen.persons[0] as Person, 'elder-care', Category.CARE_CERT)).toMatchObject({
      granted: true,
      level: 'NONE',
      itemsOnly: true,
    });
  });

  test('its persons only to who is within it', async () => {
    const persons = async (who: Who, question: Question): Promise<unknown> =>
      (
        (
          await hub.ask(who, `query ($id: ID!) { statutorySession(id: $id) { persons { id } } }`, {
            ...question,
            variables: { id: session },
          })
        ).data?.['statutorySession'] as { persons: unknown }
      ).persons;
    expect(await persons(COORDINATOR, {})).toHaveLength(4);
    expect(await persons(MEMBER, entering(session))).toHaveLength(4);
    expect(await persons(MEMBER, {})).toEqual([]);
    const unpledged = await convene();
    expect(await persons(MEMBER, entering(session))).toHaveLength(4);
    expect(
      (
        (
          await hub.ask(MEMBER, `query ($id: ID!) { statutorySession(id: $id) { persons { id } } }`, {
            ...entering(unpledged),
            variables: { id: unpledged },
          })
        ).data?.['statutorySession'] as { persons: unknown }
      ).persons,
    ).toBeNull();
  });

  test('leaves in the ledger on which session each field rests', async () => {
    const rows = await sql(
      hub,
      'collaboration',
      `SELECT items FROM ledger_entry WHERE viewer_staff = $1 AND kind = 'DISCLOSURE' AND outcome = 'PERMITTED' AND conference = $2`,
      [MEMBER, session],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { items } of rows)
      for (const item of JSON.parse(String(items)) as { rule: string; evidence: string }[])
        expect([item.rule, item.evidence]).toEqual(['SUPPORT_CONFERENCE', session]);
  });
});

describe('the window of a session', () => {
  test('has not begun: duties may be accepted, nothing is shown', async () => {
    const session = await convene({ opensAt: inHours(1), closesAt: inHours(3) });
    expect(await pledge(MEMBER, session)).toMatchObject({ session: { state: 'PLANNED' } });
    expect(await membersSeen(MEMBER, entering(session))).toBeNull();
  });

  test('is closed: nothing more from the next request on, and nothing is changed any more', async () => {
    const session = await conveneWith([MEMBER]);
    expect(await membersSeen(MEMBER, entering(session))).toHaveLength(4);
    expect(outcome(await change(COORDINATOR, 'closeSession', { session }))).toMatchObject({
      session: { state: 'OVER' },
    });
    expect(await membersSeen(MEMBER, entering(session))).toBeNull();
    for (const [field, more] of [
      ['closeSession', {}],
      ['addSessionMember', { member: seat(STRANGER) }],
      ['approveRelease', { release: 'rel-1' }],
      ['justifyDespiteRefusal', { person: person('h03-mother').id, reason: '会議で検討する必要がある。' }],
    ] as const)
      expect(outcome(await change(COORDINATOR, field, { session, ...more })).__typename).toBe(
        'SessionAlreadyOver',
      );
    expect((await pledge(GUEST, session)).__typename).toBe('SessionAlreadyOver');
    // A member is told that it is over, and of nobody any more.
    const { data } = await hub.ask(
      MEMBER,
      `{ statutorySession(id: "${session}") { state persons { id } households { id } } }`,
      entering(session),
    );
    expect(data).toEqual({ statutorySession: { state: 'OVER', persons: null, households: null } });
  });

  test('has ended by itself', async () => {
    const session = await conveneWith([MEMBER]);
    await sql(
      hub,
      'collaboration',
      `SET session_replication_role = replica; UPDATE statutory_session SET opens_at = now() - interval '2 hours', closes_at = now() - interval '1 second' WHERE id = '${session}'`,
    );
    expect(await membersSeen(MEMBER, entering(session))).toBeNull();
  });

  test('is nobody’s to move afterwards: what was convened is evidence', async () => {
    for (const statement of [
      `UPDATE statutory_session SET closes_at = now() + interval '1 year'`,
      'DELETE FROM session_member',
      'TRUNCATE session_closing',
    ])
      await expect(sql(hub, 'collaboration', statement)).rejects.toThrow(/append-only/);
  });
});

describe('two sessions about one household', () => {
  test('each open what they named, to those who entered them', async () => {
    const one = await conveneWith([MEMBER], { categories: [Category.CARE_CERT] });
    const other = await conveneWith([MEMBER], { categories: [Category.LIVELIHOOD_INTAKE] });
    const opened = async (session: string): Promise<readonly boolean[]> => {
      const mother = named(await membersSeen(MEMBER, entering(session)), 'h03-mother');
      return [
        cellOf(mother, 'elder-care', Category.CARE_CERT).granted,
        cellOf(mother, 'livelihood-support', Category.LIVELIHOOD_INTAKE).granted,
      ];
    };
    expect(await opened(one)).toEqual([true, false]);
    expect(await opened(other)).toEqual([false, true]);
    await change(COORDINATOR, 'closeSession', { session: one });
    expect(await membersSeen(MEMBER, entering(one))).toBeNull();
    expect(await opened(other)).toEqual([false, true]);
  });
});

describe('a person who refused', () => {
  const LEADER = 'aizu-coordinator';
  const H01_PAPER: Paper = {
    households: [H01],
    categories: [Category.LIVELIHOOD_INTAKE],
    members: [seat(LEADER)],
  };
  const self = async (session: string): Promise<Cell> =>
    cellOf(
      named(await membersSeen(LEADER, entering(session), H01), 'h01-self'),
      'livelihood-support',
      Category.LIVELIHOOD_INTAKE,
    );
  const reason = '本人の生活の維持が危ぶまれ、拒否があっても検討が必要。';

  test('stays closed until this very session has said why it goes on', async () => {
    const one = await convene(H01_PAPER, LEADER);
    const other = await convene(H01_PAPER, LEADER);
    for (const session of [one, other]) {
      await pledge(LEADER, session);
      expect(await self(session)).toMatchObject({ granted: false, reason: 'REFUSED' });
    }
    const justified = await change(LEADER, 'justifyDespiteRefusal', {
      session: one,
      person: person('h01-self').id,
      reason,
    });
    expect(outcome(justified).__typename).toBe('SessionRecorded');
    expect(await self(one)).toMatchObject({ granted: true, level: 'SUMMARY', despiteRefusal: true });
    expect(await self(other)).toMatchObject({ granted: false, reason: 'REFUSED', despiteRefusal: false });
    const { data } = await hub.ask(
      LEADER,
      `{ statutorySession(id: "${one}") { justifications { person { id } reason by } } }`,
    );
    expect(data).toEqual({
      statutorySession: {
        justifications: [{ person: { id: person('h01-self').id }, reason, by: LEADER }],
      },
    });
  });

  test('is not justified in a word, twice, or for somebody who is not on the agenda', async () => {
    const session = await convene(H01_PAPER, LEADER);
    const justify = (of: string, why = reason): Promise<Answer> =>
      change(LEADER, 'justifyDespiteRefusal', { session, person: of, reason: why });
    expect(outcome(await justify(person('h01-self').id, '必要')).problems?.join()).toMatch(/10文字以上/);
    const [stranger, nobody] = [await justify(person('h03-mother').id), await justify('p-zzzzzzzz')];
    expect(codes(stranger)).toEqual(['NOT_FOUND']);
    expect(observable(stranger)).toBe(observable(nobody));
    expect(outcome(await justify(person('h01-self').id)).__typename).toBe('SessionRecorded');
    expect(outcome(await justify(person('h01-self').id)).problems?.join()).toMatch(/すでに/);
  });
});

describe('whoever has no part in a session', () => {
  test('cannot tell it from one that does not exist', async () => {
    const session = await conveneWith([MEMBER]);
    const mutations: readonly (readonly [string, Record<string, unknown>])[] = [
      ['addSessionMember', { member: seat(STRANGER) }],
      ['acceptSecrecy', {}],
      [
        'justifyDespiteRefusal',
        { person: person('h03-mother').id, reason: 'この会議で検討する必要がある。' },
      ],
      ['approveRelease', { release: 'rel-1' }],
      ['closeSession', {}],
    ];
    for (const who of [STRANGER, 'aizu-coordinator', 'kato-livelihood-worker', 'aizu-privacy-officer']) {
      const look = (id: string): Promise<Answer> =>
        hub.ask(who, 'query ($id: ID!) { statutorySession(id: $id) { id persons { id } } }', {
          variables: { id },
          ...entering(session),
        });
      const foreign = await look(session);
      expect(codes(foreign)).toEqual(['NOT_FOUND']);
      for (const unknown of ['s-zzzz', '', '会議', "' OR '1'='1"])
        expect(observable(await look(unknown))).toBe(observable(foreign));
      for (const [field, more] of mutations)
        expect(observable(await change(who, field, { session, ...more }))).toBe(
          observable(await change(who, field, { session: 's-zzzz', ...more })),
        );
      const own = await hub.ask(who, '{ myStatutorySessions(withOver: true) { id } }');
      expect(own.errors).toEqual([]);
      expect(own.text).not.toContain(session);
    }
  });

  test('leaves the same trace in the ledger either way', async () => {
    const session = await convene();
    const trace = async (id: string): Promise<unknown> => {
      const { headers } = await hub.ask(STRANGER, `{ statutorySession(id: "${id}") { id } }`);
      const rows = await sql(
        hub,
        'collaboration',
        'SELECT kind, outcome, person_id, household_id, items FROM ledger_entry WHERE request_id = $1',
        [headers.get('hub-request-id')],
      );
      expect(rows).toHaveLength(1);
      return rows;
    };
    expect(await trace(session)).toEqual(await trace('s-zzzz'));
  });
});

describe('a member who does not lead a session', () => {
  test('knows of it, and changes nothing', async () => {
    const session = await conveneWith([MEMBER]);
    for (const [field, more] of [
      ['addSessionMember', { member: seat(STRANGER) }],
      [
        'justifyDespiteRefusal',
        { person: person('h03-mother').id, reason: 'この会議で検討する必要がある。' },
      ],
      ['approveRelease', { release: 'rel-1' }],
      ['closeSession', {}],
    ] as const)
      expect(codes(await change(MEMBER, field, { session, ...more }))).toEqual(['FORBIDDEN']);
    const { data } = await hub.ask(
      MEMBER,
      '{ myStatutorySessions { id pledgedAt whyNoConsent approvals { release } } }',
    );
    const listed = (data?.['myStatutorySessions'] as { id: string }[]).find(({ id }) => id === session);
    expect(listed).toEqual({
      id: session,
      pledgedAt: expect.any(String),
      whyNoConsent: null,
      approvals: null,
    });
  });

  test('accepts the duty in the position that the roster gives, and in no other', async () => {
    const session = await convene({ members: [seat(MEMBER, { capacity: Capacity.GUEST })] });
    expect((await pledge(MEMBER, session)).problems?.join()).toMatch(/立場/);
    expect(codes(await change(COORDINATOR, 'acceptSecrecy', { session }))).toEqual(['FORBIDDEN']);
  });

  test('can be added later', async () => {
    const session = await convene();
    expect(
      outcome(await change(COORDINATOR, 'addSessionMember', { session, member: seat(STRANGER) })),
    ).toMatchObject({
      __typename: 'SessionRecorded',
    });
    await pledge(STRANGER, session);
    expect(await membersSeen(STRANGER, entering(session))).toHaveLength(4);
    expect(
      outcome(
        await change(COORDINATOR, 'addSessionMember', { session, member: seat(STRANGER) }),
      ).problems?.join(),
    ).toMatch(/すでに/);
  });
});

describe('a session is convened', () => {
  test.each<[string, Who]>([
    ['a sector worker', 'kato-kodomo-worker'],
    ['a privacy officer', 'aizu-privacy-officer'],
    ['a coordinator who is a guest', { ...staffById(COORDINATOR), capacity: Capacity.GUEST }],
  ])('not by %s', async (_, who) => {
    expect(codes(await change(who, 'conveneSession', { input: paper() }))).toEqual(['FORBIDDEN']);
  });

  test('not about a household of others, nor about none: the same answer', async () => {
    const about = (...households: string[]): Promise<Answer> =>
      change('aizu-coordinator', 'conveneSession', { input: paper({ households }) });
    const foreign = await about(H03);
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    for (const unknown of ['h-zzzzzzzz', '', '世帯', "' OR 1=1 --"])
      expect(observable(await about(unknown))).toBe(observable(foreign));
    expect(codes(await about(H01, H03))).toEqual(['NOT_FOUND']);
  });

  test.each<[string, Paper, RegExp]>([
    ['longer than a conference lasts', { closesAt: inHours(24 * 7 + 1) }, /7日以内/],
    ['for yesterday', { opensAt: inHours(-24) }, /過ぎ/],
    ['for next year', { opensAt: inHours(24 * 300), closesAt: inHours(24 * 301) }, /60日以内/],
    ['backwards', { opensAt: inHours(2), closesAt: inHours(1) }, /より後/],
    ['without a reason', { whyNoConsent: '同意なし' }, /10文字以上/],
    ['with an office that does not exist', { members: [seat(MEMBER, { office: 'nowhere' })] }, /nowhere/],
    ['with somebody twice', { members: [seat(MEMBER), seat(MEMBER)] }, /重複/],
    [
      'with a suspicion, though it is no response to abuse',
      { suspicions: [{ person: person('h03-schoolchild').id, suspect: person('h03-mother').id }] },
      /虐待への対応/,
    ],
    [
      'with a suspicion about somebody who is not on the agenda',
      { basis: 'CAPA_6', suspicions: [{ person: person('h01-self').id, suspect: person('h03-mother').id }] },
      /議題の世帯/,
    ],
  ])('not %s', async (_, more, why) => {
    const input = paper(more);
    expect(outcome(await change(COORDINATOR, 'conveneSession', { input })).problems?.join()).toMatch(why);
  });

  test.each<[string, Paper]>([
    ['no household', { households: [] }],
    ['nobody', { members: [] }],
    ['a member without a name', { members: [seat(MEMBER, { name: '' })] }],
    ['a member whose id is a sentence', { members: [seat(MEMBER, { staff: 'somebody else' })] }],
    ['a statute that there is not', { basis: 'CONSENT' }],
    ['a category that there is not', { categories: ['GOSSIP'] }],
  ])('with %s is bad input', async (_, more) => {
    expect(codes(await change(COORDINATOR, 'conveneSession', { input: paper(more) }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  test('and does not stand without its record in the ledger', async () => {
    const held = (): Promise<unknown> =>
      sql(hub, 'collaboration', 'SELECT id FROM statutory_session ORDER BY id');
    const before = await held();
    await sql(hub, 'collaboration', 'ALTER TABLE ledger_entry RENAME TO ledger_entry_away');
    const answer = await change(COORDINATOR, 'conveneSession', { input: paper() });
    await sql(hub, 'collaboration', 'ALTER TABLE ledger_entry_away RENAME TO ledger_entry');
    expect([answer.data, codes(answer)]).toEqual([null, ['LEDGER_UNAVAILABLE']]);
    expect(await held()).toEqual(before);
  });

  test('and closed once, by whichever of two coordinators is first', async () => {
    const session = await convene();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => change(COORDINATOR, 'closeSession', { session })),
    );
    const told = answers.map(
      (answer) => (answer.data?.['result'] as Outcome | null)?.__typename ?? codes(answer)[0],
    );
    expect(told.filter((each) => each === 'SessionRecorded')).toHaveLength(1);
    for (const each of told) expect(['SessionRecorded', 'SessionAlreadyOver', 'CONFLICT']).toContain(each);
  });
});

describe('while a response to abuse is open', () => {
  const school = async (): Promise<unknown> => {
    const { data } = await hub.ask(
      COORDINATOR,
      `{ household(id: "${H03}") { members { person { id childFamily { schooling { name } } } } } }`,
    );
    return (
      data?.['household'] as {
        members: { person: { id: string; childFamily: { schooling: unknown } | null } }[];
      }
    ).members.find((member) => member.person.id === person('h03-schoolchild').id)?.person.childFamily
      ?.schooling;
  };

  test('what the suspected parent signed for the child opens nothing', async () => {
    expect(await school()).toEqual({ name: '例示小学校' });
    const session = await convene({
      basis: 'CAPA_6',
      closesAt: inHours(24 * 30),
      suspicions: [{ person: person('h03-schoolchild').id, suspect: person('h03-mother').id }],
    });
    expect(await school()).toBeFalsy();
    await change(COORDINATOR, 'closeSession', { session });
    expect(await school()).toEqual({ name: '例示小学校' });
  });

  test('those who respond find the persons, for that purpose alone', async () => {
    const session = await conveneWith([MEMBER], { basis: 'CAPA_6' });
    expect(await membersSeen(MEMBER, entering(session))).toBeNull();
    const persons = await membersSeen(MEMBER, { purpose: Purpose.ABUSE_RESPONSE, conference: session });
    expect(named(persons, 'h03-schoolchild').contact?.address).toBe(person('h03-schoolchild').address);
  });
});
