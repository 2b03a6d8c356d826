import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import {
  EmergencyClockTimes,
  EmergencyEnd,
  EmergencyPlaces,
  type EmergencyClockTimesQuery,
} from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { NotDone, useChange } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { Button } from '../ui/button.js';
import { useQuestion } from '../ui/question.js';
import { useSay } from '../ui/said.js';
import { timeLeft } from './clock.js';
import styles from './emergency-clock.module.css';
import { useEmergencyLooking } from './in-emergency.js';

/** How often the hub is asked whether an emergency was ended elsewhere. */
const LOOK_AGAIN_MS = 30_000;

type OpenEmergency = EmergencyClockTimesQuery['myEmergencies'][number];

/** On every page while an emergency of the person at the screen is open: what is left of it, where it is, its end. */
export function EmergencyClock(): ReactNode {
  const { viewer } = useSession();
  const mayDeclare = viewer.roles.some((role) =>
    ['COORDINATOR', 'SECTOR_WORKER', 'OFFICE_MANAGER'].includes(role),
  );
  const asked = useAsked(EmergencyClockTimes, {}, { pause: !mayDeclare, everyMs: LOOK_AGAIN_MS });
  const { isIn, leave } = useEmergencyLooking();
  const now = useNow((asked.data?.myEmergencies.length ?? 0) > 0);
  const open = (asked.data?.myEmergencies ?? []).filter(({ until }) => !timeLeft(until, now).isOver);
  // Only what is known by now tells that it is over: while the hub is asked, nothing is said.
  const isOver = isIn && asked.data !== undefined && !asked.isAsking && open.length === 0;

  if (isOver)
    return (
      <section className={styles.clock} aria-label="緊急時の閲覧">
        <p role="status">緊急時の閲覧は終わりました。利用目的を前のものに戻してください。</p>
        <Button onPress={leave}>利用目的を戻す</Button>
      </section>
    );
  if (open.length === 0) return null;
  return (
    <section className={styles.clock} aria-label="緊急時の閲覧">
      {open.map((emergency) => (
        <OneEmergency
          key={emergency.id}
          emergency={emergency}
          now={now}
          isLast={open.length === 1}
          readAgain={asked.again}
        />
      ))}
    </section>
  );
}

function OneEmergency({
  emergency: { id, until, reason },
  now,
  isLast,
  readAgain,
}: {
  readonly emergency: OpenEmergency;
  readonly now: number;
  readonly isLast: boolean;
  readonly readAgain: () => void;
}): ReactNode {
  const { isIn, enter } = useEmergencyLooking();
  const end = useEnd({ isLast, readAgain });
  const [ask, question] = useQuestion();
  const places = useAsked(EmergencyPlaces, {}, { pause: !isIn });
  const household = places.data?.myEmergencies.find((each) => each.id === id)?.household?.id;
  const { words, warning } = timeLeft(until, now);
  const askAndEnd = async (): Promise<void> => {
    const yes = await ask({
      title: '緊急時の閲覧を終わりますか',
      action: '終了する',
      words: (
        <p>すぐに見えなくなります。もう一度見るには、もう一度宣言します。見た記録は残り、点検されます。</p>
      ),
    });
    if (yes) await end(id);
  };
  return (
    <div className={styles.one}>
      {question}
      <strong>緊急時の閲覧中</strong>
      <span role="timer" className={styles.left}>
        残り {words}
      </span>
      <span role="status" className="visually-hidden">
        {warning}
      </span>
      {isIn ? (
        <Link to={household === undefined ? '/emergency' : `/households/${household}`}>
          {household === undefined ? '対象の人を見る' : '世帯を見る'}
        </Link>
      ) : (
        <Button variant="quiet" onPress={() => enter(reason)}>
          緊急対応の目的に戻す
        </Button>
      )}
      <Button onPress={() => void askAndEnd()}>終了する</Button>
    </div>
  );
}

/** Ends an emergency; with the last one the person goes back to what they did before. */
function useEnd({
  isLast,
  readAgain,
}: {
  readonly isLast: boolean;
  readonly readAgain: () => void;
}): (id: string) => Promise<void> {
  const { leave } = useEmergencyLooking();
  const { say } = useSay();
  const endIt = useChange(EmergencyEnd);
  return async (id) => {
    try {
      await endIt({ id });
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      return say(`終了できませんでした。${error.message}`);
    }
    say('緊急時の閲覧を終了しました');
    if (isLast) leave();
    readAgain();
  };
}

/** The time by this machine, second by second while somebody needs it. */
function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isRunning) return;
    setNow(Date.now());
    const clock = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(clock);
  }, [isRunning]);
  return now;
}
