import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blankNote, noteInput, noteToRevise, readMinutes, type NoteWords } from './note-form.js';

const now = new Date('2026-11-22T10:20:00Z');

const typed = {
  ...blankNote('春野 恵', ['p-1'], now),
  method: 'HOME_VISIT' as const,
  counterpart: '本人',
  content: '𠮷田さん宅を訪問。\nمرحبا と挨拶された。',
};

describe('a note', () => {
  it('begins just now in Japan, of the one person of the case', () => {
    expect(blankNote('春野 恵', ['p-1'], now)).toMatchObject({
      heldOn: '令和8年11月22日',
      heldTime: '19:20',
      persons: ['p-1'],
    });
    expect(blankNote('春野 恵', ['p-1', 'p-2'], now).persons).toEqual([]);
  });

  it('is sent as it was typed, with the day in plain digits', () => {
    expect(
      noteInput({ ...typed, heldOn: 'Ｒ８．１１．２１', heldTime: '午後2時半', minutes: '９０分' }),
    ).toEqual({
      heldAt: '2026-11-21T05:30:00.000Z',
      method: 'HOME_VISIT',
      answeredBy: '春野 恵',
      counterpart: '本人',
      content: typed.content,
      persons: ['p-1'],
      nextStep: undefined,
      nextOn: undefined,
      nextOffice: undefined,
      minutes: 90,
    });
  });

  it('is not sent without a day', () => {
    expect(() => noteInput({ ...typed, heldOn: '来週' })).toThrow(RangeError);
  });

  it('comes back the same when nothing of it is revised', () => {
    const words = fc.record({
      // Minutes: a note knows no seconds.
      heldAt: fc
        .integer({ min: 0, max: 60_000_000 })
        .map((minutes) => new Date(Date.parse('1990-01-01T00:00:00Z') + minutes * 60_000).toISOString()),
      method: fc.constantFrom('PHONE' as const, 'OTHER' as const),
      answeredBy: fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.trim() || '誰か'),
      counterpart: fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.trim() || '誰か'),
      content: fc.string({ unit: 'grapheme' }),
      persons: fc.array(fc.record({ id: fc.uuid() })),
      nextStep: fc.constantFrom(null, '電話をする'),
      nextOn: fc.constantFrom(null, '2026-12-01'),
      nextOffice: fc.constantFrom(null, 'office-1'),
      minutes: fc.option(fc.integer({ min: 0, max: 1_440 })),
    });
    fc.assert(
      fc.property(words, (note: NoteWords) => {
        expect(noteInput(noteToRevise(note))).toEqual({
          ...note,
          persons: (note.persons ?? []).map(({ id }) => id),
          nextStep: note.nextStep ?? undefined,
          nextOn: note.nextOn ?? undefined,
          nextOffice: note.nextOffice ?? undefined,
          minutes: note.minutes ?? undefined,
        });
      }),
    );
  });

  it.each([
    ['30', 30],
    ['９０', 90],
    ['１時間', undefined],
    ['1441', undefined],
    ['-5', undefined],
    ['', undefined],
  ])('%s minutes are %s', (said, minutes) => expect(readMinutes(said)).toBe(minutes));
});
