import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import {
  ConsentChoices,
  ConsentOfCase,
  ConsentOfHousehold,
  ConsentToReplace,
  type ConsentSubjectFragment,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useOffices } from '../office/offices.js';
import { ButtonLink } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Notice } from '../ui/notice.js';
import { Page, type Crumb } from '../ui/page.js';
import { PersonName } from '../ui/person-name.js';
import { Skeleton } from '../ui/waiting.js';
import { age, day } from '../words/words.js';
import { RecordForm } from './record-form.js';

/** 同意を記録する: one person is told what is asked, chooses, and what they said is recorded. */
export function Component(): ReactNode {
  const { personId = '' } = useParams();
  const [search] = useSearchParams();
  const caseId = search.get('case') ?? '';
  const householdId = search.get('household') ?? '';
  const replaced = search.get('replaces') ?? '';

  const choices = useAsked(ConsentChoices, {});
  const { asked: offices } = useOffices();
  const ofCase = useAsked(ConsentOfCase, { case: caseId }, { pause: caseId === '' });
  const household = householdId || ofCase.data?.supportCase?.householdId || '';
  const ofHousehold = useAsked(ConsentOfHousehold, { household }, { pause: household === '' });
  const ofReplaced = useAsked(ConsentToReplace, { consent: replaced }, { pause: replaced === '' });

  const members = (ofHousehold.data?.household?.members ?? []).flatMap(({ person }) => person ?? []);
  const found = [
    ...(ofCase.data?.supportCase?.persons ?? []),
    ...members,
    ...(ofReplaced.data?.consent?.subject ? [ofReplaced.data.consent.subject] : []),
  ].find(({ id }) => id === personId);
  const isWaiting = [
    [caseId, ofCase],
    [household, ofHousehold],
    [replaced, ofReplaced],
  ].some(([of, asked]) => of !== '' && typeof asked === 'object' && !asked.data && !asked.error);
  const officesOfCase = [
    ...(ofCase.data?.supportCase?.roster ?? []),
    ...(ofHousehold.data?.household?.cases ?? []).flatMap(({ roster }) => roster ?? []),
  ].flatMap(({ office }) => office?.code ?? []);

  const above: Crumb[] = [
    ...(household ? [{ to: `/households/${household}`, label: '世帯' }] : []),
    ...(caseId ? [{ to: `/cases/${caseId}`, label: 'ケース' }] : []),
    { to: '/consents', label: '同意' },
  ];
  return (
    <Page title="同意を記録する" tab="同意を記録する" above={above}>
      {found ? (
        <>
          <SubjectFacts subject={found} />
          <Answered asked={choices} lines={8}>
            {({ sectors }) =>
              // The household is there before the form is: whoever is offered as guardian must not come later.
              isWaiting || !(offices.data || offices.error) ? (
                <Skeleton lines={8} />
              ) : (
                <RecordForm
                  key={found.id}
                  subject={found}
                  relatives={members
                    .filter(({ id }) => id !== found.id)
                    .flatMap(({ id, identity }) => (identity?.name ? [{ id, name: identity.name }] : []))}
                  sectors={sectors}
                  officesOfCase={officesOfCase}
                  replaces={replaced === '' ? undefined : replaced}
                  readAgain={() => {
                    if (caseId !== '') ofCase.again();
                    if (household !== '') ofHousehold.again();
                    if (replaced !== '') ofReplaced.again();
                  }}
                />
              )
            }
          </Answered>
        </>
      ) : isWaiting ? (
        <Skeleton lines={8} />
      ) : (
        <Notice kind="info" title="この人の同意は、ここからは記録できません">
          <p>
            世帯かケースの画面で人を選び、「同意を記録する」から開いてください。担当していない人のものは記録できません。
          </p>
          <ButtonLink to="/households">世帯を探す</ButtonLink>
        </Notice>
      )}
    </Page>
  );
}

function SubjectFacts({ subject }: { readonly subject: ConsentSubjectFragment }): ReactNode {
  const { identity, languageNeeds } = subject;
  return (
    <Facts
      facts={[
        ['本人', <PersonName key="name" identity={identity} />],
        [
          '生年月日',
          identity?.birthDate && isDay(identity.birthDate)
            ? `${day(identity.birthDate)} (${age(identity.birthDate)}歳)`
            : undefined,
        ],
        ['言葉のこと', languageNeeds?.need],
      ]}
    />
  );
}

/** An intake form may hold what is no date. */
const isDay = (date: string): boolean => !Number.isNaN(Date.parse(`${date}T00:00:00+09:00`));
