/** 帳票: every form printed by who may, with what they may see and no more, who printed it on it, and each reading on record. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { staffById } from '@kasane/sample-municipality';
import { codes, observable, sql } from './attacks/attacker.js';
import { act, received } from './consultation.js';
import { inDays, planDesk } from './plan-desk.js';
import { openTestHub, type Answer, type TestHub } from './test-hub.js';

const COORDINATOR = 'kato-coordinator';
const WINDOW = 'kato-shougai-worker';
const ELDERLY = 'kato-elder-care-worker';
const CHILDREN = 'kato-kodomo-worker';
const STRANGER = 'kato-hitorioya-worker';
const CANARY = 'CANARY-SHEET';
/** What only withheld words are printed as. */
const WITHHELD = '―';

let hub: TestHub;
let consultation: string;
let referral: string;
beforeAll(async () => {
  hub = await openTestHub();
  const of = await received(hub, WINDOW, {
    chiefComplaint: `家賃が払えない。${CANARY}`,
    issues: [{ code: 'POVERTY', text: CANARY }],
  });
  consultation = of.id;
  const sent = await act(hub, WINDOW, 'sendReferral', {
    case: of.id,
    input: {
      persons: of.persons.map(({ id }) => id),
      toOffice: 'kato-korei-kaigo',
      reason: `申請の手伝い ${CANARY}`,
    },
  });
  referral = sent.referral?.id ?? '';
  await act(hub, ELDERLY, 'acceptReferral', { id: referral, version: 1 });
  const desk = planDesk(() => hub);
  const { version } = await desk.planSeen(COORDINATOR, 'plan-h12');
  const looked = await desk.told(COORDINATOR, 'recordMonitoring', {
    plan: 'plan-h12',
    input: { heldOn: inDays(0), findings: '通院が続いている。' },
    expectedVersion: version,
  });
  const evaluated = await desk.told(COORDINATOR, 'evaluatePlan', {
    plan: 'plan-h12',
    input: {
      outcome: 'REPLAN',
      goals: [1, 2, 3].map((number) => ({ number, achievement: 'PARTLY_ACHIEVED' })),
      issues: [1, 2].map((number) => ({ number, change: 'IMPROVED' })),
      ownWords: `前より楽になった。${CANARY}`,
    },
    expectedVersion: looked.plan?.version,
  });
  expect(evaluated).toMatchObject({ __typename: 'PlanRecorded' });
}, 120_000);
afterAll(() => hub?.stop());

interface Printed {
  readonly title: string;
  readonly html: string;
  readonly pdf: string;
  readonly data: string;
}
const ask = (who: string, kind: string, id: string, fields = 'title html pdf data'): Promise<Answer> =>
  hub.ask(who, `query ($id: ID!) { printedSheet(kind: ${kind}, id: $id) { ${fields} } }`, {
    variables: { id },
  });
const print = async (who: string, kind: string, id: string): Promise<Printed> => {
  const { data, errors } = await ask(who, kind, id);
  expect(errors).toEqual([]);
  return data?.['printedSheet'] as Printed;
};

/** Who may print it in full, what stands on it, a field that it shows; and another office, to which those words are closed. */
const forms: readonly (readonly [
  kind: string,
  id: () => string,
  who: string,
  words: readonly string[],
  field: string,
  other: string | null,
])[] = [
  ['INTAKE', () => consultation, WINDOW, [`家賃が払えない。${CANARY}`, '電話'], 'chiefComplaint', ELDERLY],
  [
    'ASSESSMENT',
    () => consultation,
    WINDOW,
    [`家賃が払えない。${CANARY}`, '経済的困窮'],
    'chiefComplaint',
    ELDERLY,
  ],
  [
    'CASE_NOTES',
    () => 'case-h03',
    COORDINATOR,
    ['母の手術後の家事と送迎', '上の子は休まず'],
    'content',
    ELDERLY,
  ],
  ['REFERRAL', () => referral, WINDOW, [`申請の手伝い ${CANARY}`, '高齢介護課'], 'reason', ELDERLY],
  [
    'PLAN',
    () => 'plan-h12',
    COORDINATOR,
    ['今の家で三人で暮らしたい', '日中活動の見学への同行'],
    'personWishes',
    ELDERLY,
  ],
  [
    'EVALUATION',
    () => 'plan-h12',
    COORDINATOR,
    [`前より楽になった。${CANARY}`, '一部達成'],
    'ownWords',
    ELDERLY,
  ],
  [
    'MINUTES',
    () => 'conf-h12-1',
    COORDINATOR,
    ['通院の付き添いを分担し', '夕方に外出を支える人', '桐生 美穂'],
    'caseNumbers',
    null,
  ],
];

describe.each(forms)('%s', (kind, id, who, words, field, other) => {
  test('is printed as a page, a PDF and data, with who printed it', async () => {
    const { title, html, pdf, data } = await print(who, kind, id());
    for (const each of [title, ...words, staffById(who).name]) expect(html).toContain(each);
    expect(html).not.toMatch(/<script|https?:/);
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(JSON.stringify(JSON.parse(data))).toContain(words[0]);
  });

  test('and that it was read stands in the ledger', async () => {
    const lines = await sql(
      hub,
      'collaboration',
      `SELECT person_id FROM ledger_entry WHERE viewer_staff = $1 AND outcome = 'PERMITTED' AND items::text LIKE $2`,
      [who, `%.${field}%`],
    );
    expect(lines.length).toBeGreaterThan(0);
  });

  test('is printed by another office with what is its own, and not a word of the rest', async () => {
    if (other === null) {
      expect(codes(await ask(ELDERLY, kind, id()))).toEqual(['NOT_FOUND']);
      return;
    }
    const answer = await ask(other, kind, id());
    expect(answer.errors).toEqual([]);
    const { html, pdf, data } = answer.data?.['printedSheet'] as Printed;
    for (const word of words) if (/CANARY|。|家事|暮らし/.test(word)) expect(html + data).not.toContain(word);
    expect(html + data).not.toContain(CANARY);
    if (kind !== 'CASE_NOTES') expect(html).toContain(WITHHELD);
    expect(html).toContain(staffById(other).name);
    expect(pdf.length).toBeGreaterThan(0);
  });

  test('is nothing to a stranger, as one that does not exist', async () => {
    const hidden = await ask(STRANGER, kind, id(), 'title');
    expect(codes(hidden)).toEqual(['NOT_FOUND']);
    expect(observable(hidden)).toBe(observable(await ask(STRANGER, kind, 'x-zzzz', 'title')));
    expect(codes(await ask(who, kind, 'x-zzzz', 'title'))).toEqual(['NOT_FOUND']);
  });
});

test('a note is printed by the office that wrote it, those of others are not', async () => {
  const { html } = await print(CHILDREN, 'CASE_NOTES', 'case-h03');
  expect(html).toContain('上の子は休まず');
  expect(html).not.toContain('母の手術後の家事と送迎');
});
