import { describe, expect, test } from '@jest/globals';
import { defaultRegistry } from '@kasane/vocabulary';
import { composeSupergraph } from './compose.js';

const [collaboration, elderCare] = defaultRegistry.slice(0, 2);
const registry = [collaboration!, elderCare!];
const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

describe('composition', () => {
  test('joins the schemas of the registered subgraphs', () => {
    const composed = composeSupergraph(
      registry,
      new Map([
        ['collaboration', `${link} type Query { a: Person } type Person @key(fields: "id") { id: ID! }`],
        ['elder-care', `${link} type Person @key(fields: "id") { id: ID! level: Int }`],
      ]),
    );
    expect(composed).toContain('@join__graph(name: "elder-care", url: "http://127.0.0.1:4002/graphql")');
  });

  test('says everything that is missing at once', () => {
    const schemas = new Map([
      ['collaboration', 'type Query {'],
      ['parks', 'type Query { a: Int }'],
    ]);
    expect(() => composeSupergraph(registry, schemas)).toThrow(
      /elder-care is registered and has no schema\.graphql[\s\S]*parks has a schema\.graphql and is not[\s\S]*collaboration: Syntax Error/,
    );
  });

  test('says what does not fit together', () => {
    const schemas = new Map([
      ['collaboration', `${link} type Query { a: Int }`],
      ['elder-care', `${link} type Query { a: String }`],
    ]);
    expect(() => composeSupergraph(registry, schemas)).toThrow(/do not compose:\n- .*a/);
  });
});
