import { describe, expect, test } from '@jest/globals';
import { furigana, hasKanji } from './furigana.js';

const html = (text: string): string => furigana(text).toString();

describe('furigana', () => {
  test('stand over the kanji, in brackets for readers without ruby', () => {
    expect(html('{同意|どうい}')).toBe(
      '<span class="word"><ruby>同意<rp>(</rp><rt>どうい</rt><rp>)</rp></ruby></span>',
    );
  });

  test('leave words without kanji alone, and keep the spaces between words', () => {
    expect(html('いつでも やめる')).toBe('いつでも やめる');
    expect(html('あ {日|ひ}に い')).toMatch(/^あ <span class="word"><ruby>日.*<\/ruby>に<\/span> い$/);
  });

  test('escape both the word and its reading', () => {
    expect(html('{<b>|<i>}<u>')).toContain('<ruby>&lt;b&gt;<rp>(</rp><rt>&lt;i&gt;</rt>');
    expect(html('{<b>|<i>}<u>')).toContain('&lt;u&gt;');
  });

  test('are not read into brackets that are something else', () => {
    expect(html('{x} {a|b|c} {|} }{')).toBe('{x} {a|b|c} {|} }{');
  });
});

test('kanji need a reading, so do 々 and 〆; kana, digits and Latin letters do not', () => {
  expect(['山', '佐々木', '〆切', 'A棟', '𠮷'].map(hasKanji)).toEqual([true, true, true, true, true]);
  expect(['やま', 'ヤマー', 'A1', '、。「」（）〜', ''].map(hasKanji)).not.toContain(true);
});
