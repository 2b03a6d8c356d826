import { describe, expect, test } from '@jest/globals';
import { alike, evidencePath, filtered, matrixOf, shownOf, type Cell, type SectorCells } from './cells.js';

const cell = (category: Cell['category'], facts: Partial<Cell> = {}): Cell => ({
  __typename: 'CategoryDisclosure',
  category,
  name: category,
  tier: 'T1',
  granted: true,
  level: 'DETAIL',
  itemsOnly: false,
  despiteRefusal: false,
  why: '',
  rule: 'CONSENT',
  evidence: 'consent-1',
  until: null,
  reason: null,
  nextSteps: [],
  ...facts,
});
const hidden = { granted: false, level: 'NONE', evidence: null, rule: 'DEFAULT_DENY' } as const;
const sector = (id: string, ...categories: Cell[]): SectorCells => ({
  __typename: 'SectorDisclosure',
  sector: id,
  name: id,
  categories,
});

const mother = [
  sector('elder-care', cell('CARE_CERT'), cell('CARE_PLAN', hidden)),
  sector('child-family', cell('SCHOOL', hidden)),
];
const child = [
  sector('elder-care', cell('CARE_CERT', hidden), cell('CARE_PLAN', hidden)),
  sector('child-family', cell('SCHOOL', { level: 'SUMMARY' })),
];

test.each([
  [{ granted: true, level: 'DETAIL', itemsOnly: false }, 'DETAIL'],
  [{ granted: true, level: 'NONE', itemsOnly: true }, 'ITEMS'],
  [{ granted: false, level: 'NONE', itemsOnly: false }, 'NONE'],
] as const)('%j is shown as %s', (facts, shown) => {
  expect(shownOf(facts)).toBe(shown);
});

describe('of one person', () => {
  test('what is shown, and what is hidden, are each other’s rest', () => {
    const count = (of: readonly SectorCells[]): number => of.flatMap(({ categories }) => categories).length;
    expect(count(filtered(mother, 'shown')) + count(filtered(mother, 'hidden'))).toBe(count(mother));
    expect(filtered(mother, 'shown').map(({ sector: id }) => id)).toEqual(['elder-care']);
    expect(filtered(mother, 'all')).toEqual(mother);
  });
});

test('what was decided alike, for the same reason, is told together; nothing is left out', () => {
  const cells = [
    cell('IDENTITY'),
    cell('NOTES', hidden),
    cell('CONTACT'),
    cell('INTAKE', { evidence: 'consent-2' }),
    cell('ABUSE', { ...hidden, why: 'another' }),
  ];
  expect(alike(cells).map((group) => group.map(({ category }) => category))).toEqual([
    ['IDENTITY', 'CONTACT'],
    ['NOTES'],
    ['INTAKE'],
    ['ABUSE'],
  ]);
});

describe('of all', () => {
  test('a row has a cell for each person', () => {
    const matrix = matrixOf([{ sectors: mother }, { sectors: child }], 'all');
    expect(
      matrix.map(({ sector: id, rows }) => [
        id,
        rows.map(({ category, cells }) => [category, cells.map((each) => each && shownOf(each))]),
      ]),
    ).toEqual([
      [
        'elder-care',
        [
          ['CARE_CERT', ['DETAIL', 'NONE']],
          ['CARE_PLAN', ['NONE', 'NONE']],
        ],
      ],
      ['child-family', [['SCHOOL', ['NONE', 'SUMMARY']]]],
    ]);
  });

  test('a row is there when it is looked for in anybody', () => {
    const matrix = matrixOf([{ sectors: mother }, { sectors: child }], 'shown');
    expect(matrix.flatMap(({ rows }) => rows.map(({ category }) => category))).toEqual([
      'CARE_CERT',
      'SCHOOL',
    ]);
  });

  test('of nobody there is nothing', () => {
    expect(matrixOf([], 'all')).toEqual([]);
  });
});

test.each([
  ['CONSENT', 'consent-1', '/consents/consent-1'],
  ['SUPPORT_CONFERENCE', 's-1', '/sessions/s-1'],
  ['OWN_OFFICE', 'seat-1', undefined],
  ['CONSENT', null, undefined],
])('what %s rests on, %s, is at %s', (rule, evidence, path) => {
  expect(evidencePath({ rule, evidence })).toBe(path);
});
