import { describe, expect, test } from '@jest/globals';
import { Category, ConsentEffect, sectorId } from '@kasane/vocabulary';
import { directory, draft, issuer, notice, toCoordinators } from './documents.fixtures.js';
import { refusalForm, withdrawalForm, type RefusalDraft } from './index.js';
import { boxes, bodyOf, sectionsOf, textOf } from './reading.fixtures.js';

const form = { issuer, directory, notice, language: 'ja' } as const;
const { subject, grantors, explanation } = draft;

describe('a refusal', () => {
  const refused = (changes: Partial<RefusalDraft> = {}): string =>
    refusalForm({ ...form, draft: { subject, grantors, explanation, rules: [toCoordinators], ...changes } });

  test('says what must not go where, whatever the effect of its rules is called', () => {
    for (const effect of Object.values(ConsentEffect)) {
      const said = sectionsOf(refused({ rules: [{ ...toCoordinators, effect }] })).get('3');
      expect(said).toMatch(/提供しない相手.*サポートプラン.*福祉総務課（重層担当）の包括化支援員/s);
    }
  });

  test('may speak of the closed tier', () => {
    const rule = {
      ...toCoordinators,
      sourceSectors: [sectorId('elder-care')],
      categories: [Category.RIGHTS_ADVOCACY],
    };
    expect(textOf(refused({ rules: [rule] }))).toContain('権利擁護');
  });

  test('tells that it costs nothing, what the law allows all the same, and that the mind may be changed', () => {
    const said = textOf(refused());
    expect(said).toContain('同意しなくても、相談や支援を断られるなどの不利益はありません');
    expect(said).toContain('社会福祉法第106条の6');
    expect(said).toContain('いつでも同意することができます');
  });

  test('needs two listeners when it is said', () => {
    expect(textOf(refused())).toMatch(/聴取者1.*聴取者2.*聴取者2名が必要です/s);
  });

  test('can be filled in by hand: for everything, or for something', () => {
    const said = sectionsOf(refusalForm(form)).get('3');
    expect(said).toContain('全ての情報を、どの機関にも提供しない');
    expect(boxes(bodyOf(refusalForm(form))).ticked).toBe(0);
  });

  test('is not printed without somebody who refuses, something, or names', () => {
    expect(() => refused({ grantors: [], rules: [] })).toThrow('申し出る人が渡されていません。');
    expect(() => refused({ rules: [{ ...toCoordinators, sourceSectors: [sectorId('x')] }] })).toThrow(
      '提供元「x」',
    );
  });
});

describe('a withdrawal', () => {
  const consent = { id: 'c-1', givenOn: '2026-11-22' };
  const html = withdrawalForm({ issuer, language: 'ja', draft: { subject, grantors, consent } });

  test('names the consent that it takes back', () => {
    expect(sectionsOf(html).get('3')).toMatch(/令和8年11月22日（2026年11月22日）.*c-1/s);
  });

  test('asks for no reason and no listeners, and says that it can be said', () => {
    const said = textOf(html);
    expect(said).toContain('撤回の理由は要りません');
    expect(said).toContain('口頭で撤回することもできます');
    expect(said).not.toContain('聴取者');
    expect(said).toContain('受け付けた職員');
  });

  test('has no number to copy and no box to tick that must be known', () => {
    const blank = withdrawalForm({ issuer, language: 'ja' });
    expect(boxes(blank).ticked).toBe(0);
    expect(sectionsOf(blank).get('3')).toContain('分かるとき');
  });

  test('is not printed without somebody who withdraws', () => {
    expect(() =>
      withdrawalForm({ issuer, language: 'ja', draft: { subject, grantors: [], consent } }),
    ).toThrow('撤回する人が渡されていません。');
  });
});
