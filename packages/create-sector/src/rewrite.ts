import type { Answers } from './answers.js';
import { camel, pascal, plural, snake } from './names.js';

/** The sector that is copied, as it names itself in its own files. */
export const MODEL: Answers = {
  id: 'school-education',
  ja: '学校教育',
  en: 'school education',
  concept: 'enrolment',
  conceptJa: '在籍',
  category: 'SCHOOL',
  port: 4006,
};

/** Every spelling of a sector's names, longest words first, so that none is a part of one replaced before. */
function spellings({ id, ja, en, concept, conceptJa, category, port }: Answers): readonly string[] {
  const many = plural(concept);
  return [
    pascal(id),
    camel(id),
    id,
    en,
    ja,
    pascal(many),
    camel(many),
    pascal(concept),
    // A table is named with underscores, a folder with hyphens.
    `'${snake(concept)}'`,
    `/${concept}`,
    `${concept}/`,
    camel(concept),
    conceptJa,
    `Category.${category}`,
    `"${category}"`,
    String(port),
  ];
}

/** A file of the model with the names of another sector. All at once: a name that was put in is not replaced again. */
export function rewrite(text: string, answers: Answers): string {
  const to = spellings(answers);
  const replacements = new Map(spellings(MODEL).map((from, at) => [from, to[at] ?? from]));
  const anyOf = new RegExp(
    [...replacements.keys()].map((from) => from.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'),
    'g',
  );
  return text.replaceAll(anyOf, (found) => replacements.get(found) ?? found);
}
