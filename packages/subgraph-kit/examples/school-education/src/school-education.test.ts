import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MAX_STATEMENTS, openSector, type SectorUnderTest } from '@kasane/subgraph-kit/testing';
import { Category, Role, type SectorEntry } from '@kasane/vocabulary';
import { readFileSync } from 'node:fs';
import { schoolEducation } from './school-education.js';
import { OFFICE, OLDER, WORKER, YOUNGER } from './seed/seed.js';

const entry = JSON.parse(
  readFileSync(new URL('../registry-entry.json', import.meta.url), 'utf8'),
) as SectorEntry;

let sector: SectorUnderTest;
beforeAll(async () => {
  sector = await openSector(schoolEducation, { entry });
}, 60_000);
afterAll(() => sector?.close());

const EVERYTHING =
  'enrolment { words } enrolments { words } responsibilities { staffName } contacts { summary }';

test('shows what a consent permits, and no more', async () => {
  expect(await sector.records(EVERYTHING, [YOUNGER], Category.SCHOOL)).toEqual([
    {
      enrolment: { words: '見本 3' },
      enrolments: [{ words: '見本 3' }],
      responsibilities: null,
      contacts: null,
    },
  ]);
});

test('leaves out a record that speaks also of somebody who did not consent, and tells nothing of it', async () => {
  expect(await sector.records(EVERYTHING, [OLDER], Category.SCHOOL)).toMatchObject([
    { enrolment: { words: '見本 1' }, enrolments: [{ words: '見本 1' }] },
  ]);
  expect(await sector.records(EVERYTHING, [OLDER, YOUNGER], Category.SCHOOL)).toMatchObject([
    { enrolments: [{ words: '見本 2' }, { words: '見本 1' }] },
    {},
  ]);
});

test('answers nothing without a viewer, without a grant, or on the grant of somebody else', async () => {
  const [token, other] = await Promise.all([sector.mint(), sector.mint({ requestId: 'request-2' })]);
  const grant = await sector.grant(other, [YOUNGER], entry.categories);
  for (const answer of [
    await sector.entities(EVERYTHING, [YOUNGER], undefined, grant),
    await sector.entities(EVERYTHING, [YOUNGER], token),
    await sector.entities(EVERYTHING, [YOUNGER], token, grant),
    await sector.entities(EVERYTHING, [YOUNGER], token, 'forged'),
  ])
    expect(answer.text).not.toContain('見本');
});

test('opens a file to the worker who is assigned to it, and to no colleague', async () => {
  const own = { staffId: WORKER, office: OFFICE, sector: entry.id, roles: [Role.SECTOR_WORKER] };
  const seenBy = async (viewer: object): Promise<string> => {
    const token = await sector.mint(viewer);
    return (await sector.entities(EVERYTHING, [OLDER], token, await sector.grant(token, [OLDER], []))).text;
  };
  expect(await seenBy(own)).toContain('見本 2');
  expect(await seenBy({ ...own, staffId: 'colleague' })).not.toContain('見本');
});

test('reads nothing where nothing is permitted, and everything of everybody in four statements', async () => {
  expect(await sector.records(EVERYTHING, [OLDER, YOUNGER])).toEqual([null, null]);
  expect(sector.statements.filter((statement) => /enrolment|contact/.test(statement))).toEqual([]);
  await sector.ask(sector.everything, [OLDER, YOUNGER]);
  expect(sector.statements.length).toBeLessThanOrEqual(MAX_STATEMENTS);
});
