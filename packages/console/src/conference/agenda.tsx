import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Choice, TextInput } from '../form/inputs.js';
import { Form } from '../form/form.js';
import { ConferenceResultOf, type AgendaOutcome } from '../generated/operations.js';
import { useChange } from '../hub/change.js';
import { Button } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { useSay } from '../ui/said.js';
import { choices, word } from '../words/words.js';
import type { PartOfConference } from './conference-page.js';
import styles from './conference.module.css';
import { Names } from '../ui/persons.js';
import { recordedConference } from './told.js';

/** 議題, item by item with what came of it. A result is recorded once, and stays. */
export function Agenda({ conference: { id, agenda }, isLed, hasBegun, again }: PartOfConference): ReactNode {
  if (agenda.length === 0) return <p className="quiet">表示できる議題はありません。</p>;
  return agenda.map((item) => (
    <section key={item.id ?? item.number} className={styles.card} aria-label={`議題 ${item.number ?? ''}`}>
      <h3>
        議題 {item.number} {item.kind && word('AgendaKind', item.kind)}
      </h3>
      <Facts
        facts={[
          ['内容', item.topic],
          ['対象', item.persons.length > 0 && <Names of={item.persons} />],
          ['プラン', item.planId && <Link to={`/plans/${item.planId}`}>プランを開く</Link>],
          ['検討結果', item.outcome && word('AgendaOutcome', item.outcome)],
          ['検討結果の内容', item.result],
        ]}
      />
      {isLed && !item.outcome && item.id !== null && (
        <Result conference={id} item={item.id} number={item.number ?? 0} {...{ hasBegun, again }} />
      )}
    </section>
  ));
}

interface ResultPaper {
  readonly outcome: AgendaOutcome | '';
  readonly words: string;
}

function Result({
  conference,
  item,
  number,
  hasBegun,
  again,
}: {
  readonly conference: string;
  readonly item: string;
  readonly number: number;
} & Pick<PartOfConference, 'hasBegun' | 'again'>): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const record = useChange(ConferenceResultOf);
  const { say } = useSay();
  if (!hasBegun) return <p className="quiet">検討結果は、会議が始まると記録できます。</p>;
  if (!isOpen) return <Button onPress={() => setOpen(true)}>議題 {number} の検討結果を記録する</Button>;
  return (
    <Form<ResultPaper>
      draft={`agenda-result:${item}`}
      start={{ outcome: '', words: '' }}
      action="検討結果を記録する"
      onSend={async ({ outcome, words }) => {
        recordedConference(await record({ conference, item, outcome: outcome as AgendaOutcome, words }));
        say(`議題 ${number} の検討結果を記録しました`);
        again();
      }}
    >
      <p>一度記録した検討結果は、書き直せません。</p>
      <Choice name="outcome" label="検討結果" options={choices('AgendaOutcome')} isRequired />
      <TextInput name="words" label="検討結果の内容" isRequired lines={4} max={20_000} />
    </Form>
  );
}
