// Tests of real PostgreSQL, MariaDB and Redis: where one is away the run fails, for a test that is skipped proves nothing.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { URL } from 'node:url';
import mysql from 'mysql2/promise';
import pg from 'pg';

const defaults = {
  KASANE_TEST_SERVICES_POSTGRES: 'postgres://root@127.0.0.1:5432/postgres',
  KASANE_TEST_SERVICES_MARIADB: 'mysql://root@127.0.0.1:3306/test',
  KASANE_TEST_SERVICES_REDIS: 'redis://127.0.0.1:6379',
};

export default async function setUp() {
  for (const [name, url] of Object.entries(defaults)) process.env[name] ||= url;
  await reach('KASANE_TEST_SERVICES_POSTGRES', async (connectionString) => {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
    await client.connect();
    await client.end();
  });
  await reach('KASANE_TEST_SERVICES_MARIADB', async (uri) => {
    const connection = await mysql.createConnection({ uri, connectTimeout: 5_000 });
    await connection.end();
  });
  await reach('KASANE_TEST_SERVICES_REDIS', pingRedis);
  // createTestDatabase takes its databases from the real server, and the teardown deletes them there.
  process.env.KASANE_TEST_RUN = randomBytes(3).toString('hex');
  process.env.KASANE_TEST_POSTGRES = process.env.KASANE_TEST_SERVICES_POSTGRES;
}

async function reach(variable, connect) {
  try {
    await connect(process.env[variable]);
  } catch (error) {
    const { protocol, host } = new URL(process.env[variable]);
    throw new Error(
      `No answer from ${protocol}//${host}, which ${variable} names: start it, or name another. ${error.message}`,
      { cause: error },
    );
  }
}

function pingRedis(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 5_000 }, () =>
      socket.write('PING\r\n'),
    );
    socket.once('data', () => resolve(socket.destroy()));
    socket.once('timeout', () => socket.destroy(new Error('timeout')));
    socket.once('error', reject);
  });
}
