import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';
import { Capacity, ErrorCode, officeCode, personId, Role, staffId, type PersonId } from '@kasane/vocabulary';
import type { DataSource } from 'typeorm';
import { openDatabase } from './database.js';
import { GRANDMOTHER, MOTHER, SCHOOL, SON } from './kit.fixtures.js';
import { SectorLinks } from './links.js';
import { Reader } from './reader.js';
import {
  ContactRow,
  LinkStatus,
  PersonLink,
  ResponsibilityRow,
  sectorEntities,
  sectorMigrations,
} from './sector-tables.js';
import { UNLINKED } from './subjects.js';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase('links');
  const { url, migrationUrl } = database;
  const migrations = sectorMigrations;
  dataSource = await openDatabase({ databaseUrl: url, migrationUrl, entities: sectorEntities, migrations });
}, 60_000);
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(async () => {
  for (const entity of sectorEntities)
    await dataSource.manager.createQueryBuilder().delete().from(entity).execute();
});

const link = (person: PersonId, localId: string, status: LinkStatus = LinkStatus.CONFIRMED) =>
  dataSource.manager.insert(PersonLink, { personId: person, localId, status, method: 'BY_HAND' });

const contact = (id: string, localId: string, alsoAbout: string | null = null) =>
  dataSource.manager.insert(ContactRow, {
    id,
    localId,
    alsoAbout,
    on: '2026-10-01',
    method: 'PHONE',
    officeCode: 'office',
    staffName: '見本 教子',
    summary: id,
  });

/** As a request begins; of the sector's own staff with their office. */
const linksOf = (ownOffice?: string, manager = dataSource.manager) =>
  new SectorLinks(manager, new Reader(manager), ownOffice);

/** The contacts of each, as `id: subjects`, read in one request. */
async function contactsOf(...persons: readonly PersonId[]): Promise<readonly (readonly string[])[]> {
  const loader = linksOf().rows(ContactRow, { id: 'ASC' });
  const files = await Promise.all(persons.map((person) => loader.load(person)));
  return files.map((file) => [...file].map(({ id, subjects }) => `${id}: ${subjects?.join(' ')}`));
}

describe('the rows of a person', () => {
  test('are those of all their files, in one order, each with all whom it speaks of', async () => {
    await Promise.all([link(MOTHER, 'm-1'), link(MOTHER, 'm-2'), link(SON, 's-1')]);
    await Promise.all([contact('a', 'm-2'), contact('b', 'm-1', 's-1'), contact('c', 's-1', 'm-2,x-9')]);
    expect(await contactsOf(MOTHER, SON, GRANDMOTHER)).toEqual([
      [`a: ${MOTHER}`, `b: ${MOTHER} ${SON}`],
      [`c: ${SON} ${MOTHER} ${UNLINKED}`],
      [],
    ]);
  });

  test('are the same whoever else is asked for', async () => {
    await Promise.all([link(MOTHER, 'm-1'), link(SON, 's-1')]);
    await Promise.all([contact('a', 'm-1', 's-1'), contact('b', 's-1')]);
    const [alone] = await contactsOf(MOTHER);
    expect((await contactsOf(SON, MOTHER))[1]).toEqual(alone);
  });

  test.each([LinkStatus.SUGGESTED, LinkStatus.UNLINKED])(
    'are not found through a link that is %s',
    async (status) => {
      await link(MOTHER, 'm-1', status);
      await Promise.all([link(SON, 's-1'), contact('a', 'm-1'), contact('b', 's-1', 'm-1')]);
      expect(await contactsOf(MOTHER, SON)).toEqual([[], [`b: ${SON} ${UNLINKED}`]]);
    },
  );

  test('are nobody’s while their file is confirmed for two persons, in whatever way they are asked for', async () => {
    await Promise.all([
      link(MOTHER, 'shared'),
      link(GRANDMOTHER, 'shared'),
      link(MOTHER, 'm-1'),
      link(SON, 's-1'),
    ]);
    await Promise.all([contact('a', 'shared'), contact('b', 'm-1'), contact('c', 's-1', 'shared')]);
    const answers = [
      ...(await Promise.all([contactsOf(MOTHER), contactsOf(GRANDMOTHER), contactsOf(SON)])).flat(),
      ...(await contactsOf(MOTHER, GRANDMOTHER, SON)),
    ];
    const each = [[`b: ${MOTHER}`], [], [`c: ${SON} ${UNLINKED}`]];
    expect(answers).toEqual([...each, ...each]);
  });

  test('fail when the links cannot be read: that must not look like no records', async () => {
    await Promise.all([link(MOTHER, 'm-1'), contact('a', 'm-1')]);
    const away = { dataSource, query: () => Promise.reject(new Error('the database is away')) };
    const loader = linksOf(undefined, away as never).rows(ContactRow, { id: 'ASC' });
    await expect(loader.load(MOTHER)).rejects.toMatchObject({ code: ErrorCode.SECTOR_UNAVAILABLE });
  });
});

describe('responsibility', () => {
  const office = officeCode('office');
  const worker = {
    staffId: staffId('worker'),
    office,
    capacity: Capacity.CITY_STAFF,
    roles: [Role.SECTOR_WORKER],
  };
  const today = '2026-11-22';
  const responsible = (id: string, localId: string, more: Partial<ResponsibilityRow> = {}) =>
    dataSource.manager.insert(ResponsibilityRow, {
      id,
      localId,
      officeCode: office,
      staffId: 'worker',
      staffName: null,
      role: 'LEAD',
      from: '2025-04-01',
      to: null,
      ...more,
    });
  const clients = (viewer: Parameters<SectorLinks['personsOf']>[0], limit = 10) =>
    linksOf(office).personsOf(viewer, today, limit);

  beforeEach(async () => {
    await Promise.all([
      link(MOTHER, 'm-1'),
      link(SON, 's-1'),
      link(GRANDMOTHER, 'g-1'),
      link(personId('p-a'), 'a-1', LinkStatus.SUGGESTED),
    ]);
    await responsible('r-1', 's-1');
    await responsible('r-2', 'm-1', { staffId: null, to: today });
    await responsible('r-3', 'm-1', { from: today });
    await responsible('r-4', 'g-1', { staffId: 'colleague' });
    await responsible('r-5', 'a-1');
    await responsible('r-6', 'g-1', { to: '2026-11-21' });
    await responsible('r-7', 'g-1', { from: '2026-11-23' });
    await responsible('r-8', 'g-1', { officeCode: 'another' });
  });

  test("makes one's clients: one's own and the office's, each once, today", async () => {
    expect(await clients(worker)).toEqual([MOTHER, SON].sort());
    expect(await clients({ ...worker, roles: [Role.OFFICE_MANAGER] })).toEqual(
      [GRANDMOTHER, MOTHER, SON].sort(),
    );
    expect(await clients({ ...worker, office: officeCode('nowhere') })).toEqual([]);
  });

  test("is limited to one's own clients, not before a colleague's are left out", async () => {
    expect(await clients(worker, 1)).toEqual([[MOTHER, SON].sort()[0]]);
  });

  test('is told of an office with its days and workers, for the decision', async () => {
    const persons = [MOTHER, GRANDMOTHER, personId('p-a')];
    expect(await linksOf().assignments(persons, SCHOOL.id)).toEqual([]);
    const found = await linksOf(office).assignments(persons, SCHOOL.id);
    expect(found.map(({ id }) => id).sort()).toEqual(['r-2', 'r-3', 'r-4', 'r-6', 'r-7']);
    expect(found.find(({ id }) => id === 'r-2')).toEqual({
      id: 'r-2',
      person: MOTHER,
      sector: SCHOOL.id,
      office,
      staff: undefined,
      from: '2025-04-01',
      to: today,
    });
  });

  test('for a file that was confirmed for two persons is nobody’s: it would open the other files of the wrong one', async () => {
    await link(GRANDMOTHER, 's-1');
    expect(await clients(worker)).toEqual([MOTHER]);
    const found = await linksOf(office).assignments([SON, GRANDMOTHER], SCHOOL.id);
    expect(found.map(({ id }) => id).sort()).toEqual(['r-4', 'r-6', 'r-7']);
  });
});
