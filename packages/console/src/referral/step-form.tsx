import { wareki } from '@kasane/vocabulary';
import type { ReactNode } from 'react';
import { Form } from '../form/form.js';
import { Choice, DateInput, TextInput } from '../form/inputs.js';
import { filled, isoDate } from '../form/plain.js';
import {
  ReferralAccept,
  ReferralComplete,
  ReferralFirstContact,
  ReferralSendBack,
  ReferralWithdraw,
  type ReferralWholeFragment,
  type SendBackReason,
  type WithdrawnBy,
} from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { Button } from '../ui/button.js';
import { choices, todayInJapan } from '../words/words.js';
import styles from './referral.module.css';
import { stepNames, type ReferralStep } from './next-steps.js';

export type Stepped =
  | { readonly __typename: 'ReferralRecorded'; readonly referral: ReferralWholeFragment }
  | { readonly __typename: 'ReferralMovedOn'; readonly movedOn: ReferralWholeFragment };

interface StepValues {
  readonly workerName: string;
  readonly sendBackReason: SendBackReason | '';
  readonly by: WithdrawnBy | '';
  readonly on: string;
  readonly text: string;
}

/** The form of one step of a referral. */
export function StepForm({
  step,
  referral,
  expectedVersion,
  onStepped,
  onLeave,
}: {
  readonly step: Exclude<ReferralStep, 'SEND_ON'>;
  readonly referral: Pick<ReferralWholeFragment, 'id' | 'onPaper'>;
  readonly expectedVersion: number;
  readonly onStepped: (stepped: Stepped) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { viewer } = useSession();
  const take = useStep(step);
  return (
    <div className={styles.step}>
      <Form<StepValues>
        draft={`referral:${referral.id}:${step}`}
        start={{
          workerName: viewer.name ?? '',
          sendBackReason: '',
          by: '',
          on: wareki(todayInJapan()),
          text: '',
        }}
        action={stepNames[step]}
        onSend={async (values) => {
          const stepped = await take({ id: referral.id, expectedVersion }, values);
          onStepped(stepped);
          if (stepped.__typename === 'ReferralMovedOn')
            throw new NotDone(['ほかの人が先に記録しました。いまの状態を確かめてください。']);
        }}
      >
        {step === 'ACCEPT' && (
          <TextInput
            name="workerName"
            label="担当者の氏名"
            isRequired
            max={128}
            hint={
              referral.onPaper
                ? 'つなぎ先で担当する人の氏名です。'
                : '支援体制に載ります。受けると、対象の人の基本情報が見られるようになります。'
            }
          />
        )}
        {step === 'SEND_BACK' && (
          <Choice
            isAcross
            name="sendBackReason"
            label="差戻しの理由"
            isRequired
            options={choices('SendBackReason')}
            hint="つなぎ元に伝わります。"
          />
        )}
        {step === 'WITHDRAW' && (
          <Choice isAcross name="by" label="取下げの申し出" isRequired options={choices('WithdrawnBy')} />
        )}
        {step === 'FIRST_CONTACT' && <DateInput name="on" label="初回接触日" isRequired />}
        {step !== 'ACCEPT' && (
          <TextInput
            name="text"
            label="内容"
            lines={4}
            max={4_000}
            hint={
              step === 'SEND_BACK'
                ? '「その他」のときは必ず書いてください。'
                : step === 'WITHDRAW'
                  ? '機関の判断で取り下げるときは、必ず書いてください。'
                  : undefined
            }
          />
        )}
      </Form>
      <Button variant="quiet" onPress={onLeave}>
        やめる
      </Button>
    </div>
  );
}

/** How one step is sent to the hub. */
function useStep(
  step: Exclude<ReferralStep, 'SEND_ON'>,
): (of: { readonly id: string; readonly expectedVersion: number }, values: StepValues) => Promise<Stepped> {
  const accept = useChange(ReferralAccept);
  const sendBack = useChange(ReferralSendBack);
  const firstContact = useChange(ReferralFirstContact);
  const complete = useChange(ReferralComplete);
  const withdraw = useChange(ReferralWithdraw);
  return (of, { workerName, sendBackReason, by, on, text }) => {
    const note = { ...of, text: filled(text) ?? null };
    switch (step) {
      case 'ACCEPT':
        return accept({ ...of, workerName });
      case 'SEND_BACK':
        return sendBack({ ...note, reason: sendBackReason || 'OTHER' });
      case 'FIRST_CONTACT':
        return firstContact({ ...note, on: isoDate(on) ?? on });
      case 'COMPLETE':
        return complete(note);
      case 'WITHDRAW':
        return withdraw({ ...note, by: by || 'OFFICE' });
    }
  };
}
