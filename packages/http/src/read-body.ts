import type { ErrorCode } from '@kasane/vocabulary';
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

/** A body that is answered before GraphQL sees it. Its message goes to the client: it holds nothing of the body. */
export class BadBody extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly code: ErrorCode = 'BAD_USER_INPUT',
  ) {
    super(message);
  }
}

/**
 * The JSON of a request, or `undefined` when the request does not say that it carries JSON: Apollo Server then
 * answers itself, and its guard against cross-site requests sees the content type as it came.
 *
 * @throws {BadBody} too large, compressed, not UTF-8, not JSON, with a NUL character
 */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (type?.trim() !== 'application/json') {
    request.resume();
    return undefined;
  }
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  if (charset && !/^charset="?utf-?8"?$/.test(charset)) throw new BadBody(415, 'Send JSON in UTF-8.');
  // A small compressed body may unfold to gigabytes: no client of ours needs one.
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new BadBody(415, 'Send the body without compression.');
  }
  const text = decode(await readBytes(request, maxBytes));
  if (text === '') return undefined;
  if (nul.test(text)) throw new BadBody(400, 'The text holds a NUL character.');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own message quotes the body.
    throw new BadBody(400, 'Invalid JSON in the body.');
  }
}

/** As JSON or as GraphQL writes it. No database stores it: each would fail in its own way, deep inside. */
const nul = /\\u(?:0000|\{0+\})/;

function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new BadBody(400, 'The body is not valid UTF-8.');
  const text = bytes.toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = (): BadBody =>
    new BadBody(413, `The body is larger than ${maxBytes} bytes.`, 'PAYLOAD_TOO_LARGE');
  if (Number(request.headers['content-length']) > maxBytes) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) return void chunks.push(chunk);
      request.removeAllListeners('data').pause();
      reject(tooLarge());
    });
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size)));
    request.on('error', reject);
  });
}
