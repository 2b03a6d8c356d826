import { wareki } from '@kasane/vocabulary';
import { useState, type ReactNode } from 'react';
import { Form } from '../form/form.js';
import { Choice, Choices, DateInput, TextInput } from '../form/inputs.js';
import { isoDate } from '../form/plain.js';
import {
  CaseBrief,
  CaseRecordTold,
  CaseTold,
  type CaseHeadFragment,
  type CaseToldQuery,
  type DataCategory,
  type ToldBy,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { MorePages, usePages } from '../hub/pages.js';
import { StaffName } from '../office/staff.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { useSay } from '../ui/said.js';
import { Table } from '../ui/table.js';
import { choices, day, todayInJapan, word } from '../words/words.js';
import { Names, personOptions } from '../ui/persons.js';
import { CaseFrame, nothing, useCaseId } from './case-frame.js';
import styles from './case.module.css';

type Told = NonNullable<CaseToldQuery['supportCase']>['toldDisclosures']['edges'][number]['node'];

interface ToldValues {
  persons: string[];
  recipient: string;
  categories: DataCategory[];
  how: ToldBy;
  toldOn: string;
  basis: string;
}

/** 口頭・書面での提供: what was told to partners without an account. */
export function Component(): ReactNode {
  const caseId = useCaseId();
  const asked = useAsked(CaseBrief, { id: caseId });
  const [isWriting, setWriting] = useState(false);
  const [written, setWritten] = useState(0);
  return (
    <CaseFrame
      title="口頭・書面での提供"
      asked={asked}
      actions={
        <Button variant="primary" onPress={() => setWriting(true)}>
          提供したことを記録する
        </Button>
      }
    >
      {(found) => (
        <>
          <p>
            アカウントのない相手に伝えた情報の記録です。本人が「誰に見せたか」を尋ねたときの答えにも、ここに書いたことが入ります。
          </p>
          <ToldList key={written} caseId={caseId} />
          <Dialog title="提供したことを記録する" isOpen={isWriting} onClose={() => setWriting(false)}>
            <ToldForm
              persons={found.persons}
              onDone={() => {
                setWriting(false);
                setWritten((before) => before + 1);
              }}
            />
          </Dialog>
        </>
      )}
    </CaseFrame>
  );
}

function ToldForm({
  persons,
  onDone,
}: {
  readonly persons: CaseHeadFragment['persons'];
  readonly onDone: () => void;
}): ReactNode {
  const caseId = useCaseId();
  const record = useChange(CaseRecordTold);
  const { say } = useSay();
  return (
    <Form<ToldValues>
      draft={`told:${caseId}`}
      start={{ persons: [], categories: [], recipient: '', toldOn: wareki(todayInJapan()), basis: '' }}
      action="記録する"
      onSend={async ({ recipient, toldOn, basis, ...rest }) => {
        await record({
          case: caseId,
          input: {
            ...rest,
            recipient: recipient.trim(),
            toldOn: isoDate(toldOn) ?? '',
            basis: basis.trim(),
          },
        });
        say('提供したことを記録しました');
        onDone();
      }}
    >
      <Choices name="persons" label="誰の情報か" isRequired options={personOptions(persons)} />
      <TextInput name="recipient" label="相手" hint="機関・役職・氏名" isRequired max={200} />
      <div className={styles.dense}>
        <Choices name="categories" label="伝えた項目" isRequired options={choices('DataCategory')} />
      </div>
      <div className={styles.dense}>
        <Choice name="how" label="方法" isRequired options={choices('ToldBy')} />
      </div>
      <DateInput name="toldOn" label="日付" isRequired />
      <TextInput
        name="basis"
        label="根拠"
        hint="伝えてよい理由。例:本人の同意(4月1日)、支援会議、法律の規定"
        isRequired
        lines={3}
      />
    </Form>
  );
}

function ToldList({ caseId }: { readonly caseId: string }): ReactNode {
  const pages = usePages(
    CaseTold,
    { id: caseId },
    ({ supportCase }) => supportCase?.toldDisclosures ?? nothing,
    ({ id }) => id ?? '',
  );
  return (
    <Answered asked={pages.asked}>
      {() => (
        <>
          <Table<Told>
            caption="口頭・書面での提供の一覧"
            rows={pages.nodes}
            keyOf={({ id }) => id ?? ''}
            empty="表示できる記録はありません。"
            columns={[
              { name: '日付', cell: ({ toldOn }) => toldOn && day(toldOn) },
              { name: '相手', cell: ({ recipient }) => recipient && <bdi>{recipient}</bdi> },
              { name: '誰の', cell: ({ persons }) => <Names of={persons} /> },
              {
                name: '項目',
                cell: ({ categories }) =>
                  (categories ?? []).map((each) => word('DataCategory', each)).join('、'),
              },
              { name: '方法', cell: ({ how }) => how && word('ToldBy', how) },
              { name: '根拠', cell: ({ basis }) => basis && <bdi className="words">{basis}</bdi> },
              { name: '記録した職員', cell: ({ staffId }) => <StaffName id={staffId} /> },
            ]}
          />
          <MorePages pages={pages} />
        </>
      )}
    </Answered>
  );
}
