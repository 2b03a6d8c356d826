import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { composeCity } from '@kasane/gateway';
import { household, person } from '@kasane/sample-municipality';
import {
  Category,
  ConsentExpression,
  defaultRegistry,
  GrantorRelation,
  Purpose,
  Role,
  type SectorEntry,
} from '@kasane/vocabulary';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from './attacks/attacker.js';
import { openTestHub, type TestHub } from './test-hub.js';

/** 学校教育 joins the hub of the sample: a row in the registry, a subgraph, and nothing else that changes. */

const top = fileURLToPath(new URL('../..', import.meta.url));
const example = join(top, 'packages', 'subgraph-kit', 'examples', 'school-education');
const program = (sector: string): string =>
  join(sector === SIXTH ? example : join(top, 'subgraphs', sector), 'dist', 'main.js');
const SIXTH = 'school-education';
const CHILD = person('h03-schoolchild').id;
const H03 = household('H03').id;

const folder = mkdtempSync(join(tmpdir(), 'kasane-sixth-'));
const entry = JSON.parse(readFileSync(join(example, 'registry-entry.json'), 'utf8')) as SectorEntry;
const registry = [...defaultRegistry, entry];
const registryFile = join(folder, 'registry.json');
const supergraphFile = join(folder, 'supergraph.graphql');

let hub: TestHub;
beforeAll(async () => {
  writeFileSync(registryFile, JSON.stringify(registry));
  const schemaFile = join(folder, 'schema.graphql');
  execFileSync(process.execPath, [program(SIXTH), '--print-schema', schemaFile], {
    env: { ...process.env, SECTOR_REGISTRY: registryFile },
  });
  const schemas = new Map([[SIXTH, readFileSync(schemaFile, 'utf8')]]);
  writeFileSync(supergraphFile, await composeCity(registryFile, schemas));
  hub = await openTestHub({
    registry,
    registryFile,
    files: { subgraph: program, gateway: join(top, 'gateway', 'dist', 'main.js') },
    environment: { gateway: { SUPERGRAPH: supergraphFile } },
  });
  // The child of H03, as the school knows her.
  await sql(
    hub,
    SIXTH,
    `INSERT INTO person_link (person_id, local_id, status, method) VALUES ('${CHILD}', 'L-003', 'CONFIRMED', 'BY_HAND');
     INSERT INTO enrolment (id, local_id, also_about, from_date, to_date, words)
     VALUES ('r-h03', 'L-003', NULL, '2026-04-01', NULL, '小学校5年 CANARY-SIXTH')`,
  );
}, 120_000);
afterAll(async () => {
  await hub?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const look = (staff: string) =>
  hub.ask(
    staff,
    `{ household(id: "${H03}") { members { person { id schoolEducation { enrolment { words } } } } } }`,
  );

test('nobody is shown anything of it before somebody consents', async () => {
  const { text, errors } = await look('kato-coordinator');
  expect(errors).toEqual([]);
  expect(text).toContain(CHILD);
  expect(text).not.toContain('CANARY-SIXTH');
});

test('a consent that names it opens it to whom it names, through the gateway as it is', async () => {
  const mother = person('h03-mother');
  const { data, errors } = await hub.ask(
    'kato-coordinator',
    'mutation ($input: ConsentInput!) { told: giveConsent(input: $input) { __typename ... on ConsentNotRecorded { problems } } }',
    {
      variables: {
        input: {
          subject: CHILD,
          grantors: [{ person: mother.id, name: mother.name, relation: GrantorRelation.PARENTAL_AUTHORITY }],
          noticeId: 'multi-agency',
          noticeVersion: '2026-04',
          noticeLanguage: 'ja',
          purposes: [Purpose.SERVICE_COORDINATION],
          rules: [
            {
              categories: [Category.SCHOOL],
              sourceSectors: [SIXTH],
              recipientOffices: ['kato-fukushi-somu'],
              recipientRoles: [Role.COORDINATOR],
            },
          ],
          expression: ConsentExpression.WRITTEN,
        },
      },
    },
  );
  expect(errors).toEqual([]);
  expect(data?.['told']).toEqual({ __typename: 'ConsentRecorded' });
  expect((await look('kato-coordinator')).text).toContain('CANARY-SIXTH');
  expect((await look('kato-hitorioya-worker')).text).not.toContain('CANARY-SIXTH');
});

test('it tells who looked, in its own ledger', async () => {
  const { text } = await hub.ask(
    'kato-privacy-officer',
    `{ disclosureLog(person: "${CHILD}") { schoolEducation(first: 5) { lines { at kind } } } }`,
    { purpose: 'SUBJECT_ACCESS' },
  );
  expect(text).toMatch(/"at":"20/);
});
