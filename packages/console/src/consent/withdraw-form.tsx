import type { ReactNode } from 'react';
import { Form } from '../form/form.js';
import { Choice, TextInput } from '../form/inputs.js';
import {
  ConsentWithdrawIt,
  type ConsentExpression,
  type ConsentViewedFragment,
} from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { useQuestion } from '../ui/question.js';
import { choices, word } from '../words/words.js';
import type { ChangeProps } from './consent-page.js';
import { useOvertaken } from './overtaken.js';

interface WithdrawValues {
  readonly expression: ConsentExpression | '';
  readonly expressedBy: string;
}

/** Takes it back. What was shown before is told, so that it can be asked back. */
export function WithdrawForm({
  consent,
  readAgain,
  onDone,
  onSeen,
}: ChangeProps & { readonly onSeen: (viewings: readonly ConsentViewedFragment[]) => void }): ReactNode {
  const withdraw = useChange(ConsentWithdrawIt);
  const [ask, question] = useQuestion();
  const names = (consent.grantors ?? []).flatMap(({ name }) => name ?? []);
  const { expectedEvents, send, conflict } = useOvertaken<WithdrawValues>(consent, readAgain, (values) => [
    ['手続', '撤回'],
    ['撤回した人', values.expressedBy],
    ['方法', values.expression && word('ConsentExpression', values.expression)],
  ]);
  return (
    <>
      {question}
      <Form<WithdrawValues>
        draft={`consent-withdraw:${consent.id}`}
        start={{ expression: '', expressedBy: names.join('、') }}
        action="撤回する"
        ask={() =>
          ask({
            title: '撤回しますか',
            action: '撤回する',
            words: (
              <p>
                この同意で見えていた情報は、すぐに見えなくなります。元に戻すことはできません。もう一度見られるようにするには、新しい同意が要ります。これまでの記録は証拠として残ります。
              </p>
            ),
          })
        }
        onSend={(values) =>
          send(values, async () => {
            const { expression, expressedBy } = values;
            const told = await withdraw({
              id: consent.id ?? '',
              expression: expression === '' ? 'WRITTEN' : expression,
              expressedBy: expressedBy.trim(),
              expectedEvents,
            });
            if (told.__typename === 'ConsentAlreadyEnded')
              throw new NotDone([
                `いまは「${word('ConsentState', told.state)}」のため、撤回するものがありません。`,
              ]);
            onSeen(told.seenBy);
            onDone('撤回を記録しました');
          })
        }
      >
        {conflict}
        <p>理由を聞く必要はありません。撤回しても、相談や支援は続きます。</p>
        <TextInput name="expressedBy" label="撤回した人の氏名" isRequired max={200} />
        <Choice
          name="expression"
          label="どのように伝えましたか"
          isRequired
          options={choices('ConsentExpression').filter(({ value }) => value !== 'ELECTRONIC')}
        />
      </Form>
    </>
  );
}
