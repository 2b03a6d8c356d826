// Tests of real PostgreSQL and MariaDB: where one is away the run fails, for a test that is skipped proves nothing.
import { randomBytes } from 'node:crypto';
import { URL } from 'node:url';
import mysql from 'mysql2/promise';
import pg from 'pg';

const defaults = {
  KASANE_TEST_SERVICES_POSTGRES: 'postgres://root@127.0.0.1:5432/postgres',
  KASANE_TEST_SERVICES_MARIADB: 'mysql://root@127.0.0.1:3306/test',
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
