import { isCategory, tierOf, Tier, type Category } from '@kasane/vocabulary';

/** What has to be known of a new sector. */
export interface Answers {
  /** Lower-case words joined by hyphens: `school-education`. */
  readonly id: string;
  readonly ja: string;
  readonly en: string;
  /** What its first record is, in the singular and the same form: `enrolment`. */
  readonly concept: string;
  readonly conceptJa: string;
  /** Of which category that record is. */
  readonly category: Category;
  readonly port: number;
}

const WORDS = /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/;
/** What the kit uses for itself in every subgraph. */
const taken = new Set([
  'contact',
  'responsibility',
  'office',
  'person',
  'household',
  'release',
  'person-link',
]);

/** What is wrong with the answers, each in a line; nothing when a sector can be made of them. */
export function problemsOf(given: Readonly<Record<keyof Answers, string | undefined>>): readonly string[] {
  const { id, ja, en, concept, conceptJa, category, port } = given;
  return [
    ...(id !== undefined && WORDS.test(id)
      ? []
      : ['--id: lower-case words joined by hyphens, e.g. school-education']),
    ...(ja?.trim() ? [] : ['--ja: the Japanese name of the sector, e.g. 学校教育']),
    ...(en?.trim() && /^[\w ,'-]+$/.test(en) ? [] : ['--en: its English name, e.g. "school education"']),
    ...(concept !== undefined && WORDS.test(concept) && !taken.has(concept)
      ? []
      : ['--concept: the first record, in the singular, e.g. enrolment; none of the kit’s own']),
    ...(conceptJa?.trim() ? [] : ['--concept-ja: its Japanese name, e.g. 在籍']),
    ...(category !== undefined && isCategory(category)
      ? tierOf(category) === Tier.T4
        ? ['--category: begin with one that a consent can open; T4 is released record by record']
        : []
      : ['--category: one of the vocabulary’s categories, e.g. SCHOOL']),
    ...(Number(port) >= 1024 && Number(port) <= 65535 && Number.isInteger(Number(port))
      ? []
      : ['--port: 1024 to 65535; the hub’s own are 4000 to 4005']),
  ];
}
