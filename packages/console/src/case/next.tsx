import { useState, type ReactNode } from 'react';
import { CaseBeginAssessment } from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { Confirm } from '../ui/dialog.js';
import { Notice } from '../ui/notice.js';
import { useSay } from '../ui/said.js';
import { word } from '../words/words.js';
import styles from './case.module.css';
import { anyTime, nextSteps, waysToEnd, type CaseToWorkOn } from './next-steps.js';
import { StepList } from './step-list.js';

/** 次にすること: what comes next where the case stands, and what can be done at any time. */
export function Next({
  of,
  version,
  again,
}: {
  readonly of: CaseToWorkOn;
  readonly version: number;
  readonly again: () => void;
}): ReactNode {
  const { viewer } = useSession();
  const { say } = useSay();
  const begin = useChange(CaseBeginAssessment);
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const steps = nextSteps(of, viewer.roles);
  const ends = waysToEnd(of, viewer.roles);

  const beginNow = async (): Promise<void> => {
    setProblem(undefined);
    try {
      const answer = await begin({ case: of.id, version });
      if (answer.__typename === 'CaseChangedMeanwhile')
        setProblem(
          `ほかの人が先にケースを進めました。今の状態は「${answer.newer.status ? word('CaseStatus', answer.newer.status) : ''}」です。`,
        );
      else say('アセスメントを始めました');
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      setProblem(error.message);
    }
    again();
  };

  return (
    <section className={styles.next} aria-labelledby="next">
      <h2 id="next">次にすること</h2>
      {problem && <Notice kind="error" title={problem} />}
      {steps.length > 0 ? (
        <StepList steps={steps} isMain onBegin={() => setAsking(true)} />
      ) : (
        <p>このケースで、いま決まった手続きはありません。</p>
      )}
      <h3>いつでもできること</h3>
      <StepList steps={anyTime(of.id)} />
      {ends.length > 0 && (
        <>
          <h3>中断・終わり</h3>
          <StepList steps={ends} />
        </>
      )}
      <Confirm
        title="アセスメントを始めますか"
        action="始める"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void beginNow()}
      >
        <p>ケースの状態が「アセスメント中」になり、経緯に残ります。</p>
      </Confirm>
    </section>
  );
}
