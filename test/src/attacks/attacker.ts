import { createGrantSigner, POLICY_VERSION, type Permit } from '@kasane/disclosure';
import { createViewerTokenMinter, readKeyFile } from '@kasane/identity';
import { staffById } from '@kasane/sample-municipality';
import {
  Level,
  Purpose,
  sectorId,
  type Category,
  type HouseholdId,
  type PersonId,
  type SectorId,
} from '@kasane/vocabulary';
import { createHash, createHmac, createPrivateKey, randomUUID, sign } from 'node:crypto';
import pg from 'pg';
import { post, type Answer, type TestHub } from '../test-hub.js';

/** What somebody with a valid account, a copy of a key, or a seat at the database can do to the hub. */

export const sectors = ['elder-care', 'disability-support', 'child-family', 'livelihood-support'] as const;
export type Sector = (typeof sectors)[number];
export const everySubgraph = ['collaboration', ...sectors] as const;

/** Everything that the graph tells of a household, so that a test fails wherever something appears. */
export const WHOLE_HOUSEHOLD = `
query Whole($id: ID!) { household(id: $id) { ...Whole } }
fragment Whole on Household {
  id kind
  cases {
    id number status openedOn roster { staffName role from to duty dutyNote office { code name } persons { id } }
    history { edges { node { to staffId reason } } }
    rosterHistory { edges { node { kind on reason persons { id } } } }
    notes { edges { node { id newest { content counterpart persons { id } } } } }
    toldDisclosures { edges { node { recipient basis persons { id } } } }
    compositeFlags { kind reason persons { id } }
  }
  flagSuggestions { kind persons { id } }
  timeline(first: 50) { edges { node { id kind at persons { id } } } }
  livelihoodSupport { finance { asOf debtYen savingsYen } housing { kind note } }
  members { relation from to person { ...Person } }
}
fragment Person on Person {
  id
  identity { name kana romanName birthDate sex }
  contact { address phone }
  languageNeeds { languages need }
  consents { id grantors { name } events { expressedBy recordedBy } }
  disclosure { sectors { sector categories { category granted rule evidence } } }
  elderCare {
    certifications { levelCode appliedOn } carePlan { careManager wishes longTermGoal }
    services { kind provider } responsibilities { staffName } contacts { staffName summary }
  }
  disabilitySupport {
    certificates { kind grade } supportCategory { category } medicalCare { __typename } benefitDecisions { __typename }
    doctorOpinions { diagnosis } serviceUsePlans { items { need } } consultations { response } abuseIntakes { content }
    responsibilities { staffName } contacts { staffName summary }
  }
  childFamily {
    checkups { finding } mchHandbooks { issuedOn } schoolings { name } protectionEntries { kind }
    maternalRecords { notifiedOn specifiedPregnantWoman { kind } } consultations { response } protectionCases { content }
    responsibilities { staffName } contacts { staffName summary }
  }
  livelihoodSupport {
    intakes { __typename } plans { __typename } housingBenefits { __typename }
    responsibilities { staffName } contacts { staffName summary }
  }
}`;

/** What a client may compare between two answers: all but what names the request itself. */
export function observable({ status, headers, text }: Answer): string {
  const told = [...headers]
    .filter(([name]) => name !== 'date' && name !== 'hub-request-id')
    .map(([name, value]) => `${name}: ${value}`)
    .sort();
  const id = headers.get('hub-request-id') ?? '';
  return [status, ...told, text.replaceAll(id === '' ? '\0' : id, '<request>')].join('\n');
}

export const codes = (answer: Answer): readonly unknown[] =>
  answer.errors.map(({ extensions }) => extensions?.['code']);

interface Minting {
  readonly purpose?: Purpose | null;
  /** Other than the gateway's: a forger's own. */
  readonly keyFile?: string;
  readonly secondsAgo?: number;
  readonly lifetimeSeconds?: number;
}

/** A viewer token such as the gateway signs, for a sample member of staff. */
export function viewerToken(hub: TestHub, staff: string, minting: Minting = {}): Promise<string> {
  const {
    purpose = Purpose.SERVICE_COORDINATION,
    keyFile = hub.keys.viewer.privateFile,
    secondsAgo = 0,
  } = minting;
  const { staffId, office, sector, capacity, roles } = staffById(staff);
  const minter = createViewerTokenMinter({
    privateKey: readKeyFile(keyFile),
    clock: () => new Date(Date.now() - secondsAgo * 1000),
    ...(minting.lifetimeSeconds !== undefined && { lifetimeSeconds: minting.lifetimeSeconds }),
  });
  return minter.mint({
    staffId,
    office,
    capacity,
    roles,
    ...(sector !== undefined && { sector }),
    ...(purpose !== null && { purpose }),
    requestId: randomUUID(),
  });
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Any header over any claims, signed as Ed25519 with a key file, as HMAC with a secret, or not at all. */
export function forgeToken(
  header: object,
  claims: object,
  by: { readonly keyFile: string } | { readonly secret: Buffer } | 'nobody',
): string {
  const text = `${part(header)}.${part(claims)}`;
  if (by === 'nobody') return `${text}.`;
  const signature =
    'secret' in by
      ? createHmac('sha256', by.secret).update(text).digest()
      : sign(
          null,
          Buffer.from(text),
          createPrivateKey({ key: { ...readKeyFile(by.keyFile) }, format: 'jwk' }),
        );
  return `${text}.${signature.toString('base64url')}`;
}

/** The same signature over other claims, or under another header. */
export function retouched(
  token: string,
  change: { readonly header?: object; readonly claims?: object; readonly signature?: string },
): string {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const read = (text: string): object => JSON.parse(Buffer.from(text, 'base64url').toString()) as object;
  return [
    part({ ...read(header), ...change.header }),
    part({ ...read(claims), ...change.claims }),
    change.signature ?? signature,
  ].join('.');
}

export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

interface Granting {
  readonly sector: Sector;
  /** The viewer token that it is bound to. */
  readonly viewer: string;
  readonly persons: readonly PersonId[];
  readonly categories: readonly Category[];
  readonly households?: ReadonlyMap<HouseholdId, readonly PersonId[]>;
  readonly keyFile?: string;
  readonly secondsAgo?: number;
}

/** A grant such as collaboration signs. */
export async function grant(hub: TestHub, granting: Granting): Promise<string> {
  const { keyFile = hub.keys.grant.privateFile, secondsAgo = 0 } = granting;
  const signer = await createGrantSigner({
    privateKey: readKeyFile(keyFile),
    clock: () => new Date(Date.now() - secondsAgo * 1000),
  });
  const permit: Permit = { level: Level.DETAIL, rule: 'CONSENT', evidence: 'c-attack' };
  return signer.sign({
    sector: sectorId(granting.sector) as SectorId,
    viewer: digestOf(granting.viewer),
    policyVersion: POLICY_VERSION,
    persons: new Map(
      granting.persons.map((person) => [
        person,
        new Map(granting.categories.map((category) => [category, permit])),
      ]),
    ),
    barred: new Map(),
    households: granting.households ?? new Map(),
  });
}

/** Asks a subgraph past the gateway. */
export const askSubgraph = (
  hub: TestHub,
  subgraph: string,
  body: { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> },
  token: string | undefined,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  post(hub.subgraphs[subgraph]?.url ?? '', body, {
    ...(token !== undefined && { 'hub-viewer': token }),
    ...headers,
  });

/** The side door, with whatever representations one likes. */
export const entities = (
  hub: TestHub,
  subgraph: string,
  token: string | undefined,
  representations: unknown,
  selection: string,
): Promise<Answer> =>
  askSubgraph(
    hub,
    subgraph,
    {
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ${selection} } }`,
      variables: { r: representations },
    },
    token,
  );

/** One statement as the superuser of a subgraph's database. */
export async function sql(
  hub: TestHub,
  subgraph: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: hub.databases[subgraph]?.adminUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** A line of a sector's contact log about a person of the hub, and about others whom it mentions. */
export async function plantContact(
  hub: TestHub,
  sector: Sector,
  text: string,
  person: PersonId,
  alsoAbout: readonly PersonId[] = [],
): Promise<void> {
  const localId = async (id: PersonId): Promise<string> => {
    const [link] = await sql(hub, sector, 'SELECT local_id FROM person_link WHERE person_id = $1', [id]);
    if (!link) throw new Error(`${sector} knows nobody of that id.`);
    return String(link['local_id']);
  };
  const others = await Promise.all(alsoAbout.map(localId));
  await sql(
    hub,
    sector,
    `INSERT INTO contact_log (id, local_id, also_about, held_on, method, office_code, staff_name, summary)
     SELECT $1, $2, $3, '2026-10-01', 'PHONE', (SELECT min(code) FROM office), $4, $5`,
    [randomUUID(), await localId(person), others.length > 0 ? others.join(',') : null, `${text}-BY`, text],
  );
}

/** Words that only the inside of the hub knows: of an error they must not reach a client. */
export const INNARDS =
  /127\.0\.0\.1|localhost|https?:\/\/|postgres|mariadb|SELECT |INSERT |relation "|column "|\bat \w+ \(|node_modules|\.[jt]s:\d|stacktrace|_entities|representations|Did you mean|QueryFailed|elder-care|disability-support|child-family|livelihood-support|collaboration/i;
