import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '../ui/button.js';
import { useSay } from '../ui/said.js';
import { useEntering } from './entering.js';
import { useSessionNow } from './session-now.js';

/** In the header while somebody is in a session: where they are, and the way out. */
export function InSession(): ReactNode {
  const { inside, leave } = useEntering();
  const { say } = useSay();
  const state = useSessionNow(inside ?? null);
  useEffect(() => {
    // Nobody stays in what is over, whatever page they are on.
    if (state !== 'OVER') return;
    leave();
    say('会議の場が終わったため、場を出ました');
  }, [state]);
  if (inside === undefined) return null;
  return (
    <>
      <Link to={`/sessions/${inside}`}>会議の場に入っています</Link>
      <Button variant="quiet" onPress={leave}>
        場を出る
      </Button>
    </>
  );
}
