import type { ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import formStyles from '../form/form.module.css';
import { DateInput } from '../form/inputs.js';
import { isoDate } from '../form/plain.js';
import { Button } from '../ui/button.js';
import type { Days } from './span.js';

/** From which day until which: as people write dates, and told back in words. */
export function DaysForm({
  days,
  action,
  onDays,
}: {
  readonly days: Days;
  readonly action: string;
  readonly onDays: (days: Days) => void;
}): ReactNode {
  const form = useForm<Days>({ defaultValues: days });
  const send = form.handleSubmit((said) =>
    onDays({ from: isoDate(said.from) ?? days.from, to: isoDate(said.to) ?? days.to }),
  );
  return (
    <FormProvider {...form}>
      <form className={`${formStyles.form} no-print`} noValidate onSubmit={(event) => void send(event)}>
        <div className="row">
          <DateInput name="from" label="始まりの日" isRequired />
          <DateInput name="to" label="終わりの日" isRequired />
        </div>
        <div className="row">
          <Button type="submit">{action}</Button>
        </div>
      </form>
    </FormProvider>
  );
}
