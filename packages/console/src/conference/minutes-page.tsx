import { useEffect, useState, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { Conflict } from '../form/conflict.js';
import { Choices, DateInput, Select, TextInput } from '../form/inputs.js';
import { Form } from '../form/form.js';
import { Rows } from '../form/rows.js';
import { ConferencePage, ConferenceSaveMinutes } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { Page } from '../ui/page.js';
import { useSay } from '../ui/said.js';
import { moment } from '../words/words.js';
import type { Conference } from './conference-page.js';
import { minutesFacts } from './minutes-facts.js';
import { minutesInput, newRole, startOf, wordsOf, type MinutesPaper } from './minutes-paper.js';
import { useOffices } from './offices.js';
import { nameIn, type Named } from '../ui/persons.js';
import { PurposeFirst } from './purpose-first.js';
import { recordedConference, type ChangedMinutes } from './told.js';

/** 会議録を書く: the next version. What somebody else saved meanwhile is shown beside what was typed. */
export function Component(): ReactNode {
  const { conferenceId = '' } = useParams();
  return (
    <Page
      title="会議録を書く"
      tab="会議録を書く"
      above={[
        { to: '/conferences', label: '会議の一覧' },
        { to: `/conferences/${conferenceId}`, label: '会議' },
      ]}
    >
      <PurposeFirst>
        <Asked key={conferenceId} id={conferenceId} />
      </PurposeFirst>
    </Page>
  );
}

function Asked({ id }: { readonly id: string }): ReactNode {
  const asked = useAsked(ConferencePage, { id });
  return (
    <Answered asked={asked} lines={10}>
      {({ conference }) => conference && <Minutes conference={conference} />}
    </Answered>
  );
}

interface Collided {
  readonly changed: ChangedMinutes;
  readonly mine: MinutesPaper;
}

function Minutes({
  conference: { id, minutes, agenda, householdIds, heldAt },
}: {
  readonly conference: Conference;
}): ReactNode {
  const { options, nameOf } = useOffices();
  const navigate = useNavigate();
  const { say } = useSay();
  const save = useChange(ConferenceSaveMinutes);
  const [collided, setCollided] = useState<Collided>();
  const persons = distinct(agenda.flatMap((item) => item.persons));
  return (
    <>
      <p>{moment(heldAt)} の会議の会議録です。保存するたびに新しい版になり、前の版も残ります。</p>
      <Form<MinutesPaper>
        draft={`minutes:${id}`}
        start={startOf(minutes[0], householdIds) as never}
        action="会議録を保存する"
        onSend={async (paper) => {
          const answer = await save({ conference: id, minutes: minutesInput(paper) });
          recordedConference(answer, { onChanged: (changed) => setCollided({ changed, mine: paper }) });
          say('会議録を保存しました');
          void navigate(`/conferences/${id}`);
        }}
      >
        <Newest version={collided?.changed.version} />
        {collided && (
          <Conflict
            now={collided.changed.newest ? minutesFacts(collided.changed.newest, nameOf) : []}
            mine={minutesFacts(wordsOf(collided.mine, persons), nameOf)}
          />
        )}
        <h2>共有した情報</h2>
        <Rows name="shared" label="共有した情報" start={{ office: '', what: '' }}>
          {(row) => (
            <>
              <Select name={`${row}.office`} label="提供者" options={options} isRequired />
              <TextInput name={`${row}.what`} label="内容" isRequired lines={3} max={20_000} />
            </>
          )}
        </Rows>
        <h2>検討結果</h2>
        <TextInput name="discussion" label="話し合ったことと、その結果" isRequired lines={10} max={20_000} />
        <h2>役割分担</h2>
        <Roles households={householdIds} persons={persons} offices={options} />
        <h2>これから</h2>
        <TextInput name="gaps" label="足りない社会資源" hint="一行に一つ書きます。" lines={3} />
        <DateInput name="nextOn" label="次回の日" />
      </Form>
    </>
  );
}

/** After a conflict what is sent next answers the newest version. */
function Newest({ version }: { readonly version: number | undefined }): ReactNode {
  const { setValue } = useFormContext<MinutesPaper>();
  useEffect(() => {
    if (version !== undefined) setValue('expectedVersion', version);
  }, [version, setValue]);
  return null;
}

function Roles({
  households,
  persons,
  offices,
}: {
  readonly households: readonly string[];
  readonly persons: readonly Named[];
  readonly offices: Parameters<typeof Select>[0]['options'];
}): ReactNode {
  return (
    <Rows name="roles" label="役割" start={{ ...newRole(households) }}>
      {(row) => (
        <>
          <Select name={`${row}.office`} label="担当機関" options={offices} isRequired />
          <TextInput name={`${row}.what`} label="支援内容" isRequired lines={2} />
          {households.length > 1 && (
            <Select
              name={`${row}.household`}
              label="世帯"
              options={households.map((id, at) => ({ value: id, label: `世帯 ${at + 1}` }))}
              isRequired
            />
          )}
          <Choices
            name={`${row}.persons`}
            label="対象"
            hint="選ばなければ、世帯の全員です。"
            options={persons.map(({ id }) => ({ value: id, label: nameIn(persons, id) }))}
          />
          <DateInput name={`${row}.until`} label="期限" isRequired />
        </>
      )}
    </Rows>
  );
}

const distinct = (persons: readonly Named[]): readonly Named[] => [
  ...new Map(persons.map((person) => [person.id, person])).values(),
];
