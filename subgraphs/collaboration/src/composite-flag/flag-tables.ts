import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { keyColumn, textColumn } from '@kasane/subgraph-kit';
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  createAppendOnly,
  dropTables,
  instantColumn,
  jsonColumn,
  wordsColumn,
  type AppendOnlyTable,
} from '../append-only.js';
import type { CompositeFlagKind, FlagDecision } from './flag-words.js';

/** What an office decided about a composite flag. Never changed: who thinks otherwise writes another. */
@Entity('composite_flag')
export class CompositeFlagRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ type: 'varchar', length: 32 })
  kind!: CompositeFlagKind;

  @Column({ type: 'varchar', length: 16 })
  decision!: FlagDecision;

  @Column({ type: 'jsonb' })
  persons!: readonly PersonId[];

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'composite_flag',
    columns: [
      keyColumn('id'),
      textColumn('case_id', 64),
      textColumn('kind', 32),
      textColumn('decision', 16),
      jsonColumn('persons'),
      wordsColumn('reason'),
      textColumn('office_code', 64),
      textColumn('staff_id', 64),
      instantColumn('at'),
    ],
    indexed: [['case_id', 'at']],
  },
];

export class CompositeFlags1763770003230 implements MigrationInterface {
  name = 'CompositeFlags1763770003230';

  up(queryRunner: QueryRunner): Promise<void> {
    return createAppendOnly(queryRunner, tables);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropTables(queryRunner, tables);
  }
}
