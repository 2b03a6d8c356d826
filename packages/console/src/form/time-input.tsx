import type { ReactNode } from 'react';
import { Input, TextField } from 'react-aria-components';
import { useController, useFormContext } from 'react-hook-form';
import styles from './form.module.css';
import { framed, Hint, Name, Wrong } from './inputs.js';
import { readTime } from './time.js';

/**
 * A time of the day as people write it: `14:30`, `午後2時半`. The form's value stays as written: `readTime` gives it as
 * `HH:mm` when the form is sent.
 */
export function TimeInput({
  name,
  label,
  hint = '例:14:30、午後2時半',
  isRequired = false,
}: {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isRequired?: boolean;
}): ReactNode {
  const { control } = useFormContext();
  const { field, fieldState } = useController({
    name,
    control,
    defaultValue: '',
    rules: {
      validate: (value: string | undefined) => {
        if (!value?.trim()) return !isRequired || '時刻を入力してください。';
        return readTime(value) !== undefined || `「${value}」は時刻として読めません。例:14:30、午後2時半`;
      },
    },
  });
  const value = (field.value ?? '') as string;
  const time = readTime(value);
  return (
    <TextField
      {...framed({ field, fieldState }, isRequired)}
      value={value}
      onChange={field.onChange}
      autoComplete="off"
    >
      <Name label={label} isRequired={isRequired} />
      <Hint hint={hint} />
      <Input ref={field.ref} className={styles.short ?? ''} />
      {time !== undefined && time !== value.trim() && (
        <p className={styles.understood} role="status">
          {time}
        </p>
      )}
      <Wrong with={fieldState} />
    </TextField>
  );
}
