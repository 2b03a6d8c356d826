import { wareki } from '@kasane/vocabulary';
import { useState, type ReactNode } from 'react';
import { Form } from '../form/form.js';
import { DateInput, TextInput } from '../form/inputs.js';
import { Picker } from '../form/picker.js';
import { isoDate } from '../form/plain.js';
import {
  OfficeEndEntrustment,
  OfficeSeatsWaiting,
  OfficeTransferStaff,
  type OfficeMoveOutcomeFragment,
  type OfficeSeatsWaitingQuery,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { officeGroups, useOffices } from '../office/offices.js';
import { StaffInput } from '../office/staff.js';
import { useSession } from '../session/session.js';
import { Mark } from '../ui/mark.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { useQuestion } from '../ui/question.js';
import { Table } from '../ui/table.js';
import { day, daysUntil, todayInJapan, word } from '../words/words.js';
import { Names } from '../ui/persons.js';

type Ending = Extract<OfficeMoveOutcomeFragment, { readonly __typename: 'SeatsEnding' }>;
type Waiting = OfficeSeatsWaitingQuery['seatsWaiting'][number];

/** 異動・委託の終了: what ends for a whole office or worker at once. */
export function Component(): ReactNode {
  const { viewer } = useSession();
  const waiting = useAsked(OfficeSeatsWaiting, {});
  const manages = viewer.roles.includes('OFFICE_MANAGER');
  const entrusts = viewer.capacity === 'CITY_STAFF' && (manages || viewer.roles.includes('COORDINATOR'));
  return (
    <Page title="異動・委託の終了" tab="異動・委託の終了" above={[{ to: '/cases', label: 'ケース' }]}>
      <h2>対応が必要な席</h2>
      <Answered asked={waiting}>{({ seatsWaiting }) => <SeatsWaiting seats={seatsWaiting} />}</Answered>
      {manages && (
        <section aria-labelledby="transfer">
          <h2 id="transfer">職員の異動</h2>
          <TransferStaff onDone={waiting.again} />
        </section>
      )}
      {entrusts && (
        <section aria-labelledby="entrustment">
          <h2 id="entrustment">委託の終了</h2>
          <EndEntrustment onDone={waiting.again} />
        </section>
      )}
    </Page>
  );
}

const SeatsWaiting = ({ seats }: { readonly seats: readonly Waiting[] }): ReactNode => (
  <Table<Waiting>
    caption="後任が決まっていない席と、見直し日が近い席"
    rows={seats}
    keyOf={({ id }) => id ?? ''}
    empty="後任待ちの席、30日以内に見直す席はありません。"
    columns={[
      { name: '機関', cell: ({ office }) => office?.name ?? office?.code },
      {
        name: '担当者',
        cell: ({ needsWorker, staffName }) =>
          needsWorker ? <Mark kind="soon">後任待ち</Mark> : (staffName ?? '機関として'),
      },
      { name: '対象', cell: ({ persons }) => (persons ? <Names of={persons} /> : '世帯全員') },
      { name: '役割', cell: ({ duty }) => duty && word('Duty', duty) },
      { name: '見直し日', cell: ({ reviewOn }) => reviewOn && `${day(reviewOn)} ${daysUntil(reviewOn)}` },
    ]}
  />
);

function TransferStaff({ onDone }: { readonly onDone: () => void }): ReactNode {
  const transfer = useChange(OfficeTransferStaff);
  const [ask, question] = useQuestion();
  const [ended, setEnded] = useState<Ending>();
  if (ended) return <Ended ending={ended} words="あなたが引き継ぎ、後任待ちになる席" />;
  return (
    <Form<{ staff: string; lastDay: string }>
      draft="office-transfer"
      start={{ staff: '', lastDay: wareki(todayInJapan()) }}
      action="異動を記録する"
      ask={() =>
        ask({
          title: '異動を記録しますか',
          action: '記録する',
          words: (
            <p>
              この職員の席は、最終日の24時にすべて終わります。次の日からは、後任が決まるまであなたの席になります。
            </p>
          ),
        })
      }
      onSend={async ({ staff, lastDay }) => {
        setEnded(await transfer({ staff: staff.trim(), lastDay: isoDate(lastDay) ?? '' }));
        onDone();
      }}
    >
      {question}
      <StaffInput name="staff" label="異動する職員の職員番号(サインインの名前)" isRequired max={64} />
      <DateInput name="lastDay" label="最終日" isRequired />
    </Form>
  );
}

function EndEntrustment({ onDone }: { readonly onDone: () => void }): ReactNode {
  const end = useChange(OfficeEndEntrustment);
  const [ask, question] = useQuestion();
  const { own } = useOffices();
  const [ended, setEnded] = useState<Ending>();
  if (ended) return <Ended ending={ended} words="終わる席" />;
  return (
    <Form<{ office: string; lastDay: string; reason: string }>
      draft="office-entrustment"
      start={{ office: '', lastDay: '', reason: '' }}
      action="委託の終了を記録する"
      ask={() =>
        ask({
          title: '委託の終了を記録しますか',
          action: '記録する',
          words: <p>この機関の席は、最終日の24時にすべて終わります。書いた記録は残ります。</p>,
        })
      }
      onSend={async ({ office, lastDay, reason }) => {
        setEnded(await end({ office, lastDay: isoDate(lastDay) ?? '', reason: reason.trim() }));
        onDone();
      }}
    >
      {question}
      <Picker
        name="office"
        label="受託機関"
        hint="機関の名前の一部を入力するか、一覧から選んでください。"
        isRequired
        groups={officeGroups(own)}
      />
      <DateInput name="lastDay" label="最終日" isRequired />
      <TextInput name="reason" label="理由" isRequired lines={2} />
    </Form>
  );
}

const Ended = ({ ending, words }: { readonly ending: Ending; readonly words: string }): ReactNode => (
  <Notice kind="success" title={`記録しました。最終日は${day(ending.lastDay)}です`}>
    <p>
      {words}:{ending.seats.length}件
    </p>
    <ul>
      {ending.seats.map(({ id, office, staffName }) => (
        <li key={id}>
          {office?.name} {staffName}
        </li>
      ))}
    </ul>
  </Notice>
);
