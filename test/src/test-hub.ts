import { createDevelopmentIssuer, purposeHeaders, readKeyFile, type StaffIdentity } from '@kasane/identity';
import { startHub, type HubOptions, type RunningHub } from '@kasane/local-hub';
import { staffById } from '@kasane/sample-municipality';
import { Purpose } from '@kasane/vocabulary';
import { stoppedHub } from './stopped-hub.js';

/** What a client of the hub gets, parsed and raw: leaks hide in what a parser drops. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // A test reads whatever its own query asked for.
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Question {
  readonly variables?: Readonly<Record<string, unknown>>;
  /** `null` for none. */
  readonly purpose?: Purpose | null;
  /** The session that the viewer has entered. */
  readonly conference?: string | undefined;
  readonly emergencyReason?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestHub extends RunningHub {
  /** Asks the gateway as a sample member of staff, or as anybody else, as a browser or a script would. */
  ask(staff: string | StaffIdentity, query: string, question?: Question): Promise<Answer>;
}

/** What makes another hub than the one that {@link stoppedHub} was. */
const anotherHub = ['dataDir', 'seed', 'registry', 'registryFile', 'databases'] as const;

/** Other work of the machine must not look like a sector that is away. Tests of deadlines set their own. */
const patient = { SUBGRAPH_TIMEOUT_MS: '10000', REQUEST_TIMEOUT_MS: '25000' };

/** The whole hub, as `npm start` runs it: six processes, real databases, real HTTP; on free ports, thrown away after. */
export async function openTestHub(options: HubOptions = {}): Promise<TestHub> {
  const hub = await startHub({
    ports: 'any',
    disposable: true,
    // Only the ordinary hub begins as a copy.
    ...(anotherHub.every((name) => options[name] === undefined) && { copyOf: await stoppedHub() }),
    ...options,
    environment: { ...options.environment, gateway: { ...patient, ...options.environment?.['gateway'] } },
  });
  const issuer = createDevelopmentIssuer({ privateKey: readKeyFile(hub.keys.signIn.privateFile) });
  const tokens = new Map<string | StaffIdentity, Promise<string>>();
  const tokenOf = (staff: string | StaffIdentity): Promise<string> => {
    const token = tokens.get(staff) ?? issuer.signIn(typeof staff === 'string' ? staffById(staff) : staff);
    tokens.set(staff, token);
    return token;
  };
  return {
    ...hub,
    async ask(staff, query, question = {}) {
      const { variables = {}, purpose = Purpose.SERVICE_COORDINATION, headers = {} } = question;
      const { conference, emergencyReason } = question;
      return post(
        `${hub.url}/graphql`,
        { query, variables },
        {
          authorization: `Bearer ${await tokenOf(staff)}`,
          ...(purpose !== null && { [purposeHeaders.purpose]: purpose }),
          ...(conference !== undefined && { [purposeHeaders.conference]: conference }),
          ...(emergencyReason !== undefined && {
            [purposeHeaders.emergencyReason]: encodeURIComponent(emergencyReason),
          }),
          ...headers,
        },
      );
    },
  };
}

/** Posts one GraphQL request to any endpoint of the hub. */
export async function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const parsed = JSON.parse(text) as Partial<Answer>;
  return {
    status: response.status,
    headers: response.headers,
    text,
    data: parsed.data ?? null,
    errors: parsed.errors ?? [],
    extensions: parsed.extensions ?? {},
  };
}
