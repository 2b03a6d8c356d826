import { readJapaneseDate, wareki } from '@kasane/vocabulary';
import { useId, type ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup,
  FieldError,
  Input,
  Label,
  Radio,
  RadioGroup,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components';
import { useController, useFormContext, type UseControllerReturn } from 'react-hook-form';
import styles from './form.module.css';
import { plainDigits } from './plain.js';

export interface InputProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isRequired?: boolean;
}

export interface Option {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isDisabled?: boolean;
}

const required = (isRequired: boolean | undefined, message: string): { readonly required?: string } =>
  isRequired ? { required: message } : {};

/** What every input of react-aria is told of its place in the form; how its value is held, each knows itself. */
export const framed = (
  { field, fieldState }: Pick<UseControllerReturn, 'field' | 'fieldState'>,
  isRequired: boolean | undefined,
) => ({
  className: styles.field ?? '',
  onBlur: field.onBlur,
  isInvalid: fieldState.invalid,
  isRequired: isRequired ?? false,
  validationBehavior: 'aria' as const,
});

const Marked = ({ label, isRequired }: Pick<InputProps, 'label' | 'isRequired'>): ReactNode => (
  <>
    {label}
    <span className={isRequired ? styles.required : styles.optional}>{isRequired ? '必須' : '任意'}</span>
  </>
);

/** What is above and below every input: its name and whether it must be filled, a hint, what is wrong. */
export function Name(of: Pick<InputProps, 'label' | 'isRequired'>): ReactNode {
  return (
    <Label className={styles.label ?? ''}>
      <Marked {...of} />
    </Label>
  );
}

export function Wrong({ with: { error } }: { readonly with: UseControllerReturn['fieldState'] }): ReactNode {
  return <FieldError className={styles.error ?? ''}>{error?.message}</FieldError>;
}

/** Beside the dot or the box of what can be chosen. */
const Words = ({ label, hint }: Pick<InputProps, 'label' | 'hint'>): ReactNode => (
  <span>
    {label}
    {hint && <span className={styles.hint}>{hint}</span>}
  </span>
);

export function Hint({ hint }: Pick<InputProps, 'hint'>): ReactNode {
  return hint ? (
    <Text slot="description" className={styles.hint ?? ''}>
      {hint}
    </Text>
  ) : null;
}

/** Text of one or more lines. The number of characters left is told near the end. */
export function TextInput({
  name,
  label,
  hint,
  isRequired,
  lines = 1,
  max = 2_000,
  digits = false,
  autoComplete = 'off',
  suggest,
}: InputProps & {
  readonly lines?: number;
  /** Characters, as people count them. */
  readonly max?: number;
  /** Telephone and other numbers: full-width digits become plain ones. */
  readonly digits?: boolean;
  readonly autoComplete?: string;
  /** Of one line: what is offered to who has typed this. Anything else may be typed, too. */
  readonly suggest?: (typed: string) => readonly { readonly value: string; readonly label: string }[];
}): ReactNode {
  const offered = useId();
  const { control } = useFormContext();
  const { field, fieldState } = useController({
    name,
    control,
    defaultValue: '',
    rules: {
      ...required(isRequired, '入力してください。'),
      validate: {
        blank: (value: string | undefined) =>
          !isRequired || (value ?? '').trim() !== '' || '入力してください。',
        length: (value: string | undefined) =>
          [...(value ?? '')].length <= max || `${max.toLocaleString('ja')}文字までです。`,
      },
    },
  });
  const value = (field.value ?? '') as string;
  const left = max - [...value].length;
  return (
    <TextField
      {...framed({ field, fieldState }, isRequired)}
      value={value}
      onChange={field.onChange}
      onBlur={() => {
        if (digits) field.onChange(plainDigits(value));
        field.onBlur();
      }}
      autoComplete={autoComplete}
      {...(digits && { inputMode: 'tel' as const })}
    >
      <Name label={label} isRequired={isRequired ?? false} />
      <Hint hint={hint} />
      {lines > 1 ? (
        <TextArea ref={field.ref} rows={lines} dir="auto" />
      ) : (
        <Input ref={field.ref} dir="auto" {...(suggest && { list: offered })} />
      )}
      {suggest && (
        <datalist id={offered}>
          {suggest(value).map((each) => (
            <option key={each.value} {...each} />
          ))}
        </datalist>
      )}
      {left < max / 10 && (
        <p className={styles.count} role="status">
          {left >= 0
            ? `あと${left.toLocaleString('ja')}文字`
            : `${(-left).toLocaleString('ja')}文字多すぎます`}
        </p>
      )}
      <Wrong with={fieldState} />
    </TextField>
  );
}

/**
 * A date as people write it: `令和8年11月22日`, `R8.11.22`, `2026/11/22`, full-width digits. What was understood is told in
 * words below. The form's value stays as written: `isoDate` gives it as `YYYY-MM-DD` when the form is sent.
 */
export function DateInput({
  name,
  label,
  hint,
  isRequired,
  partial = false,
}: InputProps & { readonly partial?: boolean }): ReactNode {
  const { control } = useFormContext();
  const { field, fieldState } = useController({
    name,
    control,
    defaultValue: '',
    rules: {
      ...required(isRequired, '日付を入力してください。'),
      validate: (value: string | undefined) => {
        if (!value?.trim()) return true;
        const said = readJapaneseDate(value);
        if (said.kind === 'WRONG') return said.problem;
        return said.kind === 'DAY' || partial || '年月日まで入力してください。例:令和8年4月1日';
      },
    },
  });
  const value = (field.value ?? '') as string;
  const said = value.trim() ? readJapaneseDate(value) : undefined;
  return (
    <TextField
      {...framed({ field, fieldState }, isRequired)}
      value={value}
      onChange={field.onChange}
      autoComplete="off"
    >
      <Name label={label} isRequired={isRequired ?? false} />
      <Hint hint={hint ?? '例:令和8年4月1日、R8.4.1、2026/4/1'} />
      <Input ref={field.ref} className={styles.short ?? ''} />
      {said?.kind === 'DAY' && (
        <p className={styles.understood} role="status">
          {wareki(said.date)}({said.date})
        </p>
      )}
      {said?.kind === 'PARTIAL' && partial && (
        <p className={styles.understood} role="status">
          分かるところまでの日付として、書いたとおりに残します。
        </p>
      )}
      <Wrong with={fieldState} />
    </TextField>
  );
}

/** One of a few. All are in sight: there is nothing to open. */
export function Choice({
  name,
  label,
  hint,
  isRequired,
  options,
  isAcross = false,
}: InputProps & {
  readonly options: readonly Option[];
  /** Short options beside each other, as on paper, and not below. */
  readonly isAcross?: boolean;
}): ReactNode {
  const { control } = useFormContext();
  const { field, fieldState } = useController({
    name,
    control,
    defaultValue: '',
    rules: required(isRequired, '選んでください。'),
  });
  return (
    <RadioGroup
      {...framed({ field, fieldState }, isRequired)}
      // Nothing chosen is null: of an empty text no radio would be reached by the Tab key.
      value={((field.value ?? '') as string) || null}
      onChange={field.onChange}
    >
      <Name label={label} isRequired={isRequired ?? false} />
      <Hint hint={hint} />
      <div className={`${styles.options} ${isAcross ? styles.across : ''}`} ref={field.ref} tabIndex={-1}>
        {options.map(({ value, label: words, hint: more, isDisabled }) => (
          <Radio key={value} value={value} className={styles.radio ?? ''} isDisabled={isDisabled ?? false}>
            <span className={styles.dot} aria-hidden="true" />
            <Words label={words} hint={more} />
          </Radio>
        ))}
      </div>
      <Wrong with={fieldState} />
    </RadioGroup>
  );
}

/** Any number of some. */
export function Choices({
  name,
  label,
  hint,
  isRequired,
  options,
}: InputProps & { readonly options: readonly Option[] }): ReactNode {
  const { control } = useFormContext();
  const { field, fieldState } = useController({
    name,
    control,
    defaultValue: [],
    rules: {
      validate: (value: readonly string[] | undefined) =>
        !isRequired || (value?.length ?? 0) > 0 || '一つ以上選んでください。',
    },
  });
  return (
    <CheckboxGroup
      {...framed({ field, fieldState }, isRequired)}
      value={(field.value ?? []) as string[]}
      onChange={field.onChange}
    >
      <Name label={label} isRequired={isRequired ?? false} />
      <Hint hint={hint} />
      <div className={styles.options} ref={field.ref} tabIndex={-1}>
        {options.map(({ value, label: words, hint: more, isDisabled }) => (
          <AriaCheckbox
            key={value}
            value={value}
            className={styles.checkbox ?? ''}
            isDisabled={isDisabled ?? false}
          >
            <span className={styles.box} aria-hidden="true" />
            <Words label={words} hint={more} />
          </AriaCheckbox>
        ))}
      </div>
      <Wrong with={fieldState} />
    </CheckboxGroup>
  );
}

/** Yes or no. */
export function Check({ name, label, hint, isRequired }: InputProps): ReactNode {
  const { control } = useFormContext();
  const { field, fieldState } = useController({
    name,
    control,
    defaultValue: false,
    rules: {
      validate: (value: boolean | undefined) =>
        !isRequired || value === true || '確かめて、印を付けてください。',
    },
  });
  return (
    <div className={styles.field}>
      <AriaCheckbox
        className={styles.checkbox ?? ''}
        isSelected={field.value === true}
        onChange={field.onChange}
        onBlur={field.onBlur}
        isInvalid={fieldState.invalid}
        inputRef={field.ref}
      >
        <span className={styles.box} aria-hidden="true" />
        <Words label={label} hint={hint} />
      </AriaCheckbox>
      {fieldState.error && <p className={styles.error}>{fieldState.error.message}</p>}
    </div>
  );
}

/** One of many: a native list, which every device knows how to show. */
export function Select({
  name,
  label,
  hint,
  isRequired,
  options,
}: InputProps & { readonly options: readonly Option[] }): ReactNode {
  const { control } = useFormContext();
  // Held by the form, not by the list: what is chosen stays while the options are still on their way.
  const { field, fieldState } = useController({
    name,
    control,
    defaultValue: '',
    rules: required(isRequired, '選んでください。'),
  });
  const { error } = fieldState;
  const id = `select-${name}`;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        <Marked label={label} isRequired={isRequired ?? false} />
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <select
        id={id}
        aria-invalid={error !== undefined}
        aria-required={isRequired ?? false}
        aria-describedby={
          [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
        }
        {...field}
        value={(field.value ?? '') as string}
      >
        <option value="">選んでください</option>
        {options.map(({ value, label: words, isDisabled }) => (
          <option key={value} value={value} disabled={isDisabled}>
            {words}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {String(error.message)}
        </p>
      )}
    </div>
  );
}
