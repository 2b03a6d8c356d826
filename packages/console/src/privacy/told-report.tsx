import { accessLine, isTold } from '@kasane/documents/access-lines';
import { subjectAccessReport } from '@kasane/documents/access-report';
import { useState, type ReactNode } from 'react';
import { Form } from '../form/form.js';
import { Choice, DateInput, TextInput } from '../form/inputs.js';
import { filled, isoDate } from '../form/plain.js';
import { NotDone } from '../hub/change.js';
import type { OfficeDirectory } from '../office/directory.js';
import { Notice } from '../ui/notice.js';
import { Paper } from '../ui/paper.js';
import { todayInJapan } from '../words/words.js';
import { basisOf } from './line-words.js';
import { parties } from './parties.js';
import type { PersonLedger } from './entries.js';

interface Request {
  readonly name: string;
  readonly kana: string;
  readonly birthDate: string;
  readonly language: 'ja' | 'ja-simple';
}

/**
 * 開示報告書: what may be told to the person, from the lines that may be told and no others. The report says the same
 * whether or not something was left out.
 */
export function ToldReport({
  ledger,
  directory,
  from,
}: {
  readonly ledger: PersonLedger;
  readonly directory: OfficeDirectory | undefined;
  readonly from: string;
}): ReactNode {
  const [html, setHtml] = useState<string>();
  if (ledger.isCutOff)
    return <Notice kind="warning" title="すべての記録を読めないうちは、報告書を作れません" />;
  return (
    <>
      <p>
        本人に知らせてよい記録だけを載せます。知らせない記録があるかどうかは、報告書からは分かりません。氏名と生年月日は、開示請求書を見て入力します。ここで入力したものは、どこにも送られません。
      </p>
      <div className="no-print">
        <Form<Request>
          draft={`privacy-report:${ledger.person}`}
          start={{ name: '', kana: '', birthDate: '', language: 'ja' }}
          action="報告書を作る"
          onSend={(request) => {
            if (!directory?.municipality)
              throw new NotDone(['機関の一覧を読めません。しばらくしてから、もう一度お試しください。']);
            setHtml(reportOf(ledger, directory, directory.municipality, request, from));
            return Promise.resolve();
          }}
        >
          <TextInput name="name" label="本人の氏名" isRequired max={100} />
          <TextInput name="kana" label="ふりがな" max={100} />
          <DateInput name="birthDate" label="生年月日" />
          <Choice
            name="language"
            label="言葉"
            isRequired
            options={[
              { value: 'ja', label: '日本語' },
              { value: 'ja-simple', label: 'やさしい日本語(ふりがな付き)' },
            ]}
          />
        </Form>
      </div>
      {html !== undefined && <Paper title="開示報告書" html={html} />}
    </>
  );
}

function reportOf(
  { entries, away }: PersonLedger,
  { own, nameOf }: OfficeDirectory,
  { code, name }: NonNullable<OfficeDirectory['municipality']>,
  request: Request,
  from: string,
): string {
  const kana = filled(request.kana);
  const birthDate = isoDate(request.birthDate);
  const names = {
    basisOf(rule: string, at: Date) {
      const basis = basisOf(rule, at);
      return basis === undefined ? undefined : { name: basis };
    },
    officeOf: (office: string) => ({ name: nameOf(office) }),
    staffOf: (staff: string) => ({ name: staff }),
  };
  const today = todayInJapan();
  return subjectAccessReport({
    issuer: {
      municipality: { name, localGovernmentCode: code },
      contact: {
        name: own?.name ?? name,
        ...(own?.address && { address: { name: own.address } }),
      },
    },
    language: request.language,
    subject: { name: request.name.trim(), ...(kana && { kana }), ...(birthDate && { birthDate }) },
    period: { from, to: today },
    issuedOn: today,
    parties: parties.map((party) => ({
      name: party.name,
      isUnavailable: away.some(({ id }) => id === party.id),
    })),
    lines: entries.filter(isTold).map((entry) => accessLine(entry.party.name, entry, names)),
  });
}
