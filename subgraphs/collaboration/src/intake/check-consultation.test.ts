import { describe, expect, test } from '@jest/globals';
import { checkPerson, paperProblems } from './check-consultation.js';

const TODAY = '2026-11-22';
const person = (more: object = {}) => checkPerson({ name: '見本 花子', ...more }, TODAY);
const problemsOf = (more: object): readonly string[] => {
  const checked = person(more);
  return checked.ok ? [] : checked.problems;
};

describe('somebody new', () => {
  test('needs no kana, no birth date and no telephone', () => {
    expect(person()).toEqual({
      ok: true,
      value: {
        name: '見本 花子',
        kana: null,
        romanName: null,
        birthDate: null,
        birthAsGiven: null,
        phone: null,
      },
    });
  });

  test('keeps characters that no dictionary has', () => {
    expect(person({ name: '〓邊 \u{5180}\u{E0101}' })).toMatchObject({
      ok: true,
      value: { name: '〓邊 \u{5180}\u{E0101}' },
    });
  });

  test('may say the birth date in 和暦, or as much of it as is known', () => {
    expect(person({ birth: '昭和20年3月5日' })).toMatchObject({
      value: { birthDate: '1945-03-05', birthAsGiven: null },
    });
    expect(person({ birth: '昭和20年頃' })).toMatchObject({
      value: { birthDate: null, birthAsGiven: '昭和20年頃' },
    });
  });

  test.each([
    ['昭和65年1月1日', '昭和65年はありません'],
    ['平成0年', '0年はありません'],
    ['令和0年', '0年はありません'],
    ['2026-11-23', '今日より後'],
    ['令和90年頃', '今日より後'],
  ])('is told what is wrong with %s', (birth, problem) => {
    expect(problemsOf({ birth })).toEqual([expect.stringContaining(problem)]);
  });

  test.each([
    ['０９０ー１２３４ー５６７８', '090-1234-5678'],
    ['0242(39)1111', '0242-39-1111'],
    ['(0242)39-1111', '0242-39-1111'],
    ['+84 912 345 678', '+84912345678'],
    ['09012345678', '09012345678'],
  ])('has the telephone %s as %s', (phone, kept) => {
    expect(person({ phone })).toMatchObject({ value: { phone: kept } });
  });

  test.each([{ phone: 'なし' }, { phone: '12-' }, { kana: '見本' }, { romanName: '花子' }, { name: '　' }])(
    'is not taken with %j',
    (more) => expect(problemsOf(more)).toHaveLength(1),
  );
});

test('a paper names one person, says what it is about and who took it down', () => {
  const paper = { person: 'p-1', chiefComplaint: '相談', receivedBy: '受付', contactable: true };
  expect(paperProblems(paper)).toEqual([]);
  expect(
    paperProblems({
      chiefComplaint: ' ',
      receivedBy: '',
      contactable: false,
      contactWhen: '夕方',
    }),
  ).toHaveLength(4);
});
