import { describe, expect, it } from '@jest/globals';
import { readSince, sinceWords } from './since.js';

describe('since when somebody stays at home', () => {
  it.each([
    ['令和6年', '2024'],
    ['2024年4月頃', '2024-04'],
    ['R6.4.1', '2024-04-01'],
    ['平成31年', '2019'],
    ['だいぶ前', undefined],
    ['不詳', undefined],
    ['', undefined],
  ])('%s is %s', (said, since) => expect(readSince(said)).toBe(since));

  it.each([
    ['2024', '2024年'],
    ['2024-04', '2024年4月'],
    ['2024-04-01', '令和6年4月1日'],
  ])('%s is read as %s', (since, words) => expect(sinceWords(since)).toBe(words));
});
