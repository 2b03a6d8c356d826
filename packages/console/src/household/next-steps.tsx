import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { PurposeDialog } from '../app/purpose-dialog.js';
import type { NextStep } from '../generated/operations.js';
import { Button } from '../ui/button.js';
import styles from './overview.module.css';

interface About {
  readonly household: string;
  readonly person: string;
  readonly case: string | undefined;
}

/** Where one goes for each step; a step without a place is told in words alone. */
function placeOf(step: NextStep, { household, person, case: of }: About): string | undefined {
  switch (step) {
    case 'ASK_CONSENT':
    case 'RENEW_CONSENT':
      return `/persons/${person}/consent${of === undefined ? '' : `?case=${of}`}`;
    case 'CONVENE_SUPPORT_CONFERENCE':
      return `/households/${household}/session`;
    case 'ACCEPT_SECRECY':
    case 'ENTER_CONFERENCE':
      return '/conferences';
    case 'HAND_OVER':
      return of === undefined ? undefined : `/cases/${of}/roster`;
    case 'STATE_PURPOSE':
    case 'ASK_OWNER_OFFICE':
      return undefined;
  }
}

/** What would open what is hidden. */
export function NextSteps({
  steps,
  about,
}: {
  readonly steps: readonly { readonly step: NextStep; readonly label: string }[];
  readonly about: About;
}): ReactNode {
  const [isChoosing, setChoosing] = useState(false);
  if (steps.length === 0) return null;
  return (
    <ul className={`${styles.steps} no-print`}>
      {steps.map(({ step, label }) => {
        const to = placeOf(step, about);
        return (
          <li key={step}>
            {step === 'STATE_PURPOSE' ? (
              <Button variant="quiet" onPress={() => setChoosing(true)}>
                {label}
              </Button>
            ) : to === undefined ? (
              <span>{label}</span>
            ) : (
              <Link to={to}>{label}</Link>
            )}
          </li>
        );
      })}
      <PurposeDialog isOpen={isChoosing} onClose={() => setChoosing(false)} />
    </ul>
  );
}
