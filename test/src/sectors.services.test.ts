import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createGrantSigner, POLICY_VERSION, type Permit } from '@kasane/disclosure';
import { createTestDatabase } from '@kasane/embedded-database';
import { createViewerTokenMinter, createViewerTokenVerifier, generateSigningKey } from '@kasane/identity';
import { verifyLedger } from '@kasane/ledger';
import { household, people, person, staffById } from '@kasane/sample-municipality';
import {
  dataSourceOptions,
  startSubgraph,
  type RunningSubgraph,
  type SubgraphConfig,
} from '@kasane/subgraph-kit';
import { MAX_STATEMENTS, openSector } from '@kasane/subgraph-kit/testing';
import { defaultRegistry, type PersonId } from '@kasane/vocabulary';
import { childFamily } from '@kasane-subgraphs/child-family';
import { disabilitySupport } from '@kasane-subgraphs/disability-support';
import { elderCare } from '@kasane-subgraphs/elder-care';
import { livelihoodSupport } from '@kasane-subgraphs/livelihood-support';
import mysql from 'mysql2/promise';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { post } from './test-hub.js';

const mariadbServer = process.env['KASANE_TEST_SERVICES_MARIADB'] ?? '';

/** Each sector's own concepts, to the leaves. */
const sectors = [
  {
    definition: elderCare,
    record: `elderCare { certifications { level levelCode status appliedOn validUntil } carePlan { madeOn wishes } services { kind provider from }
      responsibilities { office { code name address } staffName role from to } contacts { on method summary staffName office { name } } }`,
  },
  {
    definition: disabilitySupport,
    record: `disabilitySupport { certificates { kind grade listedGrade issuedOn lastKnownUntil parts { part grade } } supportCategory { category level validUntil }
      benefitDecisions { kind allotment monthlyCeiling recipientCardNumber } considerationSheets { disabilityKinds livingEnvironment } doctorOpinions { doctorAgreed diagnosis }
      serviceUsePlan { madeOn longTermGoal items { need goal service ownRole } } planMonitorings { heldOn changeNeeded achievement } consultations { method methodAsGiven contentCodes response }
      abuseIntakes { kinds urgent content } medicalCare { hospital selfSupportMedical selfSupportKind } contacts { on summary } responsibilities { staffName from to } }`,
  },
  {
    definition: childFamily,
    record: `childFamily { maternalRecords { dueOn antenatalVisits { number attendedOn } epds { score } specifiedPregnantWoman { registeredOn } } mchHandbooks { issuedOn number }
      checkups { kind attendedOn attendance followUp } vaccinations { vaccine dose } consultations { kind route response } supportPlan { madeOn support inCharge }
      youngCarer { careContent hoursPerWeek } schooling { name grade gradeByAge } jointConferences { heldOn emergency discussion } protectionCases { kinds progress { on note } forms { kind } }
      protectionEntries { registeredOn leadAgency } contacts { on summary } responsibilities { staffName from to } }`,
  },
  {
    definition: livelihoodSupport,
    record: `livelihoodSupport { intakes { receivedOn chiefComplaint issues } plan { goal } employmentSupports { status } housingBenefits { kind }
      financeImprovements { note } residentialSupports { kind from } otherSupports { kind amountYen }
      contacts { on summary } responsibilities { staffName from to } }`,
  },
] as const;

const viewerKey = generateSigningKey();
const grantKey = generateSigningKey();
const running: RunningSubgraph[] = [];
const cleanUp: (() => Promise<void>)[] = [];

afterAll(async () => {
  await Promise.all(running.map((subgraph) => subgraph.close()));
  await Promise.all(cleanUp.map((clean) => clean()));
});

async function mariadbDatabase(): Promise<string> {
  const name = `kasane_test_${randomBytes(4).toString('hex')}`;
  const connection = await mysql.createConnection({ uri: mariadbServer });
  // The server's own default is latin1 on some machines: the kit must not depend on it.
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET latin1`);
  await connection.end();
  cleanUp.push(async () => {
    const closing = await mysql.createConnection({ uri: mariadbServer });
    await closing.query(`DROP DATABASE ${name}`);
    await closing.end();
  });
  return Object.assign(new URL(mariadbServer), { pathname: `/${name}` }).href;
}

/** Everything of everybody, as if all of them had consented to all of it. */
async function askEverything(url: string, sector: (typeof sectors)[number]): Promise<string> {
  const viewer = {
    ...staffById('kato-coordinator'),
    purpose: 'ASSESSMENT' as const,
    requestId: randomBytes(6).toString('hex'),
  };
  const token = await createViewerTokenMinter({ privateKey: (await viewerKey).privateKey }).mint(viewer);
  const { tokenDigest } = await createViewerTokenVerifier({ publicKey: (await viewerKey).publicKey }).verify(
    token,
  );
  const entry = defaultRegistry.find(({ id }) => id === sector.definition.sector);
  const permit: Permit = { level: 'DETAIL', rule: 'CONSENT', evidence: 'consent-all' };
  const grant = await (
    await createGrantSigner({ privateKey: (await grantKey).privateKey })
  ).sign({
    sector: sector.definition.sector,
    viewer: tokenDigest,
    policyVersion: POLICY_VERSION,
    persons: new Map(
      people.map(({ id }): [PersonId, Map<never, Permit>] => [
        id,
        new Map(entry?.categories.map((category) => [category, permit])) as never,
      ]),
    ),
    barred: new Map(),
    households: new Map(),
  });
  const representations = people.map(({ id }) => ({
    __typename: 'Person',
    id,
    [`${entry?.field}Grant`]: grant,
  }));
  const { text, errors } = await post(
    `${url.replace(/\/graphql$/, '')}/graphql`,
    {
      query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { ${sector.record} } } }`,
      variables: { representations },
    },
    { 'hub-viewer': token },
  );
  expect(errors).toEqual([]);
  return text;
}

describe.each(sectors)('$definition.sector', (sector) => {
  const urls: string[] = [];
  const databases: string[] = [];

  beforeAll(async () => {
    const postgres = await createTestDatabase(sector.definition.sector);
    const mariadb = await mariadbDatabase();
    for (const [databaseUrl, migrationUrl, appRole] of [
      [postgres.url, postgres.migrationUrl, postgres.appRole],
      [mariadb, mariadb, undefined],
    ] as const) {
      const config: SubgraphConfig = {
        host: '127.0.0.1',
        port: 0,
        databaseUrl,
        migrationUrl,
        appRole,
        viewerKey: (await viewerKey).publicKey,
        grantKey: (await grantKey).publicKey,
        grantSigningKey: undefined,
        registry: defaultRegistry,
        seed: 'sample',
        logLevel: 'warn',
      };
      const subgraph = await startSubgraph(sector.definition as typeof elderCare, config);
      running.push(subgraph);
      urls.push(subgraph.url);
      databases.push(databaseUrl);
    }
  }, 60_000);

  test('answers the same on PostgreSQL and on MariaDB, to the last byte', async () => {
    const [onPostgres, onMariadb] = await Promise.all(urls.map((url) => askEverything(url, sector)));
    expect(onPostgres).toContain('summary');
    expect(onMariadb).toBe(onPostgres);
  });

  test('needs on both no more statements than the kit promises, for everything of six persons', async () => {
    const six = household('H06').members.map((member) => person(member.person).id);
    const answers: string[] = [];
    for (const databaseUrl of [undefined, await mariadbDatabase()]) {
      const opened = await openSector(sector.definition as typeof elderCare, { databaseUrl });
      await opened.ask(opened.everything, six);
      const { errors, records } = await opened.ask(opened.everything, six);
      await opened.close();
      expect(errors).toEqual([]);
      expect(opened.statements.length).toBeLessThanOrEqual(MAX_STATEMENTS);
      answers.push(JSON.stringify(records));
    }
    expect(answers[1]).toBe(answers[0]);
  });

  test('keeps a ledger that verifies on both', async () => {
    for (const url of databases) {
      const dataSource = await new DataSource(dataSourceOptions(url, { entities: [] })).initialize();
      const { entries, problems } = await verifyLedger(dataSource, { name: sector.definition.sector });
      await dataSource.destroy();
      expect(problems).toEqual([]);
      expect(entries).toBeGreaterThan(0);
    }
  });
});
