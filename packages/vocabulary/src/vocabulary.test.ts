import { describe, expect, test } from '@jest/globals';
import * as vocabulary from './index.js';
import type { Label } from './index.js';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const exported: readonly (readonly [name: string, value: unknown])[] = Object.entries(vocabulary);

/** Every closed vocabulary that the package exports: `{ A: 'A', B: 'B' }`. One that is added later is found too. */
const vocabularies = exported.filter(
  (entry): entry is readonly [string, Record<string, string>] =>
    isRecord(entry[1]) &&
    !Array.isArray(entry[1]) &&
    Object.entries(entry[1]).every(([key, value]) => key === value),
);
/** Every table of labels that it exports. */
const labelTables = exported.filter(
  (entry): entry is readonly [string, Record<string, Label>] =>
    isRecord(entry[1]) && Object.values(entry[1]).every((row) => isRecord(row) && 'ja' in row && 'en' in row),
);

const sameWords = (a: object, b: object): boolean =>
  Object.keys(a).sort().join() === Object.keys(b).sort().join();

describe('every vocabulary', () => {
  test('is found by this test', () => {
    expect(vocabularies.map(([name]) => name)).toEqual(
      expect.arrayContaining(['Category', 'ConsentState', 'Level', 'Purpose']),
    );
    expect(vocabularies.length).toBeGreaterThanOrEqual(18);
  });

  test.each(vocabularies.filter(([name]) => name !== 'ErrorCode'))(
    '%s has a label for each of its words',
    (_name, words) => {
      expect(labelTables.filter(([, labels]) => sameWords(labels, words)).map(([name]) => name)).toHaveLength(
        1,
      );
    },
  );

  test.each(labelTables)(
    '%s labels every word in Japanese and in English, and no two alike',
    (_name, labels) => {
      for (const { ja, en } of Object.values(labels)) {
        expect(ja).toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u);
        expect(en).toMatch(/[a-z]/);
        expect(`${ja}${en}`).not.toMatch(/^\s|\s$/);
      }
      for (const language of ['ja', 'en'] as const) {
        const said = Object.values(labels).map((label) => label[language]);
        expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([]);
      }
    },
  );

  test('ErrorCode has an HTTP status and a message in both languages for each code', () => {
    expect(sameWords(vocabulary.errorCodes, vocabulary.ErrorCode)).toBe(true);
    for (const { status, message } of Object.values(vocabulary.errorCodes)) {
      expect(message).toMatch(/^[^A-Za-z]+。 [A-Z].*\.$/);
      expect(status >= 400 && status < 600).toBe(true);
    }
  });
});

describe('what is not a word of the vocabulary is not taken for one', () => {
  const { isCapacity, isCategory, isErrorCode, isLevel, isPurpose, isRole } = vocabulary;

  test.each([isCapacity, isCategory, isErrorCode, isLevel, isPurpose, isRole])('%p', (is) => {
    for (const value of [
      '',
      'toString',
      'constructor',
      '__proto__',
      'hasOwnProperty',
      'NO SUCH WORD',
      undefined,
      null,
      0,
      {},
      ['NOTES'],
    ])
      expect(is(value)).toBe(false);
  });

  test('and what is one is', () => {
    expect([
      isCapacity('GUEST'),
      isCategory('NOTES'),
      isErrorCode('INTERNAL'),
      isLevel('DETAIL'),
      isPurpose('OUTREACH'),
      isRole('OPERATOR'),
    ]).not.toContain(false);
  });
});

test('a schema description is the Japanese word, then the English', () => {
  expect(vocabulary.bilingual(vocabulary.categories.CARE_CERT)).toBe('要介護認定 — care-need certification');
});

describe('a hub error', () => {
  const { ErrorCode, HubError } = vocabulary;

  test('says the fixed words of its code unless told better ones, and carries code and status to GraphQL', () => {
    const error = new HubError(ErrorCode.GRANT_INVALID);
    expect(error.message).toBe(vocabulary.errorCodes.GRANT_INVALID.message);
    expect(error.extensions).toEqual({ code: 'GRANT_INVALID', http: { status: 403 } });
    expect(new HubError(ErrorCode.CONFLICT, 'read it again').message).toBe('read it again');
  });

  test('keeps its cause for the operator', () => {
    const cause = new Error('clock');
    expect(new HubError(ErrorCode.INTERNAL, undefined, { cause }).cause).toBe(cause);
  });
});
