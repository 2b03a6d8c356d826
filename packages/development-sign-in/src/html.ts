import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const style = `
  body { font: 16px/1.7 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
  h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem } .warning { border-left: .4rem solid #b45309; padding: .2rem 1rem; background: #fff7ed }
  ul { list-style: none; padding: 0; margin: 0 } li { margin: .4rem 0 }
  button { font: inherit; text-align: left; width: 100%; padding: .6rem 1rem; border: 1px solid #767676; border-radius: .4rem; background: #fff; color: inherit; cursor: pointer }
  button:hover { background: #f1f5f9 } button:focus-visible, input:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px }
  .who { font-weight: 600 } .id { color: #4b4b4b; font-size: .875rem } .note { display: block; color: #4b4b4b }
  input { font: inherit; padding: .4rem .6rem; border: 1px solid #767676; border-radius: .4rem } form.other button { width: auto }
`;

/** A whole page in Japanese. `body` is markup: what of it is not ours must be escaped. */
export const html = (title: string, body: string, script = ''): string => `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${style}</style>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
${script && `<script>${script}</script>`}
</html>
`;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @param formTargets where a form may lead: a redirect after it counts too */
export function pageHeaders(formTargets: readonly string[] = [], script = ''): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      `style-src ${hashOf(style)}`,
      ...(script ? [`script-src ${hashOf(script)}`] : []),
      `form-action 'self' ${formTargets.join(' ')}`.trimEnd(),
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
}

export function sendPage(
  response: ServerResponse,
  status: number,
  text: string,
  formTargets: readonly string[] = [],
): void {
  response.writeHead(status, pageHeaders(formTargets)).end(text);
}
