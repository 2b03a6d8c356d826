import { useState, type ReactNode } from 'react';
import { Confirm } from './dialog.js';

interface Question {
  readonly title: string;
  /** The word on the button that says yes. */
  readonly action: string;
  readonly words: ReactNode;
}

/**
 * A question over the page whose answer is waited for. Render what it gives second somewhere on the page.
 *
 * @example
 * const [ask, question] = useQuestion();
 * if (await ask({ title: '終了しますか', action: '終了する', words: <p>元に戻せません。</p> })) await end();
 */
export function useQuestion(): readonly [ask: (question: Question) => Promise<boolean>, question: ReactNode] {
  const [open, setOpen] = useState<Question & { readonly answer: (yes: boolean) => void }>();
  const ask = (question: Question): Promise<boolean> =>
    new Promise((answer) => setOpen({ ...question, answer }));
  const shown = open && (
    <Confirm
      title={open.title}
      action={open.action}
      isOpen
      onConfirm={() => open.answer(true)}
      onClose={() => {
        setOpen(undefined);
        // The dialog closes before it tells of a yes; a no that comes after a yes changes nothing.
        queueMicrotask(() => open.answer(false));
      }}
    >
      {open.words}
    </Confirm>
  );
  return [ask, shown];
}
