import { sendHtml, type Route } from '@kasane/http';
import { Purpose } from '@kasane/vocabulary';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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

/** GraphiQL at `/explorer`; in front of a foreign supergraph it begins with a question that every schema answers. */
export function explorerRoutes(mode: 'hub' | 'open'): Readonly<Record<string, Route>> {
  const start = startScript(mode);
  const routes: Record<string, Route> = {
    'GET /explorer': (_request, response) => {
      response.setHeader('content-security-policy', policy);
      sendHtml(response, page);
    },
    'GET /explorer/start.js': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(start);
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

const page = `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<title>GraphiQL · 重ね Kasane</title>
<link rel="stylesheet" href="/explorer/graphiql.css">
<style>html, body, #explorer { height: 100%; margin: 0 }</style>
<div id="explorer">読み込み中… Loading…</div>
<script src="/explorer/react.js"></script>
<script src="/explorer/react-dom.js"></script>
<script src="/explorer/graphiql.js"></script>
<script src="/explorer/start.js"></script>
</html>
`;

const defaultHeaders = JSON.stringify(
  { authorization: 'Bearer ', 'hub-purpose': Purpose.CONSULTATION },
  null,
  2,
);

const households = `query Households {
  households(first: 5) {
    edges {
      node {
        id
        members {
          relation
          person {
            identity {
              name
            }
          }
        }
      }
    }
  }
}`;

const defaultQuery = (mode: 'hub' | 'open'): string => `# 重ね Kasane
#
# 下の Headers に、サインインのトークンと利用目的を入れてください。
# Put your access token and purpose into Headers below. Sample sign-ins: npm run sign-in
#
# hub-purpose: ${Object.keys(Purpose).join(' ')}
#
# "hub-explain": "1" を加えると、計画・所要時間・バイト数が extensions.explain に出ます。
# Add "hub-explain": "1" to see plan, milliseconds and bytes per sector in extensions.explain.

${mode === 'hub' ? households : '{\n  __typename\n}'}
`;

// Headers are not kept in the browser: a token on a shared desk would outlive the session.
const startScript = (
  mode: 'hub' | 'open',
): string => `ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultEditorToolsVisibility: 'headers',
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
    defaultHeaders: ${JSON.stringify(defaultHeaders)},
    defaultQuery: ${JSON.stringify(defaultQuery(mode))},
  }),
);
`;
