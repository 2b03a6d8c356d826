import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { federate, type TestSubgraph } from '../testing/federated.js';

type Headers = Readonly<Record<string, string>>;
const viewerOf = (headers: Headers): string => String(headers['hub-viewer']);

/** Everything that a sector says holds the name of who asked. */
const mirrors: Readonly<Record<string, TestSubgraph>> = {
  a: {
    sdl: `type Query { me: Person, people(count: Int!): [Person!]! } type Mutation { note: String }
      type Person @key(fields: "id") { id: ID!, name: String }`,
    resolvers: {
      Query: {
        me: (_: unknown, __: unknown, headers: Headers) => ({ id: 'same', name: viewerOf(headers) }),
        people: (_: unknown, { count }: { count: number }, headers: Headers) =>
          Array.from({ length: count }, (___, at) => ({ id: String(at), name: viewerOf(headers) })),
      },
      Mutation: { note: (_: unknown, __: unknown, headers: Headers) => viewerOf(headers) },
    },
  },
  b: {
    sdl: `type Person @key(fields: "id") { id: ID!, secret: String, risky: Int! }`,
    resolvers: {
      Person: {
        __resolveReference: (reference: object) => reference,
        secret: (_: unknown, __: unknown, headers: Headers) => viewerOf(headers),
        risky: (_: unknown, __: unknown, headers: Headers) => {
          throw new Error(viewerOf(headers));
        },
      },
    },
  },
};

const operations = [
  '{ me { name secret } }',
  '{ people(count: 3) { id name secret } }',
  'mutation { note }',
  '{ me { risky } }',
];
const mine: Readonly<Record<string, (user: string) => unknown>> = {
  [operations[0]!]: (user) => ({ me: { name: user, secret: user } }),
  [operations[1]!]: (user) => ({ people: ['0', '1', '2'].map((id) => ({ id, name: user, secret: user })) }),
  [operations[2]!]: (user) => ({ note: user }),
  [operations[3]!]: () => ({ me: null }),
};

test('users at once never share an answer, an error or a header, however their fetches interleave', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(
        fc.record({
          user: fc.integer({ min: 0, max: 4 }),
          query: fc.constantFrom(...operations),
          way: fc.constantFrom('ask' as const, 'askShortly' as const),
        }),
        { minLength: 2, maxLength: 12 },
      ),
      fc.integer({ min: 0, max: 4 }),
      async (scheduler, asked, cutOff) => {
        const hub = await federate(mirrors, {
          warm: operations,
          headers: ({ viewer }) => ({ 'hub-viewer': String(viewer) }),
          interfere: async ({ subgraph, headers }, answer) => {
            // The sector is away for one of the users, between what it says to the others.
            if (subgraph === 'b' && headers['hub-viewer'] === `user-${cutOff}`)
              return scheduler.schedule(Promise.reject(new Error('away for one')));
            return scheduler.schedule(answer());
          },
        });
        const answers = await scheduler.waitFor(
          Promise.all(asked.map(({ user, query, way }) => hub[way](query, {}, { viewer: `user-${user}` }))),
        );
        await hub.stop();
        answers.forEach(({ body }, at) => {
          const { user, query } = asked[at]!;
          const isCut = user === cutOff && /secret|risky/.test(query);
          const whole = JSON.stringify(mine[query]!(`user-${user}`));
          expect(JSON.stringify(body.data)).toBe(
            isCut ? whole.replace(/"secret":"[^"]+"/g, '"secret":null') : whole,
          );
          expect(body.extensions).toEqual(isCut ? { unavailable: ['b'] } : undefined);
          expect((body.errors ?? []).length > 0).toBe(isCut || query.includes('risky'));
        });
      },
    ),
    { numRuns: 60 },
  );
});
