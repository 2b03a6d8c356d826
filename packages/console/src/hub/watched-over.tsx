import { useState, type ReactNode } from 'react';
import { Notice } from '../ui/notice.js';
import { useForget } from './hub.js';
import { useWatch } from './watch.js';
import styles from './watched-over.module.css';

/** Somebody on the screen, with the mark of the decision by which they are there. */
interface Shown {
  readonly id: string;
  readonly disclosure: { readonly mark: string };
}

/**
 * Keeps what is shown of these persons on the screen no longer than it may be: when a decision has changed, all that was
 * answered is forgotten, and asked for anew.
 * @param persons as they were answered together with what is shown
 * @returns whether it may surely be shown now, and how to show it: hidden while it is not sure
 */
export function useWatchedOver(persons: readonly Shown[] | null | undefined): {
  readonly isSure: boolean;
  readonly over: (content: ReactNode) => ReactNode;
} {
  const forget = useForget();
  const [hasChanged, setChanged] = useState(false);
  const watched = useWatch(
    persons?.map(({ id, disclosure: { mark } }) => ({ id, mark })),
    () => {
      forget();
      setChanged(true);
    },
  );
  const isSure = watched === 'SURE';
  return {
    isSure,
    over: (content) => (
      <>
        <div role="status">
          {hasChanged && (
            <p className={styles.changed}>
              見られる範囲が変わったため、表示を更新しました。これまでの表示は消えています。
            </p>
          )}
        </div>
        {watched === 'UNSURE' && (
          <Notice kind="warning" title="重ねにつながりません">
            <p>見てよい範囲を確かめられないため、内容を隠しています。つながると、また表示します。</p>
          </Notice>
        )}
        <div hidden={!isSure}>{content}</div>
      </>
    ),
  };
}
