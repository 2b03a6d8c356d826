import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { household } from '@kasane/sample-municipality';
import { defaultRegistry } from '@kasane/vocabulary';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { openTestHub, type TestHub } from './test-hub.js';

interface Span {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
}
interface Export {
  readonly resourceSpans: readonly {
    readonly resource: {
      readonly attributes: readonly {
        readonly key: string;
        readonly value: { readonly stringValue: string };
      }[];
    };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<Span, 'service'>[] }[];
  }[];
}

const bodies: string[] = [];
let collector: Server;
let hub: TestHub;
beforeAll(async () => {
  collector = createServer(async (request, response) => {
    bodies.push(await text(request));
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const traced = {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
  };
  const programs = ['gateway', ...defaultRegistry.map(({ id }) => id)];
  hub = await openTestHub({ environment: Object.fromEntries(programs.map((name) => [name, traced])) });
}, 120_000);
afterAll(async () => {
  await hub.stop();
  collector.close();
});

const spansOf = (body: string): Span[] =>
  (JSON.parse(body) as Export).resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')!.value.stringValue;
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ service, ...span })));
  });

test('one question is one trace, through the gateway, every sector and its ledger, and tells nothing of anybody', async () => {
  const query = await readFile(
    new URL('../../packages/local-hub/queries/household-view.graphql', import.meta.url),
    'utf8',
  );
  const {
    text: answer,
    extensions,
    status,
  } = await hub.ask('kato-coordinator', query, {
    variables: { id: household('H03').id },
  });
  expect(status).toBe(200);
  // What is still to be sent is sent when a process leaves.
  await hub.stop();
  const spans = bodies.flatMap(spansOf);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const wayOf = (span: Span | undefined): string =>
    span ? `${wayOf(byId.get(span.parentSpanId ?? ''))} ${span.service}/${span.name}` : '';
  const ways = new Set(spans.map((span) => wayOf(span).trim()));
  const withheld = extensions['withheld'] as readonly string[];
  const asked = defaultRegistry.map(({ id }) => id).filter((id) => !withheld.includes(id));
  expect(asked.length).toBeGreaterThan(3);
  const fetched = 'kasane-gateway/graphql kasane-gateway/fetch';
  for (const id of asked) expect(ways).toContain(`${fetched} kasane-${id}/graphql kasane-${id}/ledger`);
  expect(ways.size).toBe(2 + 2 * asked.length);
  const names = [...answer.matchAll(/"name":"([^"]+)","birthDate"/g)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect(bodies.join()).not.toContain(name);
  expect(bodies.join()).not.toMatch(/kato-coordinator|HouseholdView/);
}, 60_000);
