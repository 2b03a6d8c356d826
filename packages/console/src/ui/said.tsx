import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import styles from './said.module.css';

interface Saying {
  /** Tells what was done, on the screen and to a screen reader. */
  say(words: string): void;
}

const Context = createContext<Saying>({ say: () => undefined });
export const useSay = (): Saying => use(Context);

/** Where short messages appear: what was recorded, what was undone. */
export function Said({ children }: { readonly children: ReactNode }): ReactNode {
  const [said, setSaid] = useState<readonly { readonly id: number; readonly words: string }[]>([]);
  const saying = useMemo<Saying>(() => {
    let id = 0;
    return {
      say(words) {
        const mine = { id: id++, words };
        setSaid((before) => [...before.slice(-2), mine]);
        setTimeout(() => setSaid((now) => now.filter((each) => each !== mine)), 8_000);
      },
    };
  }, []);
  return (
    <Context value={saying}>
      {children}
      <div className={styles.said} role="status" aria-live="polite">
        {said.map(({ id, words }) => (
          <p key={id}>✓ {words}</p>
        ))}
      </div>
    </Context>
  );
}
