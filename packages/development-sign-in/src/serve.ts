import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { sendPage } from './html.js';
import { againPage, signInPage } from './pages.js';
import { createProvider, type ProviderOptions } from './provider.js';
import { sampleStaff } from './sample-staff.js';

/** Never anything else: whoever reaches this signs in as anybody. */
const HOST = '127.0.0.1';
const MAX_BODY_BYTES = 1_024;

export interface DevelopmentSignIn {
  /** The issuer, which is also where it listens. */
  readonly url: string;
  close(): Promise<void>;
}

/** The development provider, listening on this machine alone. @param port a port that is free */
export async function serveDevelopmentSignIn(
  options: Omit<ProviderOptions, 'issuer'> & { readonly port: number },
): Promise<DevelopmentSignIn> {
  const url = `http://${HOST}:${options.port}`;
  const provider = createProvider({ ...options, issuer: url });
  const answer = answers(provider, new URL(url).host, options.consoleOrigins);
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else sendPage(response, 400, againPage('サインインの時間が過ぎたか、クッキーが使えません。'));
    });
  });
  await listening(server, options.port);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answers(
  provider: Provider,
  host: string,
  consoleOrigins: readonly string[],
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const openId = provider.callback();
  return async (request, response) => {
    // A page of another site whose name was pointed at this machine comes with its own.
    if (request.headers.host !== host) return void response.writeHead(421).end();
    const { pathname } = new URL(request.url ?? '/', `http://${host}`);
    if (pathname === '/readyz') return void response.writeHead(200).end('ok');
    if (!pathname.startsWith('/sign-in/')) return openId(request, response);
    // Throws when this browser has no such sign-in before it.
    await provider.interactionDetails(request, response);
    if (request.method !== 'POST') return sendPage(response, 200, signInPage(pathname), consoleOrigins);
    const accountId = new URLSearchParams(await readBody(request)).get('staff')?.trim() ?? '';
    if (!sampleStaff(accountId)) return sendPage(response, 400, againPage('その職員はいません。'));
    await provider.interactionFinished(request, response, { login: { accountId } });
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > MAX_BODY_BYTES) throw new Error('too long for a choice');
  }
  return text;
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
