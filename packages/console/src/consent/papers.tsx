import { useState, type ReactNode } from 'react';
import {
  ConsentForm,
  ConsentReceipt,
  ConsentReceiptJson,
  type PaperLanguage,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { Button } from '../ui/button.js';
import { Paper } from '../ui/paper.js';
import { word } from '../words/words.js';
import { noticeNamed } from './notice-name.js';
import { BlankPapers } from './notices.js';

type Kind = 'RECEIPT' | 'FORM';

const titles: Readonly<Record<Kind, string>> = { RECEIPT: '控え', FORM: '記入済みの用紙' };
const registers: readonly PaperLanguage[] = ['JA', 'JA_SIMPLE'];

/** What the person signs and takes home, in the words of public documents and in easy ones. */
export function ConsentPapers({
  consentId,
  notice,
  isDecided,
  isOpen,
}: {
  readonly consentId: string;
  readonly notice: string | null;
  /** There is a receipt only of what somebody decided. */
  readonly isDecided: boolean;
  /** Open from the start: it was recorded just now, and the person waits for their paper. */
  readonly isOpen: boolean;
}): ReactNode {
  const first: Kind = isDecided ? 'RECEIPT' : 'FORM';
  const [open, setOpen] = useState(isOpen ? first : undefined);
  const kinds: readonly Kind[] = isDecided ? ['RECEIPT', 'FORM'] : ['FORM'];
  return (
    <>
      <div className="row no-print">
        {kinds.map((kind) => (
          <Button
            key={kind}
            aria-expanded={open === kind}
            onPress={() => setOpen(open === kind ? undefined : kind)}
          >
            {titles[kind]}
          </Button>
        ))}
        {isDecided && <JsonReceipt consentId={consentId} />}
      </div>
      {open &&
        registers.map((language) => <OnePaper key={language} {...{ consentId, kind: open, language }} />)}
      <h3>撤回するための用紙</h3>
      <BlankPapers
        forms={[
          ['WITHDRAWAL', 'JA_SIMPLE'],
          ['WITHDRAWAL', 'JA'],
        ]}
        notice={noticeNamed(notice)}
      />
    </>
  );
}

function OnePaper({
  consentId,
  kind,
  language,
}: {
  readonly consentId: string;
  readonly kind: Kind;
  readonly language: PaperLanguage;
}): ReactNode {
  const variables = { id: consentId, language };
  const form = useAsked(ConsentForm, variables, { pause: kind !== 'FORM' });
  const receipt = useAsked(ConsentReceipt, variables, { pause: kind !== 'RECEIPT' });
  const title = `${titles[kind]}(${word('PaperLanguage', language)})`;
  const paper = (html: string | null | undefined): ReactNode =>
    html ? <Paper title={title} html={html} /> : <p>{title}は印刷できません。</p>;
  return kind === 'FORM' ? (
    <Answered asked={form} lines={6}>
      {({ consent }) => paper(consent?.form)}
    </Answered>
  ) : (
    <Answered asked={receipt} lines={6}>
      {({ consent }) => paper(consent?.receipt)}
    </Answered>
  );
}

/** The receipt as a program reads it (ISO/IEC TS 27560); fetched when it is wanted. */
function JsonReceipt({ consentId }: { readonly consentId: string }): ReactNode {
  const [isWanted, setWanted] = useState(false);
  const asked = useAsked(ConsentReceiptJson, { id: consentId }, { pause: !isWanted });
  const json = asked.data?.consent?.receiptJson;
  if (!isWanted)
    return (
      <Button variant="quiet" onPress={() => setWanted(true)}>
        控えのデータ(JSON)
      </Button>
    );
  return (
    <Answered asked={asked} lines={1}>
      {() =>
        json && (
          <a
            href={`data:application/json;charset=utf-8,${encodeURIComponent(json)}`}
            download={`${consentId}.json`}
          >
            控えのデータを保存する
          </a>
        )
      }
    </Answered>
  );
}
