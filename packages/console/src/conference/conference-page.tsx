import { Suspense, lazy, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { ConferencePage, type ConferencePageQuery } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useSession } from '../session/session.js';
import { ButtonLink } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Table } from '../ui/table.js';
import { Skeleton } from '../ui/waiting.js';
import { day, moment, word } from '../words/words.js';
import { Agenda } from './agenda.js';
import { Attendance } from './attendance.js';
import { useEntering } from './entering.js';
import { leads } from './leading.js';
import { Materials } from './materials.js';
import { MinutesVersions } from './minutes-versions.js';
import { useOffices } from './offices.js';
import { Names } from '../ui/persons.js';
import { PurposeFirst } from './purpose-first.js';
import { useSessionNow } from './session-now.js';

const AddMaterial = lazy(() => import('./add-material.js'));

export type Conference = NonNullable<ConferencePageQuery['conference']>;

/** Clocks on walls differ: the hub waits a minute less too. */
const MINUTE_MS = 60_000;

/** 会議: agenda, roster, materials, minutes and who does what until when. */
export function Component(): ReactNode {
  const { conferenceId = '' } = useParams();
  return (
    <Page title="会議" tab="会議" above={[{ to: '/conferences', label: '会議の一覧' }]}>
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
      {({ conference }) => conference && <Papers conference={conference} again={asked.again} />}
    </Answered>
  );
}

export interface PartOfConference {
  readonly conference: Conference;
  /** Asks for the conference again, after a change. */
  readonly again: () => void;
  /** That the person leads it: they are offered to change it. */
  readonly isLed: boolean;
  /** That it has begun: nothing is recorded of it before. */
  readonly hasBegun: boolean;
}

function Papers({ conference, again }: Pick<PartOfConference, 'conference' | 'again'>): ReactNode {
  const { viewer } = useSession();
  const { nameOf } = useOffices();
  const { id, kind, heldAt, place, conveningOffice, sessionId, movedFrom, participants } = conference;
  const isLed = leads(conference, viewer);
  const isOver = useSessionNow(sessionId) === 'OVER';
  const part = {
    conference,
    again,
    isLed,
    hasBegun: Date.now() >= Date.parse(heldAt) - MINUTE_MS,
  };
  const staffName = (staff: string): string =>
    participants.find((seat) => seat.staff === staff)?.name ?? staff;
  return (
    <>
      <Facts
        facts={[
          ['種類', word('ConferenceKind', kind)],
          ['日時', moment(heldAt)],
          ['場所', place],
          ['主宰', conveningOffice.name ?? conveningOffice.code],
          ['事務局', staffName(conference.secretariat)],
          ['場', sessionId && <Link to={`/sessions/${sessionId}`}>この会議の場</Link>],
          ['移行元', movedFrom && <Link to={`/conferences/${movedFrom}`}>もとになった支援会議</Link>],
        ]}
      />
      <HowToRead conference={conference} isLed={isLed} isOver={isOver} />
      <h2>議題</h2>
      <Agenda {...part} />
      <h2>出席者名簿</h2>
      <Attendance {...part} nameOf={nameOf} />
      <h2>会議資料</h2>
      <Materials {...part} nameOf={nameOf} />
      {isLed && !isOver && (
        <Suspense fallback={<Skeleton lines={1} />}>
          <AddMaterial {...part} />
        </Suspense>
      )}
      <h2>会議録</h2>
      <MinutesVersions {...part} nameOf={nameOf} staffName={staffName} />
      <h2>決まった役割分担</h2>
      <Table
        caption="承認された会議録の役割分担"
        rows={conference.roles}
        keyOf={({ office, what, until }) => `${office} ${what} ${until}`}
        empty="表示できる役割分担はありません。会議録が承認されると表示されます。"
        columns={[
          { name: '担当機関', cell: ({ office }) => nameOf(office) },
          { name: '支援内容', cell: ({ what }) => what },
          { name: '対象', cell: ({ persons }) => <Names of={persons} /> },
          { name: '期限', cell: ({ until }) => until && day(until) },
        ]}
      />
      {isLed && kind === 'SUPPORT' && (
        <>
          <h2>同意が得られたら</h2>
          <p>同意が得られたら、この会議を重層的支援会議として続けることができます。</p>
          <ButtonLink to={`/conferences/${id}/move`}>重層的支援会議へ移る</ButtonLink>
        </>
      )}
    </>
  );
}

/** Why there may be nothing below: said to everybody alike, whether or not there is something. */
function HowToRead({
  conference: { kind, sessionId },
  isLed,
  isOver,
}: {
  readonly conference: Conference;
  readonly isLed: boolean;
  readonly isOver: boolean;
}): ReactNode {
  const { viewer } = useSession();
  const { inside } = useEntering();
  if (isLed) return null;
  if (viewer.roles.length === 0)
    return (
      <Notice kind="info" title="会議資料と会議録は、会議の場で紙で示されます">
        <p>持ち帰りについては、主宰する機関の指示に従ってください。</p>
      </Notice>
    );
  if (kind !== 'SUPPORT' || sessionId === null || (inside === sessionId && !isOver)) return null;
  return (
    <Notice
      kind="info"
      title={isOver ? 'この会議の場は終わりました' : '会議資料と会議録は、場に入っているあいだ読めます'}
    >
      {!isOver && <ButtonLink to={`/sessions/${sessionId}`}>会議の場へ</ButtonLink>}
    </Notice>
  );
}
