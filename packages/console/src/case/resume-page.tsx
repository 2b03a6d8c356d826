import type { ReactNode } from 'react';
import { Choice, TextInput } from '../form/inputs.js';
import { CaseBrief, CaseResume } from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { word } from '../words/words.js';
import { CaseFrame, useCaseId } from './case-frame.js';
import { StepForm } from './step-form.js';

interface Values {
  to: 'ASSESSING' | 'PLANNING';
  reason: string;
}

/** 中断したケースを再開する. */
export function Component(): ReactNode {
  const asked = useAsked(CaseBrief, { id: useCaseId() });
  const resume = useChange(CaseResume);
  return (
    <CaseFrame title="中断したケースを再開する" asked={asked}>
      {(found) => (
        <StepForm<Values>
          kind="resume"
          found={found}
          start={{ to: 'ASSESSING', reason: '' }}
          action="再開する"
          confirm={{
            title: 'ケースを再開しますか',
            action: '再開する',
            words: <p>選んだ状態から支援を続けます。理由が経緯に残ります。</p>,
          }}
          said="ケースを再開しました"
          mine={({ to, reason }) => [
            ['再開後の状態', word('CaseStatus', to)],
            ['理由', reason],
          ]}
          onSend={(of, { to, reason }) => resume({ ...of, to, reason: reason.trim() })}
        >
          <Choice
            name="to"
            label="再開後の状態"
            isRequired
            options={(['ASSESSING', 'PLANNING'] as const).map((value) => ({
              value,
              label: word('CaseStatus', value),
            }))}
          />
          <TextInput name="reason" label="再開の理由" hint="10文字以上" isRequired lines={4} />
        </StepForm>
      )}
    </CaseFrame>
  );
}
