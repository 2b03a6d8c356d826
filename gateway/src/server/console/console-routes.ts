import { sendJson, type Route } from '@kasane/http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readBuiltFile, readBuiltFiles, type BuiltFile } from './built-files.js';
import type { ConsoleConfig } from './console-config.js';
import { securityHeaders } from './security-headers.js';

/** Where the sign-in is renewed without a word, in a frame of the console itself. */
const silentPath = '/sign-in/silent';

/**
 * The console at `/` and at every address of its own, so that a reload stays where it was, and its files under
 * `/assets/`. `undefined` where it is not built.
 */
export function consoleRoutes({ folder, authority }: ConsoleConfig):
  | {
      readonly routes: Readonly<Record<string, Route>>;
      readonly otherwise: (path: string, request: IncomingMessage) => Route | undefined;
    }
  | undefined {
  if (folder === undefined) return undefined;
  const index = readBuiltFile(join(folder, 'index.html'));
  const assets = readBuiltFiles(join(folder, 'assets'), '/assets/');
  const page = sendBuilt(index, { ...securityHeaders(authority, "'none'"), 'cache-control': 'no-store' });
  const silentPage = sendBuilt(index, {
    ...securityHeaders(authority, "'self'"),
    'cache-control': 'no-store',
  });
  const assetHeaders = {
    // Their names change with their content.
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
  return {
    routes: { 'GET /': page, [`GET ${silentPath}`]: silentPage },
    otherwise(path, request) {
      const asset = assets.get(path);
      if (asset) return sendBuilt(asset, assetHeaders);
      // A script that is gone must not turn out to be a page.
      if (path.startsWith('/assets/')) return undefined;
      return (request.headers.accept ?? '').includes('text/html') ? page : undefined;
    },
  };
}

/** What the console needs to know before anybody signs in; all of it is public. */
export const consoleSettings = (
  { authority, clientId, scope, idleMinutes, cityName }: ConsoleConfig,
  production: boolean,
): Route => {
  const settings = { authority: authority ?? null, clientId, scope, production, idleMinutes, cityName };
  return (_request, response) => sendJson(response, 200, settings);
};

const sendBuilt =
  (file: BuiltFile, headers: Readonly<Record<string, string>>): Route =>
  (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('content-type', file.type);
    const bytes = encoded(file, request, response);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };

function encoded(file: BuiltFile, request: IncomingMessage, response: ServerResponse): Buffer {
  const coding =
    file.br || file.gzip ? codingFor(file, String(request.headers['accept-encoding'] ?? '')) : undefined;
  if (file.br || file.gzip) response.setHeader('vary', 'accept-encoding');
  if (coding) response.setHeader('content-encoding', coding);
  const bytes = (coding && file[coding]) ?? file.plain;
  response.setHeader('content-length', bytes.length);
  return bytes;
}

/** The smaller copy that the client takes; a coding that it names with `q=0` it does not take. */
const codingFor = (file: BuiltFile, accepted: string): 'br' | 'gzip' | undefined =>
  (['br', 'gzip'] as const).find(
    (coding) =>
      file[coding] !== undefined &&
      accepted.split(',').some((each) => {
        const [name, ...parameters] = each
          .trim()
          .toLowerCase()
          .split(/\s*;\s*/);
        return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
      }),
  );
