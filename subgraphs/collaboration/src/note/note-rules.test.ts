import { expect, test } from '@jest/globals';
import { Category } from '@kasane/vocabulary';
import { noteProblems, toldProblems } from './note-rules.js';
import type { CaseNoteInput } from './note-input.js';
import { CaseNoteMethod, ToldBy } from './note-words.js';

const setting = {
  persons: ['p-1', 'p-2'],
  offices: ['office', 'school'],
  now: new Date('2026-11-22T03:00:00Z'),
  today: '2026-11-22',
};
const note = (more: Partial<CaseNoteInput> = {}): CaseNoteInput => ({
  heldAt: new Date('2026-11-20T01:00:00Z'),
  method: CaseNoteMethod.HOME_VISIT,
  answeredBy: '葛󠄀城 葉子',
  counterpart: '母、𠮷田 (叔母)',
  content: '通院に同行した。\nمرحبا — お母さんは「少し楽になった」と話す。',
  persons: ['p-1'],
  nextStep: '学校に様子を聞く',
  nextOn: '2026-12-01',
  nextOffice: 'school',
  minutes: 90,
  ...more,
});

test('a note in any script, of ten thousand letters, with its next step, is recorded', () => {
  expect(noteProblems(note(), setting)).toEqual([]);
  expect(noteProblems(note({ content: '𠮷'.repeat(20_000) }), setting)).toEqual([]);
});

test.each<[string, Partial<CaseNoteInput>, RegExp]>([
  ['too long', { content: 'あ'.repeat(20_001) }, /20000文字以内/],
  ['with a NUL', { content: '内容\u0000' }, /制御文字/],
  ['with an escape in a name', { counterpart: '母\u001b[2J' }, /制御文字/],
  ['of nothing', { content: ' \n ' }, /内容を記入/],
  ['of tomorrow', { heldAt: new Date('2026-11-23T03:00:00Z') }, /先の日時/],
  ['of no day', { heldAt: new Date(Number.NaN) }, /先の日時/],
  ['about a stranger', { persons: ['p-1', 'p-9'] }, /担当している世帯員ではない/],
  ['with a next step of no day', { nextOn: null }, /期日が必要/],
  ['with a day for nothing', { nextStep: null }, /次の対応の内容が必要/],
  ['for an office that is not on the roster', { nextOffice: 'elsewhere' }, /支援体制にありません/],
])('a note is not recorded: %s', (_, more, why) => {
  expect(noteProblems(note(more), setting).join()).toMatch(why);
});

test('what was told to a 民生委員 is recorded with what, how and why; not of tomorrow, not about a stranger', () => {
  const told = {
    persons: ['p-2'],
    recipient: '民生委員 樫村',
    categories: [Category.INVOLVEMENT],
    how: ToldBy.ORAL,
    toldOn: '2026-11-22',
    basis: '本人の同意による。',
  };
  expect(toldProblems(told, setting)).toEqual([]);
  expect(toldProblems({ ...told, toldOn: '2026-11-23' }, setting)).toHaveLength(1);
  expect(toldProblems({ ...told, persons: ['p-9'] }, setting)).toHaveLength(1);
  expect(toldProblems({ ...told, basis: '' }, setting)).toHaveLength(1);
});
