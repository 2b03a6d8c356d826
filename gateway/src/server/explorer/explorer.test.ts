import { afterEach, describe, expect, test } from '@jest/globals';
import { buildClientSchema, isObjectType, parse, validate, type IntrospectionQuery } from 'graphql';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { readSupergraph } from '../../execution/supergraph.js';
import { compose } from '../../testing/federated.js';
import { hubConfig, openConfig, startServed, type Served } from '../../testing/served.js';
import { hubExamples, openExamples } from './examples.js';
import { annotatedSchema, fieldCategories, type FieldCategory } from './field-categories.js';
import { startScript } from './start-script.js';

const sdl = readFileSync(new URL('../../../supergraph.graphql', import.meta.url), 'utf8');
const { apiSchema } = readSupergraph(sdl);

describe('the table of categories', () => {
  const classified = fieldCategories(sdl, apiSchema);

  test('has every classified field that clients see, in words that staff read', () => {
    expect(classified).toContainEqual({
      type: 'CareNeedCertification',
      field: 'level',
      category: 'CARE_CERT',
      categoryLabel: '要介護認定',
      tier: 'T2',
      tierLabel: '支援情報',
      level: 'SUMMARY',
      levelLabel: '概要',
    });
    expect(classified.length).toBeGreaterThan(250);
    expect(JSON.stringify(classified)).not.toContain('Grant"');
  });

  test('stands in the description of each field of the schema, and changes nothing else of it', () => {
    const annotated = buildClientSchema(annotatedSchema(apiSchema, classified));
    const fieldOf = (type: string, field: string): string | null | undefined => {
      const found = annotated.getType(type);
      return isObjectType(found) ? found.getFields()[field]?.description : undefined;
    };
    expect(fieldOf('Person', 'identity')).toBe(
      '氏名・生年月日 — name and birth date\n\n**T1 基本情報 · 氏名・生年月日** (`IDENTITY`)',
    );
    expect(fieldOf('Query', 'household')).not.toContain('**');
    expect(Object.keys(annotated.getTypeMap()).sort()).toEqual(Object.keys(apiSchema.getTypeMap()).sort());
  });

  test('is empty in front of a foreign supergraph', () => {
    const foreign = compose({ a: 'type Query { a: Int }' });
    expect(fieldCategories(foreign, readSupergraph(foreign).apiSchema)).toEqual([]);
  });
});

test.each([...hubExamples, ...openExamples])('an example fits the schema: $query', ({ query, variables }) => {
  const document = parse(query);
  expect(validate(apiSchema, document)).toEqual([]);
  const [operation] = document.definitions;
  const names =
    'variableDefinitions' in operation!
      ? (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [];
  expect(Object.keys(variables ?? {})).toEqual(names);
});

describe('the page', () => {
  let served: Served;
  afterEach(() => served.close());
  interface Table {
    readonly schema: IntrospectionQuery;
    readonly categories: readonly FieldCategory[];
  }
  const table = async (): Promise<Table> =>
    (await (await fetch(`${served.url}/explorer/schema.json`)).json()) as Table;

  test('gets schema and categories of what is served now', async () => {
    served = await startServed({ ...hubConfig, supergraphSdl: sdl });
    expect((await table()).categories).toEqual(fieldCategories(sdl, apiSchema));
    served.reload(openConfig.supergraphSdl);
    const { schema, categories } = await table();
    expect(categories).toEqual([]);
    expect(Object.keys(buildClientSchema(schema).getQueryType()!.getFields())).toContain('whoAmI');
  });

  test('is not there in production', async () => {
    served = await startServed({ ...hubConfig, production: true });
    for (const path of ['/explorer', '/explorer/schema.json', '/explorer/start.js'])
      expect((await fetch(served.url + path)).status).toBe(404);
  });

  test('asks for sign-in and purpose only where there are any', async () => {
    served = await startServed(hubConfig);
    const html = await (await fetch(`${served.url}/explorer`)).text();
    expect(html).toContain('<option value="ABUSE_RESPONSE">虐待対応 ABUSE_RESPONSE</option>');
    // The page's own policy lets no script run that stands in it.
    expect(html).not.toMatch(/\son\w+=|<script>/);
    await served.close();
    served = await startServed(openConfig);
    expect(await (await fetch(`${served.url}/explorer`)).text()).not.toContain('purpose');
  });
});

test('what is filled in above the editor goes with every request, and what is not does not', async () => {
  const fields: Record<string, { value?: string; checked?: boolean }> = {
    token: { value: 'bearer abc' },
    purpose: { value: '' },
    conference: { value: ' c-1 ' },
    reason: { value: '至急' },
    explain: { checked: true },
  };
  const sent: unknown[] = [];
  let props: { fetcher: (params: object, options?: object) => void; plugins: { content: () => unknown }[] };
  const context = createContext({
    document: { getElementById: (id: string) => fields[id] },
    GraphiQL: { createFetcher: () => (_: object, options: unknown) => sent.push(options) },
    React: {
      createElement: (type: unknown, given: unknown, ...children: unknown[]) => ({ type, given, children }),
    },
    ReactDOM: {
      createRoot: () => ({ render: (element: { given: typeof props }) => (props = element.given) }),
    },
    encodeURIComponent,
    fetch: async () => ({ json: async () => ({ schema: {}, categories: fieldCategories(sdl, apiSchema) }) }),
  });
  runInContext(startScript(hubExamples), context);
  await new Promise((resolve) => setImmediate(resolve));
  props!.fetcher({}, { headers: { 'hub-purpose': 'CONFERENCE' } });
  fields['explain'] = { checked: false };
  fields['token'] = { value: '' };
  props!.fetcher({});
  const rest = { 'hub-conference': 'c-1', 'hub-emergency-reason': '%E8%87%B3%E6%80%A5' };
  expect(JSON.parse(JSON.stringify(sent))).toEqual([
    { headers: { authorization: 'Bearer abc', 'hub-explain': '1', 'hub-purpose': 'CONFERENCE', ...rest } },
    { headers: rest },
  ]);
  const panel = JSON.stringify(props!.plugins[0]!.content());
  expect(panel).toContain('要介護認定 (CARE_CERT)');
  expect(panel.indexOf('T1 基本情報')).toBeLessThan(panel.indexOf('T4 厳重秘匿'));
});
