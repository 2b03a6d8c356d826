import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { officeCode, personId, staffId } from '@kasane/vocabulary';
import { createHash } from 'node:crypto';
import { brokenSubgraphs } from './fixtures/broken.fixtures.js';
import {
  collaborationSdl,
  entry,
  records,
  SEALED,
  SETSUKO,
  WORKER,
} from './fixtures/meal-delivery.fixtures.js';
import { keys, type Parts } from './fixtures/parts.fixtures.js';
import { persons, startFixture, type RunningFixture } from './fixtures/subgraph.fixtures.js';
import { checks, runConformance, type Report } from './run.js';
import type { Told } from './told.js';

/** A suite that lets a fault pass is worse than none: each known fault, alone in a subgraph, must be told by name. */

const about = (url: string, more: Partial<Told> = {}): Told => ({
  url,
  entry,
  keys: { viewer: keys.viewer.privateKey, grant: keys.grant.privateKey },
  persons,
  worker: { staffId: staffId(WORKER.staffId), office: officeCode(WORKER.office) },
  sealed: [SEALED, '通帳を預けている'],
  schemas: new Map([['collaboration', collaborationSdl]]),
  seed: 1,
  ...more,
});

/** How a subgraph with these parts, beside a twin with the same, is judged. */
async function reportOf(bend: Partial<Parts>, ...only: readonly string[]): Promise<Report> {
  const [running, twin] = await Promise.all([
    startFixture(bend),
    startFixture({ ...bend, records: records('糖尿病食') }),
  ]);
  try {
    return await runConformance(
      about(running.url, { twin: { url: twin.url, differs: personId(SETSUKO) } }),
      only.length > 0 ? { only } : {},
    );
  } finally {
    await Promise.all([running.close(), twin.close()]);
  }
}

const told = ({ results }: Report, verdict: string): readonly string[] =>
  results.filter((result) => result.verdict === verdict).map(({ id }) => id);

describe('a subgraph without a fault', () => {
  let report: Report;
  beforeAll(async () => {
    report = await reportOf({});
  });

  test('passes every check, and none is left out', () => {
    // On a machine that does other things a clock may warn of nothing.
    const others = report.results.filter(({ id, verdict }) => verdict !== 'PASSED' && id !== 'timing');
    expect(others.map(({ id, verdict, seen }) => [id, verdict, ...seen.map(({ en }) => en)])).toEqual([]);
    expect(report).toMatchObject({ isSound: true, isComplete: true });
  });

  test('is told of in both languages', () => {
    for (const { title, why, seen } of report.results)
      for (const { ja, en } of [title, why, ...seen])
        expect([ja, en]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
  });
});

describe('a subgraph that', () => {
  test.each(brokenSubgraphs.map((each) => [each.name, each] as const))(
    '%s is told by its check',
    async (_, each) => {
      const report = await reportOf(each.bend, each.seenBy);
      expect(told(report, each.isWarning ? 'WARNED' : 'FAILED')).toContain(each.seenBy);
      expect(report.isSound).toBe(each.isWarning === true);
      // A check that stumbles over a fault has not seen it.
      expect(JSON.stringify(report)).not.toContain('could not be carried out');
    },
  );
});

test('there is a fault for every check but those that need none', () => {
  const seen = new Set(brokenSubgraphs.map(({ seenBy }) => seenBy));
  const rest = checks.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
  // Each of these is failed in a test of its own, below.
  expect(rest).toEqual(['sdl', 'grant-opens', 'non-interference', 'speed']);
});

test('a leak that no single check thinks of is seen by comparing twins', async () => {
  const versionOf = (all: unknown): string => createHash('sha256').update(JSON.stringify(all)).digest('hex');
  const report = await reportOf(
    { extensions: (_lines, all) => ({ version: versionOf([...all]) }) },
    'unknown-alike',
    'withheld-alike',
    'non-interference',
  );
  expect(told(report, 'FAILED')).toEqual(['non-interference']);
});

describe('what was not told', () => {
  let running: RunningFixture;
  beforeAll(async () => {
    running = await startFixture();
  });
  afterAll(() => running.close());

  test('is not checked, and the run has not passed', async () => {
    const report = await runConformance(
      about(running.url, {
        worker: undefined,
        sealed: undefined,
        twin: undefined,
        schemas: new Map(),
        persons: persons.slice(0, 1),
      }),
    );
    expect(told(report, 'NOT_CHECKED')).toEqual([
      'composes',
      'grant-person',
      'own-duty',
      'sealed',
      'representations',
      'non-interference',
    ]);
    expect(report).toMatchObject({ isSound: true, isComplete: false });
  });

  test('twins that do not differ prove nothing', async () => {
    const twin = { url: running.url, differs: personId(SETSUKO) };
    expect(
      told(await runConformance(about(running.url, { twin }), { only: ['non-interference'] }), 'NOT_CHECKED'),
    ).toContain('non-interference');
  });

  test('persons of whom there is nothing prove nothing', async () => {
    const nobody = [personId('p-nobody-1'), personId('p-nobody-2')];
    expect(
      told(
        await runConformance(about(running.url, { persons: nobody }), { only: ['grant-opens'] }),
        'FAILED',
      ),
    ).toContain('grant-opens');
  });

  test('a limit of time that is passed fails', async () => {
    expect(
      told(await runConformance(about(running.url, { maxMs: 0 }), { only: ['speed'] }), 'FAILED'),
    ).toEqual(['speed']);
  });

  test('a subgraph that is not there fails, and so does one with other keys', async () => {
    const strangers = { viewer: keys.grant.privateKey, grant: keys.viewer.privateKey };
    for (const wrong of [about('http://127.0.0.1:9/graphql'), about(running.url, { keys: strangers })]) {
      const report = await runConformance(wrong);
      expect(told(report, 'FAILED')).toEqual(['sdl']);
      expect(told(report, 'PASSED')).toEqual([]);
    }
  });
});
