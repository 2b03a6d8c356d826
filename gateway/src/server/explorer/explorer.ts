import { sendHtml, sendJson, type Route } from '@kasane/http';
import type { GraphQLSchema } from 'graphql';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { hubExamples, openExamples } from './examples.js';
import { annotatedSchema, fieldCategories } from './field-categories.js';
import { page } from './page.js';
import { startScript } from './start-script.js';

const { resolve } = createRequire(import.meta.url);

/** The built files in their packages: no build step of ours, no CDN, so that it works in a closed network. */
const files = {
  'react.js': { of: 'react', path: 'umd/react.production.min.js', type: 'text/javascript' },
  'react-dom.js': { of: 'react-dom', path: 'umd/react-dom.production.min.js', type: 'text/javascript' },
  'graphiql.js': { of: 'graphiql', path: 'graphiql.min.js', type: 'text/javascript' },
  'graphiql.css': { of: 'graphiql', path: 'graphiql.min.css', type: 'text/css' },
} as const;

/** Nothing may be loaded from, or sent to, anywhere else: what is typed here stays here. */
const policy =
  "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

/** What the gateway serves now. */
export interface ServedSchema {
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
}

/** GraphiQL at `/explorer`, with the classification of each field, examples, and fields for sign-in and purpose. */
export function explorerRoutes(
  mode: 'hub' | 'open',
  served: () => ServedSchema,
): Readonly<Record<string, Route>> {
  const start = startScript(mode === 'hub' ? hubExamples : openExamples);
  const html = page(mode);
  let known: { readonly of: string; readonly body: object } | undefined;
  const routes: Record<string, Route> = {
    'GET /explorer': (_request, response) => {
      response.setHeader('content-security-policy', policy);
      sendHtml(response, html);
    },
    'GET /explorer/start.js': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(start);
    },
    'GET /explorer/schema.json': (_request, response) => {
      const { supergraphSdl, apiSchema } = served();
      if (known?.of !== supergraphSdl) {
        const categories = fieldCategories(supergraphSdl, apiSchema);
        known = { of: supergraphSdl, body: { schema: annotatedSchema(apiSchema, categories), categories } };
      }
      sendJson(response, 200, known.body);
    },
  };
  for (const [name, { of, path, type }] of Object.entries(files)) {
    routes[`GET /explorer/${name}`] = async (_request, response) => {
      const content = await readFile(join(dirname(resolve(`${of}/package.json`)), path));
      response.writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        'content-length': content.length,
        'cache-control': 'public, max-age=3600',
      });
      response.end(content);
    };
  }
  return routes;
}
