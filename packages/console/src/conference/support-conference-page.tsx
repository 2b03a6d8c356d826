import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Form } from '../form/form.js';
import { ConferenceOpenSupport, SessionPage, type SessionPageQuery } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { Page } from '../ui/page.js';
import { useSay } from '../ui/said.js';
import { moment } from '../words/words.js';
import { householdOptions } from './household-options.js';
import { MeetingFields } from './meeting-fields.js';
import { meetingInput, newItem, type MeetingPaper } from './meeting.js';
import { useOffices } from './offices.js';
import { PurposeFirst } from './purpose-first.js';
import { recordedConference } from './told.js';

/** 支援会議の会議資料を始める: agenda and place of a 支援会議, in its session. */
export function Component(): ReactNode {
  const { sessionId = '' } = useParams();
  return (
    <Page
      title="支援会議を開く"
      tab="支援会議を開く"
      above={[
        { to: '/conferences', label: '会議' },
        { to: `/sessions/${sessionId}`, label: '場' },
      ]}
    >
      <PurposeFirst>
        <Open key={sessionId} id={sessionId} />
      </PurposeFirst>
    </Page>
  );
}

function Open({ id }: { readonly id: string }): ReactNode {
  const asked = useAsked(SessionPage, { id });
  return (
    <Answered asked={asked}>
      {({ statutorySession }) => statutorySession && <Meeting session={statutorySession} />}
    </Answered>
  );
}

function Meeting({
  session: { id, opensAt, closesAt, households, members },
}: {
  readonly session: NonNullable<SessionPageQuery['statutorySession']>;
}): ReactNode {
  const { viewer } = useSession();
  const { options } = useOffices();
  const navigate = useNavigate();
  const { say } = useSay();
  const open = useChange(ConferenceOpenSupport);
  const homes = householdOptions(households ?? []);
  const start: MeetingPaper = {
    heldOn: '',
    heldTime: '',
    place: '',
    secretariat: '',
    agenda: [
      newItem(
        homes.map(({ value }) => value),
        'DISCUSSION',
      ),
    ],
    participants: [],
  };
  return (
    <Form<MeetingPaper>
      draft={`support-conference:${id}`}
      start={start as never}
      action="支援会議を開く"
      onSend={async (paper) => {
        const conference = recordedConference(await open({ session: id, meeting: meetingInput(paper) }));
        say('支援会議を登録しました');
        void navigate(`/conferences/${conference}`);
      }}
    >
      <p>
        開催日時は、場の期間({moment(opensAt)} から {moment(closesAt)} まで)の中で決めます。
      </p>
      <MeetingFields
        households={homes}
        kinds={['DISCUSSION']}
        offices={options}
        known={[]}
        by="paper"
        secretaries={members
          .filter(({ staff, office }) => office === viewer.office && staff !== viewer.staffId)
          .map(({ staff, name }) => ({ value: staff, label: name }))}
      />
    </Form>
  );
}
