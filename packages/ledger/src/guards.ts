import type { QueryRunner } from 'typeorm';
import { LEDGER_TABLE } from './columns.js';
import { NOT_NEXT } from './store.js';

/**
 * What the database itself holds to, whoever is connected: no entry is changed or removed, and a new one follows
 * the last. The second keeps out a row with a far number, which would end the ledger for everybody.
 *
 * The triggers bind the owner too; only by altering the table, which the runtime role cannot, are they avoided.
 */
export async function guardOnPostgres(queryRunner: QueryRunner, appRole: string | undefined): Promise<void> {
  const [{ schema }] = (await queryRunner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
  // Qualified: a temporary table of the same name would be found first and could vouch for any row.
  const table = `${quoted(schema)}.${LEDGER_TABLE}`;
  await queryRunner.query(`
    CREATE FUNCTION ${quoted(schema)}.ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the ledger is append-only';
    END $$`);
  await queryRunner.query(`
    CREATE FUNCTION ${quoted(schema)}.ledger_check_next() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.seq < 1 OR (NEW.seq > 1 AND NOT EXISTS (
        SELECT 1 FROM ${table} WHERE seq = NEW.seq - 1 AND hash = NEW.prev_hash
      )) THEN
        RAISE EXCEPTION 'the entry does not follow the last one' USING ERRCODE = '${NOT_NEXT}';
      END IF;
      RETURN NEW;
    END $$`);
  const triggers = [
    ['ledger_no_change', 'BEFORE UPDATE OR DELETE', 'FOR EACH ROW', 'ledger_refuse_change'],
    ['ledger_no_truncate', 'BEFORE TRUNCATE', 'FOR EACH STATEMENT', 'ledger_refuse_change'],
    ['ledger_next', 'BEFORE INSERT', 'FOR EACH ROW', 'ledger_check_next'],
  ];
  for (const [name, when, each, run] of triggers) {
    await queryRunner.query(
      `CREATE TRIGGER ${name} ${when} ON ${table} ${each} EXECUTE FUNCTION ${quoted(schema)}.${run}()`,
    );
    // ALWAYS: also where a session passes itself off as a replica, in which ordinary triggers do not fire.
    await queryRunner.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${name}`);
  }
  await queryRunner.query(`REVOKE ALL ON ${table} FROM PUBLIC`);
  if (appRole !== undefined) {
    await queryRunner.query(`REVOKE ALL ON ${table} FROM ${quoted(appRole)}`);
    await queryRunner.query(`GRANT SELECT, INSERT ON ${table} TO ${quoted(appRole)}`);
  }
}

/**
 * The same guard against what does not follow the last entry, asked once for a statement in place of once for a row.
 * The trigger for each row kept a plan that it had made while the ledger was small: to read it whole.
 */
export async function followOnceOnPostgres(queryRunner: QueryRunner): Promise<void> {
  const [{ schema }] = (await queryRunner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
  const table = `${quoted(schema)}.${LEDGER_TABLE}`;
  const check = `${quoted(schema)}.ledger_check_added`;
  await queryRunner.query(`
    CREATE FUNCTION ${check}() RETURNS trigger LANGUAGE plpgsql
    -- Without the second a plan that is made while the ledger is small reads it whole, and is kept while it grows.
    SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
    DECLARE
      entry record;
      last_seq bigint;
      last_hash text;
    BEGIN
      FOR entry IN SELECT seq, prev_hash, hash FROM added ORDER BY seq LOOP
        IF last_seq IS NULL AND entry.seq > 1 THEN
          SELECT seq, hash INTO last_seq, last_hash FROM ${table} WHERE seq = entry.seq - 1;
        END IF;
        IF entry.seq > 1 AND (entry.seq = last_seq + 1 AND entry.prev_hash = last_hash) IS NOT TRUE OR entry.seq < 1 THEN
          RAISE EXCEPTION 'the entry does not follow the last one' USING ERRCODE = '${NOT_NEXT}';
        END IF;
        last_seq := entry.seq;
        last_hash := entry.hash;
      END LOOP;
      RETURN NULL;
    END $$`);
  await queryRunner.query(`DROP TRIGGER ledger_next ON ${table}`);
  await queryRunner.query(`DROP FUNCTION ${quoted(schema)}.ledger_check_next()`);
  await queryRunner.query(
    `CREATE TRIGGER ledger_next AFTER INSERT ON ${table} REFERENCING NEW TABLE AS added
     FOR EACH STATEMENT EXECUTE FUNCTION ${check}()`,
  );
  await queryRunner.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ledger_next`);
}

/** The same on MariaDB, which has no trigger for TRUNCATE: there it takes the DROP privilege, not to be granted. */
export async function guardOnMariadb(queryRunner: QueryRunner): Promise<void> {
  const refuse = (what: string): string => `SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${what}'`;
  for (const change of ['UPDATE', 'DELETE']) {
    await queryRunner.query(
      `CREATE TRIGGER ledger_no_${change.toLowerCase()} BEFORE ${change} ON ${LEDGER_TABLE} FOR EACH ROW ${refuse('the ledger is append-only')}`,
    );
  }
  await queryRunner.query(`
    CREATE TRIGGER ledger_next BEFORE INSERT ON ${LEDGER_TABLE} FOR EACH ROW
    IF NEW.seq < 1 OR (NEW.seq > 1 AND NOT EXISTS (
      SELECT 1 FROM ${LEDGER_TABLE} WHERE seq = NEW.seq - 1 AND hash = NEW.prev_hash
    )) THEN
      ${refuse('the entry does not follow the last one')};
    END IF`);
}

const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
