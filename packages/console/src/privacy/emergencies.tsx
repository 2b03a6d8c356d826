import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Form } from '../form/form.js';
import { Choice, TextInput } from '../form/inputs.js';
import {
  PrivacyEmergencies,
  PrivacyReviewEmergency,
  type EmergencyReviewOutcome,
  type PrivacyEmergenciesQuery,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { useDirectory } from '../office/directory.js';
import { StaffName } from '../office/staff.js';
import { Button } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Mark } from '../ui/mark.js';
import { useSay } from '../ui/said.js';
import { choices, day, daysUntil, moment } from '../words/words.js';
import styles from './privacy.module.css';

type ToReview = PrivacyEmergenciesQuery['emergenciesAwaitingReview'][number];

export function EmergenciesToReview(): ReactNode {
  const asked = useAsked(PrivacyEmergencies, {});
  const { directory } = useDirectory();
  return (
    <Answered asked={asked}>
      {({ emergenciesAwaitingReview: waiting }) =>
        waiting.length === 0 ? (
          <p className="quiet">点検を待つものはありません。</p>
        ) : (
          <ul className="plain-list stack">
            {waiting.map((emergency) => (
              <OneToReview
                key={emergency.id}
                emergency={emergency}
                office={directory?.nameOf(emergency.office) ?? emergency.office}
                onReviewed={asked.again}
              />
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

function OneToReview({
  emergency: { id, staff, household, person, reason, declaredAt, until, dueOn, isOverdue },
  office,
  onReviewed,
}: {
  readonly emergency: ToReview;
  readonly office: string;
  readonly onReviewed: () => void;
}): ReactNode {
  const [isReviewing, setReviewing] = useState(false);
  const isOpen = Date.now() < Date.parse(until);
  return (
    <li className={styles.card}>
      <h3>
        {day(dueOn)}までに点検 <Mark kind={isOverdue ? 'late' : 'soon'}>{daysUntil(dueOn)}</Mark>
      </h3>
      <Facts
        facts={[
          [
            '宣言した職員',
            <>
              <StaffName id={staff} withId />({office})
            </>,
          ],
          ['理由', reason],
          ['いつ', `${moment(declaredAt)} から ${moment(until)} まで`],
          ['世帯の番号', household],
          [
            '本人の番号',
            person && (
              <Link to={`/privacy/persons?person=${encodeURIComponent(person)}`}>{person}の開示記録</Link>
            ),
          ],
        ]}
      />
      {isOpen ? (
        <p>まだ続いています。終わってから点検します。</p>
      ) : isReviewing ? (
        <ReviewForm id={id} onReviewed={onReviewed} />
      ) : (
        <Button variant="primary" onPress={() => setReviewing(true)}>
          点検を記録する
        </Button>
      )}
    </li>
  );
}

interface Review {
  readonly outcome: EmergencyReviewOutcome | '';
  readonly note: string;
}

function ReviewForm({ id, onReviewed }: { readonly id: string; readonly onReviewed: () => void }): ReactNode {
  const review = useChange(PrivacyReviewEmergency);
  const { say } = useSay();
  return (
    <Form<Review>
      draft={`privacy-review:${id}`}
      start={{ outcome: '', note: '' }}
      action="点検の結果を記録する"
      onSend={async ({ outcome, note }) => {
        if (outcome === '') return;
        await review({ id, outcome, note });
        say('点検を記録しました');
        onReviewed();
      }}
    >
      <p>記録した点検は、あとから直せません。</p>
      <Choice name="outcome" label="点検の結果" isRequired options={choices('EmergencyReviewOutcome')} />
      <TextInput
        name="note"
        label="所見"
        hint="何を確かめ、どう判断したか。10文字以上"
        isRequired
        lines={4}
      />
    </Form>
  );
}
