import { integerColumn, keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  createAppendOnly,
  dropTables,
  instantColumn,
  jsonColumn,
  wordsColumn,
  type AppendOnlyTable,
} from '../append-only.js';

const by = [textColumn('office_code', 64), textColumn('staff_id', 64), instantColumn('at')];

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'case_note_version',
    columns: [
      keyColumn('note_id'),
      { name: 'version', type: 'int', isPrimary: true },
      instantColumn('held_at'),
      textColumn('method', 16),
      textColumn('answered_by', 128),
      textColumn('counterpart', 256),
      wordsColumn('content'),
      longTextColumn('next_step'),
      textColumn('next_on', 10, true),
      textColumn('next_office', 64, true),
      integerColumn('minutes'),
      jsonColumn('persons'),
      longTextColumn('reason'),
      ...by,
    ],
  },
  {
    name: 'told_disclosure',
    columns: [
      keyColumn('id'),
      textColumn('case_id', 64),
      jsonColumn('persons'),
      textColumn('recipient', 256),
      jsonColumn('categories'),
      textColumn('how', 16),
      textColumn('told_on', 10),
      wordsColumn('basis'),
      ...by,
    ],
    indexed: [['case_id', 'at']],
  },
];

/** 支援経過記録: notes with all their versions, and what was told outside the hub. */
export class CaseNotes1763770003220 implements MigrationInterface {
  name = 'CaseNotes1763770003220';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'case_note',
        columns: [
          keyColumn('id'),
          textColumn('case_id', 64),
          textColumn('office_code', 64),
          { name: 'version', type: 'int' },
          instantColumn('held_at'),
          jsonColumn('persons'),
        ],
      }),
    );
    await queryRunner.createIndex(
      'case_note',
      new TableIndex({ name: 'case_note_case_id_held_at', columnNames: ['case_id', 'held_at', 'id'] }),
    );
    await createAppendOnly(queryRunner, tables);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropTables(queryRunner, tables);
    await queryRunner.dropTable('case_note');
  }
}
