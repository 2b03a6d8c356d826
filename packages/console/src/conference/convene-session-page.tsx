import { categories as categoryFacts, type Category } from '@kasane/vocabulary';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { DateInput, Choice, Choices, Select, TextInput, type Option } from '../form/inputs.js';
import { Form } from '../form/form.js';
import { Rows } from '../form/rows.js';
import { TimeInput } from '../form/time-input.js';
import {
  SessionColleagues,
  SessionConvene,
  SessionConvening,
  type DataCategory,
  type SessionBasis,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { useSay } from '../ui/said.js';
import { choices, word } from '../words/words.js';
import { basisFacts, isAbuseResponse } from './bases.js';
import { MoreHouseholds } from './more-households.js';
import { useOffices } from './offices.js';
import { PeopleInput } from './people-inputs.js';
import { distinctPeople, nobody, type Somebody } from './people.js';
import { nameIn, type Named } from '../ui/persons.js';
import { PurposeFirst } from './purpose-first.js';
import { sessionInput, type SessionPaper } from './session-input.js';
import { recordedSession } from './told.js';

/** 法令に基づく場を招集する: under which statute, about whom, why without consent, with whom and until when. */
export function Component(): ReactNode {
  const { householdId = '' } = useParams();
  return (
    <Page
      title="法令に基づく場を招集する"
      tab="場の招集"
      above={[{ to: `/households/${householdId}`, label: '世帯' }]}
    >
      <PurposeFirst>
        <Convene key={householdId} household={householdId} />
      </PurposeFirst>
    </Page>
  );
}

function Convene({ household }: { readonly household: string }): ReactNode {
  const asked = useAsked(SessionConvening, { household });
  return (
    <Answered asked={asked} lines={10}>
      {({ household: found, sectors }) =>
        found ? (
          <Paper
            household={household}
            persons={found.members?.flatMap(({ person }) => person ?? []) ?? []}
            roster={
              found.cases?.flatMap(({ roster }) =>
                (roster ?? []).flatMap(({ staffName, office }) =>
                  staffName && office ? [{ ...nobody, name: staffName, office: office.code }] : [],
                ),
              ) ?? []
            }
            held={sectors}
          />
        ) : (
          <Notice kind="info" title="この世帯について、場を招集することはできません">
            <p>担当する世帯だけが議題になります。</p>
          </Notice>
        )
      }
    </Answered>
  );
}

function Paper({
  household,
  persons,
  roster,
  held,
}: {
  readonly household: string;
  readonly persons: readonly Named[];
  readonly roster: readonly Somebody[];
  readonly held: readonly { readonly name: string; readonly categories: readonly DataCategory[] }[];
}): ReactNode {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { say } = useSay();
  const convene = useChange(SessionConvene);
  const { options } = useOffices();
  const colleagues = useAsked(SessionColleagues, {}).data?.myStatutorySessions.flatMap(
    ({ members }) => members,
  );
  const me: Somebody = {
    ...nobody,
    staff: viewer.staffId,
    office: viewer.office,
    name: viewer.name ?? '',
    capacity: viewer.capacity,
  };
  const known = distinctPeople([
    me,
    ...(colleagues ?? []).map(({ staff, office, name, capacity }) => ({
      ...nobody,
      staff,
      office,
      name,
      capacity,
    })),
    ...roster,
  ]);
  const start: SessionPaper = {
    basis: 'SWA_106_6',
    whyNoConsent: '',
    categories: ['CONFERENCE_RECORD'],
    opensOn: '',
    opensTime: '',
    closesOn: '',
    closesTime: '17:15',
    members: [me],
    suspicions: [],
    more: [],
  };
  return (
    <Form<SessionPaper>
      draft={`session:${household}`}
      start={start as never}
      action="招集する"
      onSend={async (paper) => {
        const session = recordedSession(await convene({ input: sessionInput(household, paper) }));
        say('場を招集しました');
        void navigate(`/sessions/${session}`);
      }}
    >
      <h2>根拠</h2>
      <Choice name="basis" label="どの法令に基づく場ですか" options={bases} isRequired />
      <TextInput
        name="whyNoConsent"
        label="同意によらない理由"
        hint="同意を待てない、または同意が得られない理由を、10文字以上で。記録に残り、招集する側だけが読めます。"
        isRequired
        lines={4}
      />
      <h2>議題の世帯と、必要な情報</h2>
      <p>
        この世帯(
        {persons.map(({ id }) => nameIn(persons, id)).join('、')})について話し合います。
      </p>
      <MoreHouseholds household={household} />
      <Categories held={held} />
      <h2>期間</h2>
      <DateInput name="opensOn" label="開始日" hint="空けておくと、いまから始まります。" />
      <TimeInput name="opensTime" label="開始時刻" />
      <LastDay />
      <TimeInput name="closesTime" label="終了時刻" isRequired />
      <h2>構成員名簿</h2>
      <p>構成員は、守秘を誓ってから場に入ります。名簿にない人は、この場があることも知りません。</p>
      <PeopleInput name="members" label="構成員" offices={options} known={known} by="account" least={1} />
      <Suspicions persons={persons} />
    </Form>
  );
}

const bases: readonly Option[] = choices('SessionBasis').map(({ value, label }) => {
  const { law, maxDays, opens } = basisFacts[value];
  return { value, label: law ? `${label}(${law})` : label, hint: `最長${maxDays}日。見られるもの:${opens}` };
});

/** Above the basic data nothing is opened that was not named. */
function Categories({
  held,
}: {
  readonly held: readonly { readonly name: string; readonly categories: readonly DataCategory[] }[];
}): ReactNode {
  const tierOf = (category: DataCategory) => categoryFacts[category as Category].tier;
  const all = [...new Set(held.flatMap(({ categories }) => categories))].filter(
    (category) => tierOf(category) !== 'T1',
  );
  const options = all
    .toSorted((one, other) => tierOf(one).localeCompare(tierOf(other)))
    .map((category) => ({
      value: category,
      label: word('DataCategory', category),
      hint: `${word('Tier', tierOf(category))}・${held
        .filter(({ categories }) => categories.includes(category))
        .map(({ name }) => name)
        .join('、')}`,
    }));
  return (
    <Choices
      name="categories"
      label="基本情報のほかに必要な区分"
      hint="話し合いに要るものだけを選びます。「会議の記録」を選ぶと、構成員が会議資料と会議録を場の中で読めます。"
      options={options}
    />
  );
}

function LastDay(): ReactNode {
  const basis = useFormContext<SessionPaper>().watch('basis');
  const days = basis ? basisFacts[basis as SessionBasis].maxDays : 7;
  return (
    <DateInput
      name="closesOn"
      label="終了日"
      hint={`この根拠では、開始から${days}日以内です。例:令和8年4月1日、R8.4.1`}
      isRequired
    />
  );
}

function Suspicions({ persons }: { readonly persons: readonly Named[] }): ReactNode {
  const basis = useFormContext<SessionPaper>().watch('basis');
  if (!isAbuseResponse(basis)) return null;
  const options = persons.map(({ id }) => ({ value: id, label: nameIn(persons, id) }));
  return (
    <>
      <h2>虐待の疑い</h2>
      <p>疑われる人は、対応のあいだ、本人に代わって同意することができなくなります。</p>
      <Rows name="suspicions" label="疑い" start={{ person: '', suspect: '' }}>
        {(row) => (
          <>
            <Select name={`${row}.person`} label="本人" options={options} isRequired />
            <Select name={`${row}.suspect`} label="疑われる人" options={options} isRequired />
          </>
        )}
      </Rows>
    </>
  );
}
