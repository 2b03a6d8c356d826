import type { ReactNode } from 'react';
import { Facts, type Fact } from '../ui/facts.js';
import { Notice } from '../ui/notice.js';
import styles from './conflict.module.css';

/** Two wrote at once: what stands now beside what was to be sent. Nothing is overwritten, nothing is lost. */
export function Conflict({
  now,
  mine,
  children,
}: {
  readonly now: readonly Fact[];
  readonly mine: readonly Fact[];
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <Notice kind="warning" title="ほかの人が先に変更しました">
      <p>あなたの入力は残っています。左右を見比べて、必要なところを直してから、もう一度送ってください。</p>
      <div className={styles.sides}>
        <section aria-label="いまの記録">
          <p className={styles.name}>いまの記録</p>
          <Facts facts={now} />
        </section>
        <section aria-label="あなたの入力">
          <p className={styles.name}>あなたの入力</p>
          <Facts facts={mine} />
        </section>
      </div>
      {children}
    </Notice>
  );
}
