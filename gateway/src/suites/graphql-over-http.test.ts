import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits, type AuditResult } from 'graphql-http';
import { hubConfig, issue, openConfig, startServed, type Served } from '../testing/served.js';

/** The audits ask `{ __typename }` only: no subgraph is needed. */
const gateways = { open: openConfig, hub: hubConfig } as const;

/**
 * The audits that warn: what is wrong with the document or its variables gets 400, also where `application/json` is
 * accepted, so that proxies, logs and metrics see a mistake as a mistake. GraphQL over HTTP allows it.
 */
const answeredWith400 = {
  '572B': 'SHOULD use 200 status code on document parsing failure when accepting application/json',
  FDE2: 'SHOULD use 200 status code on document validation failure when accepting application/json',
  '7B9B': 'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
};

describe.each(Object.entries(gateways))('GraphQL over HTTP, %s gateway', (mode, config) => {
  let served: Served;
  let authorization: string;
  beforeAll(async () => {
    served = await startServed(config);
    authorization = `Bearer ${await issue()}`;
  });
  afterAll(() => served.close());

  const audits = serverAudits({
    url: () => `${served.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, {
        ...init,
        // The hub wants a sign-in, and of a GET proof that no link on another site made it.
        headers: {
          ...(init.headers as Record<string, string>),
          ...(mode === 'hub' && { authorization, 'apollo-require-preflight': '1' }),
        },
      }),
  });
  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const result: AuditResult = await audit.fn();
    if (Object.hasOwn(answeredWith400, audit.id)) {
      expect([result.status, result.status !== 'ok' && result.response.status]).toEqual(['warn', 400]);
    } else expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
  });
});
