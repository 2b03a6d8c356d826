import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTime, timeInJapan } from './time.js';

describe('a time of the day', () => {
  it.each([
    ['14:30', '14:30'],
    ['１４：３０', '14:30'],
    ['９時５分', '09:05'],
    ['午後2時半', '14:30'],
    ['午前12時', '00:00'],
    ['午後12時15分', '12:15'],
    ['pm 3:05', '15:05'],
    ['930', '09:30'],
    ['1430', '14:30'],
    ['8', '08:00'],
    ['24:00', undefined],
    ['午後13時', undefined],
    ['10:60', undefined],
    ['昼ごろ', undefined],
    ['', undefined],
  ])('%s is %s', (said, time) => expect(readTime(said)).toBe(time));

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        expect(readTime(time)).toBe(time);
        expect(readTime(`${hour}時${minute}分`)).toBe(time);
      }),
    );
  });

  it('of an instant is that of Japan', () => {
    expect(timeInJapan(new Date('2026-11-22T15:05:00Z'))).toBe('00:05');
  });
});
