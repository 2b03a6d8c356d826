import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../ui/button.js';
import styles from './case.module.css';
import { BEGIN_ASSESSMENT, type NextStep } from './next-steps.js';

/** Buttons to where things are done, each with why. */
export function StepList({
  steps,
  isMain = false,
  onBegin,
}: {
  readonly steps: readonly NextStep[];
  /** The first is what is usually done next. */
  readonly isMain?: boolean;
  readonly onBegin?: () => void;
}): ReactNode {
  return (
    <ul className={styles.steps}>
      {steps.map(({ label, why, to }, at) => {
        const variant = isMain && at === 0 ? 'primary' : 'secondary';
        return (
          <li key={to} className={styles.step}>
            {to === BEGIN_ASSESSMENT ? (
              <Button variant={variant} onPress={() => onBegin?.()}>
                {label}
              </Button>
            ) : (
              <ButtonLink to={to} variant={variant}>
                {label}
              </ButtonLink>
            )}
            {why && <p>{why}</p>}
          </li>
        );
      })}
    </ul>
  );
}
