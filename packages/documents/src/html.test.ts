import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markup, nothing, type Part } from './html.js';
import { decode } from './reading.fixtures.js';

const built = (part: Part): string => markup`<p>${part}</p>`.toString();

describe('a value in text', () => {
  test('is escaped, whatever it is', () => {
    expect(built('<script>alert("1")</script> & \'x\'')).toBe(
      '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>',
    );
    expect(built([1, '<', [markup`<b>${'>'}</b>`]])).toBe('<p>1&lt;<b>&gt;</b></p>');
    expect(built(nothing)).toBe('<p></p>');
  });

  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const inside = built(text).slice('<p>'.length, -'</p>'.length);
        expect(inside).not.toMatch(/[<>"']/);
        expect(decode(inside)).toBe(text.replace(/[\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, keep));
      }),
    );
  });

  const keep = (character: string): string => (character === '\t' || character === '\n' ? character : '');

  test('has no character that hides, or that turns the writing of what stands beside it', () => {
    expect(built('山\u0000田\u0085\u202E太郎\u2066')).toBe('<p>山田太郎</p>');
    expect(built('a\uD800b')).toBe('<p>a\uFFFDb</p>');
  });

  test('keeps the variant of a character by which a name is written', () => {
    expect(built('葛\u{E0100}城 﨑 𠮷')).toBe('<p>葛\u{E0100}城 﨑 𠮷</p>');
  });

  test('that is missing is an error, not the word undefined', () => {
    for (const value of [undefined, null, true, {}, () => ''])
      expect(() => built(value as never)).toThrow(TypeError);
    expect(() => built([undefined] as never)).toThrow(TypeError);
  });
});

describe('what is no markup is not taken for it', () => {
  test('even when it looks the same', () => {
    const forged = { toString: () => '<script>', '#text': '<script>' };
    expect(() => built(forged as never)).toThrow(TypeError);
    expect(() => built(Object.create(nothing) as never)).toThrow(TypeError);
    expect(() => built({ ...nothing } as never)).toThrow(TypeError);
  });

  test('nor is a template that was not written as one', () => {
    const call = markup as unknown as (strings: unknown, ...parts: unknown[]) => unknown;
    expect(() => call(['<script>'])).toThrow('markup is a tag');
    expect(() => call('<script>')).toThrow(TypeError);
    expect(() => call(Object.freeze(['<script>']))).toThrow(TypeError);
  });
});

describe('a value may stand', () => {
  test('in an attribute that holds only words', () => {
    expect(markup`<td class="${'a" onclick="x'}" id="n${1}-${2}">x</td>`.toString()).toBe(
      '<td class="a&quot; onclick=&quot;x" id="n1-2">x</td>',
    );
    expect(() => markup`<td class="${nothing}"></td>`).toThrow('An attribute holds text');
  });

  test.each<[string, () => unknown]>([
    ['a URL', () => markup`<a href="${'javascript:alert(1)'}">x</a>`],
    ['an image', () => markup`<img src="${'x'}">`],
    ['style', () => markup`<p style="${'background:url(x)'}"></p>`],
    ['script', () => markup`<p onclick="${'x'}"></p>`],
    ['an attribute without quotes', () => markup`<p class=${'x'}></p>`],
    ['an attribute in single quotes', () => markup`<p class='${'x'}'></p>`],
    ["a tag's name", () => markup`<${'script'}></p>`],
    ["an attribute's name", () => markup`<p ${'onclick'}="x"></p>`],
    ['a style sheet', () => markup`<style>${'x'}</style>`],
    ['a comment', () => markup`<!-- ${'x'} -->`],
    ['a script', () => markup`<script>${'x'}</script>`],
    ['a tag that the template does not close', () => markup`<p class="${'x'}`],
  ])('but not in %s', (_where, build) => {
    expect(build).toThrow(TypeError);
  });
});
