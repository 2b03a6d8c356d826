import { useState, type ReactNode } from 'react';
import { Check, Choices } from '../form/inputs.js';
import { Form } from '../form/form.js';
import { ConferenceAttend, ConferenceInvite } from '../generated/operations.js';
import { useChange } from '../hub/change.js';
import { Button } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { useSay } from '../ui/said.js';
import { Table } from '../ui/table.js';
import { word } from '../words/words.js';
import type { Conference, PartOfConference } from './conference-page.js';
import { useOffices } from './offices.js';
import { SomebodyFields } from './people-inputs.js';
import { nobody, participantInput, type Somebody } from './people.js';
import { recordedConference } from './told.js';

type Seat = Conference['participants'][number];

/** 出席者名簿: who is invited, who is bound to secrecy and how, who came. */
export function Attendance({
  nameOf,
  ...part
}: PartOfConference & { readonly nameOf: (code: string | null) => string }): ReactNode {
  const { conference, isLed, hasBegun } = part;
  const [open, setOpen] = useState<'attend' | 'invite'>();
  const waiting = conference.participants.filter(({ attended }) => !attended);
  return (
    <>
      <Table
        caption="出席者名簿"
        rows={conference.participants}
        keyOf={({ seat }) => seat}
        columns={[
          { name: '氏名', cell: ({ name }) => <bdi>{name}</bdi> },
          { name: '所属', cell: ({ affiliation, office }) => affiliation ?? nameOf(office) },
          { name: '立場', cell: ({ capacity }) => word('Capacity', capacity) },
          { name: '参加', cell: ({ onPaper }) => (onPaper ? '紙で参加' : 'アカウント') },
          {
            name: '守秘の確認',
            cell: ({ pledged }) => (pledged ? <Mark kind="good">済</Mark> : <Mark>まだ</Mark>),
          },
          { name: '出席', cell: ({ attended }) => (attended ? <Mark kind="good">出席</Mark> : 'ー') },
        ]}
      />
      {isLed && (
        <div className="row no-print">
          <Button
            onPress={() => setOpen(open === 'attend' ? undefined : 'attend')}
            isDisabled={!hasBegun || waiting.length === 0}
            aria-expanded={open === 'attend'}
          >
            出席を記録する
          </Button>
          <Button
            onPress={() => setOpen(open === 'invite' ? undefined : 'invite')}
            aria-expanded={open === 'invite'}
          >
            人を招く
          </Button>
        </div>
      )}
      {isLed && !hasBegun && <p className="quiet">出席は、会議が始まると記録できます。</p>}
      {open === 'attend' && <Attend {...part} waiting={waiting} done={() => setOpen(undefined)} />}
      {open === 'invite' && <Invite {...part} done={() => setOpen(undefined)} />}
    </>
  );
}

interface AttendPaper {
  readonly seats: readonly string[];
  readonly pledged: boolean;
}

/** Of a 支援会議 who has an account pledges in its session; everybody else signs a paper. */
const signsPaper = ({ kind }: Pick<Conference, 'kind'>, { onPaper }: Seat): boolean =>
  kind === 'MULTILAYER' || onPaper;

function Attend({
  conference,
  waiting,
  again,
  done,
}: PartOfConference & { readonly waiting: readonly Seat[]; readonly done: () => void }): ReactNode {
  const attend = useChange(ConferenceAttend);
  const { say } = useSay();
  return (
    <Form<AttendPaper>
      draft={`attendance:${conference.id}`}
      start={{ seats: [], pledged: false } as never}
      action="出席を記録する"
      onSend={async ({ seats, pledged }) => {
        recordedConference(
          await attend({
            conference: conference.id,
            attendees: seats.map((seat) => ({ seat, pledged })),
          }),
        );
        say('出席を記録しました');
        again();
        done();
      }}
    >
      <Choices
        name="seats"
        label="出席した人"
        isRequired
        options={waiting.map((seat) => ({
          value: seat.seat,
          label: seat.name,
          hint: signsPaper(conference, seat)
            ? '守秘の誓約書(紙)が要ります'
            : seat.pledged
              ? '場で守秘を誓いました'
              : '場でまだ守秘を誓っていません',
        }))}
      />
      <Check
        name="pledged"
        label="印を付けた人から、守秘の誓約書(紙)を受け取りました"
        hint="紙で示した資料は、その人への開示として記録に残ることも伝えました。"
      />
    </Form>
  );
}

function Invite({ conference, again, done }: PartOfConference & { readonly done: () => void }): ReactNode {
  const invite = useChange(ConferenceInvite);
  const { options } = useOffices();
  const { say } = useSay();
  return (
    <Form<{ readonly who: Somebody }>
      draft={`invite:${conference.id}`}
      start={{ who: { ...nobody } } as never}
      action="名簿に加える"
      onSend={async ({ who }) => {
        recordedConference(
          await invite({ conference: conference.id, participants: [participantInput(who)] }),
        );
        say('名簿に加えました');
        again();
        done();
      }}
    >
      {conference.kind === 'SUPPORT' && (
        <p>アカウントのある人は、場の構成員名簿に加えます。ここでは、紙で参加する人を加えます。</p>
      )}
      <SomebodyFields row="who" offices={options} by={conference.kind === 'SUPPORT' ? 'paper' : 'either'} />
    </Form>
  );
}
