import type { ReactNode } from 'react';
import styles from './mark.module.css';

/** A short word about the state of something. The word says it; the colour only helps. */
export function Mark({
  kind = 'plain',
  children,
}: {
  readonly kind?: 'plain' | 'good' | 'late' | 'soon';
  readonly children: ReactNode;
}): ReactNode {
  return <span className={`${styles.mark} ${styles[kind]}`}>{children}</span>;
}
