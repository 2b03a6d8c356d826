// One PostgreSQL for the whole run, in a temporary folder; each test takes a fresh database from it.
import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function setUp() {
  // What the run makes carries this name, so that it can be deleted on a server that outlives the run.
  process.env.KASANE_TEST_RUN = randomBytes(3).toString('hex');
  // A server named from outside is used as it is.
  if (process.env.KASANE_TEST_POSTGRES) return;
  const { startEmbeddedPostgres } = await import('@kasane/embedded-database');
  const dataDir = await mkdtemp(join(tmpdir(), 'kasane-test-'));
  const server = await startEmbeddedPostgres({ dataDir, disposable: true });
  process.env.KASANE_TEST_POSTGRES = server.adminUrl;
  globalThis.kasaneTestServer = server;
}
