import { useState, type ReactNode } from 'react';
import { DateInput, TextInput } from '../form/inputs.js';
import { Form } from '../form/form.js';
import { filled, isoDate } from '../form/plain.js';
import {
  CaseResolveIssue,
  type CaseIssueFactsFragment,
  type CasePageQuery,
} from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { useOffices } from '../office/offices.js';
import { useSession } from '../session/session.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Mark } from '../ui/mark.js';
import { PersonName } from '../ui/person-name.js';
import { useSay } from '../ui/said.js';
import { Table } from '../ui/table.js';
import { day, word } from '../words/words.js';
import styles from './case.module.css';

type Sensitive = NonNullable<NonNullable<CasePageQuery['supportCase']>['sensitiveIssues']>;
type Shown = CaseIssueFactsFragment | Sensitive[number];

/** 課題: each as one office sees it. Those that need particular care stand below, where the hub answers them. */
export function Issues({
  caseId,
  issues,
  sensitive,
  again,
}: {
  readonly caseId: string;
  readonly issues: readonly CaseIssueFactsFragment[] | null;
  readonly sensitive: Sensitive | null;
  readonly again: () => void;
}): ReactNode {
  const [resolving, setResolving] = useState<Shown>();
  return (
    <section aria-labelledby="issues">
      <div className={styles.head}>
        <h2 id="issues" tabIndex={-1}>
          課題
        </h2>
        <ButtonLink to={`/cases/${caseId}/issue`}>課題を記録する</ButtonLink>
      </div>
      <IssueTable caption="課題の一覧" issues={issues ?? []} onResolve={setResolving} />
      {sensitive && sensitive.length > 0 && (
        <>
          <h3>特に配慮を要する課題</h3>
          <p className="quiet">書いた機関だけに表示しています。印刷や画面の置き方に気をつけてください。</p>
          <IssueTable caption="特に配慮を要する課題の一覧" issues={sensitive} onResolve={setResolving} />
        </>
      )}
      <Dialog
        title="課題の解消を記録する"
        isOpen={resolving !== undefined}
        onClose={() => setResolving(undefined)}
      >
        {resolving?.id && (
          <Resolution
            id={resolving.id}
            onDone={() => {
              setResolving(undefined);
              again();
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

function IssueTable({
  caption,
  issues,
  onResolve,
}: {
  readonly caption: string;
  readonly issues: readonly Shown[];
  readonly onResolve: (issue: Shown) => void;
}): ReactNode {
  const { viewer } = useSession();
  const offices = useOffices();
  return (
    <Table<Shown>
      caption={caption}
      rows={issues}
      keyOf={({ id }) => id ?? ''}
      empty="表示できる課題はありません。"
      columns={[
        { name: '課題', cell: ({ code }) => code && word('IssueCode', code) },
        {
          name: '誰の',
          cell: ({ scope, person }) =>
            scope === 'HOUSEHOLD' ? '世帯' : person && <PersonName identity={person.identity} />,
        },
        { name: '確からしさ', cell: ({ certainty }) => certainty && word('Certainty', certainty) },
        { name: '内容', cell: ({ text }) => text && <bdi className="words">{text}</bdi> },
        {
          name: '見立てた機関・日',
          cell: ({ officeCode, observedOn }) => (
            <>
              {offices.name(officeCode)}
              <br />
              {observedOn && day(observedOn)}
            </>
          ),
        },
        {
          name: '解消',
          cell: (issue) => {
            const { resolvedOn, resolutionText, officeCode } = issue;
            if (resolvedOn)
              return (
                <>
                  <Mark kind="good">解消</Mark> {day(resolvedOn)}{' '}
                  {resolutionText && <bdi>{resolutionText}</bdi>}
                </>
              );
            return officeCode === viewer.office ? (
              <Button variant="quiet" onPress={() => onResolve(issue)}>
                解消を記録
              </Button>
            ) : (
              '続いている'
            );
          },
        },
      ]}
    />
  );
}

interface ResolutionValues {
  on: string;
  text: string;
}

function Resolution({ id, onDone }: { readonly id: string; readonly onDone: () => void }): ReactNode {
  const resolve = useChange(CaseResolveIssue);
  const { say } = useSay();
  return (
    <Form<ResolutionValues>
      draft={`issue-resolved:${id}`}
      start={{ on: '', text: '' }}
      action="解消を記録する"
      onSend={async ({ on, text }) => {
        const answer = await resolve({ id, on: isoDate(on), text: filled(text) });
        if (answer.__typename === 'IssueAlreadyResolved')
          throw new NotDone([
            `ほかの人が先に記録しました(${day(answer.since)}に解消)。画面を閉じて確かめてください。`,
          ]);
        say('課題の解消を記録しました');
        onDone();
      }}
    >
      <DateInput name="on" label="解消した日" hint="書かなければ今日になります。例:令和8年4月1日" />
      <TextInput name="text" label="どのように解消したか" lines={3} />
    </Form>
  );
}
