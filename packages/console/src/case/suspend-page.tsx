import type { ReactNode } from 'react';
import { TextInput } from '../form/inputs.js';
import { CaseBrief, CaseSuspend } from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { CaseFrame, useCaseId } from './case-frame.js';
import { StepForm } from './step-form.js';

/** ケースを中断する. */
export function Component(): ReactNode {
  const asked = useAsked(CaseBrief, { id: useCaseId() });
  const suspend = useChange(CaseSuspend);
  return (
    <CaseFrame title="ケースを中断する" asked={asked}>
      {(found) => (
        <>
          <p>支援をいったん止めます。支援体制と記録はそのまま残り、あとで再開できます。</p>
          <StepForm<{ reason: string }>
            kind="suspend"
            found={found}
            start={{ reason: '' }}
            action="中断する"
            confirm={{
              title: 'ケースを中断しますか',
              action: '中断する',
              words: <p>状態が「中断」になり、理由が経緯に残ります。</p>,
            }}
            said="ケースを中断しました"
            mine={({ reason }) => [['理由', reason]]}
            onSend={(of, { reason }) => suspend({ ...of, reason: reason.trim() })}
          >
            <TextInput name="reason" label="中断の理由" hint="10文字以上" isRequired lines={4} />
          </StepForm>
        </>
      )}
    </CaseFrame>
  );
}
