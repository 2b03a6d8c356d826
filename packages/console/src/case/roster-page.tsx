import { useState, type ReactNode } from 'react';
import { CaseRoster, type CaseRosterQuery, type CaseSeatFragment } from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { useSession } from '../session/session.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Mark } from '../ui/mark.js';
import { Table } from '../ui/table.js';
import { day, daysUntil, todayInJapan, word } from '../words/words.js';
import { Names } from '../ui/persons.js';
import { CaseFrame, useCaseId } from './case-frame.js';
import styles from './case.module.css';
import { RosterTrail } from './history.js';
import { AddSeat } from './seat-add.js';
import { AssignDuty, EndSeat, HandOver, SetResponsibility } from './seat-changes.js';

type Found = NonNullable<CaseRosterQuery['supportCase']>;
type Change = 'HAND_OVER' | 'END' | 'RESPONSIBILITY' | 'DUTY';

const changes: Readonly<Record<Change, { readonly button: string; readonly title: string }>> = {
  HAND_OVER: { button: '交代', title: '担当者を交代する' },
  END: { button: '終了', title: '席を終える' },
  RESPONSIBILITY: { button: '主・副', title: '主担当・副担当を決める' },
  DUTY: { button: '役割', title: '役割を決める' },
};
const ofManager: readonly Change[] = ['HAND_OVER'];

/** 支援体制: who sits in the case, for whom, to do what; with what can be changed. */
export function Component(): ReactNode {
  const asked = useAsked(CaseRoster, { id: useCaseId() });
  const { viewer } = useSession();
  const moves = viewer.roles.some((role) => role === 'OFFICE_MANAGER' || role === 'COORDINATOR');
  return (
    <CaseFrame
      title="支援体制"
      asked={asked}
      actions={moves && <ButtonLink to="/office-moves">異動・委託の終了</ButtonLink>}
    >
      {(found) => <Roster found={found} again={asked.again} />}
    </CaseFrame>
  );
}

function Roster({ found, again }: { readonly found: Found; readonly again: () => void }): ReactNode {
  const caseId = useCaseId();
  const { viewer } = useSession();
  const [changing, setChanging] = useState<{ readonly seat: CaseSeatFragment; readonly change: Change }>();
  const [isAdding, setAdding] = useState(false);
  const leads = viewer.roles.includes('COORDINATOR');
  const today = todayInJapan();
  const roster = found.roster ?? [];
  const live = roster.filter(({ to }) => !to || to >= today);
  const ended = roster.filter(({ to }) => to && to < today);

  const allowed = (seat: CaseSeatFragment): readonly Change[] => {
    if (leads) return ['HAND_OVER', 'RESPONSIBILITY', 'DUTY', 'END'];
    return viewer.roles.includes('OFFICE_MANAGER') && seat.office?.code === viewer.office ? ofManager : [];
  };
  const done = (): void => {
    setChanging(undefined);
    setAdding(false);
    again();
  };
  const { seat, change } = changing ?? {};
  return (
    <>
      {leads && (
        <div className="row no-print">
          <Button variant="primary" onPress={() => setAdding(true)}>
            機関を加える
          </Button>
        </div>
      )}
      <h2>いまの支援体制</h2>
      <Seats
        caption="いまの支援体制"
        seats={live}
        actions={(of) => (
          <span className={styles.seatActions}>
            {allowed(of).map((each) => (
              <Button
                key={each}
                variant="quiet"
                aria-label={`${changes[each].button}:${of.office?.name ?? 'この席'} ${of.staffName ?? ''}`}
                onPress={() => setChanging({ seat: of, change: each })}
              >
                {changes[each].button}
              </Button>
            ))}
          </span>
        )}
      />
      {ended.length > 0 && (
        <>
          <h2>終わった席</h2>
          <Seats caption="終わった席" seats={ended} />
        </>
      )}
      <h2>支援体制の経緯</h2>
      <RosterTrail caseId={caseId} />
      <Dialog title="支援体制に機関を加える" isOpen={isAdding} onClose={() => setAdding(false)}>
        <AddSeat persons={found.persons} onDone={done} />
      </Dialog>
      <Dialog
        title={change ? changes[change].title : ''}
        isOpen={changing !== undefined}
        onClose={() => setChanging(undefined)}
      >
        {seat && (
          <>
            <p>
              {seat.office?.name} {seat.staffName ?? '機関として'}
              {seat.role && `(${word('StaffRole', seat.role)})`}
            </p>
            {change === 'HAND_OVER' && <HandOver seat={seat} onDone={done} />}
            {change === 'END' && <EndSeat seat={seat} onDone={done} />}
            {change === 'RESPONSIBILITY' && <SetResponsibility seat={seat} onDone={done} />}
            {change === 'DUTY' && <AssignDuty seat={seat} onDone={done} />}
          </>
        )}
      </Dialog>
    </>
  );
}

function Seats({
  caption,
  seats,
  actions,
}: {
  readonly caption: string;
  readonly seats: readonly CaseSeatFragment[];
  readonly actions?: (seat: CaseSeatFragment) => ReactNode;
}): ReactNode {
  return (
    <Table<CaseSeatFragment>
      caption={caption}
      rows={seats}
      keyOf={({ id }) => id ?? ''}
      empty="表示できる席はありません。"
      columns={[
        { name: '機関', cell: ({ office }) => office?.name ?? office?.code },
        {
          name: '担当者',
          cell: ({ staffName, needsWorker, role }) => (
            <>
              {needsWorker ? <Mark kind="soon">後任待ち</Mark> : (staffName ?? '機関として')}
              {role && ` ${word('StaffRole', role)}`}
            </>
          ),
        },
        {
          name: '主・副',
          cell: ({ responsibility }) =>
            responsibility &&
            (responsibility === 'MEMBER' ? (
              word('Responsibility', responsibility)
            ) : (
              <Mark kind="good">{word('Responsibility', responsibility)}</Mark>
            )),
        },
        { name: '対象', cell: ({ persons }) => (persons ? <Names of={persons} /> : '世帯全員') },
        {
          name: '役割',
          cell: ({ duty, dutyNote, reviewOn }) => (
            <>
              {duty && word('Duty', duty)} {dutyNote && <bdi>{dutyNote}</bdi>}
              {reviewOn && (
                <span className="quiet">
                  {' '}
                  見直し {day(reviewOn)} {daysUntil(reviewOn)}
                </span>
              )}
            </>
          ),
        },
        {
          name: '期間',
          cell: ({ from, to }) => (
            <>
              {from && `${day(from)}から`} {to && `${day(to)}まで`}
            </>
          ),
        },
        ...(actions ? [{ name: '変える', cell: actions }] : []),
      ]}
    />
  );
}
