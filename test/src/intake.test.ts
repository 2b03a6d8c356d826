import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { Category, japanDate } from '@kasane/vocabulary';
import { codes, observable, sql } from './attacks/attacker.js';
import { act, casesOf, paper, received, tryTo, type Case } from './consultation.js';
import { openTestHub, type TestHub } from './test-hub.js';

/** 相談受付: any official at any window takes a consultation down; what it opens, and to whom. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const WORKER = 'kato-shougai-worker';
const COLLEAGUE_ELSEWHERE = 'kato-livelihood-worker';
const COORDINATOR = 'kato-coordinator';

describe('a consultation', () => {
  test('is received at any window: with a number, a household, a seat, and what was said as it was said', async () => {
    const found = await received(hub, 'kato-toshi-seisaku-worker');
    expect(found.number).toMatch(/^282286-\d{4}-\d{4}$/);
    expect(found).toMatchObject({
      status: 'RECEIVED',
      version: 1,
      intake: { channel: 'PHONE', visitor: 'SELF', urgency: 'NORMAL', withConsent: false },
      persons: [
        {
          identity: { name: '試験 〓子', birthDate: '1989-01-07', birthAsGiven: null },
          contact: { phone: '090-1234-5678' },
        },
        { identity: { name: '試験 一', birthDate: null, birthAsGiven: '令和元年頃' } },
      ],
    });
    expect(found.roster).toEqual([
      expect.objectContaining({ staffName: '受付 担当', office: { code: 'kato-toshi-seisaku' } }),
    ]);
  });

  test('gets a number of its own, though two windows take it at once', async () => {
    const both = await Promise.all([received(hub, WORKER), received(hub, COLLEAGUE_ELSEWHERE)]);
    expect(new Set(both.map(({ number }) => number)).size).toBe(2);
  });

  test('is there for who took it down, and for nobody else', async () => {
    const { id } = await received(hub, WORKER);
    const sees = async (who: string) => (await casesOf(hub, who)).map((each) => each.id).includes(id);
    expect(await sees(WORKER)).toBe(true);
    for (const stranger of ['kato-hitorioya-worker', COLLEAGUE_ELSEWHERE, COORDINATOR])
      expect(await sees(stranger)).toBe(false);
  });

  test('is not taken by who works on no cases', async () => {
    for (const nobody of ['kato-kucho', 'kato-minsei', 'kato-keikaku-worker', 'kato-privacy-officer'])
      expect(codes(await tryTo(hub, nobody, 'receiveConsultation', { input: paper() }))).toEqual([
        'FORBIDDEN',
      ]);
    expect(
      codes(await tryTo(hub, WORKER, 'receiveConsultation', { input: paper() }, { purpose: null })),
    ).toEqual(['PURPOSE_REQUIRED']);
  });

  test('that cannot be meant is told as what it is, and writes nothing', async () => {
    const count = async () => (await sql(hub, 'collaboration', 'SELECT id FROM support_case')).length;
    const before = await count();
    const outcome = await act(hub, WORKER, 'receiveConsultation', {
      input: paper({
        chiefComplaint: ' ',
        newPerson: { name: '試験', birth: '昭和65年1月1日', phone: 'なし' },
        issues: [{ code: 'OTHER' }],
      }),
    });
    expect(outcome.problems).toEqual([
      '主訴を記入してください。',
      expect.stringContaining('昭和65年はありません'),
      expect.stringContaining('電話番号'),
      expect.stringContaining('その他'),
    ]);
    expect(await count()).toBe(before);
  });

  test('about somebody with whom one works keeps their household, and its seat opens nobody else in it', async () => {
    const [mother, grandmother] = [person('h03-mother').id, person('h03-grandmother').id];
    const found = await received(hub, COLLEAGUE_ELSEWHERE, { newPerson: null, person: mother, members: [] });
    expect(found.householdId).toBe(household('H03').id);
    expect(found.persons.map(({ id }) => id)).toEqual([mother]);
    const { data } = await hub.ask(
      COLLEAGUE_ELSEWHERE,
      `{ household(id: "${household('H03').id}") { members { person { id } } } }`,
    );
    expect(JSON.stringify(data)).not.toContain(grandmother);
  });

  test('adds nobody to a household by a relation to somebody else than its 本人', async () => {
    const { problems } = await act(hub, 'kato-elder-care-worker', 'receiveConsultation', {
      input: paper({ newPerson: null, person: person('h03-grandmother').id }),
    });
    expect(problems).toEqual([expect.stringContaining('世帯構成は記入せず')]);
  });

  test('about somebody who is not one’s own is about nobody, be they there or not', async () => {
    const about = (id: string) =>
      tryTo(hub, 'kato-hitorioya-worker', 'receiveConsultation', {
        input: paper({ newPerson: null, person: id, members: [] }),
      });
    const [hidden, nobody] = [await about(person('h03-mother').id), await about('p-nobody')];
    expect(codes(hidden)).toEqual(['NOT_FOUND']);
    expect(observable(hidden)).toBe(observable(nobody));
  });

  test('about somebody of a name that one knows asks first, and of a name that is hidden does not', async () => {
    const { name } = person('h04-mother');
    const input = paper({ newPerson: { name }, members: [] });
    const asked = await act(hub, 'kato-kodomo-worker', 'receiveConsultation', { input });
    expect(asked).toMatchObject({ persons: [{ id: person('h04-mother').id }] });
    // The other party of her measure works at the same desk as one of her own workers.
    const other = await act(hub, 'kato-livelihood-worker-2', 'receiveConsultation', { input });
    expect(other.__typename).toBe('ConsultationReceived');
    const insisted = await act(hub, 'kato-kodomo-worker', 'receiveConsultation', {
      input: { ...input, isSomebodyElse: true },
    });
    expect(insisted.case?.persons[0]?.id).not.toBe(person('h04-mother').id);
  });

  test('that comes with consent records it too; what is wrong with the consent loses nothing', async () => {
    const consent = {
      subject: 'p-whoever',
      grantors: [{ name: '試験 〓子', relation: 'SELF' }],
      noticeId: 'notice-1',
      noticeVersion: '1',
      purposes: ['SERVICE_COORDINATION'],
      rules: [
        {
          categories: [Category.INTAKE],
          sourceSectors: ['collaboration'],
          recipientOffices: ['kato-shakai-fukushi-konkyu'],
        },
      ],
      expression: 'WRITTEN',
    };
    const good = await act(hub, WORKER, 'receiveConsultation', {
      input: paper({ consent, isSomebodyElse: true }),
    });
    expect(good).toMatchObject({ consentProblems: [], case: { intake: { withConsent: true } } });
    const [stored] = await sql(hub, 'collaboration', 'SELECT 1 FROM consent WHERE subject_id = $1', [
      good.case?.persons[0]?.id,
    ]);
    expect(stored).toBeDefined();
    const bad = await act(hub, WORKER, 'receiveConsultation', {
      input: paper({ isSomebodyElse: true, consent: { ...consent, expression: 'ORAL_PHONE' } }),
    });
    expect(bad.consentProblems).not.toEqual([]);
    expect(bad.case?.id).toBeDefined();
    const gone = await act(hub, WORKER, 'receiveConsultation', {
      input: paper({ isSomebodyElse: true, consent: { ...consent, supersedes: 'c-nobody' } }),
    });
    expect(gone).toMatchObject({
      consentProblems: [expect.stringContaining('見つかりません')],
      case: { status: 'RECEIVED' },
    });
  });

  test('is in the ledger of each of those of whom it speaks', async () => {
    const { persons } = await received(hub, WORKER);
    for (const { id } of persons) {
      const lines = await sql(
        hub,
        'collaboration',
        `SELECT 1 FROM ledger_entry WHERE kind = 'CHANGE' AND person_id = $1 AND items::text LIKE '%receiveConsultation%'`,
        [id],
      );
      expect(lines).toHaveLength(1);
    }
  });
});

describe('an issue', () => {
  const record = (who: string, of: Case, input: object, whom: string | null = of.persons[0]?.id ?? null) =>
    act(hub, who, 'recordIssue', { case: of.id, person: whom, input });

  test('stands as its office saw it, and is resolved by that office alone', async () => {
    const found = await received(hub, WORKER, { issues: [{ code: 'POVERTY' }] });
    const recorded = await record(WORKER, found, { code: 'ISOLATION', certainty: 'SUSPECTED' });
    expect(recorded.case?.issues).toEqual([
      expect.objectContaining({ code: expect.stringMatching(/POVERTY|ISOLATION/), resolvedOn: null }),
      expect.objectContaining({ officeCode: 'kato-shakai-fukushi-shougai', resolvedOn: null }),
    ]);
    const id = recorded.case?.issues?.find(({ code }) => code === 'ISOLATION')?.id ?? '';
    const resolve = (who: string, of: string) =>
      tryTo(hub, who, 'resolveIssue', { id: of, text: '通所を始めた' });
    const [stranger, nobody] = [
      await resolve('kato-elder-care-worker', id),
      await resolve('kato-elder-care-worker', 'i-nobody'),
    ];
    expect(codes(stranger)).toEqual(['NOT_FOUND']);
    expect(observable(stranger)).toBe(observable(nobody));
    const resolved = await act(hub, WORKER, 'resolveIssue', { id, text: '通所を始めた' });
    expect(resolved.case?.issues?.find((issue) => issue.id === id)).toMatchObject({
      resolvedOn: japanDate(new Date()),
    });
    expect(await act(hub, WORKER, 'resolveIssue', { id })).toMatchObject({ since: japanDate(new Date()) });
  });

  test('of the household speaks of those with whom its writer works', async () => {
    const found = await received(hub, WORKER);
    const { case: after } = await record(WORKER, found, { code: 'EIGHTY_FIFTY', scope: 'HOUSEHOLD' }, null);
    const id = after?.issues?.[0]?.id;
    const spoken = await sql(hub, 'collaboration', 'SELECT person_id FROM issue_person WHERE issue_id = $1', [
      id,
    ]);
    expect(spoken).toHaveLength(2);
    expect(await record(WORKER, found, { code: 'EIGHTY_FIFTY', scope: 'HOUSEHOLD' })).toMatchObject({
      problems: [expect.stringContaining('世帯の課題')],
    });
  });

  test('that needs particular care is shown to the office that wrote it, and not to a coordinator by the seat', async () => {
    const [found] = (await casesOf(hub, 'kato-elder-care-worker')).filter(
      ({ householdId }) => householdId === household('H03').id,
    );
    if (!found) throw new Error('H03 is not there');
    for (const code of ['DV_ABUSE', 'EX_OFFENDER', 'CARE_NEED'])
      await record('kato-elder-care-worker', found, { code, certainty: 'SUSPECTED' });
    const seenBy = async (who: string) => (await casesOf(hub, who)).find(({ id }) => id === found.id);
    const mine = await seenBy('kato-elder-care-worker');
    expect(mine?.sensitiveIssues?.map(({ code }) => code).sort()).toEqual(['DV_ABUSE', 'EX_OFFENDER']);
    const leads = await seenBy(COORDINATOR);
    expect(leads?.issues?.map(({ code }) => code)).toEqual(['CARE_NEED']);
    expect(leads?.sensitiveIssues ?? []).toEqual([]);
    const other = await seenBy(COLLEAGUE_ELSEWHERE);
    expect([...(other?.issues ?? []), ...(other?.sensitiveIssues ?? [])]).toEqual([]);
  });
});

test('the case of somebody who is masked tells neither who works with them nor to whom they went', async () => {
  const h04 = (cases: readonly Case[]): Case | undefined =>
    cases.find(({ persons }) => persons.some(({ id }) => id === person('h04-mother').id));
  const handling = h04(await casesOf(hub, 'kato-dv-worker'));
  await act(hub, 'kato-dv-worker', 'sendReferral', {
    case: handling?.id,
    input: { persons: [person('h04-mother').id], toOffice: 'kato-fukushi-somu-jido', reason: '保育の相談' },
  });
  expect(handling?.roster?.length).toBeGreaterThan(2);
  // At a desk that works with her, and does not handle the measure.
  const { data, errors } = await hub.ask(
    'kato-livelihood-worker',
    '{ myCases { edges { node { id householdId persons { id } roster { office { code } } referrals { id } } } } }',
  );
  expect(errors).toEqual([]);
  const { edges } = data?.['myCases'] as { readonly edges: readonly { readonly node: Case }[] };
  expect(h04(edges.map(({ node }) => node))).toMatchObject({ householdId: null, roster: [], referrals: [] });
});

describe('screening', () => {
  const screen = (who: string, { id, version }: Case, input: object) =>
    tryTo(hub, who, 'screenCase', {
      case: id,
      version,
      input: { reason: '情報提供で解決したため終了する。', ...input },
    });

  test('ends a case with information, for which nobody has a seat any more', async () => {
    const found = await received(hub, WORKER);
    const { data } = await screen(WORKER, found, { outcome: 'INFORMATION_ONLY' });
    expect(data?.['result']).toMatchObject({ case: { status: 'INFORMATION_ONLY', version: 3 } });
    expect((await casesOf(hub, WORKER)).map(({ id }) => id)).not.toContain(found.id);
    expect(codes(await screen(WORKER, found, { outcome: 'INFORMATION_ONLY' }))).toEqual(['NOT_FOUND']);
  });

  test('accepts a case by a coordinator alone, who gets a seat for the household', async () => {
    const input = { outcome: 'ACCEPTED', workerName: '秋山 拓海' };
    expect(codes(await screen(WORKER, await received(hub, WORKER), input))).toEqual(['FORBIDDEN']);
    const found = await received(hub, COORDINATOR);
    const { data } = await screen(COORDINATOR, found, input);
    expect(data?.['result']).toMatchObject({ case: { status: 'ACCEPTED' } });
    const [mine] = (await casesOf(hub, COORDINATOR)).filter(({ id }) => id === found.id);
    expect(mine?.roster).toContainEqual(expect.objectContaining({ role: 'COORDINATOR', persons: null }));
  });

  test('of two at once records one, and tells the other', async () => {
    const found = await received(hub, WORKER);
    const both = await Promise.all([
      screen(WORKER, found, { outcome: 'INFORMATION_ONLY' }),
      screen(WORKER, found, { outcome: 'INFORMATION_ONLY' }),
    ]);
    const told = both.map((answer) => codes(answer)[0] ?? 'done').sort();
    expect(told[1]).toBe('done');
    expect(['CONFLICT', 'NOT_FOUND']).toContain(told[0]);
  });

  test('is of one’s own cases', async () => {
    const found = await received(hub, WORKER);
    const [hidden, nobody] = [
      await screen(COLLEAGUE_ELSEWHERE, found, { outcome: 'INFORMATION_ONLY' }),
      await screen(COLLEAGUE_ELSEWHERE, { ...found, id: 'case-nobody' }, { outcome: 'INFORMATION_ONLY' }),
    ];
    expect(codes(hidden)).toEqual(['NOT_FOUND']);
    expect(observable(hidden)).toBe(observable(nobody));
  });
});
