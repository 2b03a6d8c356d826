import { connect, type Socket } from 'node:net';

export interface Load {
  readonly answered: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/**
 * The same request over and over on each connection, the next as soon as the last is answered. On bare sockets: a real
 * HTTP client would take the processor from what it measures.
 */
export async function load(
  port: number,
  body: string,
  connections: number,
  ms: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Load> {
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n` +
      `accept: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${more.join('')}\r\n${body}`,
  );
  const times: number[] = [];
  let failed = 0;
  const begin = performance.now();
  const until = begin + ms;
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve, reject) => {
          const socket: Socket = connect(port, '127.0.0.1');
          const reader = createReader();
          let since = 0;
          const ask = (): void => {
            since = performance.now();
            if (since >= until) return void (socket.destroy(), resolve());
            socket.write(request);
          };
          socket.setNoDelay(true);
          // An answer that never comes is a failed one.
          socket.setTimeout(10_000, () => (failed++, socket.destroy()));
          socket.on('connect', ask);
          socket.on('error', reject);
          socket.on('close', () => resolve());
          socket.on('data', (chunk) => {
            const status = reader(chunk);
            if (status === undefined) return;
            if (status !== 200) failed++;
            times.push(performance.now() - since);
            ask();
          });
        }),
    ),
  );
  const seconds = (performance.now() - begin) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { answered: times.length, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), failed };
}

/** Reads one answer after the other; gives the status of one that is complete. */
function createReader(): (chunk: Buffer) => number | undefined {
  let head = '';
  let tail = '';
  let left = -1;
  let isChunked = false;
  let status = 0;
  return (chunk) => {
    let body = chunk;
    if (left < 0) {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return undefined;
      status = Number(head.slice(9, 12));
      const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end));
      isChunked = length === null;
      left = Number(length?.[1] ?? 0);
      body = Buffer.from(head.slice(end + 4), 'latin1');
      head = '';
    }
    if (isChunked) {
      tail = (tail + body.toString('latin1')).slice(-5);
      if (tail !== '0\r\n\r\n') return undefined;
      tail = '';
    } else {
      left -= body.length;
      if (left > 0) return undefined;
    }
    left = -1;
    return status;
  };
}
