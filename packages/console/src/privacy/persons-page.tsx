import { useMemo, useState, type ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { ForRoles } from '../app/for-roles.js';
import formStyles from '../form/form.module.css';
import { DateInput, TextInput } from '../form/inputs.js';
import { isoDate } from '../form/plain.js';
import { useDirectory } from '../office/directory.js';
import { LookingAs } from '../session/purpose.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/waiting.js';
import { day, todayInJapan } from '../words/words.js';
import { LedgerTable } from './ledger-table.js';
import { Reconciliation } from './reconciliation.js';
import { beginOf } from './span.js';
import { ToldReport } from './told-report.js';
import { useLedger } from './use-ledger.js';
import styles from './privacy.module.css';

const title = '本人ごとの開示記録';

export const Component = (): ReactNode => (
  <ForRoles roles={['PRIVACY_OFFICER']} title={title}>
    <LookingAs purpose="SUBJECT_ACCESS">
      <Persons />
    </LookingAs>
  </ForRoles>
);

const views = [
  ['ledger', '記録'],
  ['reconciliation', '許可との照合'],
  ['report', '開示報告書'],
] as const;
type View = (typeof views)[number][0];

function Persons(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const person = search.get('person')?.trim() || undefined;
  const [from, setFrom] = useState(aYearAgo);
  const since = useMemo(() => beginOf(from), [from]);
  const [view, setView] = useState<View>('ledger');
  const reading = useLedger(person, since);
  const { directory } = useDirectory();
  const nameOf = (code: string): string => directory?.nameOf(code) ?? code;
  return (
    <Page title={title} tab={title} above={[{ to: '/privacy', label: '個人情報保護' }]}>
      <PersonForm
        key={person}
        person={person ?? ''}
        from={from}
        onAsk={(asked) => {
          setFrom(asked.from);
          setSearch({ person: asked.person });
        }}
      />
      {reading?.is === 'failed' && (
        <Notice kind="error" title={reading.problem.text}>
          {reading.problem.reference && (
            <p className="reference">問い合わせ番号 {reading.problem.reference}</p>
          )}
        </Notice>
      )}
      {reading?.is === 'reading' && (
        <>
          <p role="status">
            各機関の記録を読んでいます…{reading.lines > 0 && `${reading.lines.toLocaleString('ja')}行`}
          </p>
          <Skeleton lines={6} />
        </>
      )}
      {reading?.is === 'read' && (
        <>
          {reading.ledger.away.length > 0 && (
            <Notice kind="warning" title="読めなかった機関があります">
              <p>
                {reading.ledger.away.map(({ name }) => name).join('、')}。時間をおいて読み直してください。
              </p>
            </Notice>
          )}
          {reading.ledger.isCutOff && (
            <Notice kind="warning" title="記録が多く、古いものまで読めませんでした">
              <p>始まりの日を新しくしてください。</p>
            </Notice>
          )}
          <div className={`row no-print ${styles.views}`} role="group" aria-label="見るもの">
            {views.map(([value, label]) => (
              <Button
                key={value}
                variant={view === value ? 'primary' : 'secondary'}
                aria-pressed={view === value}
                onPress={() => setView(value)}
              >
                {label}
              </Button>
            ))}
          </div>
          <section aria-label={views.find(([value]) => value === view)?.[1]}>
            <h2>
              {views.find(([value]) => value === view)?.[1]}({day(from)}から)
            </h2>
            {view === 'ledger' && <LedgerTable ledger={reading.ledger} nameOf={nameOf} />}
            {view === 'reconciliation' && <Reconciliation ledger={reading.ledger} nameOf={nameOf} />}
            {view === 'report' && <ToldReport ledger={reading.ledger} directory={directory} from={from} />}
          </section>
        </>
      )}
    </Page>
  );
}

interface Asking {
  readonly person: string;
  readonly from: string;
}

function PersonForm({
  person,
  from,
  onAsk,
}: Asking & { readonly onAsk: (asked: Asking) => void }): ReactNode {
  const form = useForm<Asking>({ defaultValues: { person, from } });
  const send = form.handleSubmit((said) =>
    onAsk({ person: said.person.trim(), from: isoDate(said.from) ?? from }),
  );
  return (
    <FormProvider {...form}>
      <form className={`${formStyles.form} no-print`} noValidate onSubmit={(event) => void send(event)}>
        <p>
          開示請求への対応として、誰がこの人の情報を見たかを、各機関の記録から読みます。読んだことも、それぞれの機関に記録されます。
        </p>
        <TextInput
          name="person"
          label="本人の番号"
          hint="氏名ではなく、画面や帳票にある本人の番号を貼り付けます"
          isRequired
          max={64}
        />
        <DateInput name="from" label="いつからの記録か" isRequired />
        <div className="row">
          <Button type="submit" variant="primary">
            記録を読む
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

function aYearAgo(): string {
  const today = todayInJapan();
  // 29 February has no day a year before; the day after is in the ledger as well.
  return `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('-02-29', '-03-01')}`;
}
