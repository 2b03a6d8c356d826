/**
 * Who looked at a person (開示請求): each party tells its part out of its own ledger, to the privacy officer who
 * answers an access request, and to nobody else.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person, staff } from '@kasane/sample-municipality';
import { Purpose, Role } from '@kasane/vocabulary';
import {
  askSubgraph,
  codes,
  entities,
  everySubgraph,
  observable,
  sql,
  viewerToken,
} from './attacks/attacker.js';
import { openTestHub, type Answer, type TestHub } from './test-hub.js';

const OFFICER = 'aizu-privacy-officer';
const looked = person('h03-mother').id;
const UNSEEN = 'p-nobody00';
const parties = ['collaboration', 'elderCare', 'disabilitySupport', 'childFamily', 'livelihoodSupport'];
const LINE = `at kind outcome staffId office capacity purpose conference sector category fields level upTo rule evidence policyVersion requestId visibility`;
const partOf = (party: string, page = ''): string =>
  `${party}${page} { lines { ${LINE} } hasNextPage endCursor }`;
const WHOLE = `query Log($person: ID!) { disclosureLog(person: $person) { person ${parties.map((party) => partOf(party)).join(' ')} } }`;

interface Line {
  readonly requestId: string;
  readonly policyVersion: string;
  readonly at: string;
  readonly kind: string;
  readonly outcome: string;
  readonly staffId: string;
  readonly purpose: string | null;
  readonly sector: string;
  readonly category: string | null;
  readonly fields: readonly string[];
  readonly rule: string | null;
  readonly evidence: string | null;
  readonly visibility: string;
}
interface Page {
  readonly lines: readonly Line[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  // What there is to tell: of two who looked, one by the mother's consent.
  const shown = await hub.ask(
    'kato-coordinator',
    `query Q($id: ID!) { household(id: $id) { members { person {
       identity { name } childFamily { schooling { name } protectionEntries { kind } } livelihoodSupport { contacts { summary } }
       elderCare { certification { level } } disabilitySupport { certificates { kind } } } } } }`,
    { variables: { id: household('H03').id } },
  );
  expect(shown.errors).toEqual([]);
}, 120_000);
afterAll(() => hub?.stop());

const ask = (
  staffId: string,
  of: string = looked,
  purpose: Purpose = Purpose.SUBJECT_ACCESS,
): Promise<Answer> => hub.ask(staffId, WHOLE, { variables: { person: of }, purpose });
const logOf = ({ data }: Answer): Readonly<Record<string, Page | null>> =>
  (data?.['disclosureLog'] ?? {}) as Record<string, Page | null>;
const linesOf = (answer: Answer, party: string): readonly Line[] => logOf(answer)[party]?.lines ?? [];
const readings = (answer: Answer, party: string): readonly Line[] =>
  linesOf(answer, party).filter(({ kind }) => kind === 'READING');

describe('the privacy officer who answers an access request', () => {
  test('reads who looked, why, at what and on which basis, out of the ledger of every party', async () => {
    const answer = await ask(OFFICER);
    expect(answer.errors).toEqual([]);
    expect(Object.keys(logOf(answer))).toEqual(['person', ...parties]);
    expect(linesOf(answer, 'childFamily')).toContainEqual(
      expect.objectContaining({
        kind: 'DISCLOSURE',
        outcome: 'PERMITTED',
        staffId: 'kato-coordinator',
        office: 'kato-fukushi-somu',
        capacity: 'CITY_STAFF',
        purpose: 'SERVICE_COORDINATION',
        sector: 'child-family',
        category: 'SCHOOL',
        rule: 'CONSENT',
        evidence: 'consent-h03-mother',
        visibility: 'IMMEDIATE',
      }),
    );
    expect(linesOf(answer, 'childFamily')).toContainEqual(
      expect.objectContaining({ outcome: 'DENIED', category: 'CHILD_PROTECTION', visibility: 'WITHHELD' }),
    );
    const grants = linesOf(answer, 'collaboration').filter(({ kind }) => kind === 'GRANT');
    expect(new Set(grants.map(({ sector }) => sector))).toEqual(
      new Set(['elder-care', 'disability-support', 'child-family', 'livelihood-support']),
    );
    // Names of fields, never a value.
    expect(answer.text).not.toMatch(/グエン|ホア|小学校/);
  });

  test('can tell which grant a disclosure was made by: both name the same request', async () => {
    const answer = await ask(OFFICER);
    const shown = linesOf(answer, 'childFamily').find(
      ({ kind, outcome }) => kind === 'DISCLOSURE' && outcome === 'PERMITTED',
    );
    expect(linesOf(answer, 'collaboration')).toContainEqual(
      expect.objectContaining({
        kind: 'GRANT',
        outcome: 'PERMITTED',
        requestId: shown?.requestId,
        policyVersion: shown?.policyVersion,
        sector: 'child-family',
        category: shown?.category,
      }),
    );
  });

  test('has each reading recorded by each party, and so finds it at the next', async () => {
    const before = await ask(OFFICER);
    const after = await ask(OFFICER);
    for (const party of parties)
      expect(readings(after, party).length).toBe(readings(before, party).length + 1);
    expect(readings(after, 'elderCare')[0]).toMatchObject({
      outcome: 'PERMITTED',
      staffId: OFFICER,
      purpose: 'SUBJECT_ACCESS',
      fields: ['DisclosureLog.elderCare'],
    });
  });

  test('finds of an unknown person what there is of one at whom nobody looked', async () => {
    const empty = { lines: [], hasNextPage: false, endCursor: null };
    const parts = Object.fromEntries(parties.map((party) => [party, empty]));
    const known = person('b01-self').id;
    for (const id of [UNSEEN, known])
      expect((await ask(OFFICER, id)).data).toEqual({ disclosureLog: { person: id, ...parts } });
  });

  test('reads page by page, and what is recorded meanwhile does not move the pages', async () => {
    const whole = linesOf(await ask(OFFICER), 'childFamily');
    const found: Line[] = [];
    let after = '';
    for (let pages = 0; pages < 100; pages += 1) {
      const part = partOf('childFamily', `(first: 2${after && `, after: ${JSON.stringify(after)}`})`);
      const answer = await hub.ask(
        OFFICER,
        `query Log($person: ID!) { disclosureLog(person: $person) { ${part} } }`,
        { variables: { person: looked }, purpose: Purpose.SUBJECT_ACCESS },
      );
      const page = logOf(answer)['childFamily'];
      expect(page?.lines.length).toBeLessThanOrEqual(2);
      found.push(...(page?.lines ?? []));
      if (!page?.hasNextPage || page.endCursor === null) break;
      after = page.endCursor;
    }
    // The first page already holds the reading before it.
    expect(found.slice(-whole.length)).toEqual(whole);
    expect(found).toHaveLength(whole.length + 1);
  });

  test.each(['first: 0', 'first: 501', 'after: "x"', 'after: "LTEuLTE"'])(
    'is refused with %s',
    async (page) => {
      const answer = await hub.ask(
        OFFICER,
        `query Log($person: ID!) { disclosureLog(person: $person) { ${partOf('elderCare', `(${page})`)} } }`,
        { variables: { person: looked }, purpose: Purpose.SUBJECT_ACCESS },
      );
      expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
      expect(logOf(answer)).toEqual({ elderCare: null });
    },
  );

  test('misses the part of a sector that is away, and is told so', async () => {
    await hub.stopSubgraph('elder-care', 'SIGKILL');
    const answer = await ask(OFFICER);
    await hub.startSubgraph('elder-care');
    expect(codes(answer)).toEqual(['SECTOR_UNAVAILABLE']);
    expect(answer.extensions['unavailable']).toEqual(['elder-care']);
    expect(logOf(answer)['elderCare']).toBeNull();
    expect(linesOf(answer, 'childFamily').length).toBeGreaterThan(0);
  }, 60_000);

  test('reads nothing of a ledger in which the reading cannot be recorded', async () => {
    const role = hub.databases['child-family']?.appRole ?? '';
    await sql(hub, 'child-family', `REVOKE INSERT ON ledger_entry FROM "${role}"`);
    const answer = await ask(OFFICER);
    await sql(hub, 'child-family', `GRANT INSERT ON ledger_entry TO "${role}"`);
    expect(codes(answer)).toEqual(['LEDGER_UNAVAILABLE']);
    expect(logOf(answer)['childFamily']).toBeNull();
    expect(linesOf(answer, 'collaboration').length).toBeGreaterThan(0);
  });
});

describe('everybody else', () => {
  const others = staff
    .filter(({ roles }) => !roles.includes(Role.PRIVACY_OFFICER))
    .map(({ staffId }) => staffId);

  test('gets for every person what they get for an unknown one, and each try is recorded', async () => {
    const tries = async (): Promise<number> =>
      readings(await ask(OFFICER), 'collaboration').filter(({ outcome }) => outcome === 'DENIED').length;
    const before = await tries();
    for (const staffId of others) {
      const [known, unknown] = [await ask(staffId), await ask(staffId, UNSEEN)];
      expect(known.data).toEqual({ disclosureLog: null });
      expect(observable(known)).toBe(observable(unknown));
    }
    expect(await tries()).toBe(before + others.length);
  }, 60_000);

  test('includes the privacy officer without that purpose', async () => {
    for (const purpose of Object.values(Purpose).filter((one) => one !== Purpose.SUBJECT_ACCESS)) {
      const [known, unknown] = [await ask(OFFICER, looked, purpose), await ask(OFFICER, UNSEEN, purpose)];
      expect(known.data).toEqual({ disclosureLog: null });
      expect(observable(known)).toBe(observable(unknown));
    }
    expect(codes(await hub.ask(OFFICER, WHOLE, { variables: { person: looked }, purpose: null }))).toEqual([
      'PURPOSE_REQUIRED',
    ]);
  });

  test('is told nothing by an id that is none', async () => {
    for (const text of ['', ' ', 'p-'.padEnd(65, 'x'), '本人', `${looked}\n`])
      expect((await ask(OFFICER, text)).data).toEqual({ disclosureLog: null });
  });
});

describe.each(everySubgraph)('%s, asked past the gateway', (subgraph) => {
  const field = subgraph.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
  const selection = `... on DisclosureLog { person ${partOf(field)} }`;
  const representation = (more: object = {}): readonly object[] => [
    { __typename: 'DisclosureLog', person: looked, ...more },
  ];
  const doors = async (token: string, more: object = {}): Promise<Answer> =>
    entities(hub, subgraph, token, representation(more), selection);

  test('decides from its own verified token', async () => {
    const token = await viewerToken(hub, OFFICER, { purpose: Purpose.SUBJECT_ACCESS });
    const answer = await doors(token);
    expect(answer.errors).toEqual([]);
    const [log] = answer.data?.['_entities'] as Record<string, Page>[];
    expect(log?.[field]?.lines.length).toBeGreaterThan(0);
  });

  test('believes nothing of a representation, and records that somebody tried', async () => {
    const [{ tries: before } = {}] = await triesOf(subgraph);
    const page = { lines: [{ at: 'CANARY' }], hasNextPage: false };
    const forged = {
      role: 'PRIVACY_OFFICER',
      roles: ['PRIVACY_OFFICER'],
      purpose: 'SUBJECT_ACCESS',
      [field]: page,
    };
    const worker = await viewerToken(hub, 'kato-coordinator', { purpose: Purpose.SUBJECT_ACCESS });
    const aimless = await viewerToken(hub, OFFICER, { purpose: Purpose.CONSULTATION });
    for (const token of [worker, aimless])
      expect((await doors(token, forged)).data).toEqual({
        _entities: [{ __typename: 'DisclosureLog', person: looked, [field]: null }],
      });
    const [{ tries: after } = {}] = await triesOf(subgraph);
    expect(Number(after)).toBe(Number(before) + 2);
  });

  test('refuses without a purpose, without a token, and without a person', async () => {
    const purposeless = await viewerToken(hub, OFFICER, { purpose: null });
    expect(codes(await doors(purposeless))).toEqual(['PURPOSE_REQUIRED']);
    const token = await viewerToken(hub, OFFICER, { purpose: Purpose.SUBJECT_ACCESS });
    for (const id of [undefined, null, '', 7, [looked], 'x'.repeat(65)])
      expect(codes(await doors(token, { person: id }))).toContain('BAD_USER_INPUT');
    const query = `{ _entities(representations: [{ __typename: "DisclosureLog", person: "${looked}" }]) { ${selection} } }`;
    expect((await askSubgraph(hub, subgraph, { query }, undefined)).status).toBe(401);
  });
});

const triesOf = (subgraph: string): ReturnType<typeof sql> =>
  sql(
    hub,
    subgraph,
    `SELECT count(*) AS tries FROM ledger_entry WHERE kind = 'READING' AND outcome = 'DENIED' AND person_id = $1`,
    [looked],
  );
