import { Table, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';

/** Columns through TypeORM's `Table` API, so that one migration runs on PostgreSQL and on MariaDB. */
export const textColumn = (name: string, length: number, isNullable = false): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  isNullable,
});
export const longTextColumn = (name: string): TableColumnOptions => ({
  name,
  type: 'text',
  isNullable: true,
});
export const integerColumn = (name: string): TableColumnOptions => ({ name, type: 'int', isNullable: true });
export const flagColumn = (name: string): TableColumnOptions => ({ name, type: 'boolean' });
export const keyColumn = (name: string): TableColumnOptions => ({ ...textColumn(name, 64), isPrimary: true });

/** A sector's table of records about persons: an id, the sector's own id of the person, and what it holds. */
export const recordTable = (name: string, columns: readonly TableColumnOptions[]): Table =>
  new Table({ name, columns: [keyColumn('id'), textColumn('local_id', 64), ...columns] });

/** Creates record tables, each found by person without a scan. */
export async function createRecordTables(queryRunner: QueryRunner, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    await queryRunner.createTable(table);
    await queryRunner.createIndex(
      table,
      new TableIndex({ name: `${table.name}_local`, columnNames: ['local_id'] }),
    );
  }
}
