import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Stops the server of the run. Should jest itself be killed, the server's guardian does the same.
export default async function tearDown() {
  await rm(join(tmpdir(), `kasane-stopped-${process.env.KASANE_TEST_RUN}`), { recursive: true, force: true });
  if (globalThis.kasaneTestServer) return globalThis.kasaneTestServer.stop();
  const { dropTestDatabases } = await import('@kasane/embedded-database');
  await dropTestDatabases();
}
