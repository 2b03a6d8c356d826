import { lazy, Suspense, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import {
  SessionAcceptSecrecy,
  SessionClose,
  SessionPage,
  type SessionPageQuery,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Mark } from '../ui/mark.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { useSay } from '../ui/said.js';
import { Skeleton } from '../ui/waiting.js';
import { moment, word } from '../words/words.js';
import styles from './conference.module.css';
import { Deed } from '../form/deed.js';
import { useEntering } from './entering.js';
import { householdOptions } from './household-options.js';
import { leads, ownSeat } from './leading.js';
import { Names } from '../ui/persons.js';
import { PurposeFirst } from './purpose-first.js';
import { Approvals } from './session-approvals.js';
import { Members } from './session-members.js';
import { useSessionNow } from './session-now.js';
import { Refusals } from './session-refusals.js';
import { recordedSession } from './told.js';

const SessionRecords = lazy(() => import('./session-records.js'));

export type StatutorySession = NonNullable<SessionPageQuery['statutorySession']>;

/** 法令に基づく場: who sits in it, what binds them, what it opens, until when. */
export function Component(): ReactNode {
  const { sessionId = '' } = useParams();
  return (
    <Page title="法令に基づく場" tab="場" above={[{ to: '/conferences', label: '会議の一覧' }]}>
      <PurposeFirst>
        <Asked key={sessionId} id={sessionId} />
      </PurposeFirst>
    </Page>
  );
}

function Asked({ id }: { readonly id: string }): ReactNode {
  const asked = useAsked(SessionPage, { id });
  return (
    <Answered asked={asked} lines={10}>
      {({ statutorySession, myConferences }) =>
        statutorySession && (
          <Session
            session={statutorySession}
            conference={myConferences.find(({ sessionId }) => sessionId === id)?.id}
            again={asked.again}
          />
        )
      }
    </Answered>
  );
}

export interface PartOfSession {
  readonly session: StatutorySession;
  readonly again: () => void;
  /** That the person leads it: they are offered to change it. */
  readonly isLed: boolean;
  readonly isOver: boolean;
}

function Session({
  session,
  conference,
  again,
}: Pick<PartOfSession, 'session' | 'again'> & { readonly conference: string | undefined }): ReactNode {
  const { viewer } = useSession();
  const { id, basis, legalBasis, categories, opensAt, closesAt, closedAt } = session;
  // What was asked a moment ago may have ended since: nothing of it is shown any longer.
  const state = useSessionNow(id) ?? session.state;
  const isOver = state === 'OVER' || session.state === 'OVER';
  const isLed = leads(session, viewer);
  const staffName = (staff: string): string =>
    session.members.find((member) => member.staff === staff)?.name ?? staff;
  const part = { session, again, isLed, isOver };
  return (
    <>
      <Facts
        facts={[
          ['種類', word('SessionBasis', basis)],
          ['根拠', legalBasis],
          [
            '状態',
            <Mark key="state" kind={isOver || state === 'PLANNED' ? 'plain' : 'good'}>
              {word('SessionState', isOver ? 'OVER' : state)}
            </Mark>,
          ],
          ['期間', `${moment(opensAt)} から ${moment(closedAt ?? closesAt)} まで`],
          [
            '招集',
            `${session.conveningOffice.name ?? session.conveningOffice.code} ${staffName(session.convenedBy)}`,
          ],
          [
            '必要な区分',
            ['基本情報', ...categories.map((category) => word('DataCategory', category))].join('、'),
          ],
          ['同意によらない理由', session.whyNoConsent],
        ]}
      />
      <Mine {...part} state={isOver ? 'OVER' : state} />
      {!(isOver && !isLed) && <About {...part} />}
      {state === 'OPEN' && session.pledgedAt !== null && (
        <Suspense fallback={<Skeleton lines={2} />}>
          <SessionRecords {...part} />
        </Suspense>
      )}
      <h2>会議</h2>
      <Meeting {...part} conference={conference} />
      <h2>構成員名簿</h2>
      <Members {...part} />
      {isLed && <Refusals {...part} />}
      {isLed && <Approvals {...part} />}
      {isLed && !isOver && <Close {...part} />}
    </>
  );
}

/** What the person themselves has to do here: pledge, enter, leave. */
function Mine({
  session,
  state,
  again,
}: PartOfSession & { readonly state: StatutorySession['state'] }): ReactNode {
  const { viewer } = useSession();
  const { inside, enter, leave } = useEntering();
  const pledge = useChange(SessionAcceptSecrecy);
  const { say } = useSay();
  const { id, basis, members, pledgedAt } = session;
  const isInside = inside === id;
  if (state === 'OVER')
    return (
      <Notice kind="info" title="この場は終わりました">
        <p>この場で見られたものは、もう表示されません。守秘の義務は続きます。</p>
      </Notice>
    );
  if (!ownSeat(members, viewer)) return null;
  if (pledgedAt === null)
    return (
      <Notice kind="warning" title="守秘を誓うと、場に入れます">
        <p>
          この場で知ったことを、場の外で使ったり、ほかの人に話したりしません。場が終わったあとも同じです。
        </p>
        <Deed
          label="守秘を誓う"
          variant="primary"
          title="守秘を誓いますか"
          action="守秘を誓う"
          onDo={async () => {
            recordedSession(await pledge({ session: id }));
            say('守秘を誓いました');
            again();
          }}
        >
          <p>
            この場で知ったことは、話し合いのためだけに使い、正当な理由なく漏らしません。見た記録は残ります。取り消すことはできません。
          </p>
        </Deed>
      </Notice>
    );
  return (
    <Notice
      kind={isInside ? 'success' : 'info'}
      title={isInside ? 'この場に入っています' : 'この場に入れます'}
    >
      <p>
        {isInside
          ? 'いま見るものは、すべてこの場で見たこととして記録に残ります。'
          : `守秘の確認:${moment(pledgedAt)}${state === 'PLANNED' ? '。場はまだ始まっていません。' : ''}`}
      </p>
      {isInside ? (
        <Button onPress={leave}>この場を出る</Button>
      ) : (
        <Button variant="primary" onPress={() => enter(id, basis)} isDisabled={state !== 'OPEN'}>
          この場に入る
        </Button>
      )}
    </Notice>
  );
}

/** Whom it is about, as far as the person may know. */
function About({ session: { persons, households } }: PartOfSession): ReactNode {
  const homes = householdOptions(households ?? []);
  return (
    <section className={styles.inside}>
      <h2>議題の人と世帯</h2>
      {(persons ?? []).length > 0 ? (
        <p>
          <Names of={persons ?? []} />
        </p>
      ) : (
        <p className="quiet">議題の人は、守秘を誓い、場が始まると表示されます。</p>
      )}
      {homes.length > 0 && (
        <ul>
          {homes.map(({ value, label }) => (
            <li key={value}>
              <Link to={`/households/${value}`}>世帯を見る({label})</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Meeting({
  session: { id, basis },
  conference,
  isLed,
  isOver,
}: PartOfSession & { readonly conference: string | undefined }): ReactNode {
  if (conference !== undefined)
    return <ButtonLink to={`/conferences/${conference}`}>議題・会議資料・会議録を開く</ButtonLink>;
  if (isLed && !isOver && basis === 'SWA_106_6')
    return <ButtonLink to={`/sessions/${id}/conference`}>支援会議の日時と議題を決める</ButtonLink>;
  return <p className="quiet">この場の会議は登録されていません。</p>;
}

function Close({ session: { id }, again }: PartOfSession): ReactNode {
  const close = useChange(SessionClose);
  const { inside, leave } = useEntering();
  const { say } = useSay();
  return (
    <>
      <h2>場を終える</h2>
      <p>終えると、構成員はこの場で見られたものを、次の操作からもう見られません。</p>
      <Deed
        label="この場を終える"
        variant="danger"
        title="この場を終えますか"
        action="終える"
        onDo={async () => {
          recordedSession(await close({ session: id }));
          say('場を終えました');
          if (inside === id) leave();
          again();
        }}
      >
        <p>元に戻すことはできません。続きが必要なときは、新しく招集します。</p>
      </Deed>
    </>
  );
}
