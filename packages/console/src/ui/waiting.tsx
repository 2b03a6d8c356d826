import type { ReactNode } from 'react';
import styles from './waiting.module.css';

/** The outline of what is about to be there. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }): ReactNode {
  return (
    <div role="status" className={styles.skeleton}>
      <span className="visually-hidden">読み込んでいます</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden="true" className={styles.line} />
      ))}
    </div>
  );
}

/** A whole page that waits. */
export function Waiting({ label }: { readonly label: string }): ReactNode {
  return (
    <main className="alone" aria-busy="true">
      <p role="status">{label}…</p>
    </main>
  );
}
