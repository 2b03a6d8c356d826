import { createGrantSigner, POLICY_VERSION } from '@kasane/disclosure';
import {
  createViewerTokenMinter,
  createViewerTokenVerifier,
  purposeHeaders,
  readKeyFile,
} from '@kasane/identity';
import { generateInto } from '@kasane/local-hub';
import {
  generatedRows,
  generatedStaff,
  generateHousehold,
  type GeneratedRow,
  type SampleStaff,
} from '@kasane/sample-municipality';
import { grantField, Level, Purpose, type PersonId } from '@kasane/vocabulary';
import { readFile } from 'node:fs/promises';
import { load, type Load } from '../gateway/load.js';
import { openTestHub } from '../../test-hub.js';
import { mariadbFor } from './mariadb.js';
import { wholeReads } from './scans.js';
import { sectorQuestions, type SectorQuestion } from './sectors.js';

const generated = { municipality: '282286', seed: 1, cases: 0.02 } as const;
/** Every city begins with the same thousand: those who are asked about live in all of them. */
const COMMON = 1_000;

/** A hub with so many households. */
export interface City {
  readonly households: number;
  readonly loadSeconds: number;
  /** Which database each sector is in. */
  readonly kinds: Readonly<Record<string, 'PostgreSQL' | 'MariaDB'>>;
  /** The records of `persons` people, again and again for `ms`, from the sector itself. */
  resolve(question: SectorQuestion, persons: number, ms: number): Promise<Load>;
  /** The household view of its coordinator, over the gateway. */
  view(connections: number, ms: number): Promise<Load>;
  /** The answers that are measured, so that they can be compared with another city's. */
  answers(): Promise<readonly string[]>;
  /** See {@link wholeReads}. */
  wholeReads(): Promise<ReadonlyMap<string, number>>;
  stop(): Promise<void>;
}

/** @param mariadbServer where disability-support is kept, if such a server is there */
export async function openCity(households: number, mariadbServer: string | undefined): Promise<City> {
  const mariadb = mariadbServer === undefined ? undefined : await mariadbFor(mariadbServer, households);
  const hub = await openTestHub({
    ...(mariadb && {
      databases: { 'disability-support': { url: mariadb.url, migrationUrl: undefined, appRole: undefined } },
    }),
  });
  const stop = async (): Promise<void> => {
    await hub.stop();
    await mariadb?.drop();
  };
  try {
    const began = performance.now();
    await generateInto({
      ...generated,
      households,
      databases: new Map(
        Object.entries(hub.databases).map(([sector, { migrationUrl }]) => [sector, migrationUrl]),
      ),
    });
    const loadSeconds = (performance.now() - began) / 1_000;

    const minter = createViewerTokenMinter({ privateKey: readKeyFile(hub.keys.viewer.privateFile) });
    const verifier = createViewerTokenVerifier({ publicKey: readKeyFile(hub.keys.viewer.publicFile) });
    const signer = await createGrantSigner({ privateKey: readKeyFile(hub.keys.grant.privateFile) });
    const coordinator = coordinatorOfAll();
    const token = await hub.signIn(coordinator.staffId, { hours: 8 });
    const persons = new Map(sectorQuestions.map(({ sector }) => [sector, mostRecorded(sector)]));
    const viewQuery = await readFile(
      new URL('../../../../packages/local-hub/queries/household-view.graphql', import.meta.url),
      'utf8',
    );
    const viewBody = JSON.stringify({ query: viewQuery, variables: { id: largestConsenting() } });
    const viewHeaders = {
      authorization: `Bearer ${token}`,
      [purposeHeaders.purpose]: Purpose.SERVICE_COORDINATION,
    };

    /** With a token and a grant of its own: both live for a minute. */
    const question = async ({ sector, selection, categories }: SectorQuestion, count: number) => {
      const entry = hub.registry.find(({ id }) => id === sector);
      if (!entry) throw new Error(`There is no sector ${sector}.`);
      const viewer = await minter.mint({
        ...coordinator,
        purpose: Purpose.SERVICE_COORDINATION,
        requestId: 'bench',
      });
      const asked = persons.get(sector)?.slice(0, count) ?? [];
      const permit = { level: Level.DETAIL, rule: 'CONSENT', evidence: 'bench' } as const;
      const grant = await signer.sign({
        sector: entry.id,
        viewer: (await verifier.verify(viewer)).tokenDigest,
        policyVersion: POLICY_VERSION,
        persons: new Map(asked.map((id) => [id, new Map(categories.map((one) => [one, permit]))])),
        barred: new Map(),
        households: new Map(),
      });
      const representations = asked.map((id) => ({ __typename: 'Person', id, [grantField(entry)]: grant }));
      return {
        url: hub.subgraphs[sector]?.url ?? '',
        headers: { 'hub-viewer': viewer },
        body: JSON.stringify({
          query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { ${entry.field} { ${selection} } } } }`,
          variables: { of: representations },
        }),
      };
    };
    const answerOf = async (
      url: string,
      body: string,
      headers: Readonly<Record<string, string>>,
    ): Promise<string> => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      const text = await response.text();
      if (response.status !== 200 || text.includes('"errors"'))
        throw new Error(`The hub answered ${response.status}: ${text.slice(0, 500)}`);
      return text;
    };
    return {
      households,
      loadSeconds,
      kinds: Object.fromEntries(
        sectorQuestions.map(({ sector }) => [
          sector,
          mariadb && sector === 'disability-support' ? 'MariaDB' : 'PostgreSQL',
        ]),
      ),
      async resolve(asked, count, ms) {
        const { url, body, headers } = await question(asked, count);
        return answered(await load(Number(new URL(url).port), body, 1, ms, headers));
      },
      view: async (connections, ms) =>
        answered(await load(Number(new URL(hub.url).port), viewBody, connections, ms, viewHeaders)),
      answers: async () => [
        await answerOf(`${hub.url}/graphql`, viewBody, viewHeaders),
        ...(await Promise.all(
          sectorQuestions.map(async (asked) => {
            const { url, body, headers } = await question(asked, 6);
            return answerOf(url, body, headers);
          }),
        )),
      ],
      wholeReads: () => wholeReads(hub),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function answered(found: Load): Load {
  if (found.failed > 0 || found.answered === 0)
    throw new Error(`${found.failed} of ${found.answered} requests failed`);
  return found;
}

/** The coordinator whose households the first thousand are. */
function coordinatorOfAll(): SampleStaff {
  const found = generatedStaff('g-kato-fukushi-somu-1');
  if (!found) throw new Error('There is no generated coordinator.');
  return found;
}

const common = Array.from({ length: COMMON }, (_, index) => index);

/** The twelve of the first thousand households of whom a sector holds most. */
function mostRecorded(sector: string): readonly PersonId[] {
  const counted = common.flatMap((index) => {
    const tables = new Map<string, Readonly<Record<string, readonly GeneratedRow[]>>>(
      generatedRows(generated, index),
    );
    const { person_link: links = [], ...records } = tables.get(sector) ?? {};
    const rows = Object.values(records).flat();
    return links.map(({ local_id: file, person_id: person }) => ({
      person: person as PersonId,
      // Elder care's package calls it otherwise.
      records: rows.filter((row) => (row['local_id'] ?? row['hihokensha_no']) === file).length,
    }));
  });
  return counted
    .sort((a, b) => b.records - a.records)
    .slice(0, 12)
    .map(({ person }) => person);
}

/** The case with the most members whose consent stands. */
function largestConsenting(): string {
  const cases = common.flatMap((index) => {
    const household = generateHousehold(generated, index);
    const tables = new Map<string, Readonly<Record<string, readonly GeneratedRow[]>>>(
      generatedRows(generated, index),
    );
    const events = tables.get('collaboration')?.['consent_event'] ?? [];
    const stands = events.every(({ state }) => state === 'GIVEN');
    return household.caseOpenedOn !== undefined && stands
      ? [{ id: household.id, consents: events.length }]
      : [];
  });
  const [largest] = cases.sort((a, b) => b.consents - a.consents);
  if (!largest) throw new Error('No household of the first thousand has consented.');
  return largest.id;
}
