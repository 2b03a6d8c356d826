import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Form } from '../form/form.js';
import { TextInput } from '../form/inputs.js';
import { CaseReopen } from '../generated/operations.js';
import { useChange } from '../hub/change.js';
import { Page } from '../ui/page.js';
import { useQuestion } from '../ui/question.js';
import { useSay } from '../ui/said.js';
import { useCaseId } from './case-frame.js';

/** 終結したケースを再開する: as a new case that refers to it. Nothing of the closed one is shown. */
export function Component(): ReactNode {
  const caseId = useCaseId();
  const reopen = useChange(CaseReopen);
  const [ask, question] = useQuestion();
  const navigate = useNavigate();
  const { say } = useSay();
  return (
    <Page
      title="終結したケースを再開する"
      tab="終結したケースを再開する"
      above={[{ to: '/cases', label: 'ケース' }]}
    >
      <p>
        終結したケースを元にして、新しいケースを始めます。再開できるのは、そのケースを調整していた機関の包括化支援員です。支援体制と同意は、あらためて確かめます。
      </p>
      <Form<{ reason: string }>
        draft={`reopen:${caseId}`}
        start={{ reason: '' }}
        action="再開する"
        ask={() =>
          ask({
            title: 'ケースを再開しますか',
            action: '再開する',
            words: <p>枝番の付いた新しいケースができます。同じケースを二度再開することはできません。</p>,
          })
        }
        onSend={async ({ reason }) => {
          const { newCase } = await reopen({ case: caseId, reason: reason.trim() });
          say('ケースを再開しました');
          await navigate(`/cases/${newCase}`);
        }}
      >
        {question}
        <TextInput name="reason" label="再開の理由" hint="10文字以上" isRequired lines={4} />
      </Form>
    </Page>
  );
}
