import type { ReactNode } from 'react';
import { Form } from '../form/form.js';
import { Choice, Choices } from '../form/inputs.js';
import { ConsentAnswerIt, type ConsentAnswer } from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { useQuestion } from '../ui/question.js';
import { choices, word } from '../words/words.js';
import type { ChangeProps } from './consent-page.js';
import { blankExpression, expressedInput, type Expressed } from './expressed.js';
import { ExplanationFields, ExpressionFields } from './expression-fields.js';
import { useOvertaken } from './overtaken.js';

interface AnswerValues extends Expressed {
  readonly answer: ConsentAnswer | '';
  readonly expressedBy: readonly string[];
}

/** What somebody says who was asked. */
export function AnswerForm({ consent, readAgain, onDone }: ChangeProps): ReactNode {
  const { viewer } = useSession();
  const answerIt = useChange(ConsentAnswerIt);
  const [ask, question] = useQuestion();
  const names = (consent.grantors ?? []).flatMap(({ name }) => name ?? []);
  const { expectedEvents, send, conflict } = useOvertaken<AnswerValues>(consent, readAgain, (values) => [
    ['返事', values.answer && word('ConsentAnswer', values.answer)],
    ['意思を伝えた人', values.expressedBy.join('、')],
    ['方法', values.expression && word('ConsentExpression', values.expression)],
  ]);
  return (
    <>
      {question}
      <Form<AnswerValues>
        draft={`consent-answer:${consent.id}`}
        start={{ ...blankExpression(viewer.name), answer: '', expressedBy: names.length === 1 ? names : [] }}
        action="返事を記録する"
        ask={({ answer }) =>
          ask({
            title: '返事を記録しますか',
            action: '記録する',
            words: (
              <p>
                「{answer && word('ConsentAnswer', answer)}
                」と記録します。記録は証拠として残り、消したり書き直したりできません。
              </p>
            ),
          })
        }
        onSend={(values) =>
          send(values, async () => {
            const { answer, expressedBy } = values;
            const told = await answerIt({
              id: consent.id ?? '',
              answer: answer === '' ? 'DEFERRED' : answer,
              expectedEvents,
              input: { ...expressedInput(values), expressedBy: [...expressedBy] },
            });
            if (told.__typename === 'ConsentNotRequested')
              throw new NotDone([
                `いまは「${word('ConsentState', told.state)}」のため、返事を記録できません。`,
              ]);
            onDone('返事を記録しました');
          })
        }
      >
        {conflict}
        <Choice name="answer" label="返事" isRequired options={choices('ConsentAnswer')} />
        <Choices
          name="expressedBy"
          label="意思を伝えた人"
          hint="同意には、頼んだ全員の意思表示が要ります。断るのは1人でもできます。"
          isRequired
          options={names.map((name) => ({ value: name, label: name }))}
        />
        <ExpressionFields />
        <ExplanationFields />
      </Form>
    </>
  );
}
