import type { ReactNode } from 'react';
import { Form } from '../form/form.js';
import { Choices, DateInput, TextInput } from '../form/inputs.js';
import { isoDate } from '../form/plain.js';
import { ProtectionRegister } from '../generated/operations.js';
import { ProblemNotice } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { useDirectory } from '../office/directory.js';
import { Skeleton } from '../ui/waiting.js';
import { todayInJapan } from '../words/words.js';
import { lastDayOf } from './term.js';

interface Registration {
  readonly person: string;
  readonly from: string;
  readonly to: string;
  readonly handlingOffices: readonly string[];
  readonly restrictedStaff: string;
}

export function RegisterForm({ onRegistered }: { readonly onRegistered: () => void }): ReactNode {
  const register = useChange(ProtectionRegister);
  const { directory, error, again } = useDirectory();
  if (error) return <ProblemNotice error={error} again={again} />;
  if (!directory) return <Skeleton lines={6} />;
  const { own } = directory;
  const today = todayInJapan();
  return (
    <Form<Registration>
      draft="protection-register"
      start={{
        person: '',
        from: today,
        to: lastDayOf(today),
        handlingOffices: own ? [own.code] : [],
        restrictedStaff: '',
      }}
      action="登録する"
      onSend={async (said) => {
        await register({
          input: {
            person: said.person.trim(),
            from: isoDate(said.from) ?? '',
            to: isoDate(said.to) ?? '',
            handlingOffices: [...said.handlingOffices],
            restrictedStaff: said.restrictedStaff.split(/[\s,、,]+/u).filter(Boolean),
          },
        });
        onRegistered();
      }}
    >
      <TextInput
        name="person"
        label="本人の番号"
        hint="氏名ではなく、画面や帳票にある本人の番号を貼り付けます。子どもなど、同じ住まいの人も一人ずつ登録します"
        isRequired
        max={64}
      />
      <DateInput name="from" label="始まりの日" isRequired />
      <DateInput name="to" label="終わりの日" hint="始まりの日から1年以内" isRequired />
      <Choices
        name="handlingOffices"
        label="取り扱う機関"
        hint="ここに挙げた機関だけが、住所などを見ることができます。自機関を含めます"
        isRequired
        options={directory.offices
          .filter(({ municipality }) => municipality === own?.municipality)
          .map(({ code, name }) => ({ value: code, label: name ?? code }))}
      />
      <TextInput
        name="restrictedStaff"
        label="相手方である職員の職員番号"
        hint="相手方が職員のとき、1行に1人ずつ。その職員には何も見えなくなります"
        lines={2}
      />
    </Form>
  );
}
