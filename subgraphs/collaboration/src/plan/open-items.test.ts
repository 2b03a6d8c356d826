import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';
import type { VerifiedViewer } from '@kasane/identity';
import { staffById } from '@kasane/sample-municipality';
import { openDatabase } from '@kasane/subgraph-kit';
import { japanDate, Role } from '@kasane/vocabulary';
import type { DataSource } from 'typeorm';
import { collaboration } from '../collaboration.js';
import { MonitoringRow } from '../monitoring/monitoring-tables.js';
import { seed } from '../seed/seed.js';
import { planOpenItems } from './open-items.js';
import { PlanItemState } from './plan-state.js';
import { PlanItemEventRow, PlanItemRow, PlanItemSeenRow, PlanRow } from './plan-tables.js';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase('open-items');
  const { entities, migrations } = collaboration;
  dataSource = await openDatabase({
    databaseUrl: database.url,
    migrationUrl: database.migrationUrl,
    entities,
    migrations,
  });
  await seed(dataSource.manager);
}, 60_000);
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** Nobody has looked, and everything is long in time: what each test makes of it is undone after it. */
const GIVEN = new Date('2026-11-20T00:00:00Z');
const NOW = new Date('2026-11-22T00:00:00Z');
beforeEach(async () => {
  const { manager } = dataSource;
  await manager.update(
    PlanItemRow,
    { planId: 'plan-h12' },
    { givenAt: GIVEN, state: PlanItemState.GIVEN, version: 1 },
  );
  await manager.update(PlanRow, { id: 'plan-h12' }, { nextMonitoringOn: '2027-01-31' });
});

const waitingFor = async (
  staff: string,
  more: Partial<VerifiedViewer> = {},
  now: Date = NOW,
): Promise<readonly string[]> => {
  const viewer = { ...staffById(staff), ...more } as VerifiedViewer;
  const rows = await planOpenItems(dataSource.manager, { viewer, today: japanDate(now), now, limit: 50 });
  return rows.map(({ kind, id, office, staff: of, due }) => [kind, id, office, of, due].join(' '));
};
const ofElderCare = 'PLAN_ITEM plan-h12-item-1 kato-korei-kaigo kato-elder-care-worker 2027-03-31';

test('what an office holds waits for the worker who is named, and for who manages the office', async () => {
  expect(await waitingFor('kato-elder-care-worker')).toEqual([ofElderCare]);
  const colleague = { staffId: staffById('kato-toshi-seisaku-worker').staffId };
  expect(await waitingFor('kato-elder-care-worker', colleague)).toEqual([]);
  const manager = { ...colleague, roles: [Role.OFFICE_MANAGER] };
  expect(await waitingFor('kato-elder-care-worker', manager)).toEqual([ofElderCare]);
  expect(await waitingFor('kato-hitorioya-worker')).toEqual([]);
});

test('what is in time is not the coordinator’s; what is overdue is told with who holds it, to no other coordinator', async () => {
  expect(await waitingFor('kato-coordinator')).toEqual([]);
  await dataSource.manager.update(PlanItemRow, { id: 'plan-h12-item-1' }, { dueOn: '2026-11-21' });
  const overdue = 'PLAN_ITEM plan-h12-item-1 kato-korei-kaigo kato-elder-care-worker 2026-11-21';
  expect(await waitingFor('kato-coordinator')).toEqual([overdue]);
  expect(await waitingFor('aizu-coordinator')).toEqual([]);
  await dataSource.manager.update(PlanItemRow, { id: 'plan-h12-item-1' }, { dueOn: '2027-03-31' });
});

test('an office that has not looked for a week is told to the coordinator, until it looks', async () => {
  const later = new Date('2026-11-28T00:00:00Z');
  expect(await waitingFor('kato-coordinator', {}, later)).toHaveLength(3);
  await dataSource.manager.insert(PlanItemSeenRow, {
    itemId: 'plan-h12-item-1',
    staffId: staffById('kato-elder-care-worker').staffId,
    at: NOW,
  });
  const unseen = await waitingFor('kato-coordinator', {}, later);
  expect(unseen).toHaveLength(2);
  expect(unseen).not.toContain(ofElderCare);
});

test('the next monitoring waits for the coordinator two weeks ahead, and stays when it is overdue', async () => {
  await dataSource.manager.update(PlanRow, { id: 'plan-h12' }, { nextMonitoringOn: '2026-12-06' });
  const monitoring = 'MONITORING plan-h12 kato-fukushi-somu kato-coordinator 2026-12-06';
  expect(await waitingFor('kato-coordinator')).toEqual([monitoring]);
  const afterwards = new Date('2027-01-10T00:00:00Z');
  expect(await waitingFor('kato-coordinator', {}, afterwards)).toContain(monitoring);
  expect(await waitingFor('kato-elder-care-worker')).not.toContain(monitoring);
});

test('what an office cannot do waits for the coordinator until the plan is looked at', async () => {
  const { manager } = dataSource;
  const { office, staffId } = staffById('kato-elder-care-worker');
  const written = { officeCode: office, staffId };
  await manager.update(
    PlanItemRow,
    { id: 'plan-h12-item-1' },
    { state: PlanItemState.CANNOT_DO, version: 2 },
  );
  await manager.insert(PlanItemEventRow, {
    ...written,
    itemId: 'plan-h12-item-1',
    version: 2,
    to: PlanItemState.CANNOT_DO,
    words: '訪問を断られているため。',
    at: NOW,
  });
  expect(await waitingFor('kato-elder-care-worker')).toEqual([]);
  expect(await waitingFor('kato-coordinator')).toEqual([
    'PLAN_ITEM plan-h12-item-1 kato-fukushi-somu kato-coordinator ',
  ]);
  await manager.insert(MonitoringRow, {
    ...written,
    id: 'pm-1',
    planId: 'plan-h12',
    plannedOn: null,
    heldOn: '2026-11-23',
    findings: '訪問の方法を見直した。',
    items: [],
    nextOn: null,
    persons: [],
    at: new Date('2026-11-23T00:00:00Z'),
  });
  expect(await waitingFor('kato-coordinator')).toEqual([]);
});
