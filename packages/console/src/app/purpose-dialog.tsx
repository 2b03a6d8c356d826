import { purposeLabels } from '@kasane/vocabulary';
import type { ReactNode } from 'react';
import { dailyPurposes, useLooking } from '../session/purpose.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

/** The purposes of daily work, one to be chosen: in a dialog, or in the place of what is shown only for one. */
export function PurposeChoices({ onChosen }: { readonly onChosen?: () => void }): ReactNode {
  const { purpose, look } = useLooking();
  return (
    <>
      <p>選んだ利用目的は、見た記録(開示記録)に残ります。</p>
      <ul className="plain-list stack">
        {dailyPurposes.map((each) => (
          <li key={each}>
            <Button
              variant={each === purpose ? 'primary' : 'secondary'}
              aria-pressed={each === purpose}
              onPress={() => {
                look({ purpose: each, conference: undefined, emergencyReason: undefined });
                onChosen?.();
              }}
            >
              {purposeLabels[each].ja}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Chosen once, kept until it is changed or the tab is closed, and always in sight. */
export function PurposeDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Dialog title="何のために見ますか" isOpen={isOpen} onClose={onClose}>
      <PurposeChoices onChosen={onClose} />
    </Dialog>
  );
}
