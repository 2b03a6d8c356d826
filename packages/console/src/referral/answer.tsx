import { useState, type ReactNode } from 'react';
import { Conflict } from '../form/conflict.js';
import type { ReferralWholeFragment } from '../generated/operations.js';
import { StaffName } from '../office/staff.js';
import { useSession } from '../session/session.js';
import { Button, ButtonLink } from '../ui/button.js';
import { useSay } from '../ui/said.js';
import { moment, word } from '../words/words.js';
import { nextSteps, stepNames, type ReferralStep } from './next-steps.js';
import styles from './referral.module.css';
import { StepForm, type Stepped } from './step-form.js';
import { StateMark } from './standing.js';

const done: Readonly<Record<ReferralStep, string>> = {
  ACCEPT: '受理しました。あなたが担当になりました。',
  SEND_BACK: '差し戻しました。',
  FIRST_CONTACT: '初回接触を記録しました。',
  COMPLETE: '完了にしました。',
  SEND_ON: 'つなぎ直しました。',
  WITHDRAW: '取り下げました。',
};

/** What the office at the screen does with a referral next: one form at a time, opened by its button. */
export function Answer({
  referral,
  again,
  onDone,
}: {
  readonly referral: ReferralWholeFragment;
  readonly again: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { viewer } = useSession();
  const { say } = useSay();
  const [open, setOpen] = useState<ReferralStep>();
  const [movedOn, setMovedOn] = useState<ReferralWholeFragment>();
  const [expected, setExpected] = useState(referral.version);
  const steps = nextSteps(referral, viewer.office);

  const choose = (step: ReferralStep): void => {
    setExpected(referral.version);
    setMovedOn(undefined);
    setOpen(step);
  };
  const onStepped = (step: ReferralStep, stepped: Stepped): void => {
    if (stepped.__typename === 'ReferralMovedOn') {
      // Another try is made knowing what stands there now.
      setMovedOn(stepped.movedOn);
      setExpected(stepped.movedOn.version);
    } else {
      setMovedOn(undefined);
      setOpen(undefined);
      say(done[step]);
      onDone();
    }
    again();
  };

  if (steps.length === 0 && open === undefined) return null;
  return (
    <section aria-labelledby="answer" className="no-print">
      <h2 id="answer">次にすること</h2>
      <div className="row">
        {steps.map((step, at) =>
          step === 'SEND_ON' ? (
            <ButtonLink
              key={step}
              variant="primary"
              to={`/cases/${referral.caseId}/refer?replaces=${referral.id}`}
            >
              {stepNames[step]}
            </ButtonLink>
          ) : (
            <Button
              key={step}
              variant={at === 0 ? 'primary' : 'secondary'}
              aria-expanded={open === step}
              onPress={() => choose(step)}
            >
              {stepNames[step]}
            </Button>
          ),
        )}
      </div>
      {movedOn && open && (
        <div className={styles.conflict}>
          <Conflict
            now={[
              ['状態', <StateMark key="state" state={movedOn.state} />],
              ['記録', movedOn.events.slice(-1).map(whoAndWhen)],
            ]}
            mine={[['しようとしたこと', stepNames[open]]]}
          />
        </div>
      )}
      {open && open !== 'SEND_ON' && (
        <StepForm
          key={open}
          step={open}
          referral={referral}
          expectedVersion={expected}
          onStepped={(stepped) => onStepped(open, stepped)}
          onLeave={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

const whoAndWhen = ({ at, staffId, state }: ReferralWholeFragment['events'][number]): ReactNode => (
  <span key={at}>
    {moment(at)} <StaffName id={staffId} />({word('ReferralState', state)})
  </span>
);
