import { keyColumn, textColumn } from '@kasane/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
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
    name: 'case_closing',
    columns: [
      keyColumn('case_id'),
      textColumn('lead_office', 64),
      wordsColumn('reason'),
      jsonColumn('persons'),
      ...by,
    ],
  },
  {
    name: 'case_reopening',
    columns: [keyColumn('reopened_from'), textColumn('case_id', 64), wordsColumn('reason'), ...by],
    indexed: [['case_id']],
  },
];

export class CaseClosings1763770003330 implements MigrationInterface {
  name = 'CaseClosings1763770003330';

  up(queryRunner: QueryRunner): Promise<void> {
    return createAppendOnly(queryRunner, tables);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropTables(queryRunner, tables);
  }
}
