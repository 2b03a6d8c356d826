import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { columns, LEDGER_TABLE, ledgerIndexes, type LedgerColumn, type LedgerRow } from './columns.js';

/**
 * The table as TypeORM knows it. The ledger itself needs no entity; registered with the data source, it keeps
 * `migration:generate --check` from proposing to drop the table.
 */
export const ledgerEntity = new EntitySchema<LedgerRow>({
  name: 'LedgerEntry',
  tableName: LEDGER_TABLE,
  columns: {
    seq: { type: 'bigint', primary: true },
    ...Object.fromEntries(columns.map((column: LedgerColumn) => [column.name, columnOptions(column)])),
  } as Record<keyof LedgerRow, EntitySchemaColumnOptions>,
  indices: ledgerIndexes.map(({ name, columnNames }) => ({ name, columns: columnNames })),
});

function columnOptions({ length, nullable = false }: LedgerColumn): EntitySchemaColumnOptions {
  return length === undefined ? { type: 'text', nullable } : { type: 'varchar', length, nullable };
}
