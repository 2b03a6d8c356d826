import { Table, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { columns, LEDGER_TABLE, ledgerIndexes, type LedgerColumn } from './columns.js';
import { followOnceOnPostgres, guardOnMariadb, guardOnPostgres } from './guards.js';

export interface LedgerMigrationOptions {
  /**
   * The role that the party runs as, where it is not the one that migrates. On PostgreSQL it keeps SELECT and
   * INSERT on the ledger and nothing else. MariaDB cannot take a right away from a single table: there, grant the
   * runtime account its rights table by table (see the README).
   */
  readonly appRole?: string | undefined;
}

/**
 * The migrations that make the ledger, for the head of a party's list of migrations.
 * @example
 * migrations: [...ledgerMigrations({ appRole }), ...others]
 */
export const ledgerMigrations = (
  options: LedgerMigrationOptions = {},
): readonly (new () => MigrationInterface)[] => [ledgerMigration(options), LedgerFollowsOnce1760000000100];

function ledgerMigration({ appRole }: LedgerMigrationOptions): new () => MigrationInterface {
  return class Ledger1760000000000 implements MigrationInterface {
    readonly name = 'Ledger1760000000000';

    async up(queryRunner: QueryRunner): Promise<void> {
      const isPostgres = queryRunner.dataSource.options.type === 'postgres';
      await queryRunner.createTable(
        new Table({
          name: LEDGER_TABLE,
          // MyISAM would keep half of a statement that failed.
          ...(!isPostgres && { engine: 'InnoDB' }),
          columns: [
            { name: 'seq', type: 'bigint', isPrimary: true },
            ...columns.map((column) => tableColumn(column, isPostgres)),
          ],
          indices: ledgerIndexes,
        }),
      );
      await (isPostgres ? guardOnPostgres(queryRunner, appRole) : guardOnMariadb(queryRunner));
    }

    /** Refuses: to undo this migration is to destroy the record of every disclosure. */
    down(): Promise<void> {
      return Promise.reject(new Error('The ledger is never dropped by a migration.'));
    }
  };
}

class LedgerFollowsOnce1760000000100 implements MigrationInterface {
  readonly name = 'LedgerFollowsOnce1760000000100';

  async up(queryRunner: QueryRunner): Promise<void> {
    // MariaDB has triggers for each row only.
    if (queryRunner.dataSource.options.type === 'postgres') await followOnceOnPostgres(queryRunner);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The ledger is never left unguarded by a migration.'));
  }
}

function tableColumn(
  { name, length, nullable = false }: LedgerColumn,
  isPostgres: boolean,
): TableColumnOptions {
  return {
    name,
    type: length === undefined ? 'text' : 'varchar',
    ...(length !== undefined && { length: String(length) }),
    isNullable: nullable,
    // MariaDB's default collation takes `P1` and `p1` for one person.
    ...(!isPostgres && { charset: 'utf8mb4', collation: 'utf8mb4_bin' }),
  };
}
