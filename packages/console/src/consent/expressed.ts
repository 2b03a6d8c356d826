import type { ConsentExpression, ConsentExplanationInput } from '../generated/operations.js';
import { wareki } from '@kasane/vocabulary';
import { filled, isoDate } from '../form/plain.js';
import { todayInJapan } from '../words/words.js';

/** How somebody said what they said, as the form holds it. */
export interface Expressed {
  readonly expression: ConsentExpression | '';
  readonly listener1: string;
  readonly listener2: string;
  readonly writtenBy: string;
  readonly explainedBy: string;
  readonly explainedOn: string;
  readonly language: string;
  readonly interpreter: string;
}

/** Nothing said yet, explained by who is at the screen, today. */
export const blankExpression = (explainer: string | undefined): Expressed => ({
  expression: '',
  listener1: '',
  listener2: '',
  writtenBy: '',
  explainedBy: explainer ?? '',
  explainedOn: wareki(todayInJapan()),
  language: '',
  interpreter: '',
});

export const isOral = (expression: string): boolean =>
  expression === 'ORAL_IN_PERSON' || expression === 'ORAL_PHONE';

/** What goes to the hub of it: of listeners and writers only those whom this way of saying it has. */
export function expressedInput(said: Expressed): {
  expression: ConsentExpression;
  witnesses: string[];
  writtenBy?: string | undefined;
  explanation?: ConsentExplanationInput | undefined;
} {
  const { expression, listener1, listener2, writtenBy, explainedBy, explainedOn, language, interpreter } =
    said;
  const by = filled(explainedBy);
  return {
    expression: expression === '' ? 'WRITTEN' : expression,
    witnesses: isOral(expression) ? [listener1, listener2].flatMap((name) => filled(name) ?? []) : [],
    ...(expression === 'WRITTEN_PROXY' && { writtenBy: filled(writtenBy) }),
    ...(by !== undefined && {
      explanation: {
        explainedBy: by,
        explainedOn: isoDate(explainedOn),
        language: filled(language),
        interpreter: filled(interpreter),
      },
    }),
  };
}
