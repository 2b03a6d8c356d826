import { keyColumn, textColumn } from '@kasane/subgraph-kit';
import { TableIndex, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import {
  createAppendOnly,
  dropTables,
  instantColumn,
  jsonColumn,
  wordsColumn,
  type AppendOnlyTable,
} from '../append-only.js';

const number = (name: string, isPrimary = false): TableColumnOptions => ({ name, type: 'int', isPrimary });
const ofConference = textColumn('conference_id', 64);
const seatKey: TableColumnOptions = { ...textColumn('seat_key', 300), isPrimary: true };

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'conference',
    columns: [
      keyColumn('id'),
      textColumn('kind', 16),
      textColumn('session_id', 64, true),
      textColumn('case_id', 64, true),
      textColumn('office_code', 64),
      textColumn('convened_by', 64),
      textColumn('secretariat', 64),
      instantColumn('held_at'),
      textColumn('place', 256),
      textColumn('moved_from', 64, true),
      instantColumn('created_at'),
    ],
    indexed: [['office_code'], ['case_id']],
  },
  {
    name: 'conference_person',
    columns: [keyColumn('conference_id'), keyColumn('person_id'), keyColumn('household_id')],
    indexed: [['household_id']],
  },
  {
    name: 'conference_agenda_item',
    columns: [
      keyColumn('id'),
      ofConference,
      number('number'),
      textColumn('household_id', 64),
      textColumn('kind', 32),
      wordsColumn('topic'),
      textColumn('plan_id', 64, true),
    ],
    indexed: [['conference_id'], ['plan_id']],
  },
  {
    name: 'conference_agenda_result',
    columns: [
      keyColumn('item_id'),
      ofConference,
      textColumn('outcome', 32),
      wordsColumn('words'),
      textColumn('recorded_by', 64),
      instantColumn('at'),
    ],
    indexed: [['conference_id']],
  },
  {
    name: 'conference_participant',
    columns: [
      keyColumn('conference_id'),
      seatKey,
      textColumn('staff_id', 64, true),
      textColumn('office_code', 64, true),
      textColumn('affiliation', 128),
      textColumn('name', 128),
      textColumn('capacity', 16),
      textColumn('invited_by', 64),
      instantColumn('invited_at'),
    ],
    indexed: [['staff_id', 'office_code']],
  },
  {
    name: 'conference_attendance',
    columns: [keyColumn('conference_id'), seatKey, textColumn('recorded_by', 64), instantColumn('at')],
  },
  {
    name: 'conference_material',
    columns: [
      keyColumn('id'),
      ofConference,
      textColumn('household_id', 64),
      textColumn('source_office', 64),
      textColumn('title', 128),
      jsonColumn('categories'),
      jsonColumn('fields'),
      textColumn('digest', 64),
      { ...wordsColumn('words'), isNullable: true },
      textColumn('added_by', 64),
      instantColumn('added_at'),
      instantColumn('expires_at'),
    ],
    indexed: [['conference_id']],
  },
  {
    name: 'conference_minutes',
    columns: [
      keyColumn('conference_id'),
      number('version', true),
      jsonColumn('shared'),
      wordsColumn('discussion'),
      jsonColumn('gaps'),
      textColumn('next_on', 10, true),
      textColumn('written_by', 64),
      instantColumn('written_at'),
    ],
  },
  {
    name: 'conference_minutes_approval',
    columns: [
      keyColumn('conference_id'),
      number('version', true),
      textColumn('approved_by', 64),
      instantColumn('approved_at'),
    ],
  },
  {
    name: 'conference_role',
    columns: [
      keyColumn('conference_id'),
      number('version', true),
      number('number', true),
      textColumn('office_code', 64),
      textColumn('household_id', 64),
      jsonColumn('persons'),
      wordsColumn('what'),
      textColumn('until_on', 10),
    ],
    indexed: [['office_code']],
  },
];

/** The papers of 支援会議 and 重層的支援会議. */
export class Conferences1763770003400 implements MigrationInterface {
  name = 'Conferences1763770003400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createAppendOnly(queryRunner, tables);
    // One set of papers for a session, and one 重層的支援会議 out of a 支援会議; nothing is not compared.
    for (const column of ['session_id', 'moved_from'])
      await queryRunner.createIndex(
        'conference',
        new TableIndex({ name: `conference_${column}`, columnNames: [column], isUnique: true }),
      );
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropTables(queryRunner, tables);
  }
}
