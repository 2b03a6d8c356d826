import { describe, expect, test } from '@jest/globals';
import { ConsentExpression } from '@kasane/vocabulary';
import { expressionProblems, storedExpression, type Expressed } from './expression.js';

const TODAY = '2026-11-22';
const problems = (how: Partial<Expressed>): string =>
  expressionProblems(
    { expression: ConsentExpression.WRITTEN, witnesses: [], ...how },
    ['見本 花子'],
    TODAY,
  ).join(' ');

describe.each([ConsentExpression.ORAL_IN_PERSON, ConsentExpression.ORAL_PHONE])('%s', (expression) => {
  test.each<readonly string[]>([[], ['春野'], ['春野', ' 春野 '], ['春野', '  ']])(
    'needs two listeners, not %j, %j',
    (...witnesses) => {
      expect(problems({ expression, witnesses })).toMatch(/2名/);
    },
  );

  test('is not heard by who said it', () => {
    expect(problems({ expression, witnesses: ['春野', '秋山', '見本花子'] })).toMatch(/以外の2名/);
  });

  test('stands when two others heard it', () => {
    expect(problems({ expression, witnesses: ['春野', '秋山'] })).toBe('');
  });
});

describe('written by proxy', () => {
  const expression = ConsentExpression.WRITTEN_PROXY;

  test('needs who wrote it, and that is somebody else', () => {
    for (const writtenBy of [undefined, null, '', ' '])
      expect(problems({ expression, writtenBy })).toMatch(/代筆した人/);
    expect(problems({ expression, writtenBy: '見本花子' })).toMatch(/以外の人/);
    expect(problems({ expression, writtenBy: '秋山' })).toBe('');
  });

  test('is said to be so: a writer beside another way is a contradiction', () => {
    expect(problems({ writtenBy: '秋山' })).toMatch(/方法を「代筆」/);
  });
});

describe('the explanation', () => {
  test('has somebody who gave it, on a day that there was', () => {
    expect(problems({ explanation: { explainedBy: ' ' } })).toMatch(/説明者/);
    expect(problems({ explanation: { explainedBy: '秋山', explainedOn: '2026-11-23' } })).toMatch(
      /今日より後/,
    );
    expect(problems({ explanation: { explainedBy: '秋山', explainedOn: '2026-02-30' } })).toMatch(
      /存在しない/,
    );
    expect(problems({ explanation: { explainedBy: '秋山', explainedOn: TODAY } })).toBe('');
  });

  test('was given today, in the language of the notice and without an interpreter, unless it says otherwise', () => {
    const how = {
      expression: ConsentExpression.WRITTEN,
      witnesses: [],
      explanation: { explainedBy: '秋山' },
    };
    expect(storedExpression(how, 'ja-simple', TODAY).explanation).toEqual({
      explainedBy: '秋山',
      explainedOn: TODAY,
      language: 'ja-simple',
      interpreter: null,
    });
    expect(storedExpression({ ...how, explanation: null }, 'ja', TODAY).explanation).toBeNull();
  });
});
