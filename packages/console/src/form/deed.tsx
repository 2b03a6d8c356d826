import { useState, type ReactNode } from 'react';
import { NotDone } from '../hub/change.js';
import { Button } from '../ui/button.js';
import { Confirm } from '../ui/dialog.js';
import { Notice } from '../ui/notice.js';

/** A button that asks once more, does one thing, and tells in place why it was not done. */
export function Deed({
  label,
  of,
  variant = 'secondary',
  title,
  action,
  onDo,
  children,
}: {
  readonly label: string;
  /** Of what, where several buttons of the same word stand below each other; read out with it. */
  readonly of?: string;
  readonly variant?: 'primary' | 'secondary' | 'danger';
  /** The question. */
  readonly title: string;
  readonly action: string;
  /** @throws {NotDone} with the reasons */
  readonly onDo: () => Promise<void>;
  readonly children: ReactNode;
}): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const [isDoing, setDoing] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const act = async (): Promise<void> => {
    setRefused([]);
    setDoing(true);
    try {
      await onDo();
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      setRefused(error.problems);
    } finally {
      setDoing(false);
    }
  };
  return (
    <>
      <Button
        variant={variant}
        onPress={() => setAsking(true)}
        isDisabled={isDoing}
        {...(of !== undefined && { 'aria-label': `${label}:${of}` })}
      >
        {label}
      </Button>
      {refused.map((problem) => (
        <Notice key={problem} kind="error" title={problem} />
      ))}
      <Confirm
        title={title}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action={action}
        onConfirm={() => void act()}
      >
        {children}
      </Confirm>
    </>
  );
}
