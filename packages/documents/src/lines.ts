import { ConsentEffect, Tier, tierOf, type Category } from '@kasane/vocabulary';
import type { Html } from './html.js';
import { markup } from './html.js';
import type { Directory, PrintedOffice, PrintedRule, PrintedSector } from './input.js';
import type { Writer } from './writer.js';

/** A rule with names in place of ids. */
export interface Line {
  /** A, B, C …: which information belongs to which recipients. Empty where there is only one line. */
  readonly mark: string;
  readonly effect: ConsentEffect;
  /** Which categories of which desk: a desk is named only with what it holds. */
  readonly sources: readonly { readonly sector: PrintedSector; readonly categories: readonly Category[] }[];
  readonly offices: readonly PrintedOffice[];
  readonly roles: PrintedRule['recipientRoles'];
}

const MARKS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The rules of a consent as lines of a document, and what is wrong with them. */
export function linesOf(
  rules: readonly PrintedRule[],
  { sectors, offices }: Directory,
): { readonly lines: readonly Line[]; readonly problems: readonly string[] } {
  const problems = rules.length > MARKS.length ? ['項が多すぎます。用紙を分けてください。'] : [];
  const find = <T>(all: readonly T[], id: string, idOf: (one: T) => string, what: string): T[] => {
    const found = all.filter((one) => idOf(one) === id);
    if (found.length === 0) problems.push(`${what}「${id}」の名称が渡されていません。`);
    return found.slice(0, 1);
  };
  const lines = rules.map((rule, at): Line => {
    const named = rule.sourceSectors.flatMap((id) => find(sectors, id, (one) => one.id, '提供元'));
    for (const category of rule.categories) {
      if (named.length > 0 && !named.some((sector) => sector.categories.includes(category)))
        problems.push(`「${category}」を持つ提供元がありません。`);
      if (rule.effect === ConsentEffect.PERMIT && tierOf(category) === Tier.T4)
        problems.push(`「${category}」は同意では提供できません（厳重秘匿）。`);
    }
    if (rule.recipientOffices.length === 0 && rule.recipientRoles.length === 0)
      problems.push('提供先のない項があります。');
    return {
      mark: rules.length > 1 ? MARKS.charAt(at) : '',
      effect: rule.effect,
      sources: named
        .map((sector) => ({
          sector,
          categories: sector.categories.filter((category) => rule.categories.includes(category)),
        }))
        .filter(({ categories }) => categories.length > 0),
      offices: rule.recipientOffices.flatMap((code) => find(offices, code, (one) => one.code, '提供先')),
      roles: rule.recipientRoles,
    };
  });
  return { lines, problems };
}

export const isSensitive = (category: Category): boolean => tierOf(category) === Tier.T3;
export const isClosed = (category: Category): boolean => tierOf(category) === Tier.T4;

/** Who receives: an office, those of an office in a role, or those in a role who work with the person. */
export function recipientsOf({ offices, roles }: Line, writer: Writer): readonly Html[] {
  const { say, name } = writer;
  const said = writer.list(roles.map(writer.role));
  if (offices.length === 0)
    return [markup`${say({ ja: '本人を担当する', simple: '{担当|たんとう}の ' })}${said}`];
  return offices.map((office) =>
    roles.length === 0 ? name(office) : markup`${name(office)}${say({ ja: 'の', simple: 'の ' })}${said}`,
  );
}

/** A mark with what it marks. */
export const marked = (mark: string, what: Html): Html =>
  mark === '' ? what : markup`<strong class="letter">${mark}</strong> ${what}`;
