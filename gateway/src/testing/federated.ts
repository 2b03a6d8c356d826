import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { errorFormatter, formatErrors } from '@kasane/http';
import { composeServices } from '@theguild/federation-composition';
import { graphql, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { createGateway, type Gateway, type GatewayOptions } from '../create-gateway.js';
import type { SubgraphRequest, SubgraphResponse, Transport } from '../execution/transport.js';

type Modules = Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>;

export interface TestSubgraph {
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, object>>;
}

/** What a subgraph was asked, in order. */
export interface Call {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number | undefined;
  readonly body: {
    data?: unknown;
    errors?: { message: string; path?: unknown; extensions?: Record<string, unknown> }[];
    extensions?: unknown;
  };
}

export interface Federated {
  readonly supergraphSdl: string;
  readonly gateway: Gateway;
  readonly calls: Call[];
  ask(query: string, variables?: Record<string, unknown>, context?: Record<string, unknown>): Promise<Answer>;
  /** The same past Apollo Server, of what was asked or warmed before. @throws {Error} when it is not known */
  askShortly: Federated['ask'];
  stop(): Promise<void>;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject"])\n`;

/** A schema that links a specification itself, or says `# Federation 1`, is taken as it is. */
export const parseSubgraph = (sdl: string): DocumentNode =>
  parse(/@link\(|# Federation 1/.test(sdl) ? sdl : link + sdl);

/** Composes subgraphs as a city would. @throws {Error} with every problem */
export function compose(
  sdls: Readonly<Record<string, string>>,
  urlOf: (name: string) => string = (name) => `http://${name}.internal:4900/graphql`,
): string {
  const services = Object.entries(sdls).map(([name, sdl]) => ({
    name,
    url: urlOf(name),
    typeDefs: parseSubgraph(sdl),
  }));
  const result = composeServices(services);
  if (!result.supergraphSdl) throw new Error(result.errors?.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

export const subgraphSchema = ({ sdl, resolvers }: TestSubgraph): GraphQLSchema =>
  buildSubgraphSchema([{ typeDefs: parseSubgraph(sdl), resolvers }] as Modules);

/** May answer in place of a subgraph, or let it answer. */
export type Interfere = (
  request: SubgraphRequest,
  answer: () => Promise<SubgraphResponse>,
) => Promise<SubgraphResponse>;

/** Real subgraph schemas and real composition in one process: no ports, no mocks. */
export async function federate(
  subgraphs: Readonly<Record<string, TestSubgraph>>,
  options: Partial<Omit<GatewayOptions, 'supergraphSdl'>> & { readonly interfere?: Interfere } = {},
): Promise<Federated> {
  const schemas = new Map<string, GraphQLSchema>();
  for (const [name, { sdl, resolvers }] of Object.entries(subgraphs)) {
    schemas.set(name, subgraphSchema({ sdl, resolvers }));
  }
  const calls: Call[] = [];
  const { interfere = (_, answer) => answer(), ...gatewayOptions } = options;
  const transport: Transport = {
    send: (request) => {
      const { query, variables = {} } = JSON.parse(request.body) as {
        query: string;
        variables?: Record<string, unknown>;
      };
      calls.push({ subgraph: request.subgraph, query, variables, headers: request.headers });
      return interfere(request, async () => {
        const schema = schemas.get(request.subgraph);
        if (!schema) throw new Error('no such subgraph');
        const result = await graphql({
          schema,
          source: query,
          variableValues: variables,
          contextValue: request.headers,
        });
        return { status: 200, contentType: 'application/json', body: JSON.stringify(result) };
      });
    },
    close: async () => {},
  };
  const supergraphSdl = compose(
    Object.fromEntries(Object.entries(subgraphs).map(([name, { sdl }]) => [name, sdl])),
  );
  const gateway = createGateway({ supergraphSdl, transport, ...gatewayOptions });
  const apollo = new ApolloServer({ gateway, formatError: errorFormatter, stopOnTerminationSignals: false });
  await apollo.start();
  await gateway.warmed();
  return {
    supergraphSdl,
    gateway,
    calls,
    async ask(query, variables = {}, contextValue = {}) {
      const response = await apollo.executeOperation({ query, variables }, { contextValue });
      if (response.body.kind !== 'single') throw new Error('not a single answer');
      return {
        status: response.http.status,
        body: JSON.parse(JSON.stringify(response.body.singleResult)) as Answer['body'],
      };
    },
    async askShortly(query, variables = {}, context = {}) {
      const execute = gateway.known(query, undefined)?.prepare(variables);
      if (!execute) throw new Error('There is no short way to this.');
      const { data, errors, extensions } = await execute(context);
      return {
        status: undefined,
        body: {
          ...(errors && { errors: [...formatErrors(errors).errors] }),
          ...(data !== undefined && { data: JSON.parse(data) as unknown }),
          ...(extensions && { extensions }),
        },
      };
    },
    stop: () => apollo.stop(),
  };
}
