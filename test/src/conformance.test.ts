import { schoolEducation } from '@kasane-examples/school-education';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSchemas, runConformance, type Report, type Told } from '@kasane/conformance';
import { createTestDatabase } from '@kasane/embedded-database';
import { generateSigningKey, readKeyFile } from '@kasane/identity';
import { person, staffById } from '@kasane/sample-municipality';
import { startSubgraph } from '@kasane/subgraph-kit';
import { defaultRegistry, officeCode, personId, staffId, type SectorEntry } from '@kasane/vocabulary';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openTestHub, type TestHub } from './test-hub.js';

/** What the owner of a sector runs before it joins, run on the sectors that have joined. */

const top = fileURLToPath(new URL('../..', import.meta.url));
const schemas = readSchemas(`${top}/subgraphs`);

const problemsOf = ({ results }: Report): readonly unknown[] =>
  results
    // Whether a machine that runs other tests beside is quick, or evenly so, says nothing of the subgraph.
    .filter(({ id, verdict }) => (verdict === 'FAILED' || verdict === 'WARNED') && id !== 'timing')
    .map(({ id, seen }) => [id, ...seen.map(({ en }) => en)]);
const notChecked = ({ results }: Report): readonly string[] =>
  results.filter(({ verdict }) => verdict === 'NOT_CHECKED').map(({ id }) => id);

/** Persons of the sample, one of whom is not the worker's; and words of what their notes hold sealed. */
const samples = {
  'elder-care': {
    worker: 'kato-elder-care-worker',
    persons: ['h05-mother', 'h08-mother', 'h01-father'],
    sealed: ['誰にも言わないでほしい', '左腕にあざ'],
  },
  'disability-support': {
    worker: 'kato-shougai-worker',
    persons: ['h03-preschooler', 'h06-uncle', 'h02-child'],
    sealed: [],
  },
  'child-family': {
    worker: 'kato-kodomo-worker',
    persons: ['h04-mother', 'h04-schoolchild', 'b02-self'],
    sealed: ['けがの写真', '母には言わないで'],
  },
  'livelihood-support': {
    worker: 'kato-livelihood-worker',
    persons: ['h09-self', 'h03-mother', 'h01-self'],
    sealed: ['いなくなってしまいたい', 'ここだけの話'],
  },
} as const;

describe('of the hub as it runs', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await openTestHub();
  }, 120_000);
  afterAll(() => hub?.stop());

  const about = (sector: string, persons: readonly string[]): Told => ({
    url: hub.subgraphs[sector]?.url ?? '',
    entry: hub.registry.find(({ id }) => id === sector) as SectorEntry,
    keys: {
      viewer: readKeyFile(hub.keys.viewer.privateFile),
      grant: readKeyFile(hub.keys.grant.privateFile),
    },
    persons: persons.map((key) => person(key).id),
    schemas,
    seed: 1,
  });

  test.each(Object.entries(samples))(
    '%s conforms',
    async (sector, { worker, persons, sealed }) => {
      const report = await runConformance({ ...about(sector, persons), worker: staffById(worker), sealed });
      expect(problemsOf(report)).toEqual([]);
      // Of a hub there is no twin.
      expect(notChecked(report)).toEqual(['non-interference']);
    },
    120_000,
  );

  test('collaboration conforms in all that is not about grants', async () => {
    const report = await runConformance(about('collaboration', ['h03-mother', 'h01-self']));
    expect(problemsOf(report)).toEqual([]);
    expect(notChecked(report)).toEqual([]);
    expect(report.results.filter(({ verdict }) => verdict === 'NOT_APPLICABLE')).toHaveLength(18);
  }, 120_000);
});

test('a sixth sector passes whole, beside its twin', async () => {
  const file = `${top}/packages/subgraph-kit/examples/school-education/registry-entry.json`;
  const entry = JSON.parse(readFileSync(file, 'utf8')) as SectorEntry;
  const [viewer, grant] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  const open = async () => {
    const database = await createTestDatabase('school-education');
    const running = await startSubgraph(schoolEducation, {
      host: '127.0.0.1',
      port: 0,
      databaseUrl: database.url,
      migrationUrl: database.migrationUrl,
      appRole: database.appRole,
      viewerKey: viewer.publicKey,
      grantKey: grant.publicKey,
      grantSigningKey: undefined,
      registry: [...defaultRegistry, entry],
      seed: 'sample',
      logLevel: 'silent',
    });
    const close = async (): Promise<void> => {
      await running.close();
      await database.drop();
    };
    return { ...running, close };
  };
  const [one, twin] = [await open(), await open()];
  try {
    await twin.dataSource.query(`UPDATE enrolment SET words = '見本 別の内容' WHERE local_id = 'L-002'`);
    const report = await runConformance({
      url: `${one.url}/graphql`,
      entry,
      keys: { viewer: viewer.privateKey, grant: grant.privateKey },
      persons: ['p-older', 'p-younger'].map(personId),
      worker: { staffId: staffId('school-education-worker'), office: officeCode('school-education-office') },
      sealed: [],
      twin: { url: `${twin.url}/graphql`, differs: personId('p-younger') },
      schemas,
      seed: 1,
    });
    expect(problemsOf(report)).toEqual([]);
    expect(report).toMatchObject({ isSound: true, isComplete: true });
  } finally {
    await Promise.all([one.close(), twin.close()]);
  }
}, 120_000);
