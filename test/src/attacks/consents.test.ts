import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { Category, ConsentExpression, GrantorRelation, Purpose, Role, Tier } from '@kasane/vocabulary';
import { openTestHub, type Answer, type TestHub } from '../test-hub.js';
import { codes, INNARDS, observable, sql } from './attacker.js';

/** Consent is the person's: nobody else gives it, and nobody learns of it by trying. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const COORDINATOR = 'kato-coordinator';
const key = { mother: 'h03-mother', grandmother: 'h03-grandmother', child: 'h03-schoolchild' } as const;
const id = (of: keyof typeof key): string => person(key[of]).id;

interface Form {
  readonly [field: string]: unknown;
}
const form = (subject: string, more: Form = {}): Form => ({
  subject,
  grantors: [{ name: person(key.grandmother).name, relation: GrantorRelation.SELF }],
  noticeId: 'multi-agency',
  noticeVersion: '2026-04',
  purposes: [Purpose.SERVICE_COORDINATION],
  rules: [
    {
      categories: [Category.CARE_CERT],
      sourceSectors: ['elder-care'],
      recipientOffices: ['kato-fukushi-somu'],
      recipientRoles: [Role.COORDINATOR],
    },
  ],
  expression: ConsentExpression.WRITTEN,
  ...more,
});

const OUTCOME =
  '__typename ... on ConsentNotRecorded { problems } ... on ConsentRecorded { consent { id state subject { id } } }';
const give = (staff: string, input: Form): Promise<Answer> =>
  hub.ask(staff, `mutation ($input: ConsentInput!) { giveConsent(input: $input) { ${OUTCOME} } }`, {
    variables: { input },
  });
const refuse = (staff: string, input: Form): Promise<Answer> =>
  hub.ask(staff, `mutation ($input: ConsentInput!) { refuseConsent(input: $input) { ${OUTCOME} } }`, {
    variables: { input },
  });
const withdraw = (staff: string, consent: string): Promise<Answer> =>
  hub.ask(
    staff,
    'mutation ($id: ID!) { withdrawConsent(id: $id, expression: WRITTEN, expressedBy: "本人") { __typename ... on ConsentAlreadyEnded { state } ... on ConsentWithdrawn { consent { id state } } } }',
    { variables: { id: consent } },
  );
/** Every change of a consent that is on record, as somebody who tries them all. */
const changes = (consent: string): readonly (readonly [string, string])[] => {
  const input = '{ expression: WRITTEN, expressedBy: ["本人"] }';
  const id = JSON.stringify(consent);
  return [
    [
      'renewed',
      `mutation { renewConsent(id: ${id}, until: "2027-10-01", noticeVersion: "2026-04", input: ${input}) { __typename } }`,
    ],
    ['answered', `mutation { answerConsent(id: ${id}, answer: GIVEN, input: ${input}) { __typename } }`],
    [
      'withdrawn',
      `mutation { withdrawConsent(id: ${id}, expression: WRITTEN, expressedBy: "本人", expectedEvents: 7) { __typename } }`,
    ],
  ];
};
const problems = ({ data }: Answer): readonly string[] | undefined =>
  (data?.['giveConsent'] as { problems?: string[] } | undefined)?.problems;
const recordedId = ({ data }: Answer): string =>
  (data?.['giveConsent'] as { consent: { id: string } }).consent.id;

/** Everything that collaboration holds about consents: an attack must leave it as it was. */
const held = async (): Promise<string> =>
  JSON.stringify([
    await sql(hub, 'collaboration', 'SELECT * FROM consent ORDER BY id'),
    await sql(hub, 'collaboration', 'SELECT * FROM consent_event ORDER BY consent_id, seq'),
  ]);

function expectNotFound(answer: Answer): void {
  expect(codes(answer)).toEqual(['NOT_FOUND']);
  expect(answer.text).not.toMatch(INNARDS);
  expect(answer.data).toBeNull();
}

describe('by whom it is not to be recorded', () => {
  let before: string;
  beforeEach(async () => {
    before = await held();
  });

  test.each([
    ['somebody without a seat', 'kato-hitorioya-worker'],
    ['the coordinator of the other city', 'aizu-coordinator'],
    ['the operator', 'aizu-operator'],
    ['the privacy officer', 'aizu-privacy-officer'],
    ['a worker with a seat for another member', 'kato-livelihood-worker'],
    ['a worker whose seat ended', 'aizu-shougai-kikan-worker'],
  ])('%s finds nobody, known or unknown alike', async (_, staff) => {
    const known = await give(staff, form(id('grandmother')));
    const unknown = await give(staff, form('p-zzzzzzzz'));
    expectNotFound(known);
    expect(observable(known)).toBe(observable(unknown));
    expect(observable(await refuse(staff, form(id('grandmother'))))).toBe(
      observable(await refuse(staff, form('p-zzzzzzzz'))),
    );
    expect(await held()).toBe(before);
  });

  test('the elder-care worker, for the mother, whose name and consent to others they know', async () => {
    expectNotFound(await give('kato-elder-care-worker', form(id('mother'))));
    expectNotFound(await withdraw('kato-elder-care-worker', 'consent-h03-mother'));
    expect(await held()).toBe(before);
  });

  test.each(['kato-hitorioya-worker', 'aizu-coordinator', 'kato-elder-care-worker', 'aizu-operator'])(
    '%s cannot withdraw a foreign consent, nor learn that it exists',
    async (staff) => {
      const foreign = await withdraw(staff, 'consent-h03-mother');
      expectNotFound(foreign);
      for (const unknown of ['c-zzzz', '', '同意', 'x'.repeat(10_000), "' OR '1'='1"])
        expect(observable(await withdraw(staff, unknown))).toBe(observable(foreign));
      expect(await held()).toBe(before);
    },
  );

  test.each(['kato-hitorioya-worker', 'aizu-coordinator', 'kato-elder-care-worker', 'aizu-privacy-officer'])(
    '%s changes no foreign consent in any way, nor learns by it that there is one, or how it stands',
    async (staff) => {
      for (const [at, [, foreign]] of changes('consent-h03-mother').entries()) {
        const answer = await hub.ask(staff, foreign);
        expectNotFound(answer);
        // Others of theirs that there are, and some that there are not.
        for (const other of ['consent-h06-mother', 'consent-h03-schoolchild', 'c-zzzz', '同意', ''])
          expect(observable(await hub.ask(staff, changes(other)[at]?.[1] ?? ''))).toBe(observable(answer));
      }
      expect(await held()).toBe(before);
    },
  );

  test.each(['kato-hitorioya-worker', 'aizu-coordinator', 'aizu-operator'])(
    '%s asks nobody for a consent whom they do not work for, known or unknown alike',
    async (staff) => {
      const request = (subject: string): Promise<Answer> =>
        hub.ask(staff, 'mutation ($input: ConsentInput!) { requestConsent(input: $input) { __typename } }', {
          variables: { input: form(subject) },
        });
      const known = await request(id('grandmother'));
      expectNotFound(known);
      expect(observable(known)).toBe(observable(await request('p-zzzzzzzz')));
      expect(await held()).toBe(before);
    },
  );

  test.each<[string, string]>([
    ['in kanji', '人'],
    ['that is empty', ''],
    ['with a line break', 'p-6f4qw8fc\n'],
    ['of 100,000 letters', 'p'.repeat(100_000)],
  ])('a subject %s is nobody', async (_, subject) => {
    expect(observable(await give(COORDINATOR, form(subject)))).toBe(
      observable(await give(COORDINATOR, form('p-zzzzzzzz'))),
    );
    expect(await held()).toBe(before);
  });

  test('a consent of one person is not replaced by one of another', async () => {
    const foreign = await give(COORDINATOR, form(id('grandmother'), { supersedes: 'consent-h03-mother' }));
    const other = await give(COORDINATOR, form(id('grandmother'), { supersedes: 'consent-h01-father' }));
    const unknown = await give(COORDINATOR, form(id('grandmother'), { supersedes: 'c-zzzz' }));
    expectNotFound(foreign);
    expect(new Set([foreign, other, unknown].map(observable)).size).toBe(1);
    expect(await held()).toBe(before);
  });

  test('two changes in one document: the forbidden one stands alone', async () => {
    const answer = await hub.ask(
      'kato-elder-care-worker',
      'mutation { a: withdrawConsent(id: "consent-h03-mother", expression: WRITTEN, expressedBy: "x") { __typename } b: withdrawConsent(id: "consent-h03-schoolchild", expression: WRITTEN, expressedBy: "x") { __typename } }',
    );
    expect(answer.data).toBeNull();
    expect(await held()).toBe(before);
  });
});

describe('what is not to be recorded, and why', () => {
  let before: string;
  beforeEach(async () => {
    before = await held();
  });

  test.each<[string, Form, RegExp]>([
    [
      'the head of the household for an adult',
      { grantors: [{ name: person(key.mother).name, relation: GrantorRelation.PARENTAL_AUTHORITY }] },
      /世帯主/,
    ],
    [
      'the head of the household beside the adult',
      {
        grantors: [
          { name: person(key.grandmother).name, relation: GrantorRelation.SELF },
          { name: person(key.mother).name, relation: GrantorRelation.PARENTAL_AUTHORITY },
        ],
      },
      /世帯主/,
    ],
    [
      'a guardian of minors for an adult',
      { grantors: [{ name: 'x', relation: GrantorRelation.MINOR_GUARDIAN }] },
      /成人/,
    ],
    [
      'the head of the household who calls herself the person',
      { grantors: [{ name: person(key.mother).name, relation: GrantorRelation.SELF }] },
      /本人の氏名/,
    ],
    ['by mouth before one witness', { expression: ConsentExpression.ORAL_PHONE, witnesses: ['春野'] }, /2名/],
    [
      'by mouth before one witness and a blank',
      { expression: ConsentExpression.ORAL_IN_PERSON, witnesses: ['春野', '  '] },
      /2名/,
    ],
    [
      'by mouth before the same witness twice',
      { expression: ConsentExpression.ORAL_IN_PERSON, witnesses: ['春野', '春野 '] },
      /2名/,
    ],
    [
      'by mouth before herself',
      {
        expression: ConsentExpression.ORAL_IN_PERSON,
        witnesses: ['春野', person(key.grandmother).name],
      },
      /以外の2名/,
    ],
    ['by another hand, whose is not told', { expression: ConsentExpression.WRITTEN_PROXY }, /代筆した人/],
    [
      'by another hand, which is her own',
      { expression: ConsentExpression.WRITTEN_PROXY, writtenBy: person(key.grandmother).kana },
      /以外の人|代筆/,
    ],
    [
      'by a guardian without a document',
      { grantors: [{ name: '後見 人', relation: GrantorRelation.ADULT_GUARDIAN }] },
      /書類/,
    ],
    [
      'by a curator with a blank document',
      { grantors: [{ name: '保佐 人', relation: GrantorRelation.CURATOR, authorityDocument: '  ' }] },
      /書類/,
    ],
    [
      'by a guardian who is she herself: the wrong form',
      {
        grantors: [
          {
            name: person(key.grandmother).name,
            relation: GrantorRelation.ADULT_GUARDIAN,
            authorityDocument: '登記事項証明書',
            person: person(key.grandmother).id,
          },
        ],
      },
      /用紙/,
    ],
    ['explained tomorrow', { explanation: { explainedBy: '秋山', explainedOn: '2099-01-01' } }, /今日より後/],
    [
      'explained on a day that is none',
      { explanation: { explainedBy: '秋山', explainedOn: '2026-02-30' } },
      /存在しない/,
    ],
    ['explained by a blank', { explanation: { explainedBy: ' ' } }, /説明者/],
    [
      'a category of the closed tier',
      {
        rules: [
          {
            categories: [Category.RIGHTS_ADVOCACY],
            sourceSectors: ['elder-care'],
            maxTier: Tier.T4,
            recipientOffices: ['kato-fukushi-somu'],
          },
        ],
      },
      /厳重秘匿/,
    ],
    [
      'a category that the source does not hold',
      {
        rules: [
          {
            categories: [Category.FINANCE],
            sourceSectors: ['elder-care'],
            recipientOffices: ['kato-fukushi-somu'],
          },
        ],
      },
      /FINANCE/,
    ],
    [
      'a category above the ceiling',
      {
        rules: [
          {
            categories: [Category.CARE_HEALTH],
            sourceSectors: ['elder-care'],
            maxTier: Tier.T1,
            recipientOffices: ['kato-fukushi-somu'],
          },
        ],
      },
      /上限/,
    ],
    [
      'for whomever',
      { rules: [{ categories: [Category.CARE_CERT], sourceSectors: ['elder-care'], recipientOffices: [] }] },
      /提供先/,
    ],
    [
      'for an office that does not exist',
      {
        rules: [
          { categories: [Category.CARE_CERT], sourceSectors: ['elder-care'], recipientOffices: ['nowhere'] },
        ],
      },
      /nowhere/,
    ],
    [
      'from a sector that does not exist',
      {
        rules: [
          {
            categories: [Category.CARE_CERT],
            sourceSectors: ['police'],
            recipientOffices: ['kato-fukushi-somu'],
          },
        ],
      },
      /police/,
    ],
    ['for ever', { validUntil: '2099-12-31' }, /年以内/],
    ['for the past', { validFrom: '2020-01-01', validUntil: '2020-12-31' }, /過ぎ/],
    ['backwards', { validFrom: '2027-02-01', validUntil: '2027-01-01' }, /前です/],
    ['until a day that is none', { validUntil: '2027-02-30' }, /存在しない/],
  ])('%s', async (_, more, reason) => {
    const answer = await give(COORDINATOR, form(id('grandmother'), more));
    expect([answer.status, answer.errors]).toEqual([200, []]);
    expect(problems(answer)?.join(' ')).toMatch(reason);
    expect(await held()).toBe(before);
  });

  test.each<[string, Form]>([
    ['no grantor', { grantors: [] }],
    [
      'five grantors',
      { grantors: Array.from({ length: 5 }, () => ({ name: 'x', relation: GrantorRelation.SELF })) },
    ],
    ['a grantor without a name', { grantors: [{ name: '', relation: GrantorRelation.SELF }] }],
    ['no purpose', { purposes: [] }],
    ['no rule', { rules: [] }],
    [
      'a rule without categories',
      { rules: [{ categories: [], sourceSectors: ['elder-care'], recipientOffices: ['kato-fukushi-somu'] }] },
    ],
    [
      'a category that there is not',
      {
        rules: [
          {
            categories: ['EVERYTHING'],
            sourceSectors: ['elder-care'],
            recipientOffices: ['kato-fukushi-somu'],
          },
        ],
      },
    ],
    ['a witness of 10,000 letters', { witnesses: ['長'.repeat(10_000)] }],
    ['five witnesses', { witnesses: ['a', 'b', 'c', 'd', 'e'] }],
    ['an explanation without who gave it', { explanation: { explainedBy: '' } }],
    ['an explanation in SQL', { explanation: { explainedBy: 'x', language: "ja'; --" } }],
    ['a count of events that is a word', { expectedEvents: 'one' }],
    ['a date that is a word', { validUntil: 'always' }],
    ['a notice without an id', { noticeId: '' }],
    ['a language that is SQL', { noticeLanguage: "ja'; DROP TABLE consent; --" }],
  ])('%s is bad input', async (_, more) => {
    const answer = await give(COORDINATOR, form(id('grandmother'), more));
    expect([answer.data, codes(answer)]).toEqual([null, ['BAD_USER_INPUT']]);
    expect(answer.text).not.toMatch(INNARDS);
    expect(await held()).toBe(before);
  });

  test('four grantors of long names have a clear outcome', async () => {
    const grantors = Array.from({ length: 4 }, () => ({
      name: '長'.repeat(200),
      relation: GrantorRelation.ADULT_GUARDIAN,
    }));
    const answer = await give(
      COORDINATOR,
      form(id('grandmother'), { grantors, purposes: [Purpose.OUTREACH] }),
    );
    expect(codes(answer)).not.toContain('INTERNAL');
  });
});

describe('what was recorded', () => {
  const certifications = async (): Promise<unknown> => {
    const answer = await hub.ask(
      COORDINATOR,
      `{ household(id: "${household('H03').id}") { members { person { id elderCare { certifications { levelCode } } } } } }`,
    );
    const { members } = answer.data?.['household'] as {
      members: { person: { id: string; elderCare: unknown } }[];
    };
    return members.find((member) => member.person.id === id('grandmother'))?.person.elderCare;
  };

  test('opens and closes on the next request, and two writers at once have one winner', async () => {
    expect(await certifications()).toBeNull();
    const consent = recordedId(await give(COORDINATOR, form(id('grandmother'))));
    expect(await certifications()).toEqual({ certifications: [{ levelCode: '12' }] });

    const outcomes = await Promise.all(Array.from({ length: 6 }, () => withdraw(COORDINATOR, consent)));
    const told = outcomes.map(
      (answer) =>
        (answer.data?.['withdrawConsent'] as { __typename: string } | undefined)?.__typename ??
        codes(answer)[0],
    );
    expect(told.filter((each) => each === 'ConsentWithdrawn')).toHaveLength(1);
    for (const each of told) expect(['ConsentWithdrawn', 'ConsentAlreadyEnded', 'CONFLICT']).toContain(each);
    expect(
      await sql(
        hub,
        'collaboration',
        'SELECT seq, state FROM consent_event WHERE consent_id = $1 ORDER BY seq',
        [consent],
      ),
    ).toEqual([
      { seq: 1, state: 'GIVEN' },
      { seq: 2, state: 'WITHDRAWN' },
    ]);
    expect(await certifications()).toBeNull();
    expect((await withdraw(COORDINATOR, consent)).data).toEqual({
      withdrawConsent: { __typename: 'ConsentAlreadyEnded', state: 'WITHDRAWN' },
    });
  });

  test('many at once leave each its record in the ledger, and nobody waits for ever', async () => {
    const begin = performance.now();
    const given = await Promise.all(
      Array.from({ length: 30 }, () =>
        give(COORDINATOR, form(id('grandmother'), { purposes: [Purpose.OUTREACH] })),
      ),
    );
    expect(performance.now() - begin).toBeLessThan(5_000);
    const ids = given.map(recordedId);
    expect(new Set(ids).size).toBe(30);
    const changes = await sql(hub, 'collaboration', `SELECT items FROM ledger_entry WHERE kind = 'CHANGE'`);
    for (const each of ids)
      expect(changes.filter(({ items }) => String(items).includes(`"${each}"`))).toHaveLength(1);
  });

  test('a refusal stands against another consent', async () => {
    const consent = recordedId(await give(COORDINATOR, form(id('grandmother'))));
    expect(await certifications()).not.toBeNull();
    expect((await refuse(COORDINATOR, form(id('grandmother')))).data).toMatchObject({
      refuseConsent: { __typename: 'ConsentRecorded' },
    });
    expect(await certifications()).toBeNull();
    await withdraw(COORDINATOR, consent);
  });

  test('does not stand without its record in the ledger', async () => {
    const before = await held();
    await sql(hub, 'collaboration', 'ALTER TABLE ledger_entry RENAME TO ledger_entry_away');
    const answers = [
      await give(COORDINATOR, form(id('grandmother'))),
      await refuse(COORDINATOR, form(id('grandmother'))),
      await withdraw(COORDINATOR, 'consent-h03-mother'),
    ];
    await sql(hub, 'collaboration', 'ALTER TABLE ledger_entry_away RENAME TO ledger_entry');
    for (const answer of answers)
      expect([answer.data, codes(answer)]).toEqual([null, ['LEDGER_UNAVAILABLE']]);
    expect(await held()).toBe(before);
  });
});
