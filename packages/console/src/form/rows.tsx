import { useState, type ReactNode } from 'react';
import { useFieldArray, useFormContext, type FieldValues } from 'react-hook-form';
import { Button } from '../ui/button.js';
import styles from './rows.module.css';

/**
 * A list that grows and shrinks: each row is a group of inputs with names under `name.index`. The row that was taken
 * away last can be had back, with what stood in it.
 *
 * @example
 * <Rows name="agenda" label="議題" start={{ topic: '' }}>
 *   {(row) => <TextInput name={`${row}.topic`} label="内容" isRequired />}
 * </Rows>
 */
export function Rows({
  name,
  label,
  hint,
  start,
  add = `${label}を加える`,
  least = 0,
  children,
}: {
  readonly name: string;
  /** What one row is called. */
  readonly label: string;
  readonly hint?: ReactNode;
  /** A new row. */
  readonly start: FieldValues;
  readonly add?: string;
  /** Rows that cannot be taken away. */
  readonly least?: number;
  /** @param row the name under which the inputs of the row stand, `agenda.0` */
  readonly children: (row: string, index: number) => ReactNode;
}): ReactNode {
  const { control, getValues } = useFormContext();
  const { fields, append, insert, remove } = useFieldArray({ control, name });
  const [taken, setTaken] = useState<{ readonly index: number; readonly values: FieldValues }>();
  const takeAway = (index: number): void => {
    setTaken({ index, values: getValues(`${name}.${index}`) as FieldValues });
    remove(index);
  };
  return (
    <div className={styles.rows}>
      {hint && <p className="quiet">{hint}</p>}
      {fields.map(({ id }, index) => (
        <fieldset key={id} className={styles.row}>
          <legend>
            {label} {index + 1}
          </legend>
          {children(`${name}.${index}`, index)}
          {fields.length > least && (
            <div>
              <Button variant="quiet" onPress={() => takeAway(index)}>
                {label} {index + 1} を消す
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {taken && (
        <p role="status">
          {label} {taken.index + 1} を消しました。
          {/* Focused: the button that was pressed is gone. */}
          <Button
            variant="quiet"
            autoFocus
            onPress={() => {
              insert(taken.index, taken.values);
              setTaken(undefined);
            }}
          >
            元に戻す
          </Button>
        </p>
      )}
      <div>
        <Button onPress={() => append(start)}>{add}</Button>
      </div>
    </div>
  );
}
