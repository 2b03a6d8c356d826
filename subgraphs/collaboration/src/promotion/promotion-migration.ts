import { keyColumn, textColumn } from '@kasane/subgraph-kit';
import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';
import {
  createAppendOnly,
  dropTables,
  instantColumn,
  jsonColumn,
  wordsColumn,
  type AppendOnlyTable,
} from '../append-only.js';

const municipality: TableColumnOptions = { ...textColumn('local_government_code', 6), isPrimary: true };
const number = (name: string, isPrimary = false): TableColumnOptions => ({ name, type: 'int', isPrimary });

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'conference_statistic',
    columns: [
      municipality,
      number('fiscal_year', true),
      number('number', true),
      textColumn('summary', 256),
      jsonColumn('issues'),
      number('circles'),
      jsonColumn('others'),
    ],
  },
  {
    name: 'promotion_note',
    columns: [
      municipality,
      number('fiscal_year', true),
      { ...textColumn('stage', 8), isPrimary: true },
      number('version', true),
      wordsColumn('words'),
      textColumn('office_code', 64),
      textColumn('written_by', 64),
      instantColumn('written_at'),
    ],
  },
  {
    name: 'training_event',
    columns: [
      keyColumn('id'),
      textColumn('local_government_code', 6),
      textColumn('held_on', 10),
      textColumn('title', 256),
      textColumn('audience', 256),
      number('attendees'),
      textColumn('recorded_by', 64),
      instantColumn('recorded_at'),
    ],
    indexed: [['local_government_code', 'held_on']],
  },
];

/** 推進会議: what the committee reads beside the indicators, none of it about a person. */
export class Promotion1763770003450 implements MigrationInterface {
  name = 'Promotion1763770003450';

  up(queryRunner: QueryRunner): Promise<void> {
    return createAppendOnly(queryRunner, tables);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropTables(queryRunner, tables);
  }
}
