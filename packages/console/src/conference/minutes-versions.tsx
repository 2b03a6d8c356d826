import type { ReactNode } from 'react';
import { ConferenceApproveMinutes } from '../generated/operations.js';
import { useChange } from '../hub/change.js';
import { ButtonLink } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Mark } from '../ui/mark.js';
import { useSay } from '../ui/said.js';
import { moment, word } from '../words/words.js';
import type { Conference, PartOfConference } from './conference-page.js';
import styles from './conference.module.css';
import { Deed } from '../form/deed.js';
import { minutesFacts } from './minutes-facts.js';
import { recordedConference } from './told.js';

type Minutes = Conference['minutes'][number];

interface Names {
  readonly nameOf: (code: string | null) => string;
  readonly staffName: (staff: string) => string;
}

/** 会議録: the newest version, and those before it as they were. */
export function MinutesVersions({
  conference: { id, minutes },
  isLed,
  hasBegun,
  again,
  ...names
}: PartOfConference & Names): ReactNode {
  const [newest, ...older] = minutes;
  return (
    <>
      {newest ? (
        <Version minutes={newest} {...names} />
      ) : (
        <p className="quiet">表示できる会議録はありません。</p>
      )}
      {isLed && !hasBegun && <p className="quiet">会議録は、会議が始まると書けます。</p>}
      <div className="row no-print">
        {isLed && hasBegun && (
          <ButtonLink to={`/conferences/${id}/minutes`} variant={newest ? 'secondary' : 'primary'}>
            {newest ? '会議録を直す(新しい版)' : '会議録を書く'}
          </ButtonLink>
        )}
        {isLed && newest?.state === 'DRAFT' && newest.version !== null && (
          <Approve conference={id} version={newest.version} again={again} />
        )}
        {isLed && newest && <ButtonLink to={`/papers/MINUTES/${id}`}>会議録を印刷する</ButtonLink>}
      </div>
      {older.length > 0 && (
        <details>
          <summary>前の版({older.length}件)</summary>
          {older.map((version) => (
            <Version key={version.version} minutes={version} {...names} />
          ))}
        </details>
      )}
    </>
  );
}

function Version({ minutes, nameOf, staffName }: { readonly minutes: Minutes } & Names): ReactNode {
  const { version, state, writtenBy, writtenAt, approvedBy, approvedAt } = minutes;
  return (
    <section className={styles.card} aria-label={`会議録 第${version ?? ''}版`}>
      <h3>
        第{version}版{' '}
        {state && <Mark kind={state === 'APPROVED' ? 'good' : 'soon'}>{word('MinutesState', state)}</Mark>}
      </h3>
      <Facts
        facts={[
          ...minutesFacts(minutes, nameOf),
          ['作成', writtenBy && writtenAt && `${staffName(writtenBy)} ${moment(writtenAt)}`],
          ['承認', approvedBy && approvedAt && `${staffName(approvedBy)} ${moment(approvedAt)}`],
        ]}
      />
    </section>
  );
}

function Approve({
  conference,
  version,
  again,
}: {
  readonly conference: string;
  readonly version: number;
  readonly again: () => void;
}): ReactNode {
  const approve = useChange(ConferenceApproveMinutes);
  const { say } = useSay();
  return (
    <Deed
      label={`第${version}版を承認する`}
      variant="primary"
      title={`会議録 第${version}版を承認しますか`}
      action="承認する"
      onDo={async () => {
        try {
          recordedConference(await approve({ conference, version }));
          say(`会議録 第${version}版を承認しました`);
        } finally {
          again();
        }
      }}
    >
      <p>
        承認すると、役割分担が各機関に伝わります。承認した版は変わりません。直すときは新しい版を書きます。
      </p>
    </Deed>
  );
}
