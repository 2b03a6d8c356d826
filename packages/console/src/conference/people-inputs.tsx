import { useState, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { Select, TextInput, type Option } from '../form/inputs.js';
import { Rows } from '../form/rows.js';
import { StaffInput } from '../office/staff.js';
import { Button } from '../ui/button.js';
import { choices } from '../words/words.js';
import styles from './conference.module.css';
import { nobody, seatOf, type Somebody } from './people.js';

interface Fields {
  readonly row: string;
  readonly offices: readonly Option[];
  /** Who sits: with an account, without one, or as it comes. */
  readonly by: 'account' | 'paper' | 'either';
}

/** One line of a roster. */
export function SomebodyFields({ row, offices, by }: Fields): ReactNode {
  return (
    <>
      <TextInput name={`${row}.name`} label="氏名" isRequired max={128} />
      {by !== 'account' && (
        <TextInput
          name={`${row}.affiliation`}
          label="所属"
          hint="会議録に印刷されます。例:市民病院 地域連携室"
          isRequired
          max={128}
        />
      )}
      {by !== 'paper' && (
        <>
          <StaffInput
            name={`${row}.staff`}
            label="職員番号(重ねのアカウント)"
            hint={by === 'either' ? 'アカウントがない人は空けておきます。紙で参加します。' : undefined}
            isRequired={by === 'account'}
            max={64}
          />
          <Select name={`${row}.office`} label="機関" options={offices} isRequired={by === 'account'} />
        </>
      )}
      <Select name={`${row}.capacity`} label="立場" options={choices('Capacity')} isRequired />
    </>
  );
}

/** A roster that grows: by those who sat with the person before, or typed. */
export function PeopleInput({
  name,
  label,
  known,
  least = 0,
  ...fields
}: Omit<Fields, 'row'> & {
  readonly name: string;
  readonly label: string;
  readonly known: readonly Somebody[];
  readonly least?: number;
}): ReactNode {
  return (
    <>
      <Known name={name} known={known} {...fields} />
      <Rows name={name} label={label} start={{ ...nobody }} least={least}>
        {(row) => <SomebodyFields row={row} {...fields} />}
      </Rows>
    </>
  );
}

function Known({
  name,
  known,
  offices,
  by,
}: Omit<Fields, 'row'> & { readonly name: string; readonly known: readonly Somebody[] }): ReactNode {
  const { getValues, setValue, watch } = useFormContext<Record<string, Somebody[]>>();
  const [chosen, setChosen] = useState('');
  const taken = (watch(name) ?? []).map(seatOf);
  const others = by === 'paper' ? [] : known.filter((each) => !taken.includes(seatOf(each)));
  if (others.length === 0) return null;
  const officeName = (code: string): ReactNode => offices.find(({ value }) => value === code)?.label ?? code;
  const add = (): void => {
    const found = others.find((each) => seatOf(each) === chosen);
    if (!found) return;
    // An empty line waits to be filled: it is filled first.
    const rows = (getValues(name) ?? []).filter((row) => row.name.trim() !== '' || row.staff.trim() !== '');
    setValue(name, [...rows, found], { shouldDirty: true });
    setChosen('');
  };
  return (
    <div className={styles.known}>
      <label htmlFor={`known-${name}`}>これまでの構成員・担当者から加える</label>
      <div className="row">
        <select id={`known-${name}`} value={chosen} onChange={({ target: { value } }) => setChosen(value)}>
          <option value="">選んでください</option>
          {others.map((each) => (
            <option key={seatOf(each)} value={seatOf(each)}>
              {each.name}({officeName(each.office)}){each.staff === '' && ' 職員番号は後で記入'}
            </option>
          ))}
        </select>
        <Button onPress={add} isDisabled={chosen === ''}>
          名簿に加える
        </Button>
      </div>
    </div>
  );
}
