import { useState, type ReactNode } from 'react';
import { Conflict } from '../form/conflict.js';
import { StaffName } from '../office/staff.js';
import { Names } from '../ui/persons.js';
import { Form } from '../form/form.js';
import { Choice, TextInput } from '../form/inputs.js';
import {
  PlanCannotDoItem,
  PlanFinishItem,
  PlanMyItems,
  PlanReportItem,
  PlanStartItem,
  type PlanItemFactsFragment,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { NotDone, useChange } from '../hub/change.js';
import { ButtonLink } from '../ui/button.js';
import { Choice as View } from '../ui/choice.js';
import { Facts, type Fact } from '../ui/facts.js';
import { Mark } from '../ui/mark.js';
import { Page } from '../ui/page.js';
import { useSay } from '../ui/said.js';
import { useSectionInAddress } from '../ui/section-in-address.js';
import { day, daysUntil, moment, todayInJapan, word } from '../words/words.js';
import styles from './plan.module.css';

/** プランの実施: what the office of the person at the screen has undertaken. */
export function Component(): ReactNode {
  const [which, setWhich] = useState<'open' | 'all'>('open');
  const asked = useAsked(PlanMyItems, { withSettled: which === 'all' });
  const [overtaken, setOvertaken] = useState<Overtaken>();
  useSectionInAddress(asked.data !== undefined);
  return (
    <Page title="プランの実施" tab="プランの実施">
      <View
        label="表示"
        value={which}
        onChoose={setWhich}
        options={[
          { value: 'open', label: '実施中のもの' },
          { value: 'all', label: '終わったものも' },
        ]}
      />
      {overtaken && (
        <Conflict now={reportFacts(overtaken.newer)} mine={[['報告', overtaken.words]]}>
          <p>{overtaken.newer.content}</p>
        </Conflict>
      )}
      <Answered asked={asked} lines={6}>
        {({ myPlanItems }) =>
          myPlanItems.length === 0 ? (
            <p className="quiet">自機関が担う支援内容はありません。</p>
          ) : (
            <ul className="plain-list stack">
              {myPlanItems.map((item) => (
                <li key={item.id} id={item.id ?? undefined} tabIndex={-1} className={styles.card}>
                  <Item item={item} onOvertaken={setOvertaken} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  );
}

/** Somebody else was first with an item: what stands now, and what was to be reported. */
interface Overtaken {
  readonly newer: PlanItemFactsFragment;
  readonly words: string;
}

const reportFacts = ({ state, reports }: PlanItemFactsFragment): readonly Fact[] => [
  ['状態', state && word('PlanItemState', state)],
  [
    '報告',
    (reports ?? [])
      .map(({ at, to, words }) =>
        [at && moment(at), to && word('PlanItemState', to), words].filter(Boolean).join(' '),
      )
      .join('\n'),
  ],
];

function Item({
  item,
  onOvertaken,
}: {
  readonly item: PlanItemFactsFragment;
  /** Nothing, once what was typed is recorded. */
  readonly onOvertaken: (overtaken: Overtaken | undefined) => void;
}): ReactNode {
  const { content, state, dueOn, persons, frequency, ownEffort, staff, planId } = item;
  const isOver = state === 'DONE' || state === 'CANNOT_DO';
  const isLate = !isOver && dueOn !== null && dueOn < todayInJapan();
  return (
    <>
      <h2 className={styles.title}>{content}</h2>
      <p className="row">
        {state && <Mark kind={state === 'DONE' ? 'good' : 'plain'}>{word('PlanItemState', state)}</Mark>}
        {dueOn && (
          <span>
            期限 {day(dueOn)} {!isOver && <Mark kind={isLate ? 'late' : 'soon'}>{daysUntil(dueOn)}</Mark>}
          </span>
        )}
      </p>
      <Facts
        facts={[
          ['対象', <Names key="names" of={persons} />],
          ['頻度', frequency],
          ['担当者', staff ? <StaffName key="staff" id={staff} /> : '機関の全員'],
          ['本人の取組', ownEffort],
          ...reportFacts(item).slice(1),
        ]}
      />
      <div className="row no-print">
        {planId && <ButtonLink to={`/plans/${planId}`}>プランを見る</ButtonLink>}
      </div>
      {!isOver && (
        <details>
          <summary>実施を記録する</summary>
          <ReportForm key={item.version} item={item} onOvertaken={onOvertaken} />
        </details>
      )}
    </>
  );
}

type Deed = 'START' | 'REPORT' | 'FINISH' | 'CANNOT';

/** What is asked for with each. It is begun without words. */
const said: Readonly<Record<Exclude<Deed, 'START'>, string>> = {
  REPORT: '経過',
  FINISH: '結果',
  CANNOT: '実施できない理由',
};

const cannot = { value: 'CANNOT', label: '実施できない' } as const;

const deedsAt = (
  state: PlanItemFactsFragment['state'],
): readonly { readonly value: Deed; readonly label: string }[] =>
  state === 'GIVEN'
    ? [{ value: 'START', label: '始める' }, cannot]
    : [{ value: 'REPORT', label: '途中の経過を書く' }, { value: 'FINISH', label: '終わった' }, cannot];

interface ReportValues {
  deed: Deed | '';
  words: string;
}

/** What was done of one 支援内容: begun, reported on, done, or why it cannot be done. */
export function ReportForm({
  item: { id, version, state },
  onOvertaken,
}: {
  readonly item: PlanItemFactsFragment;
  readonly onOvertaken: (overtaken: Overtaken | undefined) => void;
}): ReactNode {
  const { say } = useSay();
  const start = useChange(PlanStartItem);
  const report = useChange(PlanReportItem);
  const finish = useChange(PlanFinishItem);
  const giveUp = useChange(PlanCannotDoItem);
  const possible = deedsAt(state);
  const send = async ({ deed, words: typed }: ReportValues): Promise<void> => {
    if (!possible.some(({ value }) => value === deed))
      throw new NotDone(['記録することを選び直してください。']);
    const of = { item: id ?? '', version: version ?? 0 };
    const words = typed.trim();
    const answer =
      deed === 'START'
        ? await start(of)
        : deed === 'REPORT'
          ? await report({ ...of, words })
          : deed === 'FINISH'
            ? await finish({ ...of, words })
            : await giveUp({ ...of, words });
    if (answer.__typename === 'PlanItemChanged') {
      onOvertaken({ newer: answer.newer, words });
      throw new NotDone([
        'ほかの人が先に記録しました。いまの状態を確かめてから、もう一度送ってください。書いた内容は残っています。',
      ]);
    }
    onOvertaken(undefined);
    say('実施を記録しました');
  };
  return (
    <Form<ReportValues>
      draft={`plan-item:${id}`}
      start={{ deed: state === 'GIVEN' ? 'START' : '', words: '' }}
      action="記録する"
      onSend={send}
    >
      {({ watch }) => {
        const deed = watch('deed');
        return (
          <>
            <Choice name="deed" label="記録すること" isRequired options={possible} />
            {deed !== 'START' && (
              <TextInput
                name="words"
                label={deed === '' ? '経過・結果・理由' : said[deed]}
                hint={deed === 'CANNOT' && '10文字以上で書きます。'}
                isRequired
                lines={4}
              />
            )}
          </>
        );
      }}
    </Form>
  );
}
