import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { federate, type Federated } from '../testing/federated.js';
import { shop } from '../testing/shop.js';

let hub: Federated;
beforeAll(async () => {
  hub = await federate(shop(), { consentComforts: false });
});
beforeEach(() => void (hub.calls.length = 0));
afterAll(() => hub.stop());

const data = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => {
  const { body } = await hub.ask(query, variables);
  expect(body.errors).toBeUndefined();
  return body.data;
};

describe('entities', () => {
  test('are found by a compound key, and one whose key is null is not asked for', async () => {
    expect(await data('{ products { upc stock } }')).toEqual({
      products: [
        { upc: 'u1', stock: 7 },
        { upc: 'u2', stock: 14 },
        { upc: 'u3', stock: null },
      ],
    });
    expect(hub.calls[1]?.variables['representations']).toHaveLength(2);
  });

  test('are each asked for once, however often they appear', async () => {
    await data('{ grid { stock } more: grid { stock } products { stock } }');
    const asked = hub.calls.filter(({ subgraph }) => subgraph === 'stock');
    expect(asked).toHaveLength(1);
    for (const representations of Object.values(asked[0]?.variables ?? {}))
      expect(representations).toHaveLength(2);
  });

  test('in a list of lists are found', async () => {
    expect(await data('{ grid { stock } }')).toEqual({
      grid: [[{ stock: 7 }], null, [{ stock: 7 }, { stock: 14 }]],
    });
  });

  test('bring what a field requires, with its arguments, whatever the client called the same field', async () => {
    expect(await data('{ products { price: price(currency: "EUR") weight: upc shipping } }')).toMatchObject({
      products: [
        { price: 2, weight: 'u1', shipping: '1 10 2' },
        { price: 2, weight: 'u2', shipping: '1 20 3' },
        { price: 2, weight: 'u3', shipping: null },
      ],
    });
  });

  test('keep what another subgraph provided', async () => {
    expect(await data('{ medias { ... on Book { author { name } } } }')).toEqual({
      medias: [{ author: { name: 'provided' } }, {}],
    });
    expect(hub.calls).toHaveLength(1);
  });
});

describe('abstract types', () => {
  test('of an interface object get their concrete type from the subgraph that knows it', async () => {
    expect(await data('{ rated { __typename rating ... on Book { pages } } }')).toEqual({
      rated: [
        { __typename: 'Movie', rating: 4 },
        { __typename: 'Book', rating: 5, pages: 100 },
      ],
    });
    expect(await data('{ rated { id rating } }')).toEqual({
      rated: [
        { id: 'v1', rating: 4 },
        { id: 'b1', rating: 5 },
      ],
    });
  });

  test('get fields from an interface object', async () => {
    expect(await data('{ medias { title rating } }')).toEqual({
      medias: [
        { title: 'Kasane', rating: 5 },
        { title: 'Ame', rating: 4 },
      ],
    });
  });

  test('in a union are told by what they are', async () => {
    expect(
      await data(
        '{ hits { __typename ... on Book { pages } ... on Media { id rating } ... on Author { id bio } } }',
      ),
    ).toEqual({
      hits: [
        { __typename: 'Book', pages: 100, id: 'b1', rating: 5 },
        { __typename: 'Movie', id: 'v1', rating: 4 },
        { __typename: 'Author', id: 'a1', bio: 'bio of a1' },
      ],
    });
  });

  test('without a type in the question need none in the answer', async () => {
    expect(await data('{ media(id: "b1") { title } none: media(id: "x") { title } }')).toEqual({
      media: { title: 'Kasane' },
      none: null,
    });
  });
});

describe('the query', () => {
  test('goes to the subgraph that took a field over', async () => {
    expect(await data('{ old }')).toEqual({ old: 'from stock' });
  });

  test('runs mutations one after the other, across subgraphs', async () => {
    expect(await data('mutation { first second third made { upc stock } }')).toEqual({
      first: 1,
      second: 2,
      third: 3,
      made: { upc: 'u1', stock: 7 },
    });
  });

  test('keeps its own order and names', async () => {
    const answer = await data('{ b: products { stock upc } a: old }');
    expect(JSON.stringify(answer)).toMatch(/^\{"b":\[\{"stock":7,"upc":"u1"\},.*"a":"from stock"\}$/);
  });

  test('skips and includes, with variables and without', async () => {
    const query = `query($yes: Boolean!, $no: Boolean = false) {
      products { upc @skip(if: $yes) stock @include(if: $yes) ... @include(if: $no) { shipping } weight @include(if: false) }
      old @skip(if: true)
    }`;
    expect(await data(query, { yes: true })).toEqual({
      products: [{ stock: 7 }, { stock: 14 }, { stock: null }],
    });
    expect(await data(query, { yes: false })).toEqual({
      products: [{ upc: 'u1' }, { upc: 'u2' }, { upc: 'u3' }],
    });
    expect(await data(query, { yes: true, no: true })).toMatchObject({
      products: [{ shipping: '1 10 2' }, {}, {}],
    });
    expect(await data('{ old @skip(if: true) }')).toEqual({});
  });

  test('may use named fragments, also twice', async () => {
    const query =
      '{ products { ...A ...B } } fragment A on Product { ...B upc } fragment B on Product { stock }';
    expect(await data(query)).toMatchObject({ products: [{ stock: 7, upc: 'u1' }, {}, {}] });
  });

  test('leaves a default to the subgraph, and passes null and variables on', async () => {
    const query =
      'query($who: String, $representations: String) { greet(who: $who) b: greet(who: $representations) c: greet }';
    expect(await data(query, { representations: 'Sato' })).toEqual({
      greet: 'hello you',
      b: 'hello Sato',
      c: 'hello you',
    });
    expect(await data(query, { who: null, representations: 'x' })).toMatchObject({ greet: 'hello null' });
  });

  test('of which a variable does not fit is refused before anything is fetched', async () => {
    const { body } = await hub.ask('query($id: ID!) { media(id: $id) { title } }', {});
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(hub.calls).toHaveLength(0);
  });
});

describe('names', () => {
  test('of the client never become an entity key', async () => {
    expect(
      await data('{ products { upc: weight sku: upc stock } rated { id: __typename rating } }'),
    ).toMatchObject({
      products: [{ upc: 10, sku: 'u1', stock: 7 }, {}, {}],
      rated: [{ id: 'Movie', rating: 4 }, { id: 'Book' }],
    });
  });

  test('that are dangerous in JavaScript are only names', async () => {
    const { body } = await hub.ask(
      '{ products { __proto__: upc constructor: upc stock toString: weight } __proto__: old }',
    );
    expect(body.errors).toBeUndefined();
    const text = JSON.stringify(body.data);
    expect(text).toContain('{"__proto__":"u1","constructor":"u1","stock":7,"toString":10}');
    expect(text).toContain('"__proto__":"from stock"');
    expect(({} as Record<string, unknown>)['stock']).toBeUndefined();
    expect(await data('{ products { upc } }')).toMatchObject({ products: [{ upc: 'u1' }, {}, {}] });
  });

  test("that are the executor's own are only names", async () => {
    expect(
      await data('{ products { _kasane_upc: stock _internal_qp_alias_0: upc _entities: weight shipping } }'),
    ).toMatchObject({
      products: [{ _kasane_upc: 7, _internal_qp_alias_0: 'u1', _entities: 10, shipping: '1 10 2' }, {}, {}],
    });
  });
});

describe('nulls', () => {
  test('where none may be take the nearest object that may be null', async () => {
    const { body } = await hub.ask('{ products { upc seller { name } } }');
    expect(body.data).toEqual({
      products: [
        { upc: 'u1', seller: { name: 'Ito' } },
        { upc: 'u2', seller: null },
        { upc: 'u3', seller: null },
      ],
    });
    expect(body.errors?.map(({ path }) => path)).toEqual([
      ['products', 1, 'seller', 'name'],
      ['products', 2, 'seller', 'name'],
    ]);
  });

  test('stand for values that clients may not know', async () => {
    const { body } = await hub.ask('{ products { kind } }');
    expect(body.data).toEqual({ products: [{ kind: 'PUBLIC' }, { kind: null }, { kind: null }] });
    expect(JSON.stringify(body)).not.toContain('HIDDEN');
  });
});

describe('introspection', () => {
  test('is answered without any subgraph, beside data if need be', async () => {
    expect(
      await data(
        '{ __typename s: __schema { queryType { name } } t: __type(name: "Kind") { enumValues { name } } }',
      ),
    ).toEqual({
      __typename: 'Query',
      s: { queryType: { name: 'Query' } },
      t: { enumValues: [{ name: 'PUBLIC' }] },
    });
    expect(hub.calls).toHaveLength(0);
    expect(
      await data('query($n: String!) { old ...F } fragment F on Query { __type(name: $n) { name } }', {
        n: 'Sku',
      }),
    ).toEqual({
      old: 'from stock',
      __type: { name: 'Sku' },
    });
  });

  test("shows nothing of the federation's own", async () => {
    const names = (await data(
      '{ __schema { types { name fields { name } } directives { name } } }',
    )) as object;
    expect(JSON.stringify(names)).not.toMatch(/join__|link__|_Entity|_entities|_service|inaccessible/);
  });
});
