import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { ask, hubConfig, issue, openConfig, startServed, type Served } from '../../testing/served.js';
import { parseTrustedDocuments } from '../trusted/trusted-documents.js';

let served: Served;
afterEach(() => served.close());
const bearer = async (role: string): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await issue(undefined, undefined, { role })}`,
});

describe('metrics', () => {
  const text = 'query WhoAmI { whoAmI }';
  const trustedDocuments = parseTrustedDocuments(
    JSON.stringify({ [createHash('sha256').update(text).digest('hex')]: text }),
  );

  test('count operations, sectors, plans, and have no word of a client in them', async () => {
    served = await startServed({ ...hubConfig, trustedDocuments });
    const headers = await bearer('COORDINATOR');
    await ask(served.url, text, headers);
    await ask(served.url, 'query TanakaHanako { whoAmI }', headers);
    await ask(served.url, '{ nope }', headers);
    await ask(served.url, '{ whoAmI }');
    await ask(served.url, '{ whoAmI }', { authorization: 'Bearer guess' });
    const metrics = await (await fetch(`${served.url}/metrics`)).text();
    expect(metrics).toContain('kasane_operation_seconds_count{operation="WhoAmI",outcome="ok"} 1');
    expect(metrics).toContain('kasane_operation_seconds_count{operation="other",outcome="ok"} 1');
    expect(metrics).toContain('kasane_operation_seconds_count{operation="other",outcome="failed"} 2');
    expect(metrics).toContain('kasane_sector_fetch_seconds_count{sector="collaboration",outcome="ok"} 2');
    expect(metrics).toContain('kasane_refused_requests_total{code="UNAUTHENTICATED"} 1');
    expect(metrics).toContain('kasane_plans_total{cache="hit"} 1');
    expect(metrics).toContain('kasane_operations_in_flight 0');
    expect(metrics).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(metrics).not.toMatch(/Tanaka|city-01|canary|nope/);
  });

  test('need their token when there is one, and are not there in production without', async () => {
    served = await startServed({ ...hubConfig, production: true, metricsToken: 'a-token-of-16-letters' });
    const status = async (authorization: string): Promise<number> =>
      (await fetch(`${served.url}/metrics`, { headers: { authorization } })).status;
    expect([
      await status(''),
      await status('Bearer other'),
      await status('Bearer a-token-of-16-letters'),
    ]).toEqual([401, 401, 200]);
    await served.close();
    served = await startServed({ ...hubConfig, production: true });
    expect((await fetch(`${served.url}/metrics`)).status).toBe(404);
  });
});

describe('the state of the sectors', () => {
  test('is for operators', async () => {
    served = await startServed(hubConfig);
    const get = async (headers: Record<string, string>): Promise<Response> =>
      fetch(`${served.url}/sectors`, { headers });
    expect((await get({})).status).toBe(401);
    expect((await get({ authorization: 'Bearer guess' })).status).toBe(401);
    expect((await get(await bearer('COORDINATOR'))).status).toBe(403);
    const answer = await get(await bearer('OPERATOR'));
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await answer.json()).toEqual({
      sectors: { collaboration: 'unavailable', 'elder-care': 'unavailable', 'child-family': 'unavailable' },
    });
    expect(await (await fetch(`${served.url}/readyz`)).text()).not.toMatch(/care|family|collaboration/);
  });
});

describe('an explanation', () => {
  test('has the plan, and time and bytes of each sector', async () => {
    served = await startServed(hubConfig);
    const headers = await bearer('COORDINATOR');
    const { extensions } = (await (
      await ask(served.url, '{ whoAmI }', { ...headers, 'hub-explain': '1' })
    ).json()) as { extensions: unknown };
    expect(extensions).toEqual({
      explain: {
        plan: expect.objectContaining({ kind: 'Fetch', serviceName: 'collaboration' }),
        planWasKnown: false,
        milliseconds: expect.any(Number),
        sectors: [
          {
            sector: 'collaboration',
            outcome: 'OK',
            startedAt: expect.any(Number),
            milliseconds: expect.any(Number),
            sentBytes: expect.any(Number),
            receivedBytes: 33,
          },
        ],
      },
    });
    expect(await (await ask(served.url, '{ whoAmI }', headers)).json()).not.toHaveProperty('extensions');
  });

  test('is refused in production', async () => {
    served = await startServed({ ...hubConfig, production: true });
    const response = await ask(served.url, '{ whoAmI }', {
      ...(await bearer('OPERATOR')),
      'hub-explain': '1',
    });
    expect(response.status).toBe(403);
    expect(served.seen).toHaveLength(0);
  });
});

describe('traces', () => {
  let collector: Server | undefined;
  afterEach(() => void collector?.close());

  test('are not made, and subgraphs not told of any, by default', async () => {
    served = await startServed(openConfig);
    await ask(served.url, '{ whoAmI }', {
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    });
    expect(served.seen[0]).not.toHaveProperty('traceparent');
  });

  test('go to the collector, with what belongs together and no value', async () => {
    const bodies: string[] = [];
    collector = createServer((request, response) => {
      let body = '';
      request
        .on('data', (chunk) => (body += String(chunk)))
        .on(
          'end',
          () => (bodies.push(body), response.setHeader('content-type', 'application/json').end('{}')),
        );
    });
    await new Promise<void>((resolve) => collector?.listen(0, '127.0.0.1', resolve));
    const traceEndpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
    served = await startServed({ ...hubConfig, traceEndpoint });
    const foreign = '0af7651916cd43dd8448eb211c80319c';
    await ask(served.url, 'query Tanaka { whoAmI }', {
      ...(await bearer('COORDINATOR')),
      traceparent: `00-${foreign}-b7ad6b7169203331-01`,
    });
    await served.close();
    const [, traceId, spanId] =
      /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/.exec(served.seen[0]?.['traceparent'] ?? '') ?? [];
    const { resourceSpans } = JSON.parse(bodies.join('')) as {
      resourceSpans: {
        scopeSpans: { spans: { name: string; traceId: string; spanId: string; parentSpanId?: string }[] }[];
      }[];
    };
    const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((each) => each.spans));
    const operation = spans.find(({ name }) => name === 'graphql');
    expect(spans.find(({ name }) => name === 'fetch')).toMatchObject({
      traceId,
      spanId,
      parentSpanId: operation?.spanId,
    });
    expect(operation?.traceId).toBe(traceId);
    expect(traceId).not.toBe(foreign);
    expect(bodies.join('')).not.toMatch(/canary|Tanaka|city-01/);
  });
});

test('every line about a request says which', async () => {
  served = await startServed(hubConfig, async () => Promise.reject(new Error('away')));
  const headers = await bearer('COORDINATOR');
  for (const attempt of [
    ask(served.url, '{ whoAmI }', headers),
    ask(served.url, '{', headers),
    ask(served.url, '{ whoAmI }', { authorization: 'Bearer guess' }),
  ])
    await attempt;
  const lines = served
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; requestId?: string });
  const about = lines.filter(({ msg }) => msg !== 'ready');
  expect(about.length).toBeGreaterThanOrEqual(4);
  for (const { requestId } of about) expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
});
