import { ConsentExpression } from '@kasane/vocabulary';
import { isDate, textOf } from '../input.js';
import { searchKey } from '../person/search-key.js';
import type { ConsentEventRow } from './consent-tables.js';

/** How somebody said what they said, as the form holds it. */
export interface Expressed {
  readonly expression: ConsentExpression;
  readonly witnesses: readonly string[];
  readonly writtenBy?: string | null | undefined;
  readonly explanation?:
    | {
        readonly explainedBy: string;
        readonly explainedOn?: string | null | undefined;
        readonly language?: string | null | undefined;
        readonly interpreter?: string | null | undefined;
      }
    | null
    | undefined;
}

/**
 * Why an expression is no evidence: what was said by mouth needs two who heard it, what was written for somebody needs
 * who wrote it, and in a later dispute neither may be the one who said it.
 */
export function expressionProblems(
  { expression, witnesses, writtenBy, explanation }: Expressed,
  grantors: readonly string[],
  today: string,
): readonly string[] {
  const problems: string[] = [];
  const spoke = new Set(grantors.map(searchKey));
  const listeners = new Set(witnesses.map(searchKey).filter((name) => name !== ''));
  const isOral =
    expression === ConsentExpression.ORAL_IN_PERSON || expression === ConsentExpression.ORAL_PHONE;
  if (isOral && [...listeners].some((name) => spoke.has(name)))
    problems.push('聴取者は、意思表示をした人以外の2名にしてください。');
  else if (isOral && listeners.size < 2) problems.push('口頭の意思表示には、聴取者2名の氏名が必要です。');

  const writer = searchKey(writtenBy ?? '');
  if (expression === ConsentExpression.WRITTEN_PROXY && writer === '')
    problems.push('代筆の場合は、代筆した人の氏名が必要です。');
  else if (expression === ConsentExpression.WRITTEN_PROXY && spoke.has(writer))
    problems.push('代筆者は、意思表示をした人以外の人にしてください。');
  else if (expression !== ConsentExpression.WRITTEN_PROXY && writer !== '')
    problems.push('代筆者がいる場合は、方法を「代筆」にしてください。');

  return [...problems, ...explanationProblems(explanation, today)];
}

/** Why a record of how it was explained cannot stand. */
export function explanationProblems(explanation: Expressed['explanation'], today: string): readonly string[] {
  if (!explanation) return [];
  const { explainedBy, explainedOn } = explanation;
  if (searchKey(explainedBy) === '') return ['説明者の氏名を記入してください。'];
  if (!explainedOn) return [];
  if (!isDate(explainedOn)) return [`「${explainedOn}」は存在しない日付です。`];
  return explainedOn > today ? ['説明日が今日より後です。'] : [];
}

/** What the event keeps of it. */
export const storedExpression = (
  { expression, witnesses, writtenBy, explanation }: Expressed,
  noticeLanguage: string,
  today: string,
): Pick<ConsentEventRow, 'expression' | 'witnesses' | 'writtenBy' | 'explanation'> => ({
  expression,
  witnesses,
  writtenBy: textOf(writtenBy),
  explanation: explanation
    ? {
        explainedBy: explanation.explainedBy,
        explainedOn: explanation.explainedOn ?? today,
        language: explanation.language ?? noticeLanguage,
        interpreter: textOf(explanation.interpreter),
      }
    : null,
});
