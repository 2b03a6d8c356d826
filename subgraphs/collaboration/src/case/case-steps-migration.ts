import { keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
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
    name: 'person_death',
    columns: [
      keyColumn('person_id'),
      { name: 'seq', type: 'int', isPrimary: true },
      textColumn('deceased_on', 10, true),
      wordsColumn('source'),
      textColumn('case_id', 64),
      ...by,
    ],
  },
  {
    name: 'case_transfer',
    columns: [
      keyColumn('id'),
      { ...textColumn('case_id', 64), isUnique: true },
      textColumn('municipality', 128),
      textColumn('municipality_code', 6, true),
      textColumn('receiving_office', 256),
      textColumn('contact', 256),
      textColumn('moved_on', 10),
      longTextColumn('message'),
      jsonColumn('persons'),
      jsonColumn('handed_over'),
      ...by,
    ],
  },
];

/** How a case ends by a move or by death, and who died. */
export class CaseSteps1763770003200 implements MigrationInterface {
  name = 'CaseSteps1763770003200';

  up(queryRunner: QueryRunner): Promise<void> {
    return createAppendOnly(queryRunner, tables);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropTables(queryRunner, tables);
  }
}
