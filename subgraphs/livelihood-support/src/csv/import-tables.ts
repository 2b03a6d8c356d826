import { keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
import { Column, Entity, PrimaryColumn, Table, type MigrationInterface, type QueryRunner } from 'typeorm';

/** That a file was taken. Kept for good: also why one with far fewer rows was. */
@Entity('csv_import')
export class CsvImport {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ type: 'varchar', length: 64 })
  file!: string;

  @Column({ type: 'varchar', length: 64 })
  digest!: string;

  @Column({ name: 'row_count', type: 'int' })
  rows!: number;

  @Column({ name: 'rejected_count', type: 'int' })
  rejected!: number;

  /** ISO 8601 in UTC. */
  @Column({ type: 'varchar', length: 24 })
  at!: string;

  @Column({ name: 'accepted_fewer', type: 'text', nullable: true })
  acceptedFewer!: string | null;
}

/** Which 外字 stand in a row, by the header and place of each 〓: `氏名:3=F040`. */
@Entity('csv_gaiji')
export class CsvGaiji {
  @PrimaryColumn({ name: 'table_name', type: 'varchar', length: 64 })
  table!: string;

  @PrimaryColumn({ name: 'row_id', type: 'varchar', length: 64 })
  rowId!: string;

  @Column({ type: 'text' })
  codes!: string;
}

/** Of the import alone: the subgraph itself neither reads nor releases them. */
export const importEntities = [CsvImport, CsvGaiji];

export class CsvImports1763770034000 implements MigrationInterface {
  name = 'CsvImports1763770034000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const count = (name: string) => ({ name, type: 'int', isNullable: false });
    await queryRunner.createTable(
      new Table({
        name: 'csv_import',
        columns: [
          keyColumn('id'),
          textColumn('file', 64),
          textColumn('digest', 64),
          count('row_count'),
          count('rejected_count'),
          textColumn('at', 24),
          longTextColumn('accepted_fewer'),
        ],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'csv_gaiji',
        columns: [
          keyColumn('table_name'),
          keyColumn('row_id'),
          { ...longTextColumn('codes'), isNullable: false },
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['csv_gaiji', 'csv_import']) await queryRunner.dropTable(table);
  }
}
