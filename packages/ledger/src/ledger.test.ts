import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { personId } from '@kasane/vocabulary';
import { createLedger, verifyLedger } from './index.js';
import { NAME, openLedger, record, statementLog, type LedgerDatabase } from './ledger.fixtures.js';

let open: LedgerDatabase;
beforeEach(async () => {
  open = await openLedger();
});
afterEach(() => open.close());

const count = async (): Promise<number> => {
  const [{ n }] = (await open.dataSource.query('SELECT count(*)::int AS n FROM ledger_entry')) as [
    { n: number },
  ];
  return n;
};

describe('an append', () => {
  test('resolves only after the rows are readable by another connection', async () => {
    const other = await open.connect();
    for (let i = 1; i <= 20; i++) {
      await open.ledger.append([record({ requestId: `r-${i}` })]);
      expect(await other.query('SELECT seq FROM ledger_entry WHERE request_id = $1', [`r-${i}`])).toEqual([
        { seq: String(i) },
      ]);
    }
  });

  test('writes who, why, whose, what and on which basis, and nothing else', async () => {
    const ledger = createLedger({
      dataSource: open.dataSource,
      name: NAME,
      clock: () => new Date('2026-04-01T00:00:00.007Z'),
    });
    const reason = '自宅で倒れている';
    const { viewer } = record();
    await ledger.append([
      record({ kind: 'EMERGENCY', viewer: { ...viewer, conference: 'session-12', emergencyReason: reason } }),
    ]);
    const [row] = (await open.dataSource.query('SELECT * FROM ledger_entry')) as [Record<string, unknown>];
    expect(row).toEqual({
      seq: '1',
      at: '2026-04-01T00:00:00.007Z',
      kind: 'EMERGENCY',
      request_id: 'request-1',
      viewer_staff: 'staff-suzuki',
      viewer_office: 'wakamatsu-1',
      viewer_capacity: 'ENTRUSTED_STAFF',
      viewer_roles: '["SECTOR_WORKER"]',
      purpose: 'CONSULTATION',
      conference: 'session-12',
      emergency_reason_digest: createHash('sha256').update(reason).digest('hex'),
      person_id: 'person-1',
      household_id: 'household-1',
      sector: 'elder-care',
      outcome: 'PERMITTED',
      items:
        '[{"category":"CARE_CERT","level":"DETAIL","fields":["CareNeedCertification.level","CareNeedCertification.validUntil"],"rule":"CONSENT","evidence":"consent-7"}]',
      policy_version: '2026-11-22.1',
      prev_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('of nothing costs nothing', async () => {
    const log = statementLog();
    const ledger = createLedger({ dataSource: await open.connect(undefined, log), name: NAME });
    log.statements.length = 0;
    await ledger.append([]);
    expect(log.statements).toEqual([]);
  });

  test('is one statement and no transaction once the head is known', async () => {
    const log = statementLog();
    const ledger = createLedger({ dataSource: await open.connect(undefined, log), name: NAME });
    await ledger.append([record()]);
    log.statements.length = 0;
    await ledger.append([record(), record({ outcome: 'DENIED' })]);
    expect(log.statements).toEqual([expect.stringMatching(/^\/\* prepared \*\/ INSERT INTO ledger_entry /)]);
  });

  test('among a thousand at once shares a few statements', async () => {
    const log = statementLog();
    const ledger = createLedger({ dataSource: await open.connect(undefined, log), name: NAME });
    await ledger.append([record()]);
    log.statements.length = 0;
    await Promise.all(
      Array.from({ length: 1000 }, (_, i) => ledger.append([record({ requestId: `r-${i}` })])),
    );
    expect(log.statements.length).toBeLessThanOrEqual(3);
    expect(await count()).toBe(1001);
    expect((await verifyLedger(open.dataSource, { name: NAME })).problems).toEqual([]);
  });

  test('larger than a statement gathers is written whole', async () => {
    await open.ledger.append(Array.from({ length: 2000 }, () => record()));
    expect(await count()).toBe(2000);
  });

  test('that the ledger cannot take is refused alone, while others go on', async () => {
    const bad = open.ledger.append([record(), record({ requestId: 'two\nlines' })]);
    const good = open.ledger.append([record()]);
    await expect(bad).rejects.toMatchObject({
      code: 'LEDGER_UNAVAILABLE',
      cause: 'a ledger record has no usable request_id',
    });
    await good;
    expect(await count()).toBe(1);
  });
});

describe('several processes that append at once', () => {
  test('make one unbroken chain, and no row is lost or doubled', async () => {
    const ledgers = await Promise.all(
      Array.from({ length: 4 }, async () => createLedger({ dataSource: await open.connect(), name: NAME })),
    );
    const names = await Promise.all(
      ledgers.flatMap((ledger, l) =>
        Array.from({ length: 60 }, async (_, i) => {
          // Spread over time, so that the processes meet again and again.
          await new Promise((resolve) => setTimeout(resolve, i * 3));
          await ledger.append([
            record({ requestId: `r-${l}-${i}` }),
            record({ requestId: `r-${l}-${i}`, outcome: 'DENIED' }),
          ]);
          return `r-${l}-${i}`;
        }),
      ),
    );
    const { entries, problems } = await verifyLedger(open.dataSource, { name: NAME });
    expect(problems).toEqual([]);
    expect(entries).toBe(480);
    for (const name of names.slice(0, 30)) expect(await open.ledger.entriesOfRequest(name)).toHaveLength(2);
  });

  test('under another name cannot continue the chain', async () => {
    await open.ledger.append([record()]);
    const foreign = createLedger({ dataSource: await open.connect(), name: 'child-family' });
    await expect(foreign.append([record()])).rejects.toMatchObject({
      code: 'LEDGER_UNAVAILABLE',
      cause: 'ForeignLedger',
    });
    expect(await count()).toBe(1);
  });
});

describe('reading', () => {
  test('tells who looked at a person, page by page', async () => {
    await open.ledger.append(
      Array.from({ length: 5 }, (_, i) =>
        record({ requestId: `r-${i}`, person: personId(i === 2 ? 'person-2' : 'person-1') }),
      ),
    );
    const first = await open.ledger.entriesOf(personId('person-1'), { limit: 3 });
    const rest = await open.ledger.entriesOf(personId('person-1'), {
      after: first.at(-1)?.seq ?? 0,
      limit: 3,
    });
    expect([...first, ...rest].map(({ seq }) => seq)).toEqual([1, 2, 4, 5]);
    expect(await open.ledger.entriesOf(personId('PERSON-1'))).toEqual([]);
  });

  test('tells it from the newest back, too, and new entries do not move the pages', async () => {
    const appended = (ids: readonly number[]): Promise<void> =>
      open.ledger.append(ids.map((i) => record({ requestId: `r-${i}` })));
    await appended([1, 2, 3, 4, 5]);
    const first = await open.ledger.latestOf(personId('person-1'), { limit: 2 });
    await appended([6]);
    const rest = await open.ledger.latestOf(personId('person-1'), { before: first.at(-1)?.seq ?? 0 });
    expect([...first, ...rest].map(({ requestId }) => requestId)).toEqual([
      'r-5',
      'r-4',
      'r-3',
      'r-2',
      'r-1',
    ]);
    expect(await open.ledger.latestOf(personId('nobody'))).toEqual([]);
  });

  test('gives what several requests left behind, page by page', async () => {
    await open.ledger.append(['a', 'b', 'a', 'c', 'b'].map((requestId) => record({ requestId })));
    const first = await open.ledger.entriesOfRequests(['a', 'b', 'unknown'], { limit: 3 });
    const rest = await open.ledger.entriesOfRequests(['a', 'b'], { after: first.at(-1)?.seq ?? 0 });
    expect([...first, ...rest].map(({ seq }) => seq)).toEqual([1, 2, 3, 5]);
    expect(await open.ledger.entriesOfRequests([])).toEqual([]);
  });

  test('gives back the record that was appended', async () => {
    await open.ledger.append([record()]);
    const [entry] = await open.ledger.entriesOfRequest('request-1');
    const { viewer, ...rest } = record();
    const {
      name: _n,
      requestId: _r,
      tokenDigest: _t,
      ...known
    } = viewer as typeof viewer & Record<string, unknown>;
    expect(entry).toMatchObject({ ...rest, seq: 1, viewer: known });
    expect(Object.keys(entry?.viewer ?? {}).sort()).toEqual([
      'capacity',
      'office',
      'purpose',
      'roles',
      'staffId',
    ]);
  });
});

describe('what was recorded between two instants', () => {
  const minute = (n: number): Date => new Date(Date.UTC(2026, 3, 1, 0, n));
  /** One entry for each of these minutes, in this order: the clocks of several processes differ. */
  const appendAt = async (...minutes: readonly number[]): Promise<void> => {
    let at = minute(0);
    const ledger = createLedger({ dataSource: open.dataSource, name: NAME, clock: () => at });
    for (const n of minutes) {
      at = minute(n);
      await ledger.append([record({ requestId: `m-${n}` })]);
    }
  };
  const between = async (from: number, to: number, more: object = {}): Promise<readonly number[]> =>
    (await open.ledger.entriesBetween({ from: minute(from), to: minute(to), ...more })).map(({ seq }) => seq);

  test('holds the first and not the last, in the order of their numbers', async () => {
    await appendAt(0, 10, 20, 21, 22, 30, 40);
    expect(await between(10, 22)).toEqual([2, 3, 4]);
    expect(await between(0, 100)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await between(23, 30)).toEqual([]);
    expect(await between(50, 60)).toEqual([]);
    expect(await between(22, 10)).toEqual([]);
  });

  test('is read page by page', async () => {
    await appendAt(...Array.from({ length: 12 }, (_, i) => i));
    const pages: (readonly number[])[] = [];
    for (let after = 0; ; after = pages.at(-1)?.at(-1) ?? 0) {
      const page = await between(2, 10, { after, limit: 3 });
      if (page.length === 0) break;
      pages.push(page);
    }
    expect(pages).toEqual([
      [3, 4, 5],
      [6, 7, 8],
      [9, 10],
    ]);
  });

  test('holds entries of a process whose clock is minutes off', async () => {
    await appendAt(0, 10, 14, 11, 13, 12, 30, 27);
    expect(await between(11, 13)).toEqual([4, 6]);
    expect(await between(27, 28)).toEqual([8]);
  });

  test('is not hidden by single entries with a wrong time, in however long a ledger', async () => {
    const many = (from: number): readonly number[] => Array.from({ length: 120 }, (_, at) => from + at / 100);
    await appendAt(...many(0), 1_000_000, ...many(20), 0.5, ...many(60));
    const found = await between(15, 50, { limit: 1_000 });
    expect(found).toEqual(Array.from({ length: 120 }, (_, at) => 122 + at));
  });
});
