import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StaffIdentity } from '@kasane/identity';
import { household, person, staffById } from '@kasane/sample-municipality';
import {
  categories,
  japanDate,
  officeCode,
  Purpose,
  Role,
  staffId,
  Tier,
  type Category,
} from '@kasane/vocabulary';
import { codes, observable, sql } from './attacks/attacker.js';
import { openTestHub, type Answer, type Question, type TestHub } from './test-hub.js';

/** Breaking the glass: by whom, how far, for how long, and who looks at it afterwards. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

type Who = string | StaffIdentity;

const H03 = household('H03').id;
/** City staff who has nothing to do with the household. */
const WORKER = 'kato-hitorioya-worker';
const REVIEWER: StaffIdentity = {
  ...staffById('aizu-privacy-officer'),
  staffId: staffId('a-reviewer'),
  office: officeCode('kato-fukushi-somu'),
};
const REASON = '自宅で倒れていると近隣から通報があり、家族と連絡が取れない。';
const inDanger: Question = { purpose: Purpose.EMERGENCY, emergencyReason: REASON };

const DECLARE = `mutation ($household: ID, $person: ID, $reason: String!) {
  declareEmergency(household: $household, person: $person, reason: $reason) {
    __typename
    ... on EmergencyNotDeclared { problems }
    ... on EmergencyDeclared { emergency { id until persons { id identity { name } } household { id } } }
  } }`;
const declare = (
  who: Who,
  of: { readonly household?: string; readonly person?: string } = { household: H03 },
  question: Question = inDanger,
  reason = REASON,
): Promise<Answer> => hub.ask(who, DECLARE, { ...question, variables: { ...of, reason } });
interface Declared {
  readonly __typename: string;
  readonly problems?: readonly string[];
  readonly emergency: {
    readonly id: string;
    readonly until: string;
    readonly persons: readonly { readonly id: string; readonly identity: { readonly name: string } | null }[];
    readonly household: { readonly id: string } | null;
  };
}
const declared = ({ data, errors }: Answer): Declared => {
  expect(errors).toEqual([]);
  return data?.['declareEmergency'] as Declared;
};
const end = (who: Who, id: string): Promise<Answer> =>
  hub.ask(who, 'mutation ($id: ID!) { endEmergency(id: $id) { __typename } }', { variables: { id } });
const AWAITING = '{ emergenciesAwaitingReview { id staff office household person reason dueOn isOverdue } }';
interface Awaiting {
  readonly id: string;
  readonly dueOn: string;
  readonly isOverdue: boolean;
}
const awaiting = async (who: Who): Promise<readonly Awaiting[]> =>
  (await hub.ask(who, AWAITING)).data?.['emergenciesAwaitingReview'] as readonly Awaiting[];
const review = (who: Who, id: string): Promise<Answer> =>
  hub.ask(
    who,
    'mutation ($id: ID!) { reviewEmergency(id: $id, outcome: JUSTIFIED, note: "通報の記録を確認し、必要性を認めた。") { __typename ... on EmergencyNotReviewed { problems } ... on EmergencyReviewed { id outcome } } }',
    { variables: { id } },
  );

const VIEW = `{ household(id: "${H03}") { members { person {
  id identity { name } contact { address }
  disclosure { sectors { sector categories { category granted level rule } } } } } } }`;
interface Cell {
  readonly category: Category;
  readonly granted: boolean;
  readonly level: string;
  readonly rule: string;
}
interface Person {
  readonly id: string;
  readonly contact: { readonly address: string } | null;
  readonly disclosure: { readonly sectors: readonly { readonly categories: readonly Cell[] }[] };
}
async function seen(who: Who, question: Question = inDanger): Promise<readonly Person[] | null> {
  const { data, errors } = await hub.ask(who, VIEW, question);
  expect(errors).toEqual([]);
  const view = data?.['household'] as { members: { person: Person }[] } | null;
  return view && view.members.map((member) => member.person);
}
/** Rows are evidence and are not changed; a test that cannot wait three hours is not bound by that. */
const rewrite = (statement: string): Promise<unknown> =>
  sql(hub, 'collaboration', `SET session_replication_role = replica; ${statement}`);

describe('an emergency', () => {
  test('opens a household to who declared it, all but the closed tier, in the same answer', async () => {
    expect(await seen(WORKER)).toBeNull();
    const { emergency } = declared(await declare(WORKER));
    expect(emergency.household).toEqual({ id: H03 });
    expect(emergency.persons.map(({ identity }) => identity?.name).sort()).toEqual(
      household('H03')
        .members.map((member) => person(member.person).name)
        .sort(),
    );
    const left = new Date(emergency.until).getTime() - Date.now();
    expect(left).toBeGreaterThan(3 * 3_600_000 - 60_000);
    expect(left).toBeLessThanOrEqual(3 * 3_600_000);

    const persons = await seen(WORKER);
    expect(persons).toHaveLength(4);
    expect(persons?.[0]?.contact?.address).toBe(person('h03-mother').address);
    const cells = (persons ?? []).flatMap(({ disclosure }) =>
      disclosure.sectors.flatMap((sector) => sector.categories),
    );
    for (const { category, granted, rule, level } of cells)
      expect({ category, granted, rule, level }).toEqual(
        categories[category].tier === Tier.T4
          ? { category, granted: false, rule: 'DEFAULT_DENY', level: 'NONE' }
          : { category, granted: true, rule: 'EMERGENCY', level: 'DETAIL' },
      );
  });

  test('opens nothing without the purpose, or without the reason, in each question anew', async () => {
    expect(await seen(WORKER, { purpose: Purpose.EMERGENCY })).toBeNull();
    expect(await seen(WORKER, { emergencyReason: REASON })).toBeNull();
    expect(await seen(WORKER, { purpose: Purpose.CONSULTATION, emergencyReason: REASON })).toBeNull();
    expect(await seen(WORKER)).toHaveLength(4);
  });

  test('opens nothing to anybody else, whatever they state', async () => {
    expect(await seen('kato-toshi-seisaku-worker')).toBeNull();
    expect(await seen('aizu-houkatsu-1-worker')).toBeNull();
  });

  test('is listed to who declared it, while it is open', async () => {
    const mine = async (who: Who): Promise<readonly unknown[]> =>
      (await hub.ask(who, '{ myEmergencies { id until } }')).data?.['myEmergencies'] as readonly unknown[];
    expect(await mine(WORKER)).toHaveLength(1);
    expect(await mine('kato-toshi-seisaku-worker')).toEqual([]);
  });

  test('is over when it is ended, on the next request, and only by who declared it', async () => {
    const [{ id } = { id: '' }] = (await hub.ask(WORKER, '{ myEmergencies { id } }')).data?.[
      'myEmergencies'
    ] as readonly { id: string }[];
    const foreign = await end('kato-toshi-seisaku-worker', id);
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(observable(foreign)).toBe(observable(await end('kato-toshi-seisaku-worker', 'e-zzzz')));
    expect((await end(WORKER, id)).data).toEqual({ endEmergency: { __typename: 'EmergencyEnded' } });
    expect(await seen(WORKER)).toBeNull();
    expect((await end(WORKER, id)).data).toEqual({ endEmergency: { __typename: 'EmergencyAlreadyOver' } });
  });

  test('is over after three hours', async () => {
    const { emergency } = declared(await declare(WORKER));
    expect(await seen(WORKER)).toHaveLength(4);
    await rewrite(
      `UPDATE emergency SET declared_at = declared_at - interval '3 hours', until = until - interval '3 hours' WHERE id = '${emergency.id}'`,
    );
    expect(await seen(WORKER)).toBeNull();
  });

  test('of one person concerns those whom the person lives with', async () => {
    const { emergency } = declared(await declare(WORKER, { person: person('h03-grandmother').id }));
    expect(emergency.persons).toHaveLength(4);
    expect(emergency.household).toBeNull();
    await end(WORKER, emergency.id);
  });

  test('stands in the ledger of each person, and so does what was shown', async () => {
    const { emergency } = declared(await declare(WORKER));
    await seen(WORKER);
    const lines = await sql(
      hub,
      'collaboration',
      `SELECT kind, person_id, emergency_reason_digest IS NOT NULL AS reasoned FROM ledger_entry WHERE items LIKE $1 AND outcome = 'PERMITTED'`,
      [`%${emergency.id}%`],
    );
    const of = (kind: string): unknown[] => [
      ...new Set(lines.filter((line) => line['kind'] === kind).map((line) => line['person_id'])),
    ];
    expect(of('EMERGENCY')).toHaveLength(4);
    expect(of('DISCLOSURE')).toHaveLength(4);
    expect(lines.every((line) => line['reasoned'] === true)).toBe(true);
    await end(WORKER, emergency.id);
  });

  test('is not declared without its record in the ledger', async () => {
    await sql(hub, 'collaboration', 'ALTER TABLE ledger_entry RENAME TO ledger_entry_away');
    const answer = await declare(WORKER);
    await sql(hub, 'collaboration', 'ALTER TABLE ledger_entry_away RENAME TO ledger_entry');
    expect([answer.data, codes(answer)]).toEqual([null, ['LEDGER_UNAVAILABLE']]);
    expect(await seen(WORKER)).toBeNull();
  });
});

describe('it is not declared', () => {
  test.each(['aizu-privacy-officer', 'aizu-operator', 'aizu-committee-member'])('by %s', async (who) => {
    expect(codes(await declare(who))).toEqual(['FORBIDDEN']);
  });

  test('by a partner outside the duty of the city', async () => {
    expect(codes(await declare('kato-keikaku-worker'))).toEqual(['FORBIDDEN']);
  });

  test.each<[string, Parameters<typeof declare>[1], Question, string, RegExp]>([
    [
      'for another purpose',
      { household: H03 },
      { ...inDanger, purpose: Purpose.CONSULTATION },
      REASON,
      /緊急対応/,
    ],
    [
      'without the header',
      { household: H03 },
      { purpose: Purpose.EMERGENCY },
      REASON,
      /hub-emergency-reason/,
    ],
    ['in a word', { household: H03 }, inDanger, '緊急', /10文字以上/],
    ['of nobody', {}, inDanger, REASON, /どちらか一つ/],
    [
      'of a household and a person',
      { household: H03, person: person('h03-mother').id },
      inDanger,
      REASON,
      /どちらか一つ/,
    ],
  ])('%s', async (_, of, question, reason, why) => {
    expect(declared(await declare(WORKER, of, question, reason)).problems?.join()).toMatch(why);
    expect(await seen(WORKER)).toBeNull();
  });

  test('of an unknown household or person', async () => {
    const answers = [
      await declare(WORKER, { household: 'h-zzzzzzzz' }),
      await declare(WORKER, { person: 'p-zzzzzzzz' }),
      await declare(WORKER, { household: '世帯' }),
      await declare(WORKER, { person: '' }),
    ];
    expect(codes(answers[0] as Answer)).toEqual(['NOT_FOUND']);
    expect(new Set(answers.map(observable)).size).toBe(1);
  });
});

describe('every use is looked at by somebody else', () => {
  let id: string;
  beforeAll(async () => {
    id = declared(await declare(WORKER)).emergency.id;
  });

  test('of the same city, by the next day that is no Saturday or Sunday', async () => {
    const found = (await awaiting(REVIEWER)).find((one) => one.id === id);
    expect(found).toMatchObject({ staff: WORKER, household: H03, reason: REASON, isOverdue: false });
    expect(found && found.dueOn > japanDate(new Date())).toBe(true);
    expect([1, 2, 3, 4, 5]).toContain(new Date(`${found?.dueOn}T00:00:00Z`).getUTCDay());
    expect(await awaiting('aizu-privacy-officer')).toEqual([]);
    const [foreign, unknown] = [
      await review('aizu-privacy-officer', id),
      await review('aizu-privacy-officer', 'e-zzzz'),
    ];
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(observable(foreign)).toBe(observable(unknown));
  });

  test('and by no one but privacy officers', async () => {
    for (const who of [WORKER, 'kato-coordinator', 'aizu-operator']) {
      expect(codes(await hub.ask(who, AWAITING))).toEqual(['FORBIDDEN']);
      expect(codes(await review(who, id))).toEqual(['FORBIDDEN']);
    }
  });

  test('never by who used it, be they a privacy officer too', async () => {
    const both: StaffIdentity = {
      ...REVIEWER,
      staffId: staffId('both'),
      roles: [Role.COORDINATOR, Role.PRIVACY_OFFICER],
    };
    const { emergency } = declared(await declare(both));
    await end(both, emergency.id);
    expect((await awaiting(both)).map((one) => one.id)).not.toContain(emergency.id);
    expect(codes(await review(both, emergency.id))).toEqual(['NOT_FOUND']);
    expect((await awaiting(REVIEWER)).map((one) => one.id)).toContain(emergency.id);
  });

  test('not before it is over', async () => {
    expect((await review(REVIEWER, id)).data).toMatchObject({
      reviewEmergency: {
        __typename: 'EmergencyNotReviewed',
        problems: [expect.stringMatching(/まだ続いて/)],
      },
    });
  });

  test('once, and the review stands', async () => {
    await end(WORKER, id);
    const answers = await Promise.all([1, 2, 3].map(() => review(REVIEWER, id)));
    const told = answers.map(
      (answer) =>
        (answer.data?.['reviewEmergency'] as { __typename: string } | null)?.__typename ?? codes(answer)[0],
    );
    expect(told.filter((each) => each === 'EmergencyReviewed')).toHaveLength(1);
    for (const each of told) expect(['EmergencyReviewed', 'CONFLICT', 'NOT_FOUND']).toContain(each);
    expect((await awaiting(REVIEWER)).map((one) => one.id)).not.toContain(id);
    await expect(sql(hub, 'collaboration', 'UPDATE emergency_review SET note = $1', ['x'])).rejects.toThrow(
      /append-only/,
    );
  });
});
