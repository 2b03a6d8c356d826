import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../ui/button.js';
import { useSession } from './session.js';
import { touch, untouchedFor } from './tab.js';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Takes the page away when nobody has touched it for some minutes: what was on it is no longer in the document. After
 * twice as long the session ends.
 */
export function HiddenWhenIdle({ children }: { readonly children: ReactNode }): ReactNode {
  const { idleMinutes, viewer, signOut } = useSession();
  const ms = idleMinutes * 60_000;
  // A page that is loaded anew stays as hidden as it was.
  const [hidden, setHidden] = useState(() => untouchedFor() > ms);

  useEffect(() => {
    // The first touch after a sleep of the machine comes before the clock does: it must not count as being there.
    const touched = (): void => {
      if (!hidden && untouchedFor() <= ms) touch();
    };
    const look = (): void => {
      const still = untouchedFor();
      if (still > 2 * ms) signOut();
      else if (still > ms) setHidden(true);
    };
    for (const sign of signs) addEventListener(sign, touched, { passive: true, capture: true });
    document.addEventListener('visibilitychange', look);
    const clock = setInterval(look, Math.min(1_000, ms / 4));
    return () => {
      clearInterval(clock);
      document.removeEventListener('visibilitychange', look);
      for (const sign of signs) removeEventListener(sign, touched, { capture: true });
    };
  }, [hidden, ms, signOut]);

  const show = (): void => {
    touch();
    setHidden(false);
  };
  if (!hidden) return children;
  return (
    <main className="alone">
      <h1>画面を隠しています</h1>
      <p>
        しばらく操作がなかったため、内容を隠しました。
        {viewer.name === undefined ? '' : `${viewer.name} さん、`}続けるには下のボタンを押してください。
      </p>
      <Button variant="primary" onPress={show} autoFocus>
        画面に戻る
      </Button>
      <Button onPress={signOut}>サインアウトする</Button>
    </main>
  );
}
