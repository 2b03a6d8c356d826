import { useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { DecisionMarks } from '../generated/operations.js';

const EVERY_MS = 4_000;
/** So long the screen is believed without an answer. */
const BELIEVED_MS = 30_000;

/** Whose decision has which mark. */
export type Marks = readonly { readonly id: string; readonly mark: string }[];

/**
 * Whether what is on the screen may still be there. `CHECKING`: the tab was away, and it was not asked since.
 * `UNSURE`: the hub has not answered for long.
 */
export type Watched = 'SURE' | 'CHECKING' | 'UNSURE';

/**
 * Watches over an open screen: every few seconds while it is in sight, and before it is shown again, it asks whether the
 * decisions are still those that the screen rests on.
 * @param shown the marks that were answered together with what is shown
 * @param onChange they are other ones now: nothing of what is shown may stay
 */
export function useWatch(shown: Marks | undefined, onChange: () => void): Watched {
  const client = useClient();
  const [watched, setWatched] = useState<Watched>('SURE');
  const text = shown && JSON.stringify(shown);
  const ids = useMemo(
    () => (text === undefined ? [] : (JSON.parse(text) as Marks).map(({ id }) => id)),
    [text],
  );
  const believed = useRef<string>(undefined);
  const change = useRef(onChange);
  change.current = onChange;

  useEffect(() => {
    const before = believed.current;
    believed.current = text;
    if (before !== undefined && text !== undefined && before !== text) {
      believed.current = undefined;
      change.current();
    }
  }, [text]);

  useEffect(() => {
    if (ids.length === 0) return;
    let isOver = false;
    let isAsking = false;
    let surelyAt = Date.now();
    const check = async (): Promise<void> => {
      if (isAsking) return;
      isAsking = true;
      const { data } = await client
        .query(DecisionMarks, { persons: ids }, { requestPolicy: 'network-only' })
        .toPromise();
      isAsking = false;
      if (isOver) return;
      if (!data) {
        if (Date.now() - surelyAt > BELIEVED_MS) setWatched('UNSURE');
        return;
      }
      surelyAt = Date.now();
      const now = JSON.stringify(ids.map((id, at) => ({ id, mark: data.disclosureMarks[at] })));
      setWatched('SURE');
      if (now === believed.current) return;
      believed.current = undefined;
      change.current();
    };
    const clock = setInterval(() => {
      if (document.visibilityState === 'visible') void check();
    }, EVERY_MS);
    const look = (): void => {
      // Away already when it goes out of sight, so that nothing flashes up when it comes back.
      setWatched('CHECKING');
      if (document.visibilityState === 'visible') void check();
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      isOver = true;
      clearInterval(clock);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client, ids]);

  return watched;
}
