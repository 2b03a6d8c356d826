import { DataSource } from 'typeorm';

/** A database of a MariaDB server for one city, to be dropped after. */
export async function mariadbFor(
  server: string,
  households: number,
): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `kasane_growth_${process.pid}_${households}`;
  const onServer = async (sql: string): Promise<void> => {
    const source = await new DataSource({ type: 'mariadb', url: server }).initialize();
    await source.query(sql).finally(() => source.destroy());
  };
  await onServer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  return {
    url: Object.assign(new URL(server), { pathname: `/${name}` }).href,
    drop: () => onServer(`DROP DATABASE ${name}`),
  };
}
