import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { DateInput, Select, TextInput, type Option } from '../form/inputs.js';
import { Rows } from '../form/rows.js';
import { TimeInput } from '../form/time-input.js';
import type { AgendaKind } from '../generated/operations.js';
import { word } from '../words/words.js';
import { newItem, usesPlan, type MeetingPaper } from './meeting.js';
import { PeopleInput } from './people-inputs.js';
import type { Somebody } from './people.js';

interface Meeting {
  readonly households: readonly Option[];
  readonly kinds: readonly AgendaKind[];
  readonly plans?: readonly Option[];
  /** Colleagues who may keep the minutes; the person at the screen does when none is chosen. */
  readonly secretaries: readonly Option[];
  readonly offices: readonly Option[];
  readonly known: readonly Somebody[];
  readonly by: 'paper' | 'either';
}

/** When, where, about what and with whom. */
export function MeetingFields({ secretaries, offices, known, by, ...items }: Meeting): ReactNode {
  return (
    <>
      <h2>日時と場所</h2>
      <DateInput name="heldOn" label="開催日" isRequired />
      <TimeInput name="heldTime" label="開始時刻" isRequired />
      <TextInput name="place" label="場所" hint="例:市役所 201会議室" isRequired max={256} />
      {secretaries.length > 0 && (
        <Select
          name="secretariat"
          label="事務局(会議録を書く人)"
          hint="選ばなければ、あなたが事務局です。"
          options={secretaries}
        />
      )}
      <h2>議題</h2>
      <Agenda {...items} />
      <h2>{by === 'paper' ? '紙で参加する人' : '招く人'}</h2>
      {by === 'paper' && (
        <p>アカウントのある人は、場の構成員名簿に加えます。ここには、紙で参加する人だけを記入します。</p>
      )}
      <PeopleInput name="participants" label="招く人" offices={offices} known={known} by={by} />
    </>
  );
}

function Agenda({
  households,
  kinds,
  plans = [],
}: Pick<Meeting, 'households' | 'kinds' | 'plans'>): ReactNode {
  const agenda = useFormContext<MeetingPaper>().watch('agenda');
  const start = newItem(
    households.map(({ value }) => value),
    kinds[0] ?? '',
  );
  return (
    <Rows name="agenda" label="議題" start={{ ...start }} least={1}>
      {(row, index) => (
        <>
          {kinds.length > 1 && (
            <Select
              name={`${row}.kind`}
              label="種類"
              options={kinds.map((kind) => ({ value: kind, label: word('AgendaKind', kind) }))}
              isRequired
            />
          )}
          {households.length > 1 && (
            <Select name={`${row}.household`} label="世帯" options={households} isRequired />
          )}
          <TextInput name={`${row}.topic`} label="内容" isRequired lines={3} />
          {usesPlan(agenda[index]?.kind ?? '') && (
            <Select
              name={`${row}.planId`}
              label="プラン"
              options={plans}
              isRequired={agenda[index]?.kind === 'APPROPRIATENESS'}
            />
          )}
        </>
      )}
    </Rows>
  );
}
