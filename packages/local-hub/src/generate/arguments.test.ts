import { expect, test } from '@jest/globals';
import { parseGenerateArguments } from './arguments.js';
import { householdProgress } from './progress.js';

test('says what is to be generated, with what is usual where nothing is said', () => {
  expect(parseGenerateArguments(['--households', '50000'])).toEqual({
    households: 50_000,
    seed: 1,
    municipality: '282286',
    cases: 0.02,
    append: false,
    into: undefined,
  });
  const more = [
    '--households=9',
    '--seed=3',
    '--municipality=072028',
    '--cases=0.5%',
    '--into=x',
    '--append',
  ];
  expect(parseGenerateArguments(more)).toEqual({
    households: 9,
    seed: 3,
    municipality: '072028',
    cases: 0.005,
    append: true,
    into: 'x',
  });
});

test('names every argument that does not fit, at once', () => {
  const wrong = ['--households', '-0', '--seed', 'a', '--municipality', '131016', '--cases', '200%'];
  expect(() => parseGenerateArguments(['--households=0', ...wrong.slice(2)])).toThrow(
    /--households[^]*--seed[^]*--municipality[^]*--cases/,
  );
  expect(() => parseGenerateArguments([])).toThrow('--households');
  expect(() => parseGenerateArguments(['--households', '12.5'])).toThrow('--households');
});

test('tells of progress at most once a second, and of the end always', () => {
  let now = 0;
  const lines: string[] = [];
  const tell = householdProgress(
    1_000,
    (line) => lines.push(line),
    () => now,
  );
  now = 500;
  tell(100);
  now = 900;
  tell(200);
  now = 2_000;
  tell(500);
  tell(1_000);
  expect(lines).toEqual([
    '100 世帯 / 1,000 (10 %, 200 世帯/秒)\n',
    '500 世帯 / 1,000 (50 %, 250 世帯/秒)\n',
    '1,000 世帯 / 1,000 (100 %, 500 世帯/秒)\n',
  ]);
});
