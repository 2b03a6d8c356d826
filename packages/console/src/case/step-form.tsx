import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import { Conflict } from '../form/conflict.js';
import { Form } from '../form/form.js';
import type { CaseHeadFragment, CaseNowFragment } from '../generated/operations.js';
import { NotDone } from '../hub/change.js';
import type { Fact } from '../ui/facts.js';
import { useQuestion } from '../ui/question.js';
import { useSay } from '../ui/said.js';
import { word } from '../words/words.js';
import { useCaseId } from './case-frame.js';

type Outcome<Taken> =
  | { readonly __typename: 'CaseStepTaken'; readonly case: Taken }
  | { readonly __typename: 'CaseChangedMeanwhile'; readonly newer: CaseNowFragment };

/** A step of a case: asked once more, sent for the version that was seen, and beside it what somebody else did first. */
export function StepForm<Values extends FieldValues, Taken = CaseNowFragment>({
  kind,
  found,
  start,
  action,
  confirm,
  said,
  mine,
  onSend,
  onTaken,
  children,
}: {
  readonly kind: string;
  readonly found: CaseHeadFragment;
  readonly start: DefaultValues<Values>;
  readonly action: string;
  readonly confirm: { readonly title: string; readonly action: string; readonly words: ReactNode };
  readonly said: string;
  readonly mine: (values: Values) => readonly Fact[];
  readonly onSend: (
    of: { readonly case: string; readonly version: number },
    values: Values,
  ) => Promise<Outcome<Taken>>;
  /** Instead of going back to the case. */
  readonly onTaken?: (taken: Taken) => void;
  readonly children: ReactNode;
}): ReactNode {
  const caseId = useCaseId();
  const navigate = useNavigate();
  const { say } = useSay();
  const [ask, question] = useQuestion();
  const [told, setTold] = useState(0);
  // What the page shows now, or what a conflict has told since.
  const version = Math.max(told, found.version ?? 0);
  const [conflict, setConflict] = useState<{
    readonly now: readonly Fact[];
    readonly mine: readonly Fact[];
  }>();
  return (
    <Form<Values>
      draft={`case-step:${kind}:${caseId}`}
      start={start}
      action={action}
      ask={() => ask(confirm)}
      onSend={async (values) => {
        const answer = await onSend({ case: caseId, version }, values);
        if (answer.__typename === 'CaseChangedMeanwhile') {
          const { status, version: newest } = answer.newer;
          setConflict({ now: [['ケースの状態', status && word('CaseStatus', status)]], mine: mine(values) });
          setTold(newest ?? version);
          throw new NotDone(['ほかの人が先にケースを進めました。下で確かめて、もう一度送ってください。']);
        }
        say(said);
        if (onTaken) onTaken(answer.case);
        else await navigate(`/cases/${caseId}`);
      }}
    >
      {question}
      {conflict && <Conflict now={conflict.now} mine={conflict.mine} />}
      {children}
    </Form>
  );
}
