import { useState, type ReactNode } from 'react';
import { Form } from '../form/form.js';
import { Choice, Choices, TextInput } from '../form/inputs.js';
import {
  CaseDecideFlag,
  CaseFlagSuggestions,
  type CasePageQuery,
  type CompositeFlagKind,
  type FlagDecision,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { useOffices } from '../office/offices.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Mark } from '../ui/mark.js';
import { Notice } from '../ui/notice.js';
import { useSay } from '../ui/said.js';
import { Table } from '../ui/table.js';
import { choices, moment, word } from '../words/words.js';
import { Names, personOptions } from '../ui/persons.js';
import styles from './case.module.css';

type Case = NonNullable<CasePageQuery['supportCase']>;
type Flag = Case['compositeFlags'][number];

interface FlagValues {
  kind: CompositeFlagKind;
  decision: FlagDecision;
  persons: string[];
  reason: string;
}

/** 複合的な課題: what ages and relations suggest, and what people decided about it. */
export function Flags({
  caseId,
  householdId,
  persons,
  flags,
  again,
}: {
  readonly caseId: string;
  readonly householdId: string | null;
  readonly persons: Case['persons'];
  readonly flags: readonly Flag[];
  readonly again: () => void;
}): ReactNode {
  const offices = useOffices();
  const [deciding, setDeciding] = useState<Partial<FlagValues>>();
  return (
    <section aria-labelledby="flags">
      <div className={styles.head}>
        <h2 id="flags" tabIndex={-1}>
          複合的な課題
        </h2>
        <Button onPress={() => setDeciding({})}>判断を記録する</Button>
      </div>
      {householdId && <Suggestions householdId={householdId} flags={flags} onDecide={setDeciding} />}
      <Table<Flag>
        caption="複合的な課題の判断"
        rows={flags}
        keyOf={({ id }) => id ?? ''}
        empty="表示できる判断はありません。"
        columns={[
          { name: '種別', cell: ({ kind }) => kind && word('CompositeFlagKind', kind) },
          { name: '判断', cell: ({ decision }) => decision && <Mark>{word('FlagDecision', decision)}</Mark> },
          { name: '関係する人', cell: (flag) => <Names of={flag.persons} /> },
          { name: '理由', cell: ({ reason }) => reason && <bdi className="words">{reason}</bdi> },
          { name: '機関', cell: ({ office }) => offices.name(office) },
          { name: '日時', cell: ({ at }) => at && moment(at) },
        ]}
      />
      <Dialog
        title="複合的な課題を判断する"
        isOpen={deciding !== undefined}
        onClose={() => setDeciding(undefined)}
      >
        {deciding && (
          <Decision
            caseId={caseId}
            persons={persons}
            start={deciding}
            onDone={() => {
              setDeciding(undefined);
              again();
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

/** A reason to ask, no finding: what somebody decided already is not suggested again. */
function Suggestions({
  householdId,
  flags,
  onDecide,
}: {
  readonly householdId: string;
  readonly flags: readonly Flag[];
  readonly onDecide: (start: Partial<FlagValues>) => void;
}): ReactNode {
  const asked = useAsked(CaseFlagSuggestions, { household: householdId });
  return (
    <Answered asked={asked} lines={1}>
      {({ household }) =>
        (household?.flagSuggestions ?? [])
          .filter(({ kind }) => !flags.some((flag) => flag.kind === kind))
          .map(({ kind, persons }, at) => (
            <Notice
              key={at}
              kind="info"
              title={<>年齢と続柄から「{kind && word('CompositeFlagKind', kind)}」の可能性があります</>}
            >
              <p>
                <Names of={persons} />
              </p>
              <p className="quiet">候補です。本人・世帯の状況を確かめて判断してください。</p>
              <div className="row no-print">
                {choices('FlagDecision').map(({ value, label }) => (
                  <Button
                    key={value}
                    onPress={() =>
                      onDecide({
                        ...(kind && { kind }),
                        decision: value,
                        persons: (persons ?? []).map(({ id }) => id),
                      })
                    }
                  >
                    {label}
                  </Button>
                ))}
              </div>
            </Notice>
          ))
      }
    </Answered>
  );
}

function Decision({
  caseId,
  persons,
  start,
  onDone,
}: {
  readonly caseId: string;
  readonly persons: Case['persons'];
  readonly start: Partial<FlagValues>;
  readonly onDone: () => void;
}): ReactNode {
  const decide = useChange(CaseDecideFlag);
  const { say } = useSay();
  return (
    <Form<FlagValues>
      draft={`flag:${caseId}:${start.kind ?? ''}:${start.decision ?? ''}`}
      start={{ persons: [], reason: '', ...start }}
      action="判断を記録する"
      onSend={async (values) => {
        await decide({ case: caseId, ...values });
        say('判断を記録しました');
        onDone();
      }}
    >
      <Choice name="kind" label="種別" isRequired options={choices('CompositeFlagKind')} />
      <Choice name="decision" label="判断" isRequired options={choices('FlagDecision')} />
      <Choices name="persons" label="関係する人" isRequired options={personOptions(persons)} />
      <TextInput name="reason" label="理由" hint="10文字以上" isRequired lines={3} />
    </Form>
  );
}
