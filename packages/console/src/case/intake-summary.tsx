import type { ReactNode } from 'react';
import type { CasePageQuery } from '../generated/operations.js';
import { useOffices } from '../office/offices.js';
import { Facts } from '../ui/facts.js';
import { PersonName } from '../ui/person-name.js';
import { moment, word } from '../words/words.js';

type Intake = NonNullable<CasePageQuery['supportCase']>['intake'];

/** 相談受付: with what it began. */
export function IntakeSummary({ intake }: { readonly intake: Intake }): ReactNode {
  const offices = useOffices();
  return (
    <section aria-labelledby="intake">
      <h2 id="intake" tabIndex={-1}>
        受付
      </h2>
      {intake ? (
        <Facts
          facts={[
            ['受付日時', intake.receivedAt && moment(intake.receivedAt)],
            ['受付機関', offices.name(intake.officeCode)],
            ['受付者', intake.receivedBy],
            ['相談者', intake.person && <PersonName identity={intake.person.identity} />],
            [
              '来談者',
              intake.visitor &&
                [word('Visitor', intake.visitor), intake.visitorName].filter(Boolean).join(' '),
            ],
            ['経路', intake.channel && word('IntakeChannel', intake.channel)],
            ['緊急度', intake.urgency && word('Urgency', intake.urgency)],
            ['主訴', intake.chiefComplaint && <bdi>{intake.chiefComplaint}</bdi>],
            ['連絡', intake.contactable === false ? '連絡してほしくない' : intake.contactWhen],
            ['通訳', intake.interpreter ? '必要' : null],
          ]}
        />
      ) : (
        <p className="quiet">表示できる受付の記録はありません。</p>
      )}
    </section>
  );
}
