import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './page.module.css';

export interface Crumb {
  readonly to: string;
  readonly label: string;
}

/** One page: its title in the tab and as the heading, to which the focus goes when it opens. */
export function Page({
  title,
  tab,
  above = [],
  actions,
  children,
}: {
  readonly title: ReactNode;
  /** The words of the browser's tab: never a person's name, for tabs are kept in histories. */
  readonly tab: string;
  readonly above?: readonly Crumb[];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab} | 重ね`;
    heading.current?.focus({ preventScroll: true });
  }, [tab]);
  return (
    <div className={styles.page}>
      {above.length > 0 && (
        <nav aria-label="現在地" className={styles.crumbs}>
          <ol>
            {above.map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className="row no-print">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
