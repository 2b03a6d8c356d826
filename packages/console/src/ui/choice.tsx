import { useId, type ReactNode } from 'react';
import styles from './choice.module.css';

/** One of a few ways to look at a page; it takes effect at once and changes nothing but the view. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}): ReactNode {
  const name = useId();
  return (
    <fieldset className={`${styles.choice} no-print`}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
