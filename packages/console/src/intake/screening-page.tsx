import { useEffect, useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { Link, useNavigate, useParams } from 'react-router';
import { Conflict } from '../form/conflict.js';
import { Form } from '../form/form.js';
import { Choice, TextInput } from '../form/inputs.js';
import {
  IntakeScreen,
  IntakeScreening,
  type IntakeScreeningQuery,
  type ScreeningOutcome,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { NotDone, useChange } from '../hub/change.js';
import { ReferralFields } from '../referral/referral-fields.js';
import { emptyReferral, referralInput, type ReferralValues } from '../referral/referral-values.js';
import { officeName, StateMark } from '../referral/standing.js';
import { useSession } from '../session/session.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { useSay } from '../ui/said.js';
import { choices, word } from '../words/words.js';
import { WhatWasTaken } from './what-was-taken.js';

/** スクリーニング: what becomes of a consultation, with what was taken down of it in sight. */
export function Component(): ReactNode {
  const { caseId = '' } = useParams();
  const asked = useAsked(IntakeScreening, { id: caseId });
  return (
    <Page
      title="スクリーニング"
      tab="スクリーニング"
      above={[{ to: `/cases/${caseId}`, label: 'ケース' }]}
      actions={
        <ButtonLink to={`/papers/ASSESSMENT/${caseId}`}>インテーク・アセスメントシートを印刷する</ButtonLink>
      }
    >
      <Answered asked={asked} lines={8}>
        {({ supportCase }) =>
          supportCase?.id ? (
            <>
              <WhatWasTaken of={supportCase} />
              <Screen of={supportCase} again={asked.again} />
            </>
          ) : (
            <Notice kind="info" title="このケースは見つかりません。" />
          )
        }
      </Answered>
    </Page>
  );
}

export type ScreenedCase = NonNullable<IntakeScreeningQuery['supportCase']>;

interface ScreeningValues extends ReferralValues {
  readonly outcome: ScreeningOutcome | '';
  readonly why: string;
  readonly workerName: string;
}

function Screen({ of, again }: { readonly of: ScreenedCase; readonly again: () => void }): ReactNode {
  const { viewer } = useSession();
  const screen = useChange(IntakeScreen);
  const navigate = useNavigate();
  const { say } = useSay();
  const [seen, setSeen] = useState(of.version ?? 0);
  const [tried, setTried] = useState<ScreeningOutcome>();
  const [isConflict, setConflict] = useState(false);
  const isOpen = of.status === 'RECEIVED' || of.status === 'TRIAGED';
  const caseId = of.id ?? '';
  const version = of.version ?? 0;

  useEffect(() => {
    if (version === seen) return;
    // Only after a try: whoever has sent nothing simply sees the newer case.
    setConflict(tried !== undefined);
    setSeen(version);
  }, [version, seen, tried]);

  if (!isOpen && !isConflict)
    return (
      <Notice kind="info" title="このケースのスクリーニングは済んでいます。">
        <p>
          いまの状態:{of.status && word('CaseStatus', of.status)}{' '}
          <Link to={`/cases/${caseId}`}>ケースを見る</Link>
        </p>
      </Notice>
    );
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">結果を決める</h2>
      <UnderWay referrals={of.referrals} />
      {isConflict && (
        <Conflict
          now={[['状態', of.status && word('CaseStatus', of.status)]]}
          mine={[['スクリーニングの結果', tried && word('ScreeningOutcome', tried)]]}
        />
      )}
      <Form<ScreeningValues>
        draft={`screening:${caseId}`}
        start={{
          ...emptyReferral(
            (of.persons ?? []).map(({ id }) => id),
            viewer.name ?? '',
          ),
          urgency: of.intake?.urgency ?? 'NORMAL',
          outcome: '',
          why: '',
          workerName: viewer.name ?? '',
        }}
        action="結果を記録する"
        onSend={async (values) => {
          const outcome = values.outcome || 'INFORMATION_ONLY';
          setTried(outcome);
          try {
            const { referral } = await screen({
              case: caseId,
              expectedVersion: seen,
              input: {
                outcome,
                reason: values.why,
                referral: outcome === 'HAND_OVER' ? referralInput(values) : null,
                workerName: outcome === 'ACCEPTED' ? values.workerName : null,
              },
            });
            say('スクリーニングの結果を記録しました');
            await navigate(referral ? `/referrals/${referral.id}` : `/cases/${caseId}`);
          } catch (error) {
            if (error instanceof NotDone) again();
            throw error;
          }
        }}
      >
        <Choice
          name="outcome"
          label="スクリーニングの結果"
          isRequired
          options={choices('ScreeningOutcome').map(({ value, label }) => ({
            value,
            label,
            ...(value === 'ACCEPTED' &&
              !viewer.roles.includes('COORDINATOR') && {
                isDisabled: true,
                hint: '受理できるのは多機関協働の担当だけです。「他機関へつなぐ」で、その担当へつないでください。',
              }),
          }))}
        />
        <TextInput
          name="why"
          label="理由"
          isRequired
          lines={4}
          max={2_000}
          hint="10文字以上で、そう決めたわけを書きます。"
        />
        <ByOutcome persons={of.persons ?? []} />
      </Form>
    </section>
  );
}

function ByOutcome({ persons }: { readonly persons: NonNullable<ScreenedCase['persons']> }): ReactNode {
  const outcome = useWatch({ name: 'outcome' }) as ScreeningOutcome | '';
  switch (outcome) {
    case 'HAND_OVER':
      return (
        <>
          <h3>つなぎ</h3>
          <p>つなぎ先が初回接触を記録するまで、ケースはあなたの機関が持ちます。</p>
          <ReferralFields persons={persons} />
        </>
      );
    case 'ACCEPTED':
      return <TextInput name="workerName" label="受理する担当者の氏名" isRequired max={128} />;
    case 'INFORMATION_ONLY':
      return <p>情報提供だけで終わり、ケースは閉じます。</p>;
    case '':
      return null;
  }
}

function UnderWay({ referrals }: Pick<ScreenedCase, 'referrals'>): ReactNode {
  const open = (referrals ?? []).filter(({ state }) => ['SENT', 'ACCEPTED', 'SENT_BACK'].includes(state));
  if (open.length === 0) return null;
  return (
    <Notice kind="info" title="まだ終わっていないつなぎがあります">
      <ul>
        {open.map(({ id, toOffice, state }) => (
          <li key={id}>
            <Link to={`/referrals/${id}`}>{officeName(toOffice)}へのつなぎ</Link> <StateMark state={state} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
