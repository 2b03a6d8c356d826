import type { TestSubgraph } from './federated.js';

/**
 * A hub in small: one subgraph that knows the household and signs the grants, two sectors that add one field
 * each. `grants` says which sector a person granted something.
 */
export function household(grants: Readonly<Record<string, readonly string[]>>): Record<string, TestSubgraph> {
  const person = (id: string): object => ({
    id,
    name: `name of ${id}`,
    elderCareGrant: grants[id]?.includes('elder-care') ? `grant-elder-${id}` : null,
    childFamilyGrant: grants[id]?.includes('child-family') ? `grant-child-${id}` : null,
  });
  return {
    collaboration: {
      sdl: `
        type Query { household(id: ID!): Household, whoAmI: String }
        type Mutation { note(text: String!): String, rename(id: ID!): Person }
        type Household @key(fields: "id") { id: ID!, members: [Member!]! }
        type Member { role: String!, person: Person! }
        type Person @key(fields: "id") {
          id: ID!
          name: String
          elderCareGrant: String @inaccessible
          childFamilyGrant: String @inaccessible
        }`,
      resolvers: {
        Query: {
          household: (_: unknown, { id }: { id: string }) =>
            id === 'h1'
              ? {
                  id,
                  members: [
                    { role: 'MOTHER', person: person('p1') },
                    { role: 'CHILD', person: person('p2') },
                    { role: 'CARER', person: person('p1') },
                  ],
                }
              : null,
          whoAmI: (_: unknown, __: unknown, headers: Record<string, string>) => headers['hub-viewer'],
        },
        Person: { __resolveReference: ({ id }: { id: string }) => person(id) },
      },
    },
    'elder-care': {
      sdl: `
        type Query { office: Office, elders: [Person!] }
        type Office { phone: String }
        type Person @key(fields: "id") {
          id: ID!
          elderCareGrant: String @external
          elderCare: ElderCare @requires(fields: "elderCareGrant")
        }
        type ElderCare { level: Int, token: String, worker: Person }`,
      resolvers: {
        Query: { office: () => ({ phone: '0242' }), elders: () => [{ id: 'p1' }, { id: 'p2' }] },
        Person: {
          __resolveReference: (reference: object) => reference,
          elderCare: ({ id, elderCareGrant }: { id: string; elderCareGrant: string }) => ({
            level: 3,
            token: `${id} ${elderCareGrant}`,
            worker: { id: 'p2' },
          }),
        },
      },
    },
    'child-family': {
      sdl: `
        type Person @key(fields: "id") {
          id: ID!
          childFamilyGrant: String @external
          childFamily: ChildFamily @requires(fields: "childFamilyGrant")
        }
        type ChildFamily { school: String }`,
      resolvers: {
        Person: {
          __resolveReference: (reference: object) => reference,
          childFamily: () => ({ school: '城西小' }),
        },
      },
    },
  };
}
