import { wareki } from '@kasane/vocabulary';
import { useState, type ReactNode } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import { Conflict } from '../form/conflict.js';
import { Form } from '../form/form.js';
import { Choice, DateInput, TextInput } from '../form/inputs.js';
import { filled, isoDate } from '../form/plain.js';
import {
  CaseAssignDuty,
  CaseEndSeat,
  CaseHandOverSeat,
  CaseSetResponsibility,
  type CaseSeatFragment,
  type Duty,
  type Responsibility,
} from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { StaffInput } from '../office/staff.js';
import type { Fact } from '../ui/facts.js';
import { useQuestion } from '../ui/question.js';
import { useSay } from '../ui/said.js';
import { choices, day, todayInJapan, word } from '../words/words.js';
import { seatFacts } from './seat-facts.js';
import styles from './case.module.css';

interface ChangeOfSeat {
  readonly seat: CaseSeatFragment;
  readonly onDone: () => void;
}

type Outcome =
  | { readonly __typename: 'RosterChanged' }
  | { readonly __typename: 'SeatChangedMeanwhile'; readonly newer: CaseSeatFragment | null };

/** A change of one seat: who was first is shown beside what was typed, and the change is sent again for what stands now. */
function SeatForm<Values extends FieldValues>({
  kind,
  seat,
  start,
  action,
  confirm,
  said,
  mine,
  onSend,
  onDone,
  children,
}: ChangeOfSeat & {
  readonly kind: string;
  readonly start: DefaultValues<Values>;
  readonly action: string;
  readonly confirm?: { readonly title: string; readonly action: string; readonly words: ReactNode };
  readonly said: string;
  readonly mine: (values: Values) => readonly Fact[];
  readonly onSend: (
    of: { readonly seat: string; readonly version: number },
    values: Values,
  ) => Promise<Outcome>;
  readonly children: ReactNode;
}): ReactNode {
  const { say } = useSay();
  const [ask, question] = useQuestion();
  const [version, setVersion] = useState(seat.version ?? 0);
  const [conflict, setConflict] = useState<{
    readonly now: readonly Fact[];
    readonly mine: readonly Fact[];
  }>();
  return (
    <Form<Values>
      draft={`seat:${kind}:${seat.id}`}
      start={start}
      action={action}
      {...(confirm && { ask: () => ask(confirm) })}
      onSend={async (values) => {
        const answer = await onSend({ seat: seat.id ?? '', version }, values);
        if (answer.__typename === 'SeatChangedMeanwhile') {
          setConflict({ now: answer.newer ? seatFacts(answer.newer) : [], mine: mine(values) });
          setVersion(answer.newer?.version ?? version);
          throw new NotDone(['ほかの人が先にこの席を変更しました。下で見比べて、もう一度送ってください。']);
        }
        say(said);
        onDone();
      }}
    >
      {question}
      {conflict && <Conflict now={conflict.now} mine={conflict.mine} />}
      {children}
    </Form>
  );
}

const written = (date: string): string | undefined => {
  const on = isoDate(date);
  return on && day(on);
};

interface SuccessorValues {
  staff: string;
  staffName: string;
  from: string;
}

/** 担当者の交代: to another worker of the same office. */
export function HandOver(props: ChangeOfSeat): ReactNode {
  const handOver = useChange(CaseHandOverSeat);
  return (
    <SeatForm<SuccessorValues>
      {...props}
      kind="successor"
      start={{ staff: '', staffName: '', from: wareki(todayInJapan()) }}
      action="交代を記録する"
      said="担当者の交代を記録しました"
      mine={({ staffName, from }) => [
        ['後任', staffName],
        ['担当の初日', written(from)],
      ]}
      onSend={(of, { staff, staffName, from }) =>
        handOver({
          ...of,
          successor: { staff: staff.trim(), staffName: staffName.trim(), from: isoDate(from) ?? '' },
        })
      }
    >
      <StaffInput name="staff" label="後任の職員番号(サインインの名前)" isRequired max={64} />
      <TextInput name="staffName" label="後任の氏名" isRequired max={100} />
      <DateInput
        name="from"
        label="担当の初日"
        hint="前任の担当は、その前の日の24時に終わります。例:令和8年4月1日"
        isRequired
      />
    </SeatForm>
  );
}

/** 席の終了: what was written stays, rights end with the day. */
export function EndSeat(props: ChangeOfSeat): ReactNode {
  const end = useChange(CaseEndSeat);
  return (
    <SeatForm<{ lastDay: string; reason: string }>
      {...props}
      kind="end"
      start={{ lastDay: wareki(todayInJapan()), reason: '' }}
      action="終了を記録する"
      confirm={{
        title: 'この席を終えますか',
        action: '終える',
        words: (
          <p>
            最終日の24時から、この席ではケースを見られなくなります。書いた記録は残ります。戻すには、あらためて機関を加えます。
          </p>
        ),
      }}
      said="席の終了を記録しました"
      mine={({ lastDay, reason }) => [
        ['最終日', written(lastDay)],
        ['理由', reason],
      ]}
      onSend={(of, { lastDay, reason }) =>
        end({ ...of, lastDay: isoDate(lastDay) ?? '', reason: filled(reason) })
      }
    >
      <DateInput name="lastDay" label="最終日" isRequired />
      <TextInput name="reason" label="理由" lines={2} />
    </SeatForm>
  );
}

/** 主担当・副担当. */
export function SetResponsibility(props: ChangeOfSeat): ReactNode {
  const set = useChange(CaseSetResponsibility);
  return (
    <SeatForm<{ responsibility: Responsibility }>
      {...props}
      kind="responsibility"
      start={{ ...(props.seat.responsibility && { responsibility: props.seat.responsibility }) }}
      action="決める"
      said="主担当・副担当を記録しました"
      mine={({ responsibility }) => [['主・副', word('Responsibility', responsibility)]]}
      onSend={(of, { responsibility }) => set({ ...of, responsibility })}
    >
      <Choice
        name="responsibility"
        label="主担当・副担当"
        hint="主担当と副担当は、ケースに一つずつです。いまの主担当・副担当は構成機関になります。"
        isRequired
        options={choices('Responsibility')}
      />
    </SeatForm>
  );
}

interface DutyValues {
  duty: Duty;
  note: string;
  reviewOn: string;
}

/** 役割: what the seat does, and when that is looked at again. */
export function AssignDuty(props: ChangeOfSeat): ReactNode {
  const assign = useChange(CaseAssignDuty);
  const { duty, dutyNote, reviewOn } = props.seat;
  return (
    <SeatForm<DutyValues>
      {...props}
      kind="duty"
      start={{
        ...(duty && { duty }),
        note: dutyNote ?? '',
        reviewOn: reviewOn ? wareki(reviewOn) : '',
      }}
      action="役割を記録する"
      said="役割を記録しました"
      mine={(values) => [
        ['役割', [word('Duty', values.duty), values.note].join(' ')],
        ['見直し日', written(values.reviewOn)],
      ]}
      onSend={(of, values) =>
        assign({
          ...of,
          input: { duty: values.duty, note: filled(values.note), reviewOn: isoDate(values.reviewOn) },
        })
      }
    >
      <DutyInputs />
    </SeatForm>
  );
}

export const DutyInputs = (): ReactNode => (
  <>
    <div className={styles.dense}>
      <Choice name="duty" label="役割" isRequired options={choices('Duty')} />
    </div>
    <TextInput
      name="note"
      label="役割の内容"
      hint="支援体制の全員が読みます。本人の事情は書かないでください。"
      lines={2}
    />
    <DateInput name="reviewOn" label="見直し日" />
  </>
);
