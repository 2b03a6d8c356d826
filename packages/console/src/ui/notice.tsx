import type { ReactNode } from 'react';
import styles from './notice.module.css';

const marks = {
  info: ['ℹ', '情報'],
  success: ['✓', '完了'],
  warning: ['⚠', '注意'],
  error: ['✕', 'エラー'],
} as const;

/** A message with its kind in words and a sign, not in colour alone. Errors are read out at once. */
export function Notice({
  kind,
  title,
  children,
}: {
  readonly kind: keyof typeof marks;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  const [sign, word] = marks[kind];
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={kind === 'error' ? 'alert' : 'status'}>
      <p className={styles.title}>
        <span aria-hidden="true" className={styles.sign}>
          {sign}
        </span>
        <span className="visually-hidden">{word}:</span>
        {title}
      </p>
      {children}
    </div>
  );
}
