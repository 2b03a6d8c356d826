import { createDevelopmentIssuer, generateSigningKey, type StaffIdentity } from '@kasane/identity';
import { pino } from 'pino';
import type { HubConfig, OpenConfig } from '../config.js';
import type { SubgraphRequest, SubgraphResponse } from '../execution/transport.js';
import { defaultLimits } from '../server/limits/operation-limits.js';
import { startGateway, type GatewayServer } from '../server/start-gateway.js';
import { compose } from './federated.js';
import { household } from './household.js';

export const viewerKeys = await generateSigningKey();
export const signInKeys = await generateSigningKey();
export const foreignKeys = await generateSigningKey();

/** An access token of a sample member of staff. */
export const issue = (
  privateKey: typeof signInKeys.privateKey = signInKeys.privateKey,
  clock = () => new Date(),
  { staffId = 'city-01', role = 'COORDINATOR' }: { staffId?: string; role?: string } = {},
): Promise<string> =>
  createDevelopmentIssuer({ privateKey, clock }).signIn({
    staffId,
    office: 'city-hall',
    capacity: 'CITY_STAFF',
    roles: [role],
  } as unknown as StaffIdentity);

const common = {
  supergraphFile: '',
  supergraphSdl: compose(
    Object.fromEntries(Object.entries(household({})).map(([name, { sdl }]) => [name, sdl])),
  ),
  host: '127.0.0.1',
  port: 0,
  subgraphUrls: { collaboration: 'http://127.0.0.1:9/graphql' },
  subgraphTimeoutMs: 1_000,
  subgraphTimeoutsMs: {},
  requestTimeoutMs: 2_000,
  operationLimits: defaultLimits,
  trustedDocuments: undefined,
  trustedDocumentsOnly: false,
  traceEndpoint: undefined,
  metricsToken: undefined,
  logLevel: 'info',
};
export const hubConfig: HubConfig = {
  ...common,
  mode: 'hub',
  production: false,
  identity: { kind: 'development', publicKey: signInKeys.publicKey },
  viewerSigningKey: viewerKeys.privateKey,
  requestLimits: undefined,
  redisUrl: undefined,
  console: {
    folder: undefined,
    authority: 'https://id.example.jp/city',
    clientId: 'kasane-console',
    scope: 'openid profile',
    idleMinutes: 15,
    cityName: undefined,
  },
};
export const openConfig: OpenConfig = { ...common, mode: 'open' };

export interface Served extends GatewayServer {
  /** The headers that subgraphs were sent, in order. */
  readonly seen: Readonly<Record<string, string>>[];
  log(): string;
}

const canary: SubgraphResponse = {
  status: 200,
  contentType: 'application/json',
  body: '{"data":{"whoAmI":"canary-31aa"}}',
};

/** The gateway, listening, before subgraphs that all answer the same. */
export async function startServed(
  config: HubConfig | OpenConfig,
  answer: (request: SubgraphRequest) => Promise<SubgraphResponse> = async () => canary,
): Promise<Served> {
  let log = '';
  const seen: Readonly<Record<string, string>>[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void (log += line) });
  const server = await startGateway(config, logger, {
    send: async (request) => {
      seen.push(request.headers);
      return answer(request);
    },
    close: async () => {},
  });
  return { ...server, seen, log: () => log };
}

export const ask = (url: string, query: string, headers: Record<string, string> = {}): Promise<Response> =>
  post(url, { query }, headers);

export const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
