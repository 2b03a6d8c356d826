import type { ReactNode } from 'react';
import { ButtonLink } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { PersonName } from '../ui/person-name.js';
import { Names } from '../ui/persons.js';
import { Table } from '../ui/table.js';
import { day, moment, word } from '../words/words.js';
import type { ScreenedCase } from './screening-page.js';

/** The consultation and the issues, as far as one may see them. */
export function WhatWasTaken({ of }: { readonly of: ScreenedCase }): ReactNode {
  const { intake } = of;
  const issues = [...(of.issues ?? []), ...(of.sensitiveIssues ?? [])];
  return (
    <>
      <section aria-labelledby="taken">
        <h2 id="taken">相談の内容</h2>
        <Facts
          facts={[
            ['ケース番号', of.number],
            ['状態', of.status && word('CaseStatus', of.status)],
            ['対象', <Names key="persons" of={of.persons} />],
            ['受付', intake?.receivedAt && `${moment(intake.receivedAt)} ${intake.receivedBy ?? ''}`],
            ['相談経路', intake?.channel && word('IntakeChannel', intake.channel)],
            [
              '相談者',
              intake?.visitor &&
                [word('Visitor', intake.visitor), intake.visitorName].filter(Boolean).join(' '),
            ],
            ['主訴', intake?.chiefComplaint],
            ['緊急性', intake?.urgency && word('Urgency', intake.urgency)],
            ['連絡', intake && contact(intake)],
            ['通訳', intake?.interpreter && '必要'],
            ['同意', intake && (intake.withConsent ? 'あり' : 'まだありません')],
          ]}
        />
      </section>
      <section aria-labelledby="issues">
        <h2 id="issues">課題</h2>
        <Table
          caption="課題(書いた機関の見立て)"
          rows={issues}
          keyOf={({ id }) => id ?? ''}
          empty="課題はまだ記録されていません。"
          columns={[
            { name: '課題', cell: ({ code }) => code && word('IssueCode', code) },
            {
              name: '対象',
              cell: ({ scope, person }) =>
                scope === 'HOUSEHOLD' ? (
                  word('IssueScope', scope)
                ) : (
                  <PersonName identity={person?.identity} />
                ),
            },
            { name: '確からしさ', cell: ({ certainty }) => certainty && word('Certainty', certainty) },
            { name: '把握した日', cell: ({ observedOn }) => observedOn && day(observedOn) },
            { name: '解消した日', cell: ({ resolvedOn }) => resolvedOn && day(resolvedOn) },
            { name: '内容', cell: ({ text }) => text && <span className="words">{text}</span> },
          ]}
        />
        <div className="row no-print">
          <ButtonLink to={`/cases/${of.id ?? ''}/issue`}>課題を加える</ButtonLink>
        </div>
      </section>
    </>
  );
}

const contact = ({
  contactable,
  contactWhen,
}: {
  readonly contactable: boolean | null;
  readonly contactWhen: string | null;
}): string | undefined =>
  contactable === null ? undefined : contactable ? `してよい ${contactWhen ?? ''}` : 'しない';
