import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Form } from '../form/form.js';
import { Choice, DateInput, TextInput } from '../form/inputs.js';
import { isoDate } from '../form/plain.js';
import {
  CaseBrief,
  CaseEndByDeath,
  CaseRecordDeath,
  type CaseHeadFragment,
} from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { PersonName } from '../ui/person-name.js';
import { useQuestion } from '../ui/question.js';
import { useSay } from '../ui/said.js';
import { day } from '../words/words.js';
import { personOptions } from '../ui/persons.js';
import { CaseFrame, useCaseId } from './case-frame.js';
import { StepForm } from './step-form.js';

/** 死亡: first that somebody died, and then, where the 本人 did, the end of the case. */
export function Component(): ReactNode {
  const asked = useAsked(CaseBrief, { id: useCaseId() });
  return (
    <CaseFrame title="死亡を記録する" asked={asked}>
      {(found) => {
        const died = (found.persons ?? []).filter(({ identity }) => identity?.deceasedOn);
        return (
          <>
            {died.length > 0 && (
              <ul>
                {died.map(({ id, identity }) => (
                  <li key={id}>
                    <PersonName identity={identity} />{' '}
                    {identity?.deceasedOn && `${day(identity.deceasedOn)}に死亡`}
                  </li>
                ))}
              </ul>
            )}
            <section aria-labelledby="record">
              <h2 id="record">亡くなったことを記録する</h2>
              <RecordDeath persons={found.persons} again={asked.again} />
            </section>
            {died.length > 0 && (
              <section aria-labelledby="end">
                <h2 id="end">死亡によりケースを終える</h2>
                <p>
                  本人が亡くなったときに終えます。家族への支援が続くときは、終える前に引き継ぎを決めてください。
                </p>
                <EndByDeath found={found} />
              </section>
            )}
          </>
        );
      }}
    </CaseFrame>
  );
}

interface DeathValues {
  what: 'DIED' | 'MISTAKE';
  person: string;
  deceasedOn: string;
  source: string;
}

function RecordDeath({
  persons,
  again,
}: {
  readonly persons: CaseHeadFragment['persons'];
  readonly again: () => void;
}): ReactNode {
  const caseId = useCaseId();
  const record = useChange(CaseRecordDeath);
  const [ask, question] = useQuestion();
  const { say } = useSay();
  const [sent, setSent] = useState(0);
  return (
    <Form<DeathValues>
      key={sent}
      draft={`death:${caseId}`}
      start={{ what: 'DIED', deceasedOn: '', source: '' }}
      action="記録する"
      ask={() =>
        ask({
          title: '死亡の記録を残しますか',
          action: '記録する',
          words: <p>誰のことか、日付が正しいかを、もう一度確かめてください。</p>,
        })
      }
      onSend={async ({ what, person, deceasedOn, source }) => {
        await record({
          case: caseId,
          person,
          deceasedOn: what === 'DIED' ? isoDate(deceasedOn) : null,
          source: source.trim(),
        });
        say(what === 'DIED' ? '死亡を記録しました' : '死亡の記録を取り消しました');
        setSent((before) => before + 1);
        again();
      }}
    >
      {(form) => (
        <>
          {question}
          <Choice name="person" label="誰のことか" isRequired options={personOptions(persons)} />
          <Choice
            name="what"
            label="記録すること"
            isRequired
            options={[
              { value: 'DIED', label: '亡くなった' },
              { value: 'MISTAKE', label: '死亡の記録は誤りだった(取り消す)' },
            ]}
          />
          {form.watch('what') === 'DIED' && <DateInput name="deceasedOn" label="死亡日" isRequired />}
          <TextInput name="source" label="把握した経緯" hint="例:親族からの電話" isRequired lines={2} />
        </>
      )}
    </Form>
  );
}

function EndByDeath({ found }: { readonly found: CaseHeadFragment }): ReactNode {
  const end = useChange(CaseEndByDeath);
  const navigate = useNavigate();
  return (
    <StepForm<{ reason: string }>
      kind="death"
      found={found}
      start={{ reason: '' }}
      action="死亡により終える"
      confirm={{
        title: '死亡によりケースを終えますか',
        action: '終える',
        words: <p>終えると、支援体制の全員がこのケースを見られなくなります。元には戻せません。</p>,
      }}
      said="死亡によりケースを終えました"
      onTaken={() => void navigate('/cases')}
      mine={({ reason }) => [['理由', reason]]}
      onSend={(of, { reason }) => end({ ...of, reason: reason.trim() })}
    >
      <TextInput name="reason" label="終える理由" hint="10文字以上" isRequired lines={3} />
    </StepForm>
  );
}
