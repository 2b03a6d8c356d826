import { describe, expect, test } from '@jest/globals';
import { WithheldReason, withheldReasons } from '@kasane/vocabulary';
import { readdirSync, readFileSync } from 'node:fs';
import { Basis, legalBases } from './bases.js';
import { conditionsOf, defaultReasons } from './rule-book-words.js';
import { ruleBook, type CaseFile } from './rule-book.js';
import { POLICY_VERSION, rules } from './rules.js';

const here = (path: string): URL => new URL(`../${path}`, import.meta.url);
const cases = (['ALLOW', 'DENY'] as const).flatMap((folder) =>
  readdirSync(here(`cases/${folder}/`)).map((file): CaseFile => ({
    folder,
    file,
    json: readFileSync(here(`cases/${folder}/${file}`), 'utf8'),
  })),
);
const book = ruleBook(cases);
const chapters = new Map(
  book
    .split(/^### \d+\. /m)
    .slice(1)
    .map((chapter) => [/^`(\w+)`/.exec(chapter)?.[1], chapter.split(/^## /m)[0]!]),
);

test('the rule book in the repository is what `npm run generate` writes', () => {
  expect(readFileSync(here('RULEBOOK.md'), 'utf8')).toBe(book);
});

test('is the same whatever order the cases are read in', () => {
  expect(ruleBook(cases.toReversed())).toBe(book);
});

describe('the rule book', () => {
  test('has a chapter for every rule, in the order of the table, in its own words', () => {
    expect([...chapters.keys()]).toEqual(rules.map(({ id }) => id));
    for (const rule of rules) {
      const chapter = chapters.get(rule.id);
      for (const words of [rule.ja, ...conditionsOf(rule)]) expect(chapter).toContain(words);
    }
  });

  test('says of every closing rule what staff are told, or that it is silent', () => {
    for (const rule of rules) {
      if (rule.effect === 'PERMIT') continue;
      const says = rule.reason === undefined ? '知らせない規則' : `「${withheldReasons[rule.reason].ja}」`;
      expect(chapters.get(rule.id)).toContain(`職員への知らせ: ${says}`);
    }
  });

  test('cites each basis as the register does, and says where a citation has yet to be checked', () => {
    for (const basis of Object.values(Basis))
      for (const { citation } of legalBases[basis]) {
        const row = book.split('\n').find((line) => line.startsWith('| ') && line.includes(`\`${basis}\``));
        expect(row).toContain(citation ?? '条文の引用は自治体の法務担当による確認を要する');
      }
  });

  test('tells every case once under the rule that decides it, and also under the one that is told instead', () => {
    for (const { folder, file, json } of cases) {
      const { expect: answer } = JSON.parse(json) as { expect: { rule: string; silent?: string } };
      const deciding = [answer.silent, answer.rule].filter(
        (rule) => rule !== undefined && chapters.has(rule),
      );
      expect([file, book.split(`(cases/${folder}/${file})`).length - 1]).toEqual([
        file,
        Math.max(1, deciding.length),
      ]);
    }
  });

  test('gives a reason for each denial: by a closing rule, or in the order of the rest', () => {
    const closing = rules.flatMap((rule) => (rule.effect === 'FORBID' ? [rule.reason] : []));
    const told = new Set([
      ...closing.filter((one) => one !== undefined),
      ...defaultReasons.map(([one]) => one),
    ]);
    expect([...told].sort()).toEqual(Object.values(WithheldReason).sort());
  });

  test('names its version', () => {
    expect(book).toContain(`\`${POLICY_VERSION}\``);
  });
});

test('a rule without words is no rule of the book', () => {
  expect(() => conditionsOf({ id: 'NEW_RULE' })).toThrow('the rule book has no words for NEW_RULE');
});
