import { startHub, type HubOptions, type RunningHub } from '@kasane/local-hub';
import { Purpose } from '@kasane/vocabulary';

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
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestHub extends RunningHub {
  /** Asks the gateway as a sample member of staff, as a browser or a script would. */
  ask(staff: string, query: string, question?: Question): Promise<Answer>;
}

/** The whole hub, as `npm start` runs it: six processes, real databases, real HTTP; on free ports, thrown away after. */
export async function openTestHub(options: HubOptions = {}): Promise<TestHub> {
  const hub = await startHub({ ports: 'any', disposable: true, ...options });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (staff: string): Promise<string> => {
    const token = tokens.get(staff) ?? hub.signIn(staff);
    tokens.set(staff, token);
    return token;
  };
  return {
    ...hub,
    async ask(staff, query, { variables = {}, purpose = Purpose.SERVICE_COORDINATION, headers = {} } = {}) {
      return post(
        `${hub.url}/graphql`,
        { query, variables },
        {
          authorization: `Bearer ${await tokenOf(staff)}`,
          ...(purpose !== null && { 'hub-purpose': purpose }),
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
