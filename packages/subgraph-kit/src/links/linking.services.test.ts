import mysql from 'mysql2/promise';
import { randomBytes } from 'node:crypto';
import { linkingTests } from './linking.fixtures.js';

const server = process.env['KASANE_TEST_SERVICES_MARIADB'] ?? '';
const onServer = async (sql: string): Promise<void> => {
  const connection = await mysql.createConnection({ uri: server });
  await connection.query(sql);
  await connection.end();
};

linkingTests(async () => {
  const name = `kasane_test_${randomBytes(4).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} CHARACTER SET latin1`);
  const { href: url } = Object.assign(new URL(server), { pathname: `/${name}` });
  return { url, migrationUrl: url, appRole: undefined, drop: () => onServer(`DROP DATABASE ${name}`) };
});
