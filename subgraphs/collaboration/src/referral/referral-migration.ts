import { flagColumn, keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  createAppendOnly,
  dropTables,
  instantColumn,
  wordsColumn,
  type AppendOnlyTable,
} from '../append-only.js';

const history: readonly AppendOnlyTable[] = [
  {
    name: 'referral_person',
    columns: [keyColumn('referral_id'), keyColumn('person_id')],
    indexed: [['person_id']],
  },
  {
    name: 'referral_event',
    columns: [
      keyColumn('referral_id'),
      { name: 'version', type: 'int', isPrimary: true },
      textColumn('state', 16),
      textColumn('send_back_reason', 32, true),
      textColumn('withdrawn_by', 16, true),
      textColumn('on_date', 10),
      longTextColumn('text'),
      textColumn('office_code', 64),
      textColumn('staff_id', 64),
      instantColumn('at'),
    ],
  },
];

/** つなぎ: each with who holds it now, whom it is about, and every step. */
export class Referrals1763770003120 implements MigrationInterface {
  name = 'Referrals1763770003120';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'referral',
        columns: [
          keyColumn('id'),
          textColumn('case_id', 64),
          textColumn('household_id', 64),
          textColumn('from_office', 64),
          textColumn('from_staff', 64),
          textColumn('to_office', 64),
          textColumn('urgency', 16),
          flagColumn('hands_over'),
          flagColumn('on_paper'),
          textColumn('told_by', 128, true),
          textColumn('told_to', 128, true),
          textColumn('told_on', 10, true),
          wordsColumn('reason'),
          longTextColumn('request'),
          instantColumn('sent_at'),
          textColumn('answer_due', 10),
          textColumn('first_contact_due', 10),
          textColumn('replaces_id', 64, true),
          textColumn('state', 16),
          { name: 'version', type: 'int' },
          textColumn('holder_office', 64),
          textColumn('holder_staff', 64, true),
          textColumn('due_on', 10, true),
          textColumn('seat_id', 64, true),
        ],
      }),
    );
    const indexes = [['case_id'], ['to_office', 'sent_at', 'id'], ['from_office', 'sent_at', 'id']];
    for (const columnNames of indexes)
      await queryRunner.createIndex(
        'referral',
        new TableIndex({ name: `referral_${columnNames.join('_')}`, columnNames }),
      );
    // What waits, for who holds it and for who sent it, without reading what is done.
    for (const office of ['holder_office', 'from_office'])
      await queryRunner.query(
        `CREATE INDEX referral_${office}_due ON referral (${office}, due_on, id) WHERE due_on IS NOT NULL`,
      );
    await createAppendOnly(queryRunner, history);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropTables(queryRunner, history);
    await queryRunner.dropTable('referral');
  }
}
