import 'reflect-metadata';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openSector } from '@kasane/subgraph-kit/testing';
import { Category, personId, type SectorEntry } from '@kasane/vocabulary';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemsOf, type Answers } from './answers.js';
import { createSector, FolderExistsError } from './create-sector.js';
import { plural } from './names.js';
import { MODEL, rewrite } from './rewrite.js';

const top = fileURLToPath(new URL('../../../', import.meta.url));
const model = join(top, 'packages', 'subgraph-kit', 'examples', 'school-education');
const scratch = join(top, '.kasane', `created-${randomBytes(4).toString('hex')}`);
mkdirSync(scratch, { recursive: true });
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const LUNCH: Answers = {
  id: 'meal-delivery',
  ja: '配食',
  en: 'meal delivery',
  concept: 'delivery-plan',
  conceptJa: '配食計画',
  category: Category.CARE_SERVICE,
  port: 4010,
};

describe('a new sector', () => {
  test('with the model’s own names is the model', async () => {
    const folder = join(scratch, 'same');
    const files = await createSector(MODEL, folder);
    for (const file of files.filter((name) => name.startsWith('src/') || name === 'registry-entry.json'))
      expect([file, readFileSync(join(folder, file), 'utf8')]).toEqual([
        file,
        readFileSync(join(model, file), 'utf8'),
      ]);
    expect(files).toContain('src/school-education.test.ts');
  });

  test('compiles, runs and keeps closed what is not permitted', async () => {
    const folder = join(scratch, LUNCH.id);
    await createSector(LUNCH, folder);
    execFileSync(process.execPath, [join(top, 'node_modules/typescript-native/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    });
    const { mealDelivery } = (await import(join(folder, 'dist', 'index.js'))) as {
      readonly mealDelivery: Parameters<typeof openSector>[0];
    };
    const entry = JSON.parse(readFileSync(join(folder, 'registry-entry.json'), 'utf8')) as SectorEntry;
    expect(entry).toMatchObject({ id: 'meal-delivery', field: 'mealDelivery', name: { ja: '配食' } });
    const sector = await openSector(mealDelivery, { entry });
    try {
      const younger = personId('p-younger');
      const what = 'deliveryPlan { words } deliveryPlans { words } contacts { summary }';
      expect(await sector.records(what, [younger], Category.CARE_SERVICE)).toEqual([
        { deliveryPlan: { words: '見本 3' }, deliveryPlans: [{ words: '見本 3' }], contacts: null },
      ]);
      expect(await sector.records(what, [younger])).toEqual([null]);
    } finally {
      await sector.close();
    }
  }, 60_000);

  test('does not overwrite what is there', async () => {
    await createSector(LUNCH, join(scratch, 'twice'));
    await expect(createSector(LUNCH, join(scratch, 'twice'))).rejects.toThrow(FolderExistsError);
  });
});

test('of the model’s names nothing is left in another sector', () => {
  const text = readFileSync(join(model, 'src', 'enrolment', 'enrolment-resolver.ts'), 'utf8');
  expect(rewrite(text, LUNCH)).not.toMatch(/school|enrol|学校|在籍/i);
});

test('what is asked is asked for all at once', () => {
  const nothing = { id: undefined, ja: undefined, en: undefined, concept: undefined } as const;
  expect(problemsOf({ ...nothing, conceptJa: undefined, category: undefined, port: undefined })).toHaveLength(
    7,
  );
  expect(problemsOf({ ...LUNCH, port: '4010' })).toEqual([]);
  for (const wrong of [
    { id: 'Meal Delivery' },
    { id: '../etc' },
    { concept: 'contact' },
    { category: 'ABUSE' },
    { category: 'LUNCH' },
    { port: '80' },
  ])
    expect(problemsOf({ ...LUNCH, port: '4010', ...wrong })).toHaveLength(1);
});

test('English plurals, as far as fields need them', () => {
  expect(['enrolment', 'inquiry', 'stay', 'address', 'batch'].map(plural)).toEqual([
    'enrolments',
    'inquiries',
    'stays',
    'addresses',
    'batches',
  ]);
});
