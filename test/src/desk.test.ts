import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { household, person, staffById } from '@kasane/sample-municipality';
import { Category, Purpose } from '@kasane/vocabulary';
import { codes, sql } from './attacks/attacker.js';
import { act, received, tryTo, type Case, type Referral, type Who } from './consultation.js';
import { openTestHub, type TestHub } from './test-hub.js';

/** The desk: what waits is always on somebody's, and on nobody else's. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const SENDER = 'kato-shougai-worker';
const RECEIVER = 'kato-elder-care-worker';
const STRANGER = 'kato-hitorioya-worker';
const officeOf = (staff: string): string => staffById(staff).office;

interface Item {
  readonly kind: string;
  readonly id: string;
  readonly due: string | null;
  readonly isOverdue: boolean;
  readonly staffId: string | null;
  readonly office: { readonly code: string };
  readonly persons: readonly { readonly id: string }[];
}
interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Item }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
async function page(who: Who, args = 'first: 50'): Promise<Page> {
  const { data, errors } = await hub.ask(
    who,
    `{ myOpenItems(${args}) { edges { cursor node { kind id due isOverdue staffId office { code } persons { id } } }
       pageInfo { hasNextPage endCursor } } }`,
  );
  expect(errors).toEqual([]);
  return data?.['myOpenItems'] as Page;
}
const desk = async (who: Who, args?: string): Promise<readonly Item[]> =>
  (await page(who, args)).edges.map(({ node }) => node);
const itemOf = async (who: Who, id: string | undefined): Promise<Item | undefined> =>
  (await desk(who)).find((item) => item.id === id);

const refer = async (of: Case, toOffice = officeOf(RECEIVER)): Promise<Referral> => {
  const { referral } = await act(hub, SENDER, 'sendReferral', {
    case: of.id,
    input: { persons: of.persons.map(({ id }) => id), toOffice, reason: '介護の相談', urgency: 'IMMEDIATE' },
  });
  return referral as Referral;
};
/** Moves a referral's last day into the past: nobody waits for it in a test. */
const overdue = ({ id }: Referral) =>
  sql(hub, 'collaboration', `UPDATE referral SET due_on = '2026-01-05' WHERE id = $1`, [id]);

test('a consultation waits to be screened, with who took it down, until something became of it', async () => {
  const of = await received(hub, SENDER);
  expect(await itemOf(SENDER, of.id)).toMatchObject({
    kind: 'SCREENING',
    staffId: SENDER,
    persons: expect.arrayContaining(of.persons.map(({ id }) => ({ id }))),
  });
  expect(await itemOf(STRANGER, of.id)).toBeUndefined();
  const input = { outcome: 'INFORMATION_ONLY', reason: '情報提供で解決したため終了する。' };
  await act(hub, SENDER, 'screenCase', { case: of.id, version: of.version, input });
  expect(await itemOf(SENDER, of.id)).toBeUndefined();
});

test('a referral is on its receiver’s desk, and once it is overdue on its sender’s too', async () => {
  const referral = await refer(await received(hub, SENDER));
  expect(await itemOf(RECEIVER, referral.id)).toMatchObject({
    kind: 'REFERRAL_TO_ANSWER',
    due: referral.answerDue,
    isOverdue: false,
    staffId: null,
    // Who it is about is told to the receiver by a basis of their own alone.
    persons: [],
  });
  expect(await itemOf(SENDER, referral.id)).toBeUndefined();
  await overdue(referral);
  expect(await itemOf(RECEIVER, referral.id)).toMatchObject({ isOverdue: true });
  expect(await itemOf(SENDER, referral.id)).toMatchObject({ kind: 'REFERRAL_TO_ANSWER', isOverdue: true });
  expect(await itemOf(STRANGER, referral.id)).toBeUndefined();
});

test('what was accepted waits for the first contact, and then for nobody', async () => {
  const referral = await refer(await received(hub, SENDER));
  await act(hub, RECEIVER, 'acceptReferral', { id: referral.id, version: 1 });
  expect(await itemOf(RECEIVER, referral.id)).toMatchObject({ kind: 'FIRST_CONTACT', staffId: RECEIVER });
  const on = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  await act(hub, RECEIVER, 'recordFirstContact', { id: referral.id, version: 2, on });
  expect(await itemOf(RECEIVER, referral.id)).toBeUndefined();
});

test('a hand-over that was withdrawn leaves its case to be screened again', async () => {
  const of = await received(hub, SENDER);
  const { referral } = await act(hub, SENDER, 'screenCase', {
    case: of.id,
    version: of.version,
    input: {
      outcome: 'HAND_OVER',
      reason: '介護の相談が中心のためつなぐ。',
      referral: { persons: [of.persons[0]?.id], toOffice: officeOf(RECEIVER), reason: '介護の相談' },
    },
  });
  expect(await itemOf(SENDER, of.id)).toBeUndefined();
  await act(hub, RECEIVER, 'sendBackReferral', { id: referral?.id, version: 1 });
  expect(await itemOf(SENDER, referral?.id)).toMatchObject({ kind: 'REFERRAL_SENT_BACK', staffId: SENDER });
  expect(await itemOf(RECEIVER, referral?.id)).toBeUndefined();
  await act(hub, SENDER, 'withdrawReferral', { id: referral?.id, version: 2 });
  expect(await itemOf(SENDER, of.id)).toMatchObject({ kind: 'SCREENING' });
});

test('nothing is there that is about somebody from whom the viewer is kept', async () => {
  const { data } = await hub.ask('kato-dv-worker', `{ myCases { edges { node { id householdId } } } }`);
  const { edges } = data?.['myCases'] as { edges: { node: Case }[] };
  const h04 = edges.find(({ node }) => node.householdId === household('H04').id)?.node;
  const { referral } = await act(hub, 'kato-dv-worker', 'sendReferral', {
    case: h04?.id,
    input: {
      persons: [person('h04-mother').id],
      toOffice: 'kato-shakai-fukushi-konkyu',
      reason: '生活費の相談',
    },
  });
  expect(await itemOf('kato-livelihood-worker', referral?.id)).toBeDefined();
  const theirs = await page('kato-livelihood-worker-2');
  expect(JSON.stringify(theirs)).not.toContain(referral?.id);
  expect(await page('kato-livelihood-worker-2', 'first: 1')).toMatchObject({
    pageInfo: { hasNextPage: theirs.edges.length > 1 },
  });
});

test('conferences ahead, consents about to end and emergencies to review are there too', async () => {
  const closesAt = new Date(Date.now() + 7_200_000).toISOString();
  const member = (staff: string) => {
    const { staffId, office, capacity } = staffById(staff);
    return { staff: staffId, office, capacity, name: '構成員' };
  };
  const convened = await hub.ask(
    'kato-coordinator',
    `mutation ($input: ConveneSessionInput!) { conveneSession(input: $input) { ... on SessionRecorded { session { id } } } }`,
    {
      variables: {
        input: {
          basis: 'SWA_106_6',
          households: [household('H03').id],
          categories: [Category.CARE_CERT],
          whyNoConsent: '祖母の同意がまだ得られていないため、支援会議で検討する。',
          closesAt,
          members: [member('kato-coordinator'), member(STRANGER)],
        },
      },
    },
  );
  const { session } = convened.data?.['conveneSession'] as { session: { id: string } };
  expect(await itemOf(STRANGER, session.id)).toMatchObject({ kind: 'CONFERENCE' });
  expect(await itemOf(RECEIVER, session.id)).toBeUndefined();

  const declared = await hub.ask(
    STRANGER,
    `mutation { declareEmergency(household: "${household('H03').id}", reason: "自宅で倒れていると通報があり、連絡が取れない。") {
       ... on EmergencyDeclared { emergency { id } } } }`,
    { purpose: Purpose.EMERGENCY, emergencyReason: '自宅で倒れている' },
  );
  const { emergency } = declared.data?.['declareEmergency'] as { emergency: { id: string } };
  expect(await itemOf('kato-privacy-officer', emergency.id)).toMatchObject({
    kind: 'EMERGENCY_REVIEW',
    persons: [],
  });
  expect(await itemOf(STRANGER, emergency.id)).toBeUndefined();
  expect(await itemOf('aizu-privacy-officer', emergency.id)).toBeUndefined();

  const validUntil = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const of = await received(hub, SENDER, {
    members: [],
    consent: {
      subject: '',
      grantors: [{ name: '試験 〓子', relation: 'SELF' }],
      noticeId: 'notice-1',
      noticeVersion: '1',
      purposes: ['SERVICE_COORDINATION'],
      rules: [
        {
          categories: [Category.INTAKE],
          sourceSectors: ['collaboration'],
          recipientOffices: [officeOf(RECEIVER)],
        },
      ],
      validUntil,
      expression: 'WRITTEN',
    },
  });
  const { data } = await hub.ask(SENDER, '{ consentsExpiring(withinDays: 30) { id } }');
  const ending = (data?.['consentsExpiring'] as { id: string }[]).map(({ id }) => id).sort();
  const onDesk = await desk(SENDER, 'first: 50, kinds: [CONSENT_EXPIRING]');
  expect(onDesk.map(({ id }) => id).sort()).toEqual(ending);
  expect(onDesk).toContainEqual(
    expect.objectContaining({ due: validUntil, persons: of.persons.map(({ id }) => ({ id })) }),
  );
});

test('pages stay where they are while something new comes in before them', async () => {
  for (let n = 0; n < 3; n += 1) await received(hub, SENDER);
  const all = (await desk(SENDER)).map(({ id }) => id);
  const first = await page(SENDER, 'first: 2');
  const of = await received(hub, SENDER);
  await overdue(await refer(of));
  const rest = await desk(SENDER, `first: 50, after: "${first.pageInfo.endCursor}"`);
  const seen = [...first.edges.map(({ node }) => node.id), ...rest.map(({ id }) => id)];
  expect(seen.filter((id) => id !== of.id)).toEqual(all);
  const dues = (await desk(SENDER)).map(({ due }) => due ?? '9999');
  expect(dues).toEqual([...dues].sort());
});

test('a page of no size, and what is no cursor, are refused; without a purpose there is no desk', async () => {
  const ask = (args: string) => hub.ask(SENDER, `{ myOpenItems(${args}) { edges { cursor } } }`);
  expect(codes(await ask('first: 0'))).toEqual(['BAD_USER_INPUT']);
  expect(codes(await ask('first: 5, after: "x"'))).toEqual(['BAD_USER_INPUT']);
  const without = await hub.ask(SENDER, '{ myOpenItems { edges { cursor } } }', { purpose: null });
  expect(codes(without)).toEqual(['PURPOSE_REQUIRED']);
  expect(codes(await tryTo(hub, 'kato-privacy-officer', 'acceptReferral', { id: 'r', version: 1 }))).toEqual([
    'FORBIDDEN',
  ]);
});
