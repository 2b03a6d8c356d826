import { wareki } from '@kasane/vocabulary';
import type { ReactNode } from 'react';
import { personOptions } from '../ui/persons.js';
import { useCaseId } from '../case/case-frame.js';
import { Form } from '../form/form.js';
import { Choice, DateInput, Select, TextInput } from '../form/inputs.js';
import { filled, isoDate } from '../form/plain.js';
import { readTime } from '../form/time.js';
import { TimeInput } from '../form/time-input.js';
import { OutreachBegin, type OutreachFoundThrough, type OutreachPageQuery } from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { useSay } from '../ui/said.js';
import { choices, todayInJapan } from '../words/words.js';
import styles from '../case/case.module.css';
import { readSince } from './since.js';

interface BeginValues {
  person: string;
  office: string;
  foundThrough: OutreachFoundThrough;
  foundWords: string;
  foundOn: string;
  withdrawnSince: string;
  quietFrom: string;
  quietTo: string;
  nextOn: string;
}

/** Gives an office of the roster the task to reach somebody. */
export function BeginOutreach({
  found,
  onDone,
}: {
  readonly found: NonNullable<OutreachPageQuery['supportCase']>;
  readonly onDone: () => void;
}): ReactNode {
  const caseId = useCaseId();
  const begin = useChange(OutreachBegin);
  const { say } = useSay();
  const today = todayInJapan();
  const seated = new Map(
    (found.roster ?? [])
      .filter(({ from, to }) => (!from || from <= today) && (!to || today <= to))
      .flatMap(({ office }) => (office ? [[office.code, office.name ?? office.code]] : [])),
  );
  return (
    <Form<BeginValues>
      draft={`outreach:${caseId}`}
      start={{
        person: '',
        office: '',
        foundWords: '',
        foundOn: wareki(today),
        withdrawnSince: '',
        quietFrom: '',
        quietTo: '',
        nextOn: '',
      }}
      action="アウトリーチを始める"
      onSend={async (values) => {
        const since = readSince(values.withdrawnSince);
        if (values.withdrawnSince.trim() && since === undefined)
          throw new NotDone(['自宅にとどまり始めた時期は、年・年月・年月日のいずれかで書いてください。']);
        const [quietFrom, quietTo] = [values.quietFrom, values.quietTo].map(readTime);
        await begin({
          input: {
            case: caseId,
            person: values.person,
            office: values.office,
            foundThrough: values.foundThrough,
            foundWords: filled(values.foundWords),
            foundOn: isoDate(values.foundOn) ?? '',
            withdrawnSince: since,
            quietFrom,
            quietTo,
            nextOn: isoDate(values.nextOn),
          },
        });
        say('アウトリーチを始めました');
        onDone();
      }}
    >
      <Choice name="person" label="対象者" isRequired options={personOptions(found.persons)} />
      <Select
        name="office"
        label="担当する機関"
        hint="支援体制に入っている機関から選びます。"
        isRequired
        options={[...seated].map(([value, label]) => ({ value, label }))}
      />
      <Choice name="foundThrough" label="把握の経路" isRequired options={choices('OutreachFoundThrough')} />
      <DateInput name="foundOn" label="把握した日" isRequired />
      <TextInput name="foundWords" label="把握した内容" lines={3} />
      <DateInput
        name="withdrawnSince"
        label="自宅にとどまり始めた時期"
        hint="分かるところまで。例:令和6年、2024年4月頃"
        partial
      />
      <div className={styles.pair}>
        <TimeInput name="quietFrom" label="控えたい時間帯の始まり" />
        <TimeInput name="quietTo" label="控えたい時間帯の終わり" hint="夜をまたいでもかまいません。例:9:00" />
      </div>
      <DateInput name="nextOn" label="最初に働きかける日" />
    </Form>
  );
}
