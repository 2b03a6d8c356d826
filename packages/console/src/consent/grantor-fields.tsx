import { useEffect, useRef, type ReactNode } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Select, TextInput } from '../form/inputs.js';
import { Button } from '../ui/button.js';
import { choices, word } from '../words/words.js';
import type { RecordValues } from './record-values.js';

/** Somebody of the household who may speak for the person. */
export interface Relative {
  readonly id: string;
  readonly name: string;
}

const MAX_GRANTORS = 4;

/** Who decides: the person, or who has the authority to speak for them. */
export function GrantorFields({
  subjectName,
  relatives,
}: {
  readonly subjectName: string | undefined;
  readonly relatives: readonly Relative[];
}): ReactNode {
  const { control } = useFormContext<RecordValues>();
  const { fields, append, remove } = useFieldArray<RecordValues, 'grantors'>({ control, name: 'grantors' });
  return (
    <>
      {fields.map(({ id }, at) => (
        <fieldset key={id}>
          <legend>同意者 {fields.length > 1 && `(${at + 1}人目)`}</legend>
          <div className="stack">
            <GrantorField at={at} subjectName={subjectName} relatives={relatives} />
            {fields.length > 1 && (
              <div>
                <Button onPress={() => remove(at)}>{at + 1}人目の同意者を除く</Button>
              </div>
            )}
          </div>
        </fieldset>
      ))}
      {fields.length < MAX_GRANTORS && (
        <div>
          <Button onPress={() => append({ relation: '', name: '', person: '', authorityDocument: '' })}>
            同意者を足す
          </Button>
        </div>
      )}
    </>
  );
}

function GrantorField({
  at,
  subjectName,
  relatives,
}: {
  readonly at: number;
  readonly subjectName: string | undefined;
  readonly relatives: readonly Relative[];
}): ReactNode {
  const path = `grantors.${at}` as const;
  const { setValue } = useFormContext<RecordValues>();
  const relation = useWatch<RecordValues, `${typeof path}.relation`>({ name: `${path}.relation` });
  const person = useWatch<RecordValues, `${typeof path}.person`>({ name: `${path}.person` });

  // Whoever is chosen brings their name; what was typed or restored before stays until then.
  const suggested =
    relation === 'SELF' ? subjectName : relatives.find((relative) => relative.id === person)?.name;
  const before = useRef(suggested);
  useEffect(() => {
    if (suggested !== undefined && suggested !== before.current) setValue(`${path}.name`, suggested);
    before.current = suggested;
  }, [suggested, setValue, path]);

  return (
    <>
      <Select name={`${path}.relation`} label="立場" isRequired options={choices('GrantorRelation')} />
      {relation !== 'SELF' && relatives.length > 0 && (
        <Select
          name={`${path}.person`}
          label="世帯の中の人であれば、誰か"
          options={relatives.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextInput
        name={`${path}.name`}
        label="氏名"
        hint={
          relation === 'SELF'
            ? '本人の氏名、フリガナまたはローマ字氏名です。用紙の署名のとおりに書きます。'
            : undefined
        }
        isRequired
        max={200}
      />
      {relation !== '' && relation !== 'SELF' && (
        <TextInput
          name={`${path}.authorityDocument`}
          label="権限を示す書類"
          hint={
            relation === 'PARENTAL_AUTHORITY'
              ? '確かめたものがあれば書きます。例:戸籍謄本'
              : `${word('GrantorRelation', relation)}のときは必ず書きます。例:登記事項証明書`
          }
          max={200}
        />
      )}
    </>
  );
}
