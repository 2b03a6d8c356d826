import { describe, expect, test } from '@jest/globals';
import { COLLABORATION, defaultRegistry, grantField, parseRegistry, sectorsOf } from './index.js';

const row = (given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  id: 'elder-care',
  name: { ja: '介護', en: 'elderly care' },
  field: 'elderCare',
  url: 'http://127.0.0.1:4002/graphql',
  categories: ['CARE_CERT'],
  ...given,
});
const hub = row({ id: 'collaboration', field: 'collaboration', categories: ['IDENTITY'] });
const parse = (...rows: readonly unknown[]): unknown => parseRegistry(JSON.stringify(rows));

function problemsOf(...rows: readonly unknown[]): readonly string[] {
  try {
    parse(...rows);
  } catch (error) {
    return String((error as Error).message)
      .split('\n- ')
      .slice(1);
  }
  return [];
}

describe('the sample registry', () => {
  test('is one that the parser takes', () => {
    expect(parseRegistry(JSON.stringify(defaultRegistry))).toEqual(defaultRegistry);
  });

  test('gives every sector but collaboration a grant field of its own', () => {
    expect(sectorsOf(defaultRegistry).map(grantField)).toEqual([
      'elderCareGrant',
      'disabilitySupportGrant',
      'childFamilyGrant',
      'livelihoodSupportGrant',
    ]);
    expect(sectorsOf(defaultRegistry).some(({ id }) => id === COLLABORATION)).toBe(false);
  });
});

describe('a registry', () => {
  test('is taken when every row is complete', () => {
    expect(parse(hub, row())).toEqual([hub, row()]);
  });

  test('is refused with every problem of every row at once', () => {
    const broken = row({
      id: 'Elder Care',
      name: {},
      field: 'elder-care',
      url: 'elder.example',
      categories: ['CARE_CERTS'],
    });
    expect(problemsOf(hub, broken, { ...broken, id: 7, url: 'ftp://elder.example' })).toEqual([
      ...['sector 2', 'sector 3'].flatMap((sector) => [
        `${sector}: id must be lower-case words joined by hyphens`,
        `${sector}: field must be a GraphQL field name`,
        `${sector}: url must be an http or https URL`,
        `${sector}: name.ja is missing`,
        `${sector}: name.en is missing`,
        `${sector}: categories must be a list of known categories`,
      ]),
      'field is used twice: elder-care',
    ]);
  });

  test('is refused when it has no row for collaboration', () => {
    expect(problemsOf(row())).toEqual(['no row for collaboration']);
    expect(problemsOf()).toEqual(['no row for collaboration']);
  });

  test('is refused when two sectors share a name or a field', () => {
    expect(problemsOf(hub, row(), row(), row())).toEqual([
      'id is used twice: elder-care',
      'field is used twice: elderCare',
    ]);
  });

  test('is refused, and says where, when a row is no object at all', () => {
    for (const nothing of [null, 5, 'elder-care', true])
      expect(problemsOf(hub, nothing)).toEqual(['sector 2: is not an object']);
    expect(problemsOf(hub, {}, {})).toHaveLength(12);
  });

  test.each([
    ['a list in place of its name', [['CARE_CERT']]],
    ['an inherited property', ['constructor']],
    ['__proto__', ['__proto__']],
    ['nothing', [null]],
  ])('is refused when a category is %s', (_, categories) => {
    expect(problemsOf(hub, row({ categories }))).toEqual([
      'sector 2: categories must be a list of known categories',
    ]);
  });

  test('is refused when it is not a list, or not JSON', () => {
    expect(() => parseRegistry('{}')).toThrow('The sector registry must be a JSON array of sectors.');
    expect(() => parseRegistry('')).toThrow(SyntaxError);
  });
});
