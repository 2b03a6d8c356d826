import type { Server } from 'node:http';

/**
 * Stops accepting and waits for the requests in flight; connections that are idle are closed at once, and
 * whatever is left after the deadline too, so that a client that never reads cannot hold the process.
 */
export function drain(server: Server, deadlineMs: number): Promise<void> {
  // A kept-alive connection would bring its next request to a server that is leaving.
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(deadline);
      resolve();
    });
    server.closeIdleConnections();
  });
}
