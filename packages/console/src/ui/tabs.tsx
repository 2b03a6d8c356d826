import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './tabs.module.css';

/** Views of one page that have an address each: links, so that back, reload and a bookmark work. */
export function Tabs({
  label,
  tabs,
}: {
  readonly label: string;
  readonly tabs: readonly { readonly to: string; readonly label: ReactNode; readonly isHere: boolean }[];
}): ReactNode {
  return (
    <nav aria-label={label} className={`${styles.tabs} no-print`}>
      <ul>
        {tabs.map(({ to, label: words, isHere }) => (
          <li key={to}>
            <Link to={to} aria-current={isHere ? 'page' : undefined}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
