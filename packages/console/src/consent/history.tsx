import type { ReactNode } from 'react';
import { StaffName } from '../office/staff.js';
import { Table } from '../ui/table.js';
import { day, moment, word } from '../words/words.js';
import type { Consent } from './consent-page.js';
import { languageName } from './languages.js';
import { lastDayInWords } from './last-day.js';

type ConsentEvent = NonNullable<Consent['events']>[number];

/** What happened to a consent, the oldest first; nothing of it is ever changed. */
export function History({ events }: { readonly events: readonly ConsentEvent[] }): ReactNode {
  return (
    <Table
      caption="この同意の経過"
      rows={events}
      keyOf={({ seq }) => String(seq)}
      columns={[
        { name: 'いつ', cell: ({ at }) => at && moment(at) },
        {
          name: '出来事',
          cell: ({ state, validUntil }) =>
            state &&
            `${word('ConsentState', state)}${validUntil ? `(${lastDayInWords(validUntil)}まで)` : ''}`,
        },
        {
          name: '誰がどのように',
          cell: ({ expressedBy, expression, writtenBy, witnesses }) =>
            [
              expressedBy,
              expression && word('ConsentExpression', expression),
              writtenBy && `代筆 ${writtenBy}`,
              witnesses?.length && `聴取者 ${witnesses.join('、')}`,
            ]
              .filter(Boolean)
              .join(' / '),
        },
        { name: '説明', cell: ({ explanation }) => explanation && explained(explanation) },
        { name: '記録した職員', cell: ({ recordedBy }) => <StaffName id={recordedBy} /> },
      ]}
    />
  );
}

const explained = ({
  explainedBy,
  explainedOn,
  language,
  interpreter,
}: NonNullable<ConsentEvent['explanation']>): string =>
  [
    explainedBy,
    explainedOn && day(explainedOn),
    language && languageName(language),
    interpreter && `通訳 ${interpreter}`,
  ]
    .filter(Boolean)
    .join(' / ');
