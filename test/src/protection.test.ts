import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { StaffIdentity } from '@kasane/identity';
import { household, households, person } from '@kasane/sample-municipality';
import { Capacity, japanDate, officeCode, Purpose, Role, staffId } from '@kasane/vocabulary';
import { codes, observable, sql, WHOLE_HOUSEHOLD } from './attacks/attacker.js';
import { openTestHub, type Answer, type Question, type TestHub } from './test-hub.js';

/** A protective measure (DV等支援措置) masks, and tells nobody that it does; a conflict of interest keeps a worker away. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  await withoutMeasures();
}, 120_000);
afterAll(() => hub?.stop());
afterEach(() => withoutMeasures());

type Who = string | StaffIdentity;

const H03 = household('H03').id;
const CHILD = person('h03-schoolchild');
const MOTHER = person('h03-mother');
const COORDINATOR = 'kato-coordinator';
/** Works with the mother and her children, in the office that handles the measures below. */
const HANDLING_WORKER = 'kato-kodomo-worker';
const HANDLING = 'kato-fukushi-somu-jido';
const officer = (office = HANDLING, id = `officer-${office}`): StaffIdentity => ({
  staffId: staffId(id),
  office: officeCode(office),
  capacity: Capacity.CITY_STAFF,
  roles: [Role.PROTECTION_OFFICER],
});
const OFFICER = officer();

const today = japanDate(new Date());
const dayIn = (days: number): string => japanDate(new Date(Date.now() + days * 86_400_000));
const OUTCOME = `__typename
  ... on ProtectiveMeasureNotRecorded { problems }
  ... on ProtectiveMeasureEnded { id }
  ... on ProtectiveMeasureRecorded { measure { id from to renewableFrom person { id } handlingOffices { code } restrictedStaff } }`;
interface Form {
  readonly [field: string]: unknown;
}
const register = (who: Who, of: { readonly id: string }, more: Form = {}): Promise<Answer> =>
  hub.ask(
    who,
    `mutation ($input: ProtectiveMeasureInput!) { result: registerProtectiveMeasure(input: $input) { ${OUTCOME} } }`,
    {
      variables: {
        input: { person: of.id, handlingOffices: [HANDLING], from: today, to: dayIn(360), ...more },
      },
    },
  );
interface Outcome {
  readonly __typename: string;
  readonly problems?: readonly string[];
  readonly measure?: { readonly id: string; readonly to: string };
}
const outcome = ({ data, errors }: Answer): Outcome => {
  expect(errors).toEqual([]);
  return data?.['result'] as Outcome;
};
const protect = async (of: { readonly id: string }, more: Form = {}): Promise<string> => {
  const { measure, problems } = outcome(await register(OFFICER, of, more));
  expect(problems).toBeUndefined();
  return measure?.id ?? '';
};
const act = (
  who: Who,
  field: 'renewProtectiveMeasure' | 'endProtectiveMeasure',
  id: string,
): Promise<Answer> =>
  hub.ask(who, `mutation ($id: ID!) { result: ${field}(id: $id) { ${OUTCOME} } }`, { variables: { id } });
const measures = async (who: Who): Promise<readonly unknown[]> =>
  (await hub.ask(who, '{ protectiveMeasures { id } }')).data?.['protectiveMeasures'] as readonly unknown[];

/** Rows are evidence and are not changed; a test that makes another world is not bound by that. */
const rewrite = (statement: string): Promise<unknown> =>
  sql(hub, 'collaboration', `SET session_replication_role = replica; ${statement}`);
const withoutMeasures = (): Promise<unknown> =>
  rewrite('DELETE FROM protective_measure; DELETE FROM protective_measure_event');
/** What happens in a world that differs, which is put back afterwards. */
async function inWorld<T>(change: string, back: string, look: () => Promise<T>): Promise<T> {
  await rewrite(change);
  try {
    return await look();
  } finally {
    await rewrite(back);
  }
}

const whole = (who: Who, question: Question = {}): Promise<Answer> =>
  hub.ask(who, WHOLE_HOUSEHOLD, { ...question, variables: { id: H03 } });
const SEARCH = `query ($text: String) { households(search: $text) { edges { cursor node { id members { person { id identity { name } } } } } pageInfo { hasNextPage endCursor } } }`;
const search = (who: Who, text: string | null): Promise<Answer> =>
  hub.ask(who, SEARCH, { variables: { text } });
const movedOut = `UPDATE household_member SET to_date = '2025-12-31' WHERE person_id = '${CHILD.id}'`;
const movedIn = `UPDATE household_member SET to_date = NULL WHERE person_id = '${CHILD.id}'`;

describe('a person under a protective measure', () => {
  test('is gone from the household of a viewer outside, as if they lived elsewhere, byte for byte', async () => {
    const before = await whole(COORDINATOR);
    expect(before.text).toContain(CHILD.id);
    const elsewhere = await inWorld(movedOut, movedIn, () => whole(COORDINATOR));
    await protect(CHILD);
    const masked = await whole(COORDINATOR);
    expect(masked.text).not.toContain(CHILD.id);
    expect(masked.text).not.toContain(CHILD.name);
    expect(masked.text).not.toMatch(/PROTECTED|RESTRICTED/);
    expect(observable(masked)).toBe(observable(elsewhere));
  });

  test('looks to who knew them by consent as if they had never consented to it, byte for byte', async () => {
    const worker = 'kato-elder-care-worker';
    const before = await whole(worker);
    expect(before.text).toContain(CHILD.id);
    const consent = `id = 'consent-h03-schoolchild'`;
    const neverConsented = await inWorld(
      `CREATE TABLE kept AS SELECT rules FROM consent WHERE ${consent};
       UPDATE consent SET rules = (SELECT jsonb_agg(rule || jsonb_build_object('categories',
         (SELECT coalesce(jsonb_agg(c), '[]') FROM jsonb_array_elements_text(rule->'categories') c
          WHERE c NOT IN ('CONTACT', 'HOUSEHOLD', 'HOUSING', 'SCHOOL'))))
         FROM jsonb_array_elements(rules) rule) WHERE ${consent}`,
      `UPDATE consent SET rules = (SELECT rules FROM kept) WHERE ${consent}; DROP TABLE kept`,
      () => whole(worker),
    );
    await protect(CHILD);
    expect(observable(await whole(worker))).toBe(observable(neverConsented));
    expect(observable(neverConsented)).not.toBe(observable(before));
  });

  test('is as before to the offices that handle it', async () => {
    const before = await whole(HANDLING_WORKER);
    await protect(CHILD);
    expect(observable(await whole(HANDLING_WORKER))).toBe(observable(before));
  });

  test('is found by no search, in no list, on no page', async () => {
    const found = ({ data }: Answer): unknown[] => (data?.['households'] as { edges: unknown[] }).edges;
    const onlyThem = [...CHILD.name].slice(-1).join('');
    for (const text of [CHILD.name, CHILD.kana, onlyThem])
      expect(found(await search(COORDINATOR, text))).toHaveLength(1);
    const asks = [CHILD.name, CHILD.kana, onlyThem, MOTHER.name, null];
    const elsewhere = await inWorld(movedOut, movedIn, () =>
      Promise.all(asks.map((text) => search(COORDINATOR, text))),
    );
    await protect(CHILD);
    const masked = await Promise.all(asks.map((text) => search(COORDINATOR, text)));
    expect(masked.map(observable)).toEqual(elsewhere.map(observable));
    expect(masked.slice(0, 3).flatMap(found)).toEqual([]);
    expect(found(masked[3] as Answer)).toHaveLength(1);
  });

  test('makes no page of a list shorter: a household of nobody else is passed over', async () => {
    const page = async (first: number): Promise<{ ids: string[]; hasNextPage: boolean }> => {
      const { data } = await hub.ask(
        COORDINATOR,
        `{ households(first: ${first}) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
      );
      const { edges, pageInfo } = data?.['households'] as {
        edges: { node: { id: string } }[];
        pageInfo: { hasNextPage: boolean };
      };
      return { ids: edges.map(({ node }) => node.id), hasNextPage: pageInfo.hasNextPage };
    };
    const all = (await page(50)).ids;
    const hidden = all[0] ?? '';
    const members = households.find(({ id }) => id === hidden)?.members ?? [];
    expect(members.length).toBeGreaterThan(0);
    for (const { person: key } of members) await protect(person(key));
    const rest = all.filter((id) => id !== hidden);
    expect(await page(50)).toEqual({ ids: rest, hasNextPage: false });
    expect(await page(1)).toEqual({ ids: rest.slice(0, 1), hasNextPage: rest.length > 1 });
  });

  test('keeps contact from who works with them, and their name and need not', async () => {
    await protect(MOTHER);
    const { data, text } = await hub.ask(
      'kato-livelihood-worker',
      '{ livelihoodSupportClients { id identity { name } contact { address phone } disclosure { sectors { sector categories { category granted rule reason } } } } }',
    );
    const mother = (data?.['livelihoodSupportClients'] as { id: string }[]).find(
      ({ id }) => id === MOTHER.id,
    );
    expect(mother).toMatchObject({ identity: { name: MOTHER.name }, contact: null });
    expect(text).not.toContain(MOTHER.address);
    expect(text).not.toMatch(/PROTECTED|RESTRICTED/);
  });

  test('is not found by breaking the glass, nor whom they live with now', async () => {
    const danger: Question = {
      purpose: Purpose.EMERGENCY,
      emergencyReason: '通報があり、本人の安否を確かめる必要がある。',
    };
    const declare = (who: Who, of: string): Promise<Answer> =>
      hub.ask(
        who,
        `mutation { declareEmergency(${of}, reason: "通報があり、本人の安否を確かめる必要がある。") { ... on EmergencyDeclared { emergency { id persons { id identity { name } contact { address } } } } } }`,
        danger,
      );
    const persons = ({ data }: Answer): readonly { id: string }[] =>
      (data?.['declareEmergency'] as { emergency: { persons: { id: string }[] } }).emergency.persons;
    const stranger = 'kato-toshi-seisaku-worker';
    await protect(CHILD, { restrictedStaff: ['kato-hitorioya-worker'] });
    const of = await declare(stranger, `household: "${H03}"`);
    expect(persons(of)).toHaveLength(3);
    expect(of.text).not.toContain(CHILD.id);
    expect(persons(await declare(stranger, `person: "${CHILD.id}"`))).toEqual([
      { id: CHILD.id, identity: { name: CHILD.name }, contact: null },
    ]);
    const [restricted, unknown] = [
      await declare('kato-hitorioya-worker', `person: "${CHILD.id}"`),
      await declare('kato-hitorioya-worker', 'person: "p-zzzzzzzz"'),
    ];
    expect(codes(restricted)).toEqual(['NOT_FOUND']);
    expect(observable(restricted)).toBe(observable(unknown));
  });

  test('is not named in a session, but to members of the offices that handle it', async () => {
    const member = (staff: string, office: string): Form => ({
      staff,
      office,
      name: '構成員',
      capacity: 'CITY_STAFF',
    });
    const { data } = await hub.ask(
      COORDINATOR,
      'mutation ($input: ConveneSessionInput!) { conveneSession(input: $input) { ... on SessionRecorded { session { id } } } }',
      {
        variables: {
          input: {
            basis: 'SWA_106_6',
            households: [H03],
            categories: [],
            whyNoConsent: '祖母の同意がまだ得られていない。',
            closesAt: new Date(Date.now() + 3_600_000).toISOString(),
            members: [
              member('kato-toshi-seisaku-worker', 'kato-toshi-seisaku'),
              member(HANDLING_WORKER, HANDLING),
            ],
          },
        },
      },
    );
    const { id } = (data?.['conveneSession'] as { session: { id: string } }).session;
    await hub.ask(
      COORDINATOR,
      `mutation { justifyDespiteRefusal(session: "${id}", person: "${CHILD.id}", reason: "この会議で検討する必要がある。") { __typename } }`,
    );
    await protect(CHILD);
    const persons = async (who: Who): Promise<number> => {
      const entered: Question = { purpose: Purpose.CONFERENCE, conference: id };
      await hub.ask(who, `mutation { acceptSecrecy(session: "${id}") { __typename } }`);
      const answer = await hub.ask(
        who,
        `{ statutorySession(id: "${id}") { persons { id } justifications { person { id } } households { members { person { id } } } } }`,
        entered,
      );
      expect(answer.errors).toEqual([]);
      const session = answer.data?.['statutorySession'] as {
        persons: { id: string }[];
        justifications: unknown[];
        households: { members: { person: { id: string } }[] }[];
      };
      expect(session.justifications).toHaveLength(session.persons.length === 4 ? 1 : 0);
      expect(session.households[0]?.members).toHaveLength(session.persons.length);
      return session.persons.length;
    };
    expect(await persons('kato-toshi-seisaku-worker')).toBe(3);
    expect(await persons(HANDLING_WORKER)).toBe(4);
  });
});

describe('the other party of a measure', () => {
  test('is shown nothing of the protected person, even in the office that handles it', async () => {
    await protect(CHILD, { restrictedStaff: [HANDLING_WORKER] });
    // Not even what notes in the files of others say of the child is shown, wherever the child lives.
    const elsewhere = await inWorld(movedOut, movedIn, () => whole(HANDLING_WORKER));
    const seen = await whole(HANDLING_WORKER);
    expect(seen.text).not.toContain(CHILD.id);
    expect(seen.text).not.toContain(CHILD.name);
    expect(observable(seen)).toBe(observable(elsewhere));
    const { data } = await hub.ask(
      HANDLING_WORKER,
      '{ childFamilyClients { id identity { name } contact { address } childFamily { contacts { summary } schoolings { name } } } }',
    );
    const child = (data?.['childFamilyClients'] as { id: string }[]).find(({ id }) => id === CHILD.id);
    if (child) expect(child).toEqual({ id: CHILD.id, identity: null, contact: null, childFamily: null });
  });

  test('does not learn of it as an officer either', async () => {
    const party = officer(HANDLING, 'party');
    const id = await protect(CHILD, { restrictedStaff: ['party'] });
    expect(await measures(OFFICER)).toEqual([{ id }]);
    expect(await measures(party)).toEqual([]);
    expect(observable(await act(party, 'endProtectiveMeasure', id))).toBe(
      observable(await act(party, 'endProtectiveMeasure', 'pm-zzzz')),
    );
  });
});

describe('that there is a measure', () => {
  test('is told to the officers of the offices that handle it, and to nobody else', async () => {
    const look = (who: Who): Promise<Answer> =>
      hub.ask(who, '{ protectiveMeasures { id person { id } from to } }');
    const others: readonly Who[] = [
      COORDINATOR,
      HANDLING_WORKER,
      'aizu-privacy-officer',
      officer('kato-korei-kaigo'),
      officer('aizu-chiiki-fukushi'),
    ];
    const before = await Promise.all(others.map(look));
    const id = await protect(CHILD);
    expect((await Promise.all(others.map(look))).map(observable)).toEqual(before.map(observable));
    expect(await measures(OFFICER)).toEqual([{ id }]);
    for (const who of others.slice(0, 3))
      expect(codes(await act(who, 'endProtectiveMeasure', id))).toEqual(['FORBIDDEN']);
    for (const who of others.slice(3))
      for (const field of ['endProtectiveMeasure', 'renewProtectiveMeasure'] as const) {
        const [foreign, unknown] = [await act(who, field, id), await act(who, field, 'pm-zzzz')];
        expect(codes(foreign)).toEqual(['NOT_FOUND']);
        expect(observable(foreign)).toBe(observable(unknown));
      }
  });

  test('stands in the ledger without the person, whose log is read by more than may know', async () => {
    const id = await protect(CHILD);
    const lines = await sql(
      hub,
      'collaboration',
      'SELECT kind, person_id FROM ledger_entry WHERE items LIKE $1',
      [`%${id}%`],
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line['person_id']).toBeNull();
  });
});

describe('a measure', () => {
  test('ends on the next request', async () => {
    const before = await whole(COORDINATOR);
    const id = await protect(CHILD);
    expect(observable(await whole(COORDINATOR))).not.toBe(observable(before));
    expect(outcome(await act(OFFICER, 'endProtectiveMeasure', id)).__typename).toBe('ProtectiveMeasureEnded');
    expect(observable(await whole(COORDINATOR))).toBe(observable(before));
    expect(codes(await act(OFFICER, 'endProtectiveMeasure', id))).toEqual(['NOT_FOUND']);
  });

  test('ends with its last day in Japan, and is not renewed by itself', async () => {
    const before = await whole(COORDINATOR);
    const id = await protect(CHILD);
    await rewrite(`UPDATE protective_measure SET to_date = '${dayIn(-1)}' WHERE id = '${id}'`);
    expect(observable(await whole(COORDINATOR))).toBe(observable(before));
    expect(outcome(await act(OFFICER, 'renewProtectiveMeasure', id)).problems?.join()).toMatch(/あらためて/);
  });

  test('is renewed from a month before its end, by one of two at once', async () => {
    const early = await protect(CHILD);
    expect(outcome(await act(OFFICER, 'renewProtectiveMeasure', early)).problems?.join()).toMatch(/1か月前/);
    const late = await protect(CHILD, { to: dayIn(20) });
    const answers = await Promise.all([1, 2].map(() => act(OFFICER, 'renewProtectiveMeasure', late)));
    const [renewal] = answers.filter(({ errors }) => errors.length === 0).map(outcome);
    expect(renewal?.measure?.to.slice(4)).toBe(dayIn(20).slice(4));
    expect(Number(renewal?.measure?.to.slice(0, 4))).toBe(Number(dayIn(20).slice(0, 4)) + 1);
    for (const answer of answers)
      if (answer.errors.length > 0) expect(codes(answer)).toEqual(['CONFLICT']);
      else
        expect(['ProtectiveMeasureRecorded', 'ProtectiveMeasureNotRecorded']).toContain(
          outcome(answer).__typename,
        );
    await rewrite(`UPDATE protective_measure SET to_date = '${dayIn(-1)}'`);
    // The first has ended; the renewal of the second still masks.
    expect((await whole(COORDINATOR)).text).not.toContain(CHILD.id);
  });

  test.each<[string, Form, RegExp]>([
    ['for more than a year', { to: dayIn(368) }, /1年以内/],
    ['backwards', { from: dayIn(2), to: dayIn(1) }, /前です/],
    ['for the past', { from: dayIn(-20), to: dayIn(-10) }, /過ぎ/],
    ['until a day that is none', { to: '2027-02-30' }, /存在しない/],
    ['by an office that does not exist', { handlingOffices: [HANDLING, 'nowhere'] }, /nowhere/],
    ['without the own office', { handlingOffices: ['kato-korei-kaigo'] }, /自機関/],
    ['against oneself', { restrictedStaff: [OFFICER.staffId] }, /自分/],
  ])('is not registered %s', async (_, more, why) => {
    expect(outcome(await register(OFFICER, CHILD, more)).problems?.join()).toMatch(why);
    expect(await measures(OFFICER)).toEqual([]);
  });

  test('is not registered for somebody unknown, nor by who is no officer', async () => {
    expect(codes(await register(OFFICER, { id: 'p-zzzzzzzz' }))).toEqual(['NOT_FOUND']);
    for (const who of [COORDINATOR, HANDLING_WORKER, 'aizu-operator'])
      expect(codes(await register(who, CHILD))).toEqual(['FORBIDDEN']);
    await expect(sql(hub, 'collaboration', 'DELETE FROM protective_measure')).rejects.toThrow(/append-only/);
  });
});

describe('a conflict of interest', () => {
  const WORKER = 'kato-livelihood-worker';
  const MANAGER: StaffIdentity = {
    staffId: staffId('a-manager'),
    office: officeCode('kato-shakai-fukushi-konkyu'),
    capacity: Capacity.CITY_STAFF,
    roles: [Role.OFFICE_MANAGER],
  };
  const declare = (who: Who, staff?: string, kind = 'RELATIVE', of = MOTHER.id as string): Promise<Answer> =>
    hub.ask(
      who,
      'mutation ($person: ID!, $kind: ConflictKind!, $staff: ID) { declareConflict(person: $person, kind: $kind, staff: $staff) { __typename ... on ConflictNotDeclared { problems } ... on ConflictDeclared { conflict { id staff kind person { id identity { name } } } } } }',
      { variables: { person: of, kind, ...(staff !== undefined && { staff }) } },
    );
  const conflictIn = ({ data, errors }: Answer): { id: string } => {
    expect(errors).toEqual([]);
    return (data?.['declareConflict'] as { conflict: { id: string } }).conflict;
  };
  const endConflict = (who: Who, id: string): Promise<Answer> =>
    hub.ask(who, 'mutation ($id: ID!) { endConflict(id: $id) { id } }', { variables: { id } });
  const clients = (who: Who): Promise<Answer> =>
    hub.ask(
      who,
      '{ livelihoodSupportClients { id identity { name } livelihoodSupport { intakes { chiefComplaint } } disclosure { sectors { categories { reason } } } } }',
    );

  test('keeps a worker from the person, on all bases, until the manager ends it', async () => {
    const before = await whole(WORKER);
    expect(before.text).toContain(MOTHER.id);
    const { id } = conflictIn(await declare(WORKER));
    expect((await whole(WORKER)).text).not.toContain(MOTHER.id);
    const own = await clients(WORKER);
    expect(own.text).not.toContain(MOTHER.name);
    expect(own.text).not.toContain('働けない間の生活費が心配。');
    expect(
      (await hub.ask(WORKER, '{ myConflicts { id kind person { id identity { name } } } }')).data,
    ).toEqual({
      myConflicts: [{ id, kind: 'RELATIVE', person: { id: MOTHER.id, identity: null } }],
    });
    // Colleagues go on.
    expect((await whole(COORDINATOR)).text).toContain(MOTHER.id);

    expect(codes(await endConflict(WORKER, id))).toEqual(['FORBIDDEN']);
    expect(codes(await endConflict({ ...MANAGER, office: officeCode('kato-korei-kaigo') }, id))).toEqual([
      'NOT_FOUND',
    ]);
    expect((await endConflict(MANAGER, id)).data).toEqual({ endConflict: { id } });
    expect(observable(await whole(WORKER))).toBe(observable(before));
    expect((await hub.ask(WORKER, '{ myConflicts { id } }')).data).toEqual({ myConflicts: [] });
  });

  test('is declared by a manager for a worker of the office, and binds nobody of another', async () => {
    const { id } = conflictIn(await declare(MANAGER, WORKER, 'NEIGHBOUR'));
    expect((await whole(WORKER)).text).not.toContain(MOTHER.id);
    const list = await hub.ask(MANAGER, '{ conflictsOfMyOffice { id staff } }');
    expect(list.data).toEqual({ conflictsOfMyOffice: [{ id, staff: WORKER }] });
    await endConflict(MANAGER, id);
    const foreign = conflictIn(await declare(MANAGER, COORDINATOR));
    expect((await whole(COORDINATOR)).text).toContain(MOTHER.id);
    await endConflict(MANAGER, foreign.id);
  });

  test('is not declared by a worker for a colleague, nor ended by a manager for themself', async () => {
    expect(codes(await declare(COORDINATOR, WORKER))).toEqual(['FORBIDDEN']);
    expect(codes(await hub.ask(WORKER, '{ conflictsOfMyOffice { id } }'))).toEqual(['FORBIDDEN']);
    const { id } = conflictIn(await declare(MANAGER));
    expect(codes(await endConflict(MANAGER, id))).toEqual(['NOT_FOUND']);
    await rewrite('DELETE FROM conflict_of_interest');
  });

  test('tells nobody who is known here: somebody unknown is declared alike', async () => {
    const [known, unknown] = [
      await declare('kato-toshi-seisaku-worker'),
      await declare('kato-toshi-seisaku-worker', undefined, 'RELATIVE', 'p-zzzzzzzz'),
    ];
    const alike = (answer: Answer): string =>
      answer.text.replace(/ci-[0-9a-f]+/, 'id').replace(/p-[0-9a-z]+/, 'person');
    expect(alike(known)).toBe(alike(unknown));
    await rewrite('DELETE FROM conflict_of_interest');
  });
});

describe('facts that cannot be read', () => {
  const withRules = (rules: string): Promise<unknown> =>
    rewrite(`UPDATE consent SET rules = ${rules} WHERE subject_id = '${CHILD.id}'`);

  test('close the person alone, and operators are told once a request, nothing of whom', async () => {
    const told = async (): Promise<readonly string[]> =>
      (await hub.logs('collaboration')).split('\n').filter((line) => line.includes('could not be decided'));
    const before = (await told()).length;
    // A line of a form that names no recipient, no category, nothing.
    await withRules(`rules || '[{"effect": "PERMIT"}]'::jsonb`);
    const seen = await whole(COORDINATOR);
    await withRules('rules - (-1)');
    expect(seen.errors).toEqual([]);
    expect(seen.text).not.toContain(CHILD.id);
    expect(seen.text).toContain(MOTHER.id);
    const lines = (await told()).slice(before);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain(CHILD.id);
    expect(lines[0]).toContain(seen.headers.get('hub-request-id'));
  });

  test('a birth date that is no date is not known, and closes nothing but what a parent signed', async () => {
    const withBirthDate = (date: string): Promise<unknown> =>
      rewrite(`UPDATE person SET birth_date = '${date}' WHERE id = '${CHILD.id}'`);
    await withBirthDate('2015-00-00');
    const { data } = await hub.ask(
      COORDINATOR,
      `{ household(id: "${H03}") { members { person { id childFamily { __typename } } } } }`,
    );
    await withBirthDate(CHILD.birthDate);
    const { members } = data?.['household'] as {
      members: { person: { id: string; childFamily: unknown } }[];
    };
    expect(members.find(({ person }) => person.id === CHILD.id)?.person.childFamily).toBeNull();
  });
});
