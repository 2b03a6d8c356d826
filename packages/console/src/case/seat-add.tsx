import { wareki } from '@kasane/vocabulary';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { Form } from '../form/form.js';
import { Choice, Choices, DateInput, TextInput } from '../form/inputs.js';
import { Picker } from '../form/picker.js';
import { filled, isoDate } from '../form/plain.js';
import {
  CaseRegisterPartner,
  CaseSeatOffice,
  type CaseHeadFragment,
  type Duty,
  type PartnerKind,
} from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { officeGroups, useOffices } from '../office/offices.js';
import { StaffInput } from '../office/staff.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { useSay } from '../ui/said.js';
import { choices, todayInJapan, word } from '../words/words.js';
import { personOptions } from '../ui/persons.js';
import { useCaseId } from './case-frame.js';
import { DutyInputs } from './seat-changes.js';

interface SeatValues {
  office: string;
  role: 'SECTOR_WORKER' | 'COORDINATOR';
  staff: string;
  staffName: string;
  isForAll: 'ALL' | 'SOME';
  persons: string[];
  from: string;
  to: string;
  duty: Duty;
  note: string;
  reviewOn: string;
}

/** 支援体制に機関を加える: with its worker, or as an office without an account. */
export function AddSeat({
  persons,
  onDone,
}: {
  readonly persons: CaseHeadFragment['persons'];
  readonly onDone: () => void;
}): ReactNode {
  const caseId = useCaseId();
  const seat = useChange(CaseSeatOffice);
  const { say } = useSay();
  const { own } = useOffices();
  return (
    <Form<SeatValues>
      draft={`seat:new:${caseId}`}
      start={{
        office: '',
        role: 'SECTOR_WORKER',
        staff: '',
        staffName: '',
        isForAll: 'SOME',
        persons: [],
        from: wareki(todayInJapan()),
        to: '',
        note: '',
        reviewOn: '',
      }}
      action="支援体制に加える"
      onSend={async (values) => {
        const { staff, isForAll, duty, note } = values;
        if (isForAll === 'SOME' && values.persons.length === 0)
          throw new NotDone(['この機関が関わる人を選んでください。']);
        await seat({
          case: caseId,
          input: {
            office: values.office,
            role: values.role,
            staff: filled(staff),
            staffName: filled(staff) && filled(values.staffName),
            persons: isForAll === 'ALL' ? undefined : values.persons,
            from: isoDate(values.from) ?? '',
            to: isoDate(values.to),
            duty: { duty, note: filled(note), reviewOn: isoDate(values.reviewOn) },
          },
        });
        say('支援体制に加えました');
        onDone();
      }}
    >
      <Picker
        name="office"
        label="機関"
        hint="機関の名前の一部を入力するか、一覧から選んでください。"
        isRequired
        groups={officeGroups(own)}
      />
      <NewPartner />
      <Choice
        name="role"
        label="立場"
        isRequired
        options={[
          { value: 'SECTOR_WORKER', label: word('StaffRole', 'SECTOR_WORKER') },
          {
            value: 'COORDINATOR',
            label: word('StaffRole', 'COORDINATOR'),
            hint: '多機関協働事業者の担当者だけがなれます。',
          },
        ]}
      />
      <StaffInput
        name="staff"
        label="担当者の職員番号(サインインの名前)"
        hint="書かなければ、機関としての参加になります。アカウントのない機関も同じです。"
        max={64}
      />
      <TextInput name="staffName" label="担当者の氏名" max={100} />
      <Choice
        name="isForAll"
        label="対象"
        isRequired
        options={[
          { value: 'SOME', label: '選んだ人だけ' },
          { value: 'ALL', label: '世帯の全員' },
        ]}
      />
      <ForWhom persons={persons} />
      <DateInput name="from" label="開始日" isRequired />
      <DateInput name="to" label="終了日" />
      <DutyInputs />
    </Form>
  );
}

function ForWhom({ persons }: { readonly persons: CaseHeadFragment['persons'] }): ReactNode {
  const isForAll = useFormContext<SeatValues>().watch('isForAll') === 'ALL';
  return isForAll ? null : (
    <Choices name="persons" label="この機関が関わる人" options={personOptions(persons)} />
  );
}

/** アカウントを持たない機関の登録: into the public directory, and chosen at once. */
function NewPartner(): ReactNode {
  const { setValue } = useFormContext<SeatValues>();
  const register = useChange(CaseRegisterPartner);
  const { asked: offices } = useOffices();
  const { say } = useSay();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<PartnerKind>('SCHOOL');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [registered, setRegistered] = useState<string>();
  const told = useRef<HTMLParagraphElement>(null);
  // What had the focus is gone: at once, else it goes to the first field of the dialog.
  useLayoutEffect(() => told.current?.focus(), [registered]);
  const send = async (): Promise<void> => {
    setProblems([]);
    try {
      const { office } = await register({ name: name.trim(), kind });
      offices.again();
      setValue('office', office.code);
      setOpen(false);
      setRegistered(office.name ?? name);
      say(`「${office.name ?? name}」を登録して選びました`);
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      setProblems(error.problems);
    }
  };
  if (!isOpen)
    return (
      <div>
        {registered && (
          <p ref={told} tabIndex={-1}>
            「{registered}」を登録し、上の「機関」に選びました。
          </p>
        )}
        <Button variant="quiet" onPress={() => setOpen(true)}>
          一覧にない学校・園・協力機関を登録する
        </Button>
      </div>
    );
  return (
    <fieldset className="stack">
      <legend>アカウントを持たない機関を登録する</legend>
      <p className="quiet">機関の名簿は公開の情報です。本人や世帯のことは書かないでください。</p>
      {problems.length > 0 && (
        <Notice kind="error" title="登録できませんでした">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      <label htmlFor="partner-name">名称</label>
      <input id="partner-name" value={name} onChange={({ target }) => setName(target.value)} />
      <label htmlFor="partner-kind">種別</label>
      <select
        id="partner-kind"
        value={kind}
        onChange={({ target }) =>
          setKind(choices('PartnerKind').find(({ value }) => value === target.value)?.value ?? 'SCHOOL')
        }
      >
        {choices('PartnerKind').map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <div className="row">
        <Button onPress={() => void send()} isDisabled={name.trim() === ''}>
          登録して選ぶ
        </Button>
        <Button variant="quiet" onPress={() => setOpen(false)}>
          やめる
        </Button>
      </div>
    </fieldset>
  );
}
