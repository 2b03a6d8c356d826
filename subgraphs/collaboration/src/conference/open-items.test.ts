import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';
import { openDatabase } from '@kasane/subgraph-kit';
import { Capacity, officeCode, Role, staffId } from '@kasane/vocabulary';
import type { DataSource } from 'typeorm';
import { collaboration } from '../collaboration.js';
import { appropriatenessOf } from './appropriateness.js';
import { conferencesAhead, minutesToWrite } from './open-items.js';

/** What conferences leave waiting, and for whom; and what one said of a plan. On a database of its own. */

const now = new Date('2026-11-22T03:00:00Z');
const who = (id: string, office: string, ...roles: readonly Role[]) => ({
  staffId: staffId(id),
  office: officeCode(office),
  capacity: Capacity.CITY_STAFF,
  roles,
  requestId: 'r-1',
  tokenDigest: 'd',
});
const secretary = who('sec', 'city', Role.COORDINATOR);
const member = who('worker', 'centre', Role.SECTOR_WORKER);

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase('collaboration');
  source = await openDatabase({
    databaseUrl: database.url,
    migrationUrl: database.migrationUrl,
    entities: collaboration.entities,
    migrations: collaboration.migrations,
  } as never);
  const { manager } = source;
  const conference = (id: string, kind: string, heldAt: string) =>
    manager.sql`INSERT INTO conference (id, kind, case_id, office_code, convened_by, secretariat, held_at, place, created_at)
      VALUES (${id}, ${kind}, 'case-1', 'city', 'boss', 'sec', ${heldAt}, '会議室', '2026-11-01T00:00:00Z')`;
  await conference('ahead', 'MULTILAYER', '2026-11-24T03:00:00Z');
  await conference('unwritten', 'MULTILAYER', '2026-11-20T16:00:00Z');
  await conference('draft', 'MULTILAYER', '2026-11-10T03:00:00Z');
  await conference('done', 'MULTILAYER', '2026-11-05T03:00:00Z');
  await conference('edited', 'SUPPORT', '2026-11-06T03:00:00Z');
  await manager.sql`INSERT INTO conference_person VALUES ('ahead', 'p-1', 'h-1'), ('ahead', 'p-2', 'h-1')`;
  await manager.sql`INSERT INTO conference_participant VALUES
    ('ahead', 'worker centre', 'worker', 'centre', '包括', '白樺', 'ENTRUSTED_STAFF', 'sec', '2026-11-02T00:00:00Z')`;
  await manager.sql`INSERT INTO conference_minutes
    SELECT id, version, '[]', '検討', '[]', NULL, 'sec', '2026-11-11T00:00:00Z'
    FROM (VALUES ('draft', 1), ('done', 1), ('edited', 1), ('edited', 2)) m (id, version)`;
  await manager.sql`INSERT INTO conference_minutes_approval VALUES
    ('done', 1, 'boss', '2026-11-12T00:00:00Z'), ('edited', 1, 'boss', '2026-11-12T00:00:00Z')`;
  await manager.sql`INSERT INTO conference_agenda_item VALUES
    ('ag-1', 'draft', 1, 'h-1', 'APPROPRIATENESS', 'プラン案', 'plan-1'),
    ('ag-2', 'done', 1, 'h-1', 'APPROPRIATENESS', 'プラン案', 'plan-1'),
    ('ag-3', 'edited', 1, 'h-1', 'APPROPRIATENESS', 'プラン案', 'plan-2')`;
  await manager.sql`INSERT INTO conference_agenda_result VALUES
    ('ag-1', 'draft', 'AGREED', '適切', 'sec', '2026-11-10T04:00:00Z'),
    ('ag-2', 'done', 'NOT_AGREED', '再検討', 'sec', '2026-11-05T04:00:00Z'),
    ('ag-3', 'edited', 'AGREED', '適切', 'sec', '2026-11-06T04:00:00Z')`;
}, 60_000);
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

const ask = { today: '2026-11-22', now, limit: 10 };

describe('a conference that is ahead', () => {
  test('waits for those who sit in it, on its day in Japan', async () => {
    const [item, ...more] = await conferencesAhead(source.manager, { ...ask, viewer: member });
    expect(item).toMatchObject({
      kind: 'CONFERENCE',
      id: 'ahead',
      caseId: 'case-1',
      persons: ['p-1', 'p-2'],
      office: 'centre',
      staff: 'worker',
      due: '2026-11-24',
    });
    expect(more).toEqual([]);
    expect(await conferencesAhead(source.manager, { ...ask, viewer: secretary })).toHaveLength(1);
  });

  test('waits for nobody else, nor for the same person at another office', async () => {
    for (const viewer of [who('worker', 'city'), who('other', 'centre'), who('other', 'city')])
      expect(await conferencesAhead(source.manager, { ...ask, viewer })).toEqual([]);
  });
});

describe('minutes', () => {
  test('wait for their secretariat while the newest version is not approved, within seven days', async () => {
    const items = await minutesToWrite(source.manager, { ...ask, viewer: secretary });
    expect(items.map(({ id, due }) => [id, due])).toEqual([
      ['edited', '2026-11-13'],
      ['draft', '2026-11-17'],
      // 16:00 UTC is the next day in Japan.
      ['unwritten', '2026-11-28'],
    ]);
  });

  test('wait for the manager of the office too, and for nobody else of it', async () => {
    const manager = who('boss-2', 'city', Role.OFFICE_MANAGER);
    expect(await minutesToWrite(source.manager, { ...ask, viewer: manager })).toHaveLength(3);
    expect(await minutesToWrite(source.manager, { ...ask, viewer: manager, limit: 1 })).toHaveLength(1);
    for (const viewer of [who('other', 'city', Role.COORDINATOR), who('sec', 'centre')])
      expect(await minutesToWrite(source.manager, { ...ask, viewer })).toEqual([]);
  });
});

test('of a plan the newest word of a 重層的支援会議 counts, and none of another kind or case', async () => {
  const said = (id: string, caseId = 'case-1') => appropriatenessOf(source.manager, { id, caseId });
  expect(await said('plan-1')).toMatchObject({ conferenceId: 'draft', outcome: 'AGREED' });
  for (const [plan, of] of [['plan-2'], ['plan-3'], ['plan-1', 'case-2']] as const)
    expect(await said(plan, of)).toBeUndefined();
});
