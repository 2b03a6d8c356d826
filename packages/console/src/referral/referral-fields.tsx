import { useEffect, type ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Check, Choice, Choices, DateInput, TextInput } from '../form/inputs.js';
import { Picker } from '../form/picker.js';
import { Answered } from '../hub/asked.js';
import { useOffices } from '../office/offices.js';
import { useSession } from '../session/session.js';
import { Notice } from '../ui/notice.js';
import { personOptions, type Named } from '../ui/persons.js';
import { choices } from '../words/words.js';
import { isElsewhere, receiverGroups } from './offices.js';

/** The lines of a つなぎシート. The form around it holds {@link ReferralValues}. */
export function ReferralFields({ persons }: { readonly persons: readonly Named[] }): ReactNode {
  return (
    <>
      <Choices name="persons" label="だれについて" isRequired options={personOptions(persons)} />
      <Receiver />
      <Choice isAcross name="urgency" label="緊急性" isRequired options={choices('Urgency')} />
      <TextInput
        name="reason"
        label="つなぐ理由"
        isRequired
        lines={6}
        max={4_000}
        hint="つなぎ先に見えるのは、本人の同意などで見てよい範囲だけです。"
      />
      <TextInput name="request" label="依頼したいこと" lines={4} max={4_000} />
      <DateInput
        name="answerDue"
        label="回答期限"
        hint="書かなければ、緊急性に合わせて土日を除いて自動で決まります。例:令和8年4月1日、R8.4.1"
      />
      <DateInput
        name="firstContactDue"
        label="初回接触の期限"
        hint="書かなければ、緊急性に合わせて土日を除いて自動で決まります。"
      />
    </>
  );
}

function Receiver(): ReactNode {
  const { asked, all } = useOffices();
  const { viewer } = useSession();
  const { setValue } = useFormContext();
  const [toOffice, onPaper] = useWatch({ name: ['toOffice', 'onPaper'] }) as [string, boolean];
  const elsewhere = isElsewhere(all, viewer.office, asked.data ? toOffice : '');
  useEffect(() => {
    if (elsewhere) setValue('onPaper', true);
  }, [elsewhere, setValue]);
  return (
    <>
      <Answered asked={asked} lines={2}>
        {({ offices }) => (
          <Picker
            name="toOffice"
            label="つなぎ先"
            isRequired
            hint="機関の名前の一部を入力するか、一覧から選んでください。"
            groups={receiverGroups(offices, viewer.office)}
          />
        )}
      </Answered>
      <Check
        name="onPaper"
        label="口頭または紙で伝える"
        hint="つなぎ先が重ねを使っていないときに選びます。受理や初回接触は、あなたの機関が代わりに記録します。"
      />
      {elsewhere && !onPaper && (
        <Notice
          kind="warning"
          title="ほかの市町村の機関へは、口頭または紙でのつなぎとして記録してください。"
        />
      )}
      {onPaper && (
        <>
          <TextInput name="toldBy" label="伝えた人" isRequired max={128} />
          <TextInput name="toldTo" label="伝えた相手(つなぎ先の職員)" isRequired max={128} />
          <DateInput name="toldOn" label="伝えた日" hint="書かなければ今日になります。" />
        </>
      )}
    </>
  );
}
