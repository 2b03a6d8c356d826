import { longTextColumn } from '@kasane/subgraph-kit';
import { Table, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';

export const jsonColumn = (name: string): TableColumnOptions => ({ name, type: 'jsonb' });
export const instantColumn = (name: string): TableColumnOptions => ({ name, type: 'timestamptz' });
export const wordsColumn = (name: string): TableColumnOptions => ({
  ...longTextColumn(name),
  isNullable: false,
});

export interface AppendOnlyTable {
  readonly name: string;
  readonly columns: TableColumnOptions[];
  /** Columns by which rows are found, beside the key. */
  readonly indexed?: readonly (readonly string[])[];
}

/** Tables whose rows nobody changes or deletes afterwards, not even their owner: they are evidence. */
export async function createAppendOnly(
  queryRunner: QueryRunner,
  tables: readonly AppendOnlyTable[],
): Promise<void> {
  await queryRunner.query(`CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`);
  for (const { name, columns, indexed = [] } of tables) {
    await queryRunner.createTable(new Table({ name, columns }));
    for (const columnNames of indexed)
      await queryRunner.createIndex(
        name,
        new TableIndex({ name: `${name}_${columnNames.join('_')}`, columnNames: [...columnNames] }),
      );
    await queryRunner.query(
      `CREATE TRIGGER ${name}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${name} FOR EACH STATEMENT EXECUTE FUNCTION append_only()`,
    );
  }
}

export async function dropTables(
  queryRunner: QueryRunner,
  tables: readonly AppendOnlyTable[],
): Promise<void> {
  for (const { name } of tables.toReversed()) await queryRunner.dropTable(name);
}
