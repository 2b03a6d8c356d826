import { useEffect, useState, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { StaffInput, useStaff } from '../office/staff.js';
import { personOptions } from '../ui/persons.js';
import { Conflict } from '../form/conflict.js';
import { Form } from '../form/form.js';
import { Choices, DateInput, Select, TextInput } from '../form/inputs.js';
import { Picker, type PickerGroup } from '../form/picker.js';
import { Rows } from '../form/rows.js';
import type { PlanFactsFragment, PlanInput, NamedPersonFragment } from '../generated/operations.js';
import { NotDone } from '../hub/change.js';
import { beside } from './beside.js';
import { blankItem, planInput, planToRevise, type PlanValues } from './plan-values.js';

export interface IssueOption {
  readonly value: string;
  readonly label: string;
}

type Outcome =
  | { readonly __typename: 'PlanRecorded'; readonly plan: PlanFactsFragment }
  | { readonly __typename: 'PlanChanged'; readonly newer: PlanFactsFragment };

/** プランシート to be written, new or anew. Of two who write at once the second sees both, and loses nothing. */
export function PlanForm({
  draft,
  start,
  persons,
  offices,
  issues,
  action,
  onSend,
  onRecorded,
}: {
  readonly draft: string;
  readonly start: PlanValues;
  readonly persons: readonly NamedPersonFragment[] | null;
  readonly offices: readonly PickerGroup[];
  /** Issues on record; none where they are not known. */
  readonly issues: readonly IssueOption[];
  readonly action: string;
  /** @param seen the version of the plan to which this is the answer */
  readonly onSend: (input: PlanInput, seen: number) => Promise<Outcome>;
  readonly onRecorded: (plan: PlanFactsFragment) => void | Promise<void>;
}): ReactNode {
  const [overtaken, setOvertaken] = useState<{
    readonly newer: PlanFactsFragment;
    readonly mine: PlanValues;
  }>();
  const people = personOptions(persons);
  const { nameOf } = useStaff();
  const names = {
    person: (id: string) =>
      persons?.find((person) => person.id === id)?.identity?.name ?? '氏名は表示できません',
    office: (code: string) =>
      offices.flatMap(({ options }) => options).find(({ value }) => value === code)?.label ?? code,
    staff: (id: string) => nameOf(id) ?? id,
  };

  const send = async (values: PlanValues): Promise<void> => {
    const answer = await onSend(planInput(values), values.seen);
    if (answer.__typename === 'PlanChanged') {
      setOvertaken({ newer: answer.newer, mine: values });
      throw new NotDone(['ほかの人が先にこのプランを書き直しました。下で見比べて、もう一度送ってください。']);
    }
    await onRecorded(answer.plan);
  };

  return (
    <Form<PlanValues> draft={draft} start={start} action={action} onSend={send}>
      {overtaken && <Conflict {...beside(planToRevise(overtaken.newer), overtaken.mine, names)} />}
      <Seen version={overtaken?.newer.version} />
      <h2>だれの、いつまでのプランか</h2>
      <Choices
        name="persons"
        label="対象者"
        hint="プランに書かれる人をすべて選びます。"
        isRequired
        options={people}
      />
      <DateInput name="from" label="プラン期間の初日" isRequired />
      <DateInput name="until" label="プラン期間の末日" isRequired />
      <h2>意向</h2>
      <TextInput
        name="personWishes"
        label="本人の意向"
        hint="本人のことばで書きます。"
        isRequired
        lines={4}
      />
      <TextInput name="householdWishes" label="世帯の意向" lines={3} />
      <h2>課題と目標</h2>
      <Rows name="issues" label="解決したい課題" start={{ issue: '', words: '' }} least={1}>
        {(row) => (
          <>
            {issues.length > 0 && <Select name={`${row}.issue`} label="記録にある課題" options={issues} />}
            <TextInput
              name={`${row}.words`}
              label="課題"
              hint="本人や世帯のことばで書きます。"
              isRequired
              lines={2}
            />
          </>
        )}
      </Rows>
      <TextInput name="longTermGoal" label="長期目標" isRequired lines={2} />
      <Rows name="shortTermGoals" label="短期目標" start={{ words: '' }} least={1}>
        {(row) => <TextInput name={`${row}.words`} label="目標" isRequired lines={2} />}
      </Rows>
      <h2>だれが何をするか</h2>
      <Rows name="items" label="支援内容" start={blankItem} least={1}>
        {(row) => (
          <>
            <TextInput name={`${row}.content`} label="支援内容" isRequired lines={2} />
            <Picker
              name={`${row}.office`}
              label="担当機関"
              hint="支援体制に席のある機関から選びます。"
              isRequired
              groups={offices}
            />
            <StaffInput
              name={`${row}.staff`}
              label="担当者の職員番号"
              hint="機関の全員が担うときは空けておきます。"
              max={100}
            />
            <TextInput name={`${row}.frequency`} label="頻度" hint="例:月2回" isRequired max={200} />
            <DateInput name={`${row}.dueOn`} label="期限" isRequired />
            <Choices name={`${row}.persons`} label="だれのために" isRequired options={people} />
            <TextInput name={`${row}.ownEffort`} label="本人の取組" lines={2} />
          </>
        )}
      </Rows>
      <h2>モニタリングと同意</h2>
      <Rows name="monitoringOn" label="モニタリング時期" start={{ on: '' }} least={1}>
        {(row) => <DateInput name={`${row}.on`} label="予定日" isRequired />}
      </Rows>
      <TextInput
        name="consentReference"
        label="本人同意の署名"
        hint="署名のある用紙がどこにあるかを書きます。"
        max={200}
      />
    </Form>
  );
}

/** After a conflict what is sent next answers the newer version, which is in sight now. */
function Seen({ version }: { readonly version: number | null | undefined }): ReactNode {
  const { setValue } = useFormContext<PlanValues>();
  useEffect(() => {
    if (typeof version === 'number') setValue('seen', version);
  }, [version, setValue]);
  return null;
}
