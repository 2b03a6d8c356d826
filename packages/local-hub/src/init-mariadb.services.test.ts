import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { recordInitScript } from './init-scripts.fixtures.js';

const admin = process.env['KASANE_TEST_SERVICES_MARIADB'] ?? '';
/** The script's names, in names that no real hub on this server has. */
const renamed = (sql: string): string => sql.replaceAll('disability_support', 'init_test');
const as = (user: string, password: string): string =>
  Object.assign(new URL(admin), { username: user, password, pathname: '/init_test' }).href;

const ask = async (url: string, sql: string): Promise<unknown> => {
  const source = await new DataSource({ type: 'mariadb', url }).initialize();
  return source.query(sql).finally(() => source.destroy());
};
const remove = async (): Promise<void> => {
  await ask(admin, 'DROP DATABASE IF EXISTS init_test');
  for (const user of ['init_test_owner', 'init_test_app'])
    await ask(admin, `DROP USER IF EXISTS ${user}@'%'`);
};

beforeAll(async () => {
  await remove();
  const env = {
    MARIADB_ROOT_PASSWORD: 'x',
    DISABILITY_SUPPORT_OWNER_PASSWORD: 'owner1',
    DISABILITY_SUPPORT_APP_PASSWORD: 'app1',
  };
  for (const { sql } of await recordInitScript('init-mariadb.sh', 'mariadb', env)) {
    for (const statement of renamed(sql)
      .split(';')
      .filter((text) => text.trim() !== ''))
      await ask(admin, statement);
  }
});
afterAll(remove);

test('the init script of the compose file gives the runtime account rows and no tables', async () => {
  const [owner, app] = [as('init_test_owner', 'owner1'), as('init_test_app', 'app1')];
  await ask(owner, 'CREATE TABLE contact (id int PRIMARY KEY)');
  await ask(
    owner,
    'CREATE TRIGGER contact_no_update BEFORE UPDATE ON contact FOR EACH ROW SET NEW.id = OLD.id',
  );
  await ask(app, 'INSERT INTO contact VALUES (1)');
  expect(await ask(app, 'SELECT id FROM contact')).toEqual([{ id: 1 }]);
  for (const sql of ['CREATE TABLE mine (id int)', 'TRUNCATE contact', 'DROP TRIGGER contact_no_update']) {
    await expect(ask(app, sql)).rejects.toThrow(/denied/);
  }
});
