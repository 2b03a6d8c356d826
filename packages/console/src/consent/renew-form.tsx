import { wareki } from '@kasane/vocabulary';
import type { ReactNode } from 'react';
import { Form } from '../form/form.js';
import { Choices, DateInput, TextInput } from '../form/inputs.js';
import { isoDate } from '../form/plain.js';
import { ConsentRenewIt } from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { useQuestion } from '../ui/question.js';
import { word } from '../words/words.js';
import type { ChangeProps } from './consent-page.js';
import { lastDayOf, lastDayInWords } from './last-day.js';
import { blankExpression, expressedInput, type Expressed } from './expressed.js';
import { ExplanationFields, ExpressionFields } from './expression-fields.js';
import { noticeNamed } from './notice-name.js';
import { useOvertaken } from './overtaken.js';
import { lastDaySuggested } from './record-values.js';

interface RenewValues extends Expressed {
  readonly until: string;
  readonly noticeVersion: string;
  readonly expressedBy: readonly string[];
}

/** The same people say the same again, until a later day. */
export function RenewForm({ consent, readAgain, onDone }: ChangeProps): ReactNode {
  const { viewer } = useSession();
  const renew = useChange(ConsentRenewIt);
  const [ask, question] = useQuestion();
  const names = (consent.grantors ?? []).flatMap(({ name }) => name ?? []);
  const { expectedEvents, send, conflict } = useOvertaken<RenewValues>(consent, readAgain, (values) => [
    ['新しい終わりの日', values.until],
    ['意思を伝えた人', values.expressedBy.join('、')],
    ['方法', values.expression && word('ConsentExpression', values.expression)],
  ]);
  const { validUntil, subject } = consent;
  return (
    <>
      {question}
      <Form<RenewValues>
        draft={`consent-renew:${consent.id}`}
        start={{
          ...blankExpression(viewer.name),
          until: validUntil
            ? wareki(lastDaySuggested(lastDayOf(validUntil), subject?.identity?.birthDate))
            : '',
          noticeVersion: noticeNamed(consent.notice).version,
          expressedBy: names.length === 1 ? names : [],
        }}
        action="更新する"
        ask={({ until }) =>
          ask({
            title: '同意を更新しますか',
            action: '更新する',
            words: (
              <p>
                {until}
                まで続く、と記録します。記録は証拠として残り、消せません。やめるときは撤回を記録します。
              </p>
            ),
          })
        }
        onSend={(values) =>
          send(values, async () => {
            const told = await renew({
              id: consent.id ?? '',
              until: isoDate(values.until) ?? '',
              noticeVersion: values.noticeVersion.trim(),
              expectedEvents,
              input: { ...expressedInput(values), expressedBy: [...values.expressedBy] },
            });
            if (told.__typename === 'ConsentNotInForce')
              throw new NotDone([
                `いまは「${word('ConsentState', told.state)}」のため、更新できません。新しい同意として記録してください。`,
              ]);
            onDone('同意を更新しました');
          })
        }
      >
        {conflict}
        <p>
          内容を変えるとき、新しい版の説明書を使うときは、更新ではなく、新しい同意として記録します。
          {validUntil && `いまの終わりの日は ${lastDayInWords(validUntil)} です。`}
        </p>
        <DateInput name="until" label="新しい終わりの日" isRequired />
        <TextInput name="noticeVersion" label="今回説明した説明書の版" isRequired max={32} />
        <Choices
          name="expressedBy"
          label="意思を伝えた人"
          hint="同意した全員の意思表示が要ります。"
          isRequired
          options={names.map((name) => ({ value: name, label: name }))}
        />
        <ExpressionFields />
        <ExplanationFields />
      </Form>
    </>
  );
}
