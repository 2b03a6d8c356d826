/**
 * A consent from the first question to its end, through the gateway: who may give it, until when it holds, what two who
 * edit it at once do to each other, who had seen what when it is withdrawn, and which of several forms decides.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import {
  Category,
  ConsentExpression,
  endOfJapanDay,
  GrantorRelation,
  japanDate,
  Purpose,
  Role,
} from '@kasane/vocabulary';
import { createHash } from 'node:crypto';
import { codes, observable, sql } from './attacks/attacker.js';
import { openTestHub, type Answer, type TestHub } from './test-hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const COORDINATOR = 'kato-coordinator';
const FOREIGN = 'aizu-coordinator';
const grandmother = person('h03-grandmother');
const mother = person('h03-mother');
const child = person('h03-schoolchild');
const today = japanDate(new Date());
const inDays = (days: number): string => japanDate(new Date(Date.now() + days * 86_400_000));

interface Form {
  readonly [field: string]: unknown;
}
const careTo = (categories: readonly Category[], more: Form = {}): Form => ({
  categories,
  sourceSectors: ['elder-care'],
  recipientOffices: ['kato-fukushi-somu'],
  recipientRoles: [Role.COORDINATOR],
  ...more,
});
const form = (more: Form = {}): Form => ({
  subject: grandmother.id,
  grantors: [{ name: grandmother.name, relation: GrantorRelation.SELF }],
  noticeId: 'multi-agency',
  noticeVersion: '2026-04',
  noticeLanguage: 'vi',
  purposes: [Purpose.SERVICE_COORDINATION],
  rules: [careTo([Category.CARE_CERT])],
  expression: ConsentExpression.WRITTEN,
  ...more,
});
const spoken = (by: string = grandmother.name, more: Form = {}): Form => ({
  expression: ConsentExpression.WRITTEN,
  expressedBy: [by],
  ...more,
});

const RECORD = `id state validFrom validUntil daysLeft notice noticeLanguage grantors { name relation authorityDocument }
  events { seq state expression expressedBy recordedBy witnesses writtenBy validUntil explanation { explainedBy explainedOn language interpreter } }`;
const OUTCOME = `__typename
  ... on ConsentRecorded { consent { ${RECORD} } }
  ... on ConsentNotRecorded { problems }`;
const operations = {
  giveConsent: `mutation ($input: ConsentInput!) { told: giveConsent(input: $input) { ${OUTCOME} } }`,
  refuseConsent: `mutation ($input: ConsentInput!) { told: refuseConsent(input: $input) { ${OUTCOME} } }`,
  requestConsent: `mutation ($input: ConsentInput!) { told: requestConsent(input: $input) { ${OUTCOME} } }`,
  answerConsent: `mutation ($id: ID!, $answer: ConsentAnswer!, $input: ConsentExpressionInput!, $expectedEvents: Int) {
    told: answerConsent(id: $id, answer: $answer, input: $input, expectedEvents: $expectedEvents) { ${OUTCOME} ... on ConsentNotRequested { state } } }`,
  renewConsent: `mutation ($id: ID!, $until: String!, $noticeVersion: String!, $input: ConsentExpressionInput!, $expectedEvents: Int) {
    told: renewConsent(id: $id, until: $until, noticeVersion: $noticeVersion, input: $input, expectedEvents: $expectedEvents) { ${OUTCOME} ... on ConsentNotInForce { state } } }`,
  withdrawConsent: `mutation ($id: ID!, $by: String!, $expectedEvents: Int) {
    told: withdrawConsent(id: $id, expression: ORAL_IN_PERSON, expressedBy: $by, expectedEvents: $expectedEvents) {
      __typename ... on ConsentAlreadyEnded { state }
      ... on ConsentWithdrawn { consent { ${RECORD} } seenBy { staff office { code } categories firstDay lastDay } } } }`,
};

interface Told {
  readonly __typename: string;
  readonly problems?: readonly string[];
  readonly state?: string;
  readonly seenBy?: readonly { readonly staff: string }[];
  readonly consent?: {
    readonly id: string;
    readonly state: string;
    readonly validUntil: string;
    readonly daysLeft: number | null;
    readonly events: readonly Form[];
    readonly [field: string]: unknown;
  };
}

const run = (
  operation: keyof typeof operations,
  variables: Form,
  staff: string = COORDINATOR,
): Promise<Answer> => hub.ask(staff, operations[operation], { variables });
const told = ({ data, errors }: Answer): Told => {
  expect(errors).toEqual([]);
  return data?.['told'] as Told;
};
const given = async (more: Form = {}): Promise<string> => {
  const { consent, problems } = told(await run('giveConsent', { input: form(more) }));
  expect(problems).toBeUndefined();
  return consent?.id ?? '';
};
const renewal = (id: string, more: Form = {}): Form => ({
  id,
  until: inDays(300),
  noticeVersion: '2026-04',
  input: spoken(),
  ...more,
});
const withdraw = (id: string, by: string = grandmother.name): Promise<Answer> =>
  run('withdrawConsent', { id, by });

/** All that collaboration holds about consents: what is refused must leave it as it was. */
const held = async (): Promise<string> =>
  JSON.stringify([
    await sql(hub, 'collaboration', 'SELECT * FROM consent ORDER BY id'),
    await sql(hub, 'collaboration', 'SELECT * FROM consent_event ORDER BY consent_id, seq'),
  ]);

/** What the coordinator is shown of the grandmother's elderly care, and on which consent. */
async function care(): Promise<{
  readonly certified: boolean;
  readonly planned: boolean;
  readonly decided: Readonly<
    Record<string, { readonly evidence: string | null; readonly until: string | null }>
  >;
  readonly text: string;
}> {
  const answer = await hub.ask(
    COORDINATOR,
    `{ household(id: "${household('H03').id}") { members { person { id
        elderCare { certifications { levelCode } contacts { summary } }
        disclosure { sectors { sector categories { category granted evidence until rule } } } } } } }`,
  );
  const { members } = answer.data?.['household'] as {
    members: {
      person: {
        id: string;
        elderCare: { certifications: unknown; contacts: unknown } | null;
        disclosure: {
          sectors: {
            sector: string;
            categories: { category: string; evidence: string | null; until: string | null }[];
          }[];
        };
      };
    }[];
  };
  const shown = members.find((member) => member.person.id === grandmother.id)?.person;
  const decided = shown?.disclosure.sectors.find(({ sector }) => sector === 'elder-care')?.categories ?? [];
  return {
    certified: Boolean(shown?.elderCare?.certifications),
    planned: Boolean(shown?.elderCare?.contacts),
    decided: Object.fromEntries(
      decided.map(({ category, evidence, until }) => [category, { evidence, until }]),
    ),
    text: answer.text,
  };
}

describe('a consent by somebody else', () => {
  const forChild = (grantor: Form, more: Form = {}): Form =>
    form({
      subject: child.id,
      grantors: [{ name: mother.name, relation: GrantorRelation.PARENTAL_AUTHORITY, ...grantor }],
      rules: [
        {
          categories: [Category.SCHOOL],
          sourceSectors: ['child-family'],
          recipientOffices: ['kato-korei-kaigo'],
        },
      ],
      ...more,
    });

  test('keeps who they are, where the hub knows them', async () => {
    const { consent } = told(await run('giveConsent', { input: forChild({ person: mother.id }) }));
    const grantorsOf = async (id: string | undefined): Promise<unknown> =>
      (await sql(hub, 'collaboration', 'SELECT grantors FROM consent WHERE id = $1', [id]))[0]?.['grantors'];
    expect(await grantorsOf(consent?.id)).toMatchObject([
      { name: mother.name, relation: 'PARENTAL_AUTHORITY', person: mother.id },
    ]);
    const own = await given();
    expect(await grantorsOf(own)).toMatchObject([{ relation: 'SELF', person: grandmother.id }]);
    await withdraw(own);
  });

  test('is not taken when the name is of another person, be they known, hidden or nobody', async () => {
    const before = await held();
    const problemsOf = async (id: string): Promise<readonly string[] | undefined> =>
      told(await run('giveConsent', { input: forChild({ person: id }) })).problems;
    const other = await problemsOf(grandmother.id);
    expect(other?.join()).toMatch(/用紙/);
    expect(await problemsOf(person('h01-mother').id)).toEqual(other);
    expect(await problemsOf('p-zzzzzzzz')).toEqual(other);
    expect(await problemsOf('人')).toEqual(other);
    expect(await held()).toBe(before);
  });

  test('of a guardian keeps the document that shows the authority', async () => {
    const guardian = { name: '後見 太郎', relation: GrantorRelation.ADULT_GUARDIAN };
    const without = told(await run('giveConsent', { input: form({ grantors: [guardian] }) }));
    expect(without.problems?.join()).toMatch(/書類/);
    const authorityDocument = '登記事項証明書 第2026-12号';
    const { consent } = told(
      await run('giveConsent', { input: form({ grantors: [{ ...guardian, authorityDocument }] }) }),
    );
    expect(consent?.['grantors']).toEqual([{ ...guardian, authorityDocument }]);
    await withdraw(consent?.id ?? '', guardian.name);
  });

  test.each<[string, string, string, RegExp]>([
    ['a child whose birth is not known', 'birth_date', '', /生年月日/],
    ['a child who is of age', 'birth_date', '2000-01-01', /成人/],
    ['somebody who died', 'deceased_on', today, /亡くな/],
  ])('is not taken for %s', async (_, column, value, reason) => {
    const set = (to: unknown): Promise<unknown> =>
      sql(hub, 'collaboration', `UPDATE person SET ${column} = $1 WHERE id = $2`, [to, child.id]);
    const [stored] = await sql(hub, 'collaboration', `SELECT ${column} AS was FROM person WHERE id = $1`, [
      child.id,
    ]);
    const before = await held();
    await set(value === '' ? null : value);
    const answer = await run('giveConsent', { input: forChild({ person: mother.id }) });
    await set(stored?.['was'] ?? null);
    const { problems } = told(answer);
    expect(problems?.join()).toMatch(reason);
    expect(await held()).toBe(before);
  });
});

describe('the record', () => {
  test('tells how it was said, who wrote, who explained it in which language, and through whom', async () => {
    const id = await given({
      expression: ConsentExpression.WRITTEN_PROXY,
      writtenBy: '秋山 拓海',
      explanation: {
        explainedBy: '秋山 拓海',
        explainedOn: today,
        language: 'vi',
        interpreter: 'レー・ティ・マイ',
      },
    });
    const { data } = await hub.ask(
      COORDINATOR,
      `{ household(id: "${household('H03').id}") { members { person { id consents { ${RECORD} } } } } }`,
    );
    const { members } = data?.['household'] as {
      members: { person: { id: string; consents: NonNullable<Told['consent']>[] } }[];
    };
    const record = members
      .find((member) => member.person.id === grandmother.id)
      ?.person.consents.find((consent) => consent.id === id);
    expect(record).toMatchObject({ notice: 'multi-agency 2026-04', noticeLanguage: 'vi', state: 'GIVEN' });
    expect(record?.events).toEqual([
      {
        seq: 1,
        state: 'GIVEN',
        expression: 'WRITTEN_PROXY',
        expressedBy: grandmother.name,
        recordedBy: COORDINATOR,
        witnesses: [],
        writtenBy: '秋山 拓海',
        validUntil: null,
        explanation: {
          explainedBy: '秋山 拓海',
          explainedOn: today,
          language: 'vi',
          interpreter: 'レー・ティ・マイ',
        },
      },
    ]);
    await withdraw(id);
  });

  test('says for every moment what held then, as its events and the end of its last day tell', async () => {
    const id = await given({ validUntil: inDays(10) });
    await withdraw(id);
    const given18 = new Date(Date.now() - 86_400_000).toISOString();
    const { data } = await hub.ask(
      COORDINATOR,
      `query ($before: DateTimeISO!, $after: DateTimeISO!) { household(id: "${household('H03').id}") { members { person {
         consents { id now: state before: state(at: $before) later: state(at: $after) } } } } }`,
      { variables: { before: given18, after: endOfJapanDay(inDays(10)).toISOString() } },
    );
    const { members } = data?.['household'] as {
      members: { person: { consents: { id: string }[] } }[];
    };
    expect(members.flatMap((member) => member.person.consents).find((each) => each.id === id)).toEqual({
      id,
      now: 'WITHDRAWN',
      before: 'REQUESTED',
      later: 'WITHDRAWN',
    });
  });
});

describe('one consent, by its id', () => {
  const ask = (id: string, staff: string = COORDINATOR): Promise<Answer> =>
    hub.ask(staff, 'query ($id: ID!) { consent(id: $id) { id state } }', { variables: { id } });

  test('is shown to whom the person’s consents are shown; to others it is not there', async () => {
    expect((await ask('consent-h03-mother')).data).toEqual({
      consent: { id: 'consent-h03-mother', state: 'GIVEN' },
    });
    for (const staff of [FOREIGN, 'kato-elder-care-worker', 'aizu-privacy-officer', 'aizu-operator']) {
      const foreign = await ask('consent-h03-mother', staff);
      expect(foreign.data).toEqual({ consent: null });
      for (const unknown of ['c-zzzz', '', '同意', 'x'.repeat(10_000)])
        expect(observable(await ask(unknown, staff))).toBe(observable(foreign));
    }
  });
});

describe('a renewal', () => {
  test('appends a new end, and leaves what was written as it was', async () => {
    const id = await given({ validUntil: inDays(5) });
    const before = (await care()).decided['CARE_CERT'];
    expect(before).toEqual({ evidence: id, until: endOfJapanDay(inDays(5)).toISOString() });

    const { consent } = told(await run('renewConsent', renewal(id, { expectedEvents: 1 })));
    const until = endOfJapanDay(inDays(300)).toISOString();
    expect(consent).toMatchObject({ id, state: 'RENEWED', validUntil: until, daysLeft: 300 });
    expect(consent?.events.map(({ state, validUntil }) => [state, validUntil])).toEqual([
      ['GIVEN', null],
      ['RENEWED', until],
    ]);
    expect((await care()).decided['CARE_CERT']).toEqual({ evidence: id, until });
    const [row] = await sql(hub, 'collaboration', 'SELECT valid_until FROM consent WHERE id = $1', [id]);
    expect(row?.['valid_until']).toEqual(endOfJapanDay(inDays(5)));
    await withdraw(id);
  });

  test.each<[string, (id: string) => Form, RegExp]>([
    [
      'by a notice that is newer than the one explained',
      (id) => renewal(id, { noticeVersion: '2027-04' }),
      /新しい同意/,
    ],
    ['to a day before its end', (id) => renewal(id, { until: inDays(4) }), /より後/],
    ['to its end', (id) => renewal(id, { until: inDays(5) }), /より後/],
    ['to the past', (id) => renewal(id, { until: '2020-01-01' }), /前です/],
    ['for longer than a consent may last', (id) => renewal(id, { until: inDays(4 * 365) }), /年以内/],
    ['to a day that there is not', (id) => renewal(id, { until: '2027-02-30' }), /存在しない/],
    ['by the head of the household', (id) => renewal(id, { input: spoken(mother.name) }), /全員/],
    [
      'by mouth before nobody',
      (id) => renewal(id, { input: spoken(undefined, { expression: 'ORAL_PHONE' }) }),
      /2名/,
    ],
    [
      'written by somebody unnamed',
      (id) => renewal(id, { input: spoken(undefined, { expression: 'WRITTEN_PROXY' }) }),
      /代筆/,
    ],
  ])('is not taken %s', async (_, of, reason) => {
    const id = await given({ validUntil: inDays(5) });
    const before = await held();
    expect(told(await run('renewConsent', of(id))).problems?.join()).toMatch(reason);
    expect(await held()).toBe(before);
    await withdraw(id);
  });

  test('does not bring back what has ended', async () => {
    const id = await given();
    await withdraw(id);
    expect(told(await run('renewConsent', renewal(id)))).toEqual({
      __typename: 'ConsentNotInForce',
      state: 'WITHDRAWN',
    });
  });

  test('is nobody’s who does not work on the case: not found, like one that there is not', async () => {
    const before = await held();
    const foreign = await run('renewConsent', renewal('consent-h03-mother'), FOREIGN);
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(observable(foreign)).toBe(observable(await run('renewConsent', renewal('c-zzzz'), FOREIGN)));
    expect(await held()).toBe(before);
  });
});

describe('a request', () => {
  test('opens nothing until it is answered with yes', async () => {
    const input = form({ expression: ConsentExpression.ORAL_IN_PERSON });
    const { consent } = told(await run('requestConsent', { input }));
    const id = consent?.id ?? '';
    expect([consent?.state, consent?.daysLeft]).toEqual(['REQUESTED', null]);
    expect((await care()).certified).toBe(false);

    const deferred = { id, answer: 'DEFERRED', input: spoken(undefined, { expression: 'ORAL_PHONE' }) };
    expect(told(await run('answerConsent', deferred)).consent?.state).toBe('DEFERRED');
    expect((await care()).certified).toBe(false);

    const yes = { id, answer: 'GIVEN', input: spoken(grandmother.romanName), expectedEvents: 2 };
    expect(told(await run('answerConsent', yes)).consent).toMatchObject({ state: 'GIVEN' });
    expect((await care()).decided['CARE_CERT']?.evidence).toBe(id);

    expect(told(await run('answerConsent', { ...yes, expectedEvents: 3 }))).toEqual({
      __typename: 'ConsentNotRequested',
      state: 'GIVEN',
    });
    await withdraw(id);
  });

  test('answered with no stands against other consents', async () => {
    const open = await given();
    const { consent } = told(await run('requestConsent', { input: form() }));
    expect((await care()).certified).toBe(true);
    const no = { id: consent?.id, answer: 'REFUSED', input: spoken() };
    expect(told(await run('answerConsent', no)).consent?.state).toBe('REFUSED');
    expect((await care()).certified).toBe(false);
    // A new decision takes the place of the refusal.
    const anew = await given({ supersedes: consent?.id });
    expect((await care()).certified).toBe(true);
    for (const id of [open, anew]) await withdraw(id);
  });

  test('is not answered by somebody who was not asked, nor under rules that a consent would not pass', async () => {
    const { consent } = told(await run('requestConsent', { input: form() }));
    const id = consent?.id;
    const before = await held();
    const answered = async (answer: string, input: Form): Promise<string | undefined> =>
      told(await run('answerConsent', { id, answer, input })).problems?.join();
    expect(await answered('GIVEN', spoken(mother.name))).toMatch(/全員/);
    expect(await answered('REFUSED', spoken(mother.name))).toMatch(/求めた人/);
    expect(await answered('DEFERRED', spoken(mother.name))).toMatch(/求めた人/);
    expect(await answered('GIVEN', spoken(undefined, { expression: 'ORAL_PHONE' }))).toMatch(/2名/);
    expect(codes(await run('answerConsent', { id, answer: 'GIVEN', input: spoken() }, FOREIGN))).toEqual([
      'NOT_FOUND',
    ]);
    expect(await held()).toBe(before);
  });
});

describe('two coordinators who edit one consent', () => {
  test('are told when it is not any more what they had before them', async () => {
    const id = await given({ validUntil: inDays(5) });
    const before = await held();
    for (const expectedEvents of [0, 2, -1, 2_147_483_647]) {
      expect(codes(await run('renewConsent', renewal(id, { expectedEvents })))).toEqual(['CONFLICT']);
      expect(codes(await run('withdrawConsent', { id, by: 'x', expectedEvents }))).toEqual(['CONFLICT']);
      expect(codes(await run('giveConsent', { input: form({ supersedes: id, expectedEvents }) }))).toEqual([
        'CONFLICT',
      ]);
    }
    expect(await held()).toBe(before);
    expect(
      told(await run('giveConsent', { input: form({ supersedes: id, expectedEvents: 1 }) })).consent,
    ).toBeTruthy();
  });

  test('at the very same time: one wins, the others are told', async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = await given({ validUntil: inDays(5) });
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, at) =>
          at % 2 === 0
            ? run('renewConsent', renewal(id, { expectedEvents: 1 }))
            : run('withdrawConsent', { id, by: grandmother.name, expectedEvents: 1 }),
        ),
      );
      const outcomes = answers.map(
        (answer) => (answer.data?.['told'] as Told | undefined)?.__typename ?? String(codes(answer)[0]),
      );
      expect(outcomes.filter((outcome) => /^Consent(Recorded|Withdrawn)$/.test(outcome))).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'CONFLICT')).toHaveLength(7);
      const events = await sql(hub, 'collaboration', 'SELECT seq FROM consent_event WHERE consent_id = $1', [
        id,
      ]);
      expect(events).toHaveLength(2);
      const lines = await sql(
        hub,
        'collaboration',
        `SELECT items FROM ledger_entry WHERE kind = 'CHANGE' AND items LIKE $1`,
        [`%"${id}"%`],
      );
      expect(lines).toHaveLength(2);
      await withdraw(id);
    }
  });
});

describe('a withdrawal', () => {
  test('tells who had been shown what under the consent, and so does the record ever after', async () => {
    const id = await given({
      rules: [
        careTo([Category.CARE_CERT]),
        {
          categories: [Category.HOUSEHOLD, Category.LANGUAGE_NEEDS],
          sourceSectors: ['collaboration'],
          recipientOffices: ['kato-shakai-fukushi-shougai'],
        },
      ],
    });
    await care();
    const looked = await hub.ask(
      'kato-shougai-worker',
      `{ household(id: "${household('H03').id}") { members { person { languageNeeds { need } } } } }`,
    );
    expect(looked.errors).toEqual([]);
    const { seenBy } = told(await withdraw(id));
    const on = { firstDay: today, lastDay: today };
    expect(seenBy).toEqual([
      { staff: COORDINATOR, office: { code: 'kato-fukushi-somu' }, categories: ['CARE_CERT'], ...on },
      {
        staff: 'kato-shougai-worker',
        office: { code: 'kato-shakai-fukushi-shougai' },
        categories: ['HOUSEHOLD', 'LANGUAGE_NEEDS'],
        ...on,
      },
    ]);

    const { data, headers } = await hub.ask(
      COORDINATOR,
      `{ household(id: "${household('H03').id}") { members { person { consents { id seenBy { staff office { code } categories firstDay lastDay } } } } } }`,
    );
    const { members } = data?.['household'] as {
      members: { person: { consents: { id: string; seenBy: unknown }[] } }[];
    };
    const consents = members.flatMap((member) => member.person.consents);
    expect(consents.find((consent) => consent.id === id)?.seenBy).toEqual(seenBy);
    // Who reads the ledger is in the ledger.
    const readings = await sql(
      hub,
      'collaboration',
      `SELECT person_id, outcome FROM ledger_entry WHERE kind = 'READING' AND request_id = $1`,
      [headers.get('hub-request-id')],
    );
    expect(readings).toContainEqual({ person_id: grandmother.id, outcome: 'PERMITTED' });
  });

  test('names who withdraws', async () => {
    const id = await given();
    const before = await held();
    expect(codes(await withdraw(id, '  '))).toEqual(['BAD_USER_INPUT']);
    expect(await held()).toBe(before);
    await withdraw(id);
  });
});

describe('consents that end soon', () => {
  const expiring = (withinDays?: number, staff: string = COORDINATOR): Promise<Answer> =>
    hub.ask(
      staff,
      'query ($withinDays: Int) { consentsExpiring(withinDays: $withinDays) { id daysLeft validUntil state subject { id } } }',
      { variables: withinDays === undefined ? {} : { withinDays } },
    );
  const listed = ({ data }: Answer): readonly { id: string; daysLeft: number }[] =>
    data?.['consentsExpiring'] as { id: string; daysLeft: number }[];

  test('are listed for those who work on the case, the soonest first, with the days left', async () => {
    const [later, tonight, far, renewed, ended] = [
      await given({ validUntil: inDays(30) }),
      await given({ validUntil: today }),
      await given({ validUntil: inDays(31) }),
      await given({ validUntil: inDays(3) }),
      await given({ validUntil: inDays(3) }),
    ];
    told(await run('renewConsent', renewal(renewed)));
    await withdraw(ended);
    const mine = (answer: Answer): readonly unknown[] =>
      listed(answer)
        .filter(({ id }) => [later, tonight, far, renewed, ended].includes(id))
        .map(({ id, daysLeft }) => [id, daysLeft]);
    expect(mine(await expiring())).toEqual([
      [tonight, 0],
      [later, 30],
    ]);
    expect(mine(await expiring(0))).toEqual([[tonight, 0]]);
    expect(mine(await expiring(31))).toEqual([
      [tonight, 0],
      [later, 30],
      [far, 31],
    ]);
    const all = listed(await expiring(366)).map(({ daysLeft }) => daysLeft);
    expect(all).toEqual([...all].sort((a, b) => a - b));
    for (const id of [later, tonight, far, renewed]) await withdraw(id);
  });

  test('are nobody else’s: a worker sees those of their own persons, others none', async () => {
    const own = listed(await expiring(366, 'kato-kodomo-worker'));
    expect(own.map(({ id }) => id)).toContain('consent-h03-schoolchild');
    expect(own.map(({ id }) => id)).not.toContain('consent-h06-grandmother');
    for (const staff of ['kato-toshi-seisaku-worker', 'aizu-privacy-officer', 'aizu-houkatsu-3-manager'])
      for (const { id } of listed(await expiring(366, staff))) expect(id).not.toMatch(/h03|h06/);
    expect(listed(await expiring(366, 'kato-toshi-seisaku-worker'))).toEqual([]);
  });

  test.each([-1, 367, 2_147_483_647])('%s days are no days to ask for', async (withinDays) => {
    expect(codes(await expiring(withinDays))).toEqual(['BAD_USER_INPUT']);
  });

  test('are not told without a purpose', async () => {
    const answer = await hub.ask(COORDINATOR, '{ consentsExpiring { id } }', { purpose: null });
    expect(codes(answer)).toEqual(['PURPOSE_REQUIRED']);
  });
});

describe('on paper', () => {
  interface Papers {
    readonly id: string;
    readonly plain: string;
    readonly simple: string;
    readonly receipt: string | null;
    readonly receiptJson: string | null;
  }
  const papersOf = async (
    id: string,
    staff: string = COORDINATOR,
  ): Promise<Papers & { readonly requestId: string | null }> => {
    const { data, errors, headers } = await hub.ask(
      staff,
      'query ($id: ID!) { consent(id: $id) { id plain: form(language: JA) simple: form(language: JA_SIMPLE) receipt(language: JA) receiptJson } }',
      { variables: { id } },
    );
    expect(errors).toEqual([]);
    const papers = data?.['consent'] as Papers;
    return { ...papers, requestId: headers.get('hub-request-id') };
  };
  const identityLines = (requestId: string | null): Promise<readonly unknown[]> =>
    sql(
      hub,
      'collaboration',
      `SELECT DISTINCT outcome FROM ledger_entry WHERE request_id = $1 AND person_id = $2 AND kind = 'DISCLOSURE'
         AND items LIKE '%"IDENTITY"%ConsentRecord.form%'`,
      [requestId, grandmother.id],
    );

  test('a consent is a form to sign and a receipt, which carries the hash of the one that a machine reads', async () => {
    const id = await given({
      explanation: { explainedBy: '秋山 拓海', explainedOn: today, interpreter: 'レー・ティ・マイ' },
    });
    const { plain, simple, receipt, receiptJson, requestId } = await papersOf(id);
    for (const paper of [plain, simple, receipt]) {
      expect(paper).toMatch(/^<!doctype html>/);
      expect(paper).toContain(grandmother.name);
      expect(paper).not.toContain(grandmother.address);
      expect(paper).not.toContain(grandmother.phone);
    }
    expect(plain).toContain('加東市長');
    expect(plain).toContain('秋山 拓海');
    expect(plain).toContain('レー・ティ・マイ');
    expect(simple).toContain('<ruby>');
    // Printed in groups, to be read aloud.
    expect(receipt?.replaceAll(' ', '')).toContain(
      createHash('sha256').update(String(receiptJson)).digest('hex'),
    );
    expect(JSON.parse(String(receiptJson))).toMatchObject({
      id,
      subjectPersonId: grandmother.id,
      categories: ['CARE_CERT'],
      jurisdiction: { country: 'JP', localGovernmentCode: '282286' },
      events: [{ state: 'GIVEN', recordedBy: COORDINATOR }],
    });
    expect(await identityLines(requestId)).toEqual([{ outcome: 'PERMITTED' }]);
    await withdraw(id);
    expect((await papersOf(id)).receipt).toContain('同意の撤回の控え');
  });

  test('a refusal is the form that says no; who was only asked takes no receipt home', async () => {
    const refused = told(await run('refuseConsent', { input: form() })).consent?.id ?? '';
    expect((await papersOf(refused)).plain).toContain('不同意申出書');
    const asked = told(await run('requestConsent', { input: form() })).consent?.id ?? '';
    expect(await papersOf(asked)).toMatchObject({ receipt: null, receiptJson: null });
    expect((await papersOf(asked)).plain).toContain('個人情報の提供に関する同意書');
    // What was asked for the test must not stand against the next one.
    for (const id of [refused, asked]) await withdraw(await given({ supersedes: id }));
  });

  test('the form has a blank where the viewer may not know who it is', async () => {
    const guardian = {
      name: '後見 太郎',
      relation: GrantorRelation.ADULT_GUARDIAN,
      authorityDocument: '登記事項証明書',
    };
    const id = await given({
      grantors: [guardian],
      rules: [
        {
          categories: [Category.HOUSEHOLD, Category.CONSENT],
          sourceSectors: ['collaboration'],
          recipientOffices: ['kato-shakai-fukushi-shougai'],
        },
      ],
    });
    const { plain, simple, receipt, requestId } = await papersOf(id, 'kato-shougai-worker');
    for (const paper of [plain, simple, receipt]) {
      expect(paper).toContain(guardian.name);
      for (const secret of [grandmother.name, grandmother.kana]) expect(paper).not.toContain(secret);
    }
    expect(await identityLines(requestId)).toEqual([{ outcome: 'DENIED' }]);
    await withdraw(id, guardian.name);
  });

  const blank = (more: Form, staff = 'kato-elder-care-worker'): Promise<Answer> =>
    hub.ask(
      staff,
      `query ($form: BlankForm! = CONSENT, $version: String!) {
         blankConsentForm(form: $form, noticeId: "multi-agency", noticeVersion: $version) }`,
      { variables: { version: '2026-04', ...more }, purpose: null },
    );

  test('a blank form names the desks of the own city, and nobody', async () => {
    for (const kind of ['CONSENT', 'REFUSAL', 'WITHDRAWAL']) {
      const { data, errors } = await blank({ form: kind });
      expect(errors).toEqual([]);
      expect(data?.['blankConsentForm']).toMatch(/^<!doctype html>/);
      expect(data?.['blankConsentForm']).toContain('加東市長');
    }
    const other = await blank({}, 'aizu-houkatsu-1-worker');
    expect(other.data?.['blankConsentForm']).toContain('会津若松市長');
    expect(other.text).not.toContain('加東');
  });

  test.each(['', '  ', 'x'.repeat(65)])('of a notice by the version "%s" is bad input', async (version) => {
    expect(codes(await blank({ version }))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('consents that contradict each other', () => {
  const BROAD = [Category.CARE_CERT, Category.NOTES];

  test('the newer form decides, and withdrawing it gives back the earlier world, byte for byte', async () => {
    const broad = await given({ rules: [careTo(BROAD)], validUntil: inDays(200) });
    const earlier = await care();
    expect([earlier.certified, earlier.planned]).toEqual([true, true]);

    const narrow = await given({ rules: [careTo([Category.CARE_CERT])], validUntil: inDays(20) });
    const both = await care();
    // Of the certification both forms speak: the newer one holds, and ends earlier. Of the notes only the older one does.
    expect(both.decided['CARE_CERT']).toEqual({
      evidence: narrow,
      until: endOfJapanDay(inDays(20)).toISOString(),
    });
    expect(both.decided['NOTES']?.evidence).toBe(broad);

    await withdraw(narrow);
    expect((await care()).text).toBe(earlier.text);
    await withdraw(broad);
  });

  test('what one form denies no other opens, older or newer; without it all is as before', async () => {
    const broad = await given({ rules: [careTo(BROAD)] });
    const earlier = await care();
    const deny = await given({ rules: [careTo([Category.NOTES], { effect: 'DENY' })] });
    const denied = await care();
    expect([denied.certified, denied.planned]).toEqual([true, false]);
    const newest = await given({ rules: [careTo(BROAD)] });
    expect((await care()).planned).toBe(false);
    for (const id of [newest, deny]) await withdraw(id);
    expect((await care()).text).toBe(earlier.text);
    await withdraw(broad);
  });

  test('a narrower form that ran out does not bring back the broader one', async () => {
    const broad = await given({ rules: [careTo(BROAD)] });
    expect((await care()).certified).toBe(true);
    // Given yesterday for one day, by a form that was newer than the broad one of the day before.
    await sql(
      hub,
      'collaboration',
      `INSERT INTO consent SELECT 'c-ran-out', schema_version, subject_id, grantors, notice_id, notice_version, notice_language,
         purposes, rules, now() - interval '2 days', now() - interval '1 day', NULL FROM consent WHERE id = $1`,
      [broad],
    );
    await sql(
      hub,
      'collaboration',
      `INSERT INTO consent_event (consent_id, seq, at, state, expression, expressed_by, recorded_by, witnesses)
       VALUES ('c-ran-out', 1, now() + interval '1 second', 'GIVEN', 'WRITTEN', 'x', 'x', '[]')`,
    );
    await new Promise((done) => setTimeout(done, 1_100));
    expect((await care()).certified).toBe(false);
    const { data } = await hub.ask(
      COORDINATOR,
      `{ household(id: "${household('H03').id}") { members { person { consents { id state daysLeft validFrom validUntil } } } } }`,
    );
    const { members } = data?.['household'] as {
      members: { person: { consents: { id: string }[] } }[];
    };
    // It stays listed, with its dates.
    expect(
      members.flatMap((member) => member.person.consents).find(({ id }) => id === 'c-ran-out'),
    ).toMatchObject({ state: 'EXPIRED', daysLeft: null });
  });
});
