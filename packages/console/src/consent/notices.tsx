import { useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { TextInput } from '../form/inputs.js';
import { ConsentNotice, type BlankForm, type PaperLanguage } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { Button } from '../ui/button.js';
import { Paper } from '../ui/paper.js';
import { word } from '../words/words.js';
import type { RecordValues } from './record-values.js';

type Reading = readonly [BlankForm, PaperLanguage];

const readings: readonly Reading[] = [
  ['CONSENT', 'JA_SIMPLE'],
  ['CONSENT', 'JA'],
  ['REFUSAL', 'JA_SIMPLE'],
  ['REFUSAL', 'JA'],
];

/** What the person reads before they decide, in both registers, to read together or to print. */
export function Notices(): ReactNode {
  const [noticeId, noticeVersion] = useWatch<RecordValues, readonly ['noticeId', 'noticeVersion']>({
    name: ['noticeId', 'noticeVersion'],
  });
  return (
    <>
      <p>
        同意しなくても相談や支援を断られないこと、いつでもやめられること、同意がなくても法律により共有される場合があることを、用紙で一緒に確かめます。
      </p>
      <BlankPapers forms={readings} notice={{ id: noticeId, version: noticeVersion }} />
      <details>
        <summary>別の説明書を使うとき</summary>
        <div className="stack">
          <TextInput name="noticeId" label="説明書" isRequired max={64} />
          <TextInput name="noticeVersion" label="説明書の版" isRequired max={32} />
        </div>
      </details>
    </>
  );
}

/** Forms without a name on them, one at a time. */
export function BlankPapers({
  forms,
  notice,
}: {
  readonly forms: readonly Reading[];
  readonly notice: { readonly id: string; readonly version: string };
}): ReactNode {
  const [open, setOpen] = useState<Reading>();
  return (
    <>
      <div className="row">
        {forms.map((reading) => (
          <Button
            key={reading.join()}
            aria-expanded={open === reading}
            onPress={() => setOpen(open === reading ? undefined : reading)}
          >
            {titleOf(reading)}
          </Button>
        ))}
      </div>
      {open && <BlankPaper reading={open} notice={notice} />}
    </>
  );
}

const titleOf = ([form, language]: Reading): string =>
  `${word('BlankForm', form)}(${word('PaperLanguage', language)})`;

function BlankPaper({
  reading,
  notice: { id, version },
}: {
  readonly reading: Reading;
  readonly notice: { readonly id: string; readonly version: string };
}): ReactNode {
  const [form, language] = reading;
  const asked = useAsked(ConsentNotice, { form, language, notice: id, version });
  return (
    <Answered asked={asked} lines={8}>
      {({ blankConsentForm }) => <Paper title={titleOf(reading)} html={blankConsentForm} />}
    </Answered>
  );
}
