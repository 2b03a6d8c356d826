import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Form } from '../form/form.js';
import { Choice, DateInput, Select, TextInput } from '../form/inputs.js';
import { filled, isoDate } from '../form/plain.js';
import {
  CaseBrief,
  CaseRecordIssue,
  type CaseHeadFragment,
  type Certainty,
  type IssueCode,
} from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { useSay } from '../ui/said.js';
import { choices } from '../words/words.js';
import { personOptions } from '../ui/persons.js';
import { CaseFrame, useCaseId } from './case-frame.js';

interface IssueValues {
  code: IssueCode;
  of: string;
  certainty: Certainty;
  observedOn: string;
  text: string;
}

const HOUSEHOLD = 'household';

/** 課題を記録する: of one person or of the household, as the own office sees it. */
export function Component(): ReactNode {
  const asked = useAsked(CaseBrief, { id: useCaseId() });
  return (
    <CaseFrame title="課題を記録する" asked={asked}>
      {(found) => <IssueForm found={found} />}
    </CaseFrame>
  );
}

function IssueForm({ found }: { readonly found: CaseHeadFragment }): ReactNode {
  const caseId = useCaseId();
  const record = useChange(CaseRecordIssue);
  const navigate = useNavigate();
  const { say } = useSay();
  return (
    <Form<IssueValues>
      draft={`issue:${caseId}`}
      start={{ observedOn: '', text: '' }}
      action="記録する"
      onSend={async ({ code, of, certainty, observedOn, text }) => {
        const isOfHousehold = of === HOUSEHOLD;
        await record({
          case: caseId,
          person: isOfHousehold ? undefined : of,
          input: {
            code,
            certainty,
            scope: isOfHousehold ? 'HOUSEHOLD' : 'PERSON',
            observedOn: isoDate(observedOn),
            text: filled(text),
          },
        });
        say('課題を記録しました');
        await navigate(`/cases/${caseId}#issues`);
      }}
    >
      <Choice
        name="of"
        label="誰の課題か"
        isRequired
        options={[...personOptions(found.persons), { value: HOUSEHOLD, label: '世帯の課題' }]}
      />
      <Select name="code" label="課題" isRequired options={choices('IssueCode')} />
      <Choice name="certainty" label="確からしさ" isRequired options={choices('Certainty')} />
      <DateInput name="observedOn" label="把握した日" hint="書かなければ今日になります。例:令和8年4月1日" />
      <TextInput name="text" label="内容" hint="「その他」を選んだときは必ず書いてください。" lines={5} />
    </Form>
  );
}
