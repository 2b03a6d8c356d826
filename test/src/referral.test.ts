import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person, staffById } from '@kasane/sample-municipality';
import { Category } from '@kasane/vocabulary';
import { codes, observable, sql } from './attacks/attacker.js';
import {
  act,
  casesOf,
  received,
  REFERRAL,
  tryTo,
  type Case,
  type Outcome,
  type Paper,
  type Referral,
  type Who,
} from './consultation.js';
import { openTestHub, type TestHub } from './test-hub.js';

/** つなぎ: between two offices nobody is lost, and a sheet shows its receiver what they may see. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const SENDER = 'kato-shougai-worker';
const RECEIVER = 'kato-elder-care-worker';
const STRANGER = 'kato-hitorioya-worker';
const COORDINATOR = 'kato-coordinator';
const officeOf = (staff: string): string => staffById(staff).office;
const today = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

const send = (of: Case, more: Paper = {}, who: Who = SENDER): Promise<Outcome> =>
  act(hub, who, 'sendReferral', {
    case: of.id,
    input: {
      persons: of.persons.map(({ id }) => id),
      toOffice: officeOf(RECEIVER),
      reason: '介護保険の申請を手伝ってほしい。',
      ...more,
    },
  });
const sent = async (more: Paper = {}): Promise<{ readonly of: Case; readonly referral: Referral }> => {
  const of = await received(hub, SENDER);
  const { referral, problems } = await send(of, more);
  if (!referral) throw new Error(`not sent: ${problems?.join()}`);
  return { of, referral };
};
const step = (who: Who, mutation: Parameters<typeof act>[2], { id, version }: Referral, more: Paper = {}) =>
  act(hub, who, mutation, { id, version, on: today(), text: '記録', ...more });
const read = async (who: Who, id: string): Promise<Referral | null> => {
  const { data } = await hub.ask(who, `query ($id: ID!) { referral(id: $id) { ${REFERRAL} } }`, {
    variables: { id },
  });
  return (data?.['referral'] ?? null) as Referral | null;
};
const box = async (who: Who, name: 'INBOX' | 'SENT'): Promise<readonly string[]> => {
  const { data, errors } = await hub.ask(
    who,
    `{ referrals(box: ${name}, first: 50) { edges { node { id } } } }`,
  );
  expect(errors).toEqual([]);
  const page = data?.['referrals'] as { edges: { node: { id: string } }[] };
  return page.edges.map(({ node }) => node.id);
};

describe('a referral', () => {
  test('goes from acceptance to the first contact to its end, each step on record', async () => {
    const { of, referral } = await sent();
    expect(referral).toMatchObject({ state: 'SENT', version: 1, dueOn: referral.answerDue, withheld: false });
    const accepted = await step(RECEIVER, 'acceptReferral', referral);
    expect(accepted.referral).toMatchObject({ state: 'ACCEPTED', dueOn: referral.firstContactDue });
    const contacted = await step(RECEIVER, 'recordFirstContact', accepted.referral as Referral);
    expect(contacted.referral).toMatchObject({ state: 'CONTACTED', dueOn: null });
    const done = await step(RECEIVER, 'completeReferral', contacted.referral as Referral);
    expect(done.referral?.events.map(({ state }) => state)).toEqual([
      'SENT',
      'ACCEPTED',
      'CONTACTED',
      'DONE',
    ]);
    // Not handed over by a screening, the case goes on.
    expect((await casesOf(hub, SENDER)).map(({ id }) => id)).toContain(of.id);
  });

  test('says of which case it is to who knows the case, and not whether two are of one', async () => {
    const { of, referral } = await sent();
    expect((await read(SENDER, referral.id))?.caseId).toBe(of.id);
    expect((await read(RECEIVER, referral.id))?.caseId).toBeNull();
    const look = (id: string) =>
      hub.ask(RECEIVER, 'query ($id: ID!) { supportCase(id: $id) { id number } }', { variables: { id } });
    expect(codes(await look(of.id))).toEqual(['NOT_FOUND']);
    expect(observable(await look(of.id))).toBe(observable(await look('case-nobody')));
    await step(RECEIVER, 'acceptReferral', referral);
    expect((await read(RECEIVER, referral.id))?.caseId).toBe(of.id);
  });

  test('opens basic data to who accepts it, and not the words of others', async () => {
    const { of, referral } = await sent();
    const before = await read(RECEIVER, referral.id);
    expect(before).toMatchObject({
      persons: [],
      letter: null,
      notes: null,
      withheld: true,
      urgency: 'NORMAL',
    });
    expect(before?.fromOffice.code).toBe(officeOf(SENDER));
    await step(RECEIVER, 'acceptReferral', referral);
    const after = await read(RECEIVER, referral.id);
    expect(after?.persons.map(({ id }) => id).sort()).toEqual(of.persons.map(({ id }) => id).sort());
    expect(after).toMatchObject({ letter: null, withheld: true });
    const mine = (await casesOf(hub, RECEIVER)).find(({ id }) => id === of.id);
    expect(mine).toMatchObject({ intake: null, persons: [{ contact: { phone: '090-1234-5678' } }, {}] });
  });

  test('shows its words to a receiver whom the persons’ consent names', async () => {
    const of = await received(hub, SENDER, { members: [] });
    const self = of.persons[0]?.id;
    const { errors } = await hub.ask(
      SENDER,
      `mutation ($input: ConsentInput!) { giveConsent(input: $input) { __typename ... on ConsentNotRecorded { problems } } }`,
      {
        variables: {
          input: {
            subject: self,
            grantors: [{ name: '試験 〓子', relation: 'SELF' }],
            noticeId: 'notice-1',
            noticeVersion: '1',
            purposes: ['SERVICE_COORDINATION'],
            rules: [
              {
                categories: [Category.IDENTITY, Category.INTAKE],
                sourceSectors: ['collaboration'],
                recipientOffices: [officeOf(RECEIVER)],
              },
            ],
            expression: 'WRITTEN',
          },
        },
      },
    );
    expect(errors).toEqual([]);
    const { referral } = await send(of);
    expect(await read(RECEIVER, referral?.id ?? '')).toMatchObject({
      persons: [{ id: self }],
      letter: { reason: '介護保険の申請を手伝ってほしい。' },
      withheld: false,
    });
  });

  test('is found by the two offices alone, and nobody else can tell it from none', async () => {
    const { referral } = await sent();
    const [hidden, nobody] = [
      await tryTo(hub, STRANGER, 'acceptReferral', { id: referral.id, version: 1 }),
      await tryTo(hub, STRANGER, 'acceptReferral', { id: 'r-nobody', version: 1 }),
    ];
    expect(codes(hidden)).toEqual(['NOT_FOUND']);
    expect(observable(hidden)).toBe(observable(nobody));
    expect(await read(STRANGER, referral.id)).toBeNull();
    expect(await box(RECEIVER, 'INBOX')).toContain(referral.id);
    expect(await box(SENDER, 'SENT')).toContain(referral.id);
    expect(await box(RECEIVER, 'SENT')).not.toContain(referral.id);
    expect(await box(STRANGER, 'INBOX')).not.toContain(referral.id);
  });

  test('is answered by its receiver and withdrawn by its sender, not the other way round', async () => {
    const { referral } = await sent();
    const variables = { id: referral.id, version: 1, on: today() };
    expect(codes(await tryTo(hub, SENDER, 'acceptReferral', variables))).toEqual(['FORBIDDEN']);
    expect(codes(await tryTo(hub, SENDER, 'sendBackReferral', variables))).toEqual(['FORBIDDEN']);
    expect(codes(await tryTo(hub, RECEIVER, 'withdrawReferral', variables))).toEqual(['FORBIDDEN']);
    expect(codes(await tryTo(hub, 'kato-keikaku-worker', 'acceptReferral', variables))).toEqual([
      'FORBIDDEN',
    ]);
    expect(await step(RECEIVER, 'completeReferral', referral)).toMatchObject({
      problems: [expect.stringContaining('今の状態')],
    });
  });

  test('is taken by one of two who accept at once; the other sees that, and loses nothing', async () => {
    const { of, referral } = await sent();
    const both = await Promise.all([1, 2].map(() => step(RECEIVER, 'acceptReferral', referral)));
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['ReferralMovedOn', 'ReferralRecorded']);
    expect(both.find(({ movedOn }) => movedOn)?.movedOn).toMatchObject({ state: 'ACCEPTED', version: 2 });
    const seats = await sql(
      hub,
      'collaboration',
      'SELECT 1 FROM roster_seat WHERE case_id = $1 AND office_code = $2',
      [of.id, officeOf(RECEIVER)],
    );
    expect(seats).toHaveLength(1);
  });

  test('that is sent back lies with its sender, with the reason, until it goes on or is withdrawn', async () => {
    const { of, referral } = await sent();
    const { referral: back } = await step(RECEIVER, 'sendBackReferral', referral, {
      text: '担当地域外です。',
    });
    expect(back).toMatchObject({ state: 'SENT_BACK' });
    const mine = await read(SENDER, referral.id);
    expect(mine).toMatchObject({
      events: [{}, { sendBackReason: 'OUT_OF_AREA' }],
      notes: [{ text: '担当地域外です。' }],
    });
    expect(mine?.dueOn).not.toBeNull();
    const again = await send(of, { toOffice: 'kato-shakai-fukushi-konkyu', replaces: referral.id });
    expect(again.referral).toMatchObject({ state: 'SENT' });
    expect(await read(SENDER, referral.id)).toMatchObject({ state: 'SENT_ON', dueOn: null });
    const { problems } = await send(of, { toOffice: 'kato-shakai-fukushi-konkyu', replaces: referral.id });
    expect(problems).toEqual([
      expect.stringContaining('まだ終わっていません'),
      expect.stringContaining('差し戻されたものだけ'),
    ]);
  });

  test('that the person withdraws takes the seat with it, on the next request', async () => {
    const { of, referral } = await sent();
    const { referral: accepted } = await step(RECEIVER, 'acceptReferral', referral);
    const works = async () => (await casesOf(hub, RECEIVER)).some(({ id }) => id === of.id);
    expect(await works()).toBe(true);
    const { referral: withdrawn } = await step(SENDER, 'withdrawReferral', accepted as Referral);
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', dueOn: null });
    expect(await works()).toBe(false);
    expect(await step(SENDER, 'withdrawReferral', withdrawn as Referral)).toMatchObject({
      problems: [expect.stringContaining('今の状態')],
    });
  });

  test('is not sent to a closed or unknown office, nor about somebody who is not one’s own', async () => {
    const of = await received(hub, SENDER);
    const [closed] = await sql(hub, 'collaboration', `SELECT code FROM office WHERE status = 'SUSPENDED'`);
    expect((await send(of, { toOffice: closed?.['code'] })).problems).toContainEqual(
      expect.stringContaining('休止しています'),
    );
    expect((await send(of, { toOffice: 'aizu-houkatsu-1' })).problems).toEqual([
      expect.stringContaining('他の市町村'),
    ]);
    expect((await send(of, { toOffice: 'no-office' })).problems).toEqual([
      expect.stringContaining('登録されていません'),
    ]);
    const [hidden, nobody] = await Promise.all(
      [person('h03-mother').id, 'p-nobody'].map((id) => send(of, { persons: [id] })),
    );
    expect(hidden?.problems).toEqual([expect.stringContaining('担当していない')]);
    expect(hidden).toEqual(nobody);
    expect(
      codes(
        await tryTo(hub, STRANGER, 'sendReferral', {
          case: of.id,
          input: { persons: ['p'], toOffice: 'x', reason: 'y' },
        }),
      ),
    ).toEqual(['NOT_FOUND']);
  });

  test('on paper is recorded by its sender: who told whom, and what became of it', async () => {
    const { referral } = await sent({
      toOffice: 'kato-shakyo',
      paper: { toldBy: '萩 直樹', toldTo: '社協の木崎さん' },
    });
    expect(await read(SENDER, referral.id)).toMatchObject({ letter: { toldTo: '社協の木崎さん' } });
    expect(await read('kato-shakyo-worker', referral.id)).toBeNull();
    const { referral: accepted } = await step(SENDER, 'acceptReferral', referral);
    const { referral: contacted } = await step(SENDER, 'recordFirstContact', accepted as Referral);
    expect(contacted).toMatchObject({ state: 'CONTACTED' });
    const seats = await sql(
      hub,
      'collaboration',
      `SELECT 1 FROM roster_seat WHERE office_code = 'kato-shakyo'`,
    );
    expect(seats).toEqual([]);
  });

  test('is not there for the other party of a measure, though it lies on their office’s desk', async () => {
    const [h04] = (await casesOf(hub, 'kato-dv-worker')).filter(
      ({ householdId }) => householdId === household('H04').id,
    );
    if (!h04) throw new Error('H04 is not there');
    const { referral } = await act(hub, 'kato-dv-worker', 'sendReferral', {
      case: h04.id,
      input: {
        persons: [person('h04-mother').id],
        toOffice: 'kato-shakai-fukushi-konkyu',
        reason: '生活費の相談',
      },
    });
    expect(await box('kato-livelihood-worker', 'INBOX')).toContain(referral?.id);
    expect(await box('kato-livelihood-worker-2', 'INBOX')).not.toContain(referral?.id);
    const [hidden, nobody] = await Promise.all(
      [referral?.id, 'r-nobody'].map((id) =>
        tryTo(hub, 'kato-livelihood-worker-2', 'acceptReferral', { id, version: 1 }),
      ),
    );
    expect(hidden && codes(hidden)).toEqual(['NOT_FOUND']);
    expect(hidden && observable(hidden)).toBe(nobody && observable(nobody));
  });
});

describe('a case that is handed over', () => {
  const handOver = (of: Case, to = officeOf(RECEIVER)): Promise<Outcome> =>
    act(hub, SENDER, 'screenCase', {
      case: of.id,
      version: of.version,
      input: {
        outcome: 'HAND_OVER',
        reason: '介護の相談が中心のため、地域包括支援センターにつなぐ。',
        referral: { persons: of.persons.map(({ id }) => id), toOffice: to, reason: '介護の相談' },
      },
    });
  const statusOf = async ({ id }: Case): Promise<unknown> =>
    (await sql(hub, 'collaboration', 'SELECT status FROM support_case WHERE id = $1', [id]))[0]?.['status'];

  test('stays with its sender until the other office made the first contact', async () => {
    const of = await received(hub, SENDER);
    const screened = await handOver(of);
    expect(screened).toMatchObject({ case: { status: 'TRIAGED' }, referral: { state: 'SENT' } });
    const { referral: accepted } = await step(RECEIVER, 'acceptReferral', screened.referral as Referral);
    expect(await statusOf(of)).toBe('TRIAGED');
    const early = await step(RECEIVER, 'recordFirstContact', accepted as Referral, { on: '2020-01-01' });
    expect(early.problems).toEqual([expect.stringContaining('以後')]);
    await step(RECEIVER, 'recordFirstContact', accepted as Referral);
    expect(await statusOf(of)).toBe('HANDED_OVER');
  });

  test('is handed over once at a time', async () => {
    const of = await received(hub, SENDER);
    const { case: triaged } = await handOver(of);
    const again = await handOver(triaged as Case, 'kato-shakai-fukushi-konkyu');
    expect(again.problems).toEqual([expect.stringContaining('まだ終わっていないつなぎ')]);
  });

  test('to the coordinator’s office is accepted there into multi-agency collaboration', async () => {
    const of = await received(hub, SENDER);
    const { referral } = await send(of, { toOffice: officeOf(COORDINATOR) });
    await step(COORDINATOR, 'acceptReferral', referral as Referral);
    const mine = (await casesOf(hub, COORDINATOR)).find(({ id }) => id === of.id);
    expect(mine).toMatchObject({ intake: { chiefComplaint: '家賃が払えず、母の介護もある。' } });
    const accepted = await act(hub, COORDINATOR, 'screenCase', {
      case: of.id,
      version: mine?.version,
      input: {
        outcome: 'ACCEPTED',
        reason: '複数の機関の調整が必要なため受理する。',
        workerName: '秋山 拓海',
      },
    });
    expect(accepted.case).toMatchObject({ status: 'ACCEPTED' });
  });
});
