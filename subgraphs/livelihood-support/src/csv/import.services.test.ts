import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { importTests } from './import.fixtures.js';

const server = process.env['KASANE_TEST_SERVICES_MARIADB'] ?? '';
const onServer = async (sql: string): Promise<void> => {
  const source = await new DataSource({ type: 'mariadb', url: server }).initialize();
  await source.query(sql);
  await source.destroy();
};

importTests(async () => {
  const name = `kasane_test_${randomBytes(4).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} CHARACTER SET latin1`);
  const { href: url } = Object.assign(new URL(server), { pathname: `/${name}` });
  return { url, migrationUrl: url, appRole: undefined, drop: () => onServer(`DROP DATABASE ${name}`) };
});
