import { expect, test } from '@jest/globals';
import { Purpose } from '@kasane/vocabulary';
import { MAX_EMERGENCY_REASON, purposeHeaders, readViewer } from './index.js';
import { kato } from './identity.fixtures.js';

const read = (headers: Record<string, string>) => readViewer(kato, new Headers(headers), 'r-1');

test('a viewer is who signed in and why they look', () => {
  expect(
    read({
      [purposeHeaders.purpose]: 'EMERGENCY',
      [purposeHeaders.conference]: 'session-12',
      [purposeHeaders.emergencyReason]: encodeURIComponent('自宅で倒れている'),
    }),
  ).toEqual({
    ...kato,
    purpose: 'EMERGENCY',
    conference: 'session-12',
    emergencyReason: '自宅で倒れている',
    requestId: 'r-1',
  });
});

test('headers that are absent or blank state nothing', () => {
  expect(read({})).toEqual({ ...kato, requestId: 'r-1' });
  expect(read({ 'hub-purpose': '', 'hub-conference': ' ', 'hub-emergency-reason': '' })).toEqual({
    ...kato,
    requestId: 'r-1',
  });
});

test.each(Object.keys(Purpose))('the purpose %s may be stated', (purpose) => {
  expect(read({ 'hub-purpose': purpose }).purpose).toBe(purpose);
});

test.each(['CURIOSITY', 'consultation', 'constructor', 'CONSULTATION, EMERGENCY'])(
  'the purpose %s is refused, naming those allowed',
  (purpose) => {
    expect(() => read({ 'hub-purpose': purpose })).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        message: expect.stringContaining('CONSULTATION, ASSESSMENT, PLAN_MAKING'),
      }),
    );
  },
);

test.each([
  ['hub-conference', 'a b'],
  ['hub-conference', 'x'.repeat(65)],
  ['hub-emergency-reason', '100% sure'],
  ['hub-emergency-reason', '%E3%81'],
  ['hub-emergency-reason', 'line%0Abreak'],
  ['hub-emergency-reason', '%20'],
  ['hub-emergency-reason', 'caf\u00e9'],
  ['hub-emergency-reason', encodeURIComponent('危'.repeat(MAX_EMERGENCY_REASON + 1))],
  ['hub-emergency-reason', 'x'.repeat(20_000)],
])('%s that is malformed or too long is refused without being repeated', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.not.stringContaining(value) }),
  );
});

test('the longest reason passes', () => {
  const reason = '𠮷'.repeat(MAX_EMERGENCY_REASON);
  expect(read({ 'hub-emergency-reason': encodeURIComponent(reason) }).emergencyReason).toBe(reason);
});
