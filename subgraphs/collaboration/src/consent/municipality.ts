import { keyColumn, textColumn } from '@kasane/subgraph-kit';
import { Column, Entity, PrimaryColumn, Table, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whose mayor a form is addressed to: the directory of offices knows a municipality by its code alone. */
@Entity('municipality')
export class MunicipalityRow {
  /** 全国地方公共団体コード, six digits. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  code!: string;

  @Column({ type: 'varchar', length: 128 })
  name!: string;

  @Column({ type: 'varchar', length: 128, nullable: true })
  kana!: string | null;
}

export class Municipalities1763770002110 implements MigrationInterface {
  name = 'Municipalities1763770002110';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'municipality',
        columns: [keyColumn('code'), textColumn('name', 128), textColumn('kana', 128, true)],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('municipality');
  }
}
