import { wareki } from '@kasane/vocabulary';
import { useState, type ReactNode } from 'react';
import styles from '../case/case.module.css';
import { Conflict } from '../form/conflict.js';
import { Form } from '../form/form.js';
import { Choice, DateInput, TextInput } from '../form/inputs.js';
import { filled, instantInJapan, isoDate } from '../form/plain.js';
import { readTime, timeInJapan } from '../form/time.js';
import { TimeInput } from '../form/time-input.js';
import {
  OutreachRecordContact,
  type OutreachContactMethod,
  type OutreachContactOutcome,
  type OutreachFactsFragment,
  type OutreachStage,
} from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import type { Fact } from '../ui/facts.js';
import { useSay } from '../ui/said.js';
import { Notice } from '../ui/notice.js';
import { choices, day, moment, todayInJapan, word } from '../words/words.js';

interface ContactValues {
  on: string;
  time: string;
  method: OutreachContactMethod;
  outcome: OutreachContactOutcome;
  words: string;
  quietReason: string;
  stage: OutreachStage;
  nextOn: string;
}

/** 働きかけ: an attempt at contact, and how far the relationship has come with it. */
export function RecordContact({
  outreach,
  onDone,
}: {
  readonly outreach: OutreachFactsFragment;
  readonly onDone: () => void;
}): ReactNode {
  const record = useChange(OutreachRecordContact);
  const { say } = useSay();
  const [version, setVersion] = useState(outreach.version ?? 0);
  const [conflict, setConflict] = useState<{
    readonly now: readonly Fact[];
    readonly mine: readonly Fact[];
  }>();
  const { stage, quietFrom, quietTo } = outreach;
  const hasQuietHours = Boolean(quietFrom && quietTo);
  return (
    <Form<ContactValues>
      draft={`outreach-contact:${outreach.id}`}
      start={{
        on: wareki(todayInJapan()),
        time: timeInJapan(new Date()),
        words: '',
        quietReason: '',
        nextOn: '',
        ...(stage && { stage }),
      }}
      action="記録する"
      onSend={async (values) => {
        const { method, outcome, words, quietReason, nextOn } = values;
        const answer = await record({
          outreach: outreach.id,
          input: {
            at: instantInJapan(isoDate(values.on) ?? '', readTime(values.time)),
            method,
            outcome,
            words: words.trim(),
            quietReason: filled(quietReason),
            stage: values.stage,
            nextOn: isoDate(nextOn),
            expectedVersion: version,
          },
        });
        if (answer.__typename === 'OutreachChangedMeanwhile') {
          setConflict({ now: factsNow(answer.newest), mine: factsOf(values) });
          setVersion(answer.newest.version ?? version);
          throw new NotDone(['ほかの人が先に働きかけを記録しました。下で見比べて、もう一度送ってください。']);
        }
        say('働きかけを記録しました');
        onDone();
      }}
    >
      {conflict && <Conflict now={conflict.now} mine={conflict.mine} />}
      {hasQuietHours && (
        <Notice kind="warning" title={`控えたい時間帯は${quietFrom}から${quietTo}までです`} />
      )}
      <div className={styles.pair}>
        <DateInput name="on" label="日付" isRequired />
        <TimeInput name="time" label="時刻" isRequired />
      </div>
      <div className={styles.dense}>
        <Choice name="method" label="方法" isRequired options={choices('OutreachContactMethod')} />
      </div>
      <div className={styles.dense}>
        <Choice name="outcome" label="結果" isRequired options={choices('OutreachContactOutcome')} />
      </div>
      <TextInput name="words" label="内容" isRequired lines={5} max={10_000} />
      {hasQuietHours && (
        <TextInput
          name="quietReason"
          label="控えたい時間帯に働きかけた理由"
          hint="控えたい時間帯の働きかけには必要です。"
          lines={2}
        />
      )}
      <div className={styles.dense}>
        <Choice name="stage" label="段階" isRequired options={choices('OutreachStage')} />
      </div>
      <DateInput name="nextOn" label="次に働きかける日" />
    </Form>
  );
}

const factsNow = ({ stage, nextOn, contacts }: OutreachFactsFragment): readonly Fact[] => {
  const [last] = contacts ?? [];
  return [
    ['段階', stage && word('OutreachStage', stage)],
    ['次に働きかける日', nextOn && day(nextOn)],
    ['最後の働きかけ', last?.at && moment(last.at)],
    ['内容', last?.words && <bdi>{last.words}</bdi>],
  ];
};

const factsOf = ({ stage, nextOn, on, time, words }: ContactValues): readonly Fact[] => {
  const next = isoDate(nextOn);
  return [
    ['段階', word('OutreachStage', stage)],
    ['次に働きかける日', next && day(next)],
    ['働きかけ', `${on} ${time}`],
    ['内容', <bdi key="words">{words}</bdi>],
  ];
};
