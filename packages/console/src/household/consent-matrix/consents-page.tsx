import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { HouseholdConsents, type HouseholdConsentsQuery } from '../../generated/operations.js';
import { Answered, useAsked } from '../../hub/asked.js';
import { ButtonLink } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { PersonName } from '../../ui/person-name.js';
import { personOptions } from '../../ui/persons.js';
import { moment } from '../../words/words.js';
import { useHousehold, type HouseholdInFrame } from '../household-frame.js';
import { filtered, matrixOf, type Filter } from './cells.js';
import styles from './consents-page.module.css';
import { MatrixTable, type Subject } from './matrix-table.js';
import { PersonTable } from './person-table.js';

/** 同意: what of whom is shown to the person at the screen, why, until when, and what would open the rest. */
export function Component(): ReactNode {
  const { householdId = '' } = useParams();
  const asked = useAsked(HouseholdConsents, { id: householdId });
  return (
    <section aria-labelledby="consents">
      <h2 id="consents">同意と開示の根拠</h2>
      <Answered asked={asked} lines={10}>
        {({ household }) => household && <Consents found={household} householdId={householdId} />}
      </Answered>
    </section>
  );
}

function Consents({
  found,
  householdId,
}: {
  readonly found: NonNullable<HouseholdConsentsQuery['household']>;
  readonly householdId: string;
}): ReactNode {
  const household = useHousehold();
  const subjects = subjectsOf(found, household);
  const [of, setOf] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const subject = subjects.find(({ id }) => id === of);
  const about = { household: householdId, case: household.cases?.[0]?.id ?? undefined };
  return (
    <>
      <p>
        あなたに、いまの利用目的で、だれの何を表示できるかの一覧です。記録があるかどうかにかかわらず、同じように表示します。
      </p>
      <p className={styles.printedAt}>{moment(new Date().toISOString())} 現在</p>
      {subjects.length > 1 && (
        <Choice
          label="だれの"
          value={subject?.id ?? ''}
          onChoose={setOf}
          options={[{ value: '', label: '全員を並べる' }, ...personOptions(subjects)]}
        />
      )}
      <Choice
        label="項目"
        value={filter}
        onChoose={setFilter}
        options={[
          { value: 'all', label: 'すべて' },
          { value: 'shown', label: '表示できるものだけ' },
          { value: 'hidden', label: '表示できないものだけ' },
        ]}
      />
      {subject || subjects.length === 1 ? (
        (subject ? [subject] : subjects).map((each) => (
          <section key={each.id} aria-labelledby={`consents-${each.id}`}>
            <div className={styles.head}>
              <h3 id={`consents-${each.id}`}>
                <PersonName identity={each.identity} />
              </h3>
              <ButtonLink to={consentPath(each.id, about.case)}>同意を求める</ButtonLink>
            </div>
            <PersonTable sectors={filtered(each.sectors, filter)} about={{ ...about, person: each.id }} />
          </section>
        ))
      ) : (
        <MatrixTable
          subjects={subjects}
          matrix={matrixOf(subjects, filter)}
          onChoose={setOf}
          consentPath={(id) => consentPath(id, about.case)}
        />
      )}
    </>
  );
}

const consentPath = (person: string, of: string | undefined): string =>
  `/persons/${person}/consent${of === undefined ? '' : `?case=${of}`}`;

function subjectsOf(
  { members }: NonNullable<HouseholdConsentsQuery['household']>,
  frame: HouseholdInFrame,
): readonly Subject[] {
  return (members ?? []).flatMap(({ person }) => {
    if (!person) return [];
    const known = frame.members?.find((member) => member.person?.id === person.id);
    return [{ id: person.id, identity: known?.person?.identity ?? null, sectors: person.disclosure.sectors }];
  });
}
