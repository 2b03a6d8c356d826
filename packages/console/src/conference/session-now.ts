import { useEffect, useRef } from 'react';
import { SessionNow, type SessionState } from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { useForget } from '../hub/hub.js';

const EVERY_MS = 4_000;

/**
 * Where a session stands, looked at every few seconds: when it opens or ends, nothing of what the page showed stays, and
 * all is asked anew. It asks for nothing of a person.
 */
export function useSessionNow(session: string | null): SessionState | undefined {
  const { data } = useAsked(
    SessionNow,
    { id: session ?? '' },
    { pause: session === null, everyMs: EVERY_MS },
  );
  const forget = useForget();
  const before = useRef<SessionState>(undefined);
  const state = data?.statutorySession?.state;
  useEffect(() => {
    if (state === undefined) return;
    if (before.current !== undefined && before.current !== state) forget();
    before.current = state;
  }, [state, forget]);
  return state;
}
