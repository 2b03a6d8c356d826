import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  FormProvider,
  useForm,
  type DefaultValues,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form';
import { NotDone } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { forgetDraft, keepDraft, readDraft } from './drafts.js';
import styles from './form.module.css';

const DRAFT_AFTER_MS = 400;

/**
 * A form whose input is never lost: it is kept as a draft while it is typed, and forgotten when it was sent.
 *
 * @example
 * <Form draft={`note:${caseId}`} start={{ content: '' }} action="記録する" onSend={async (values) => { await add(values); }}>
 *   <TextInput name="content" label="内容" isRequired lines={8} />
 * </Form>
 */
export function Form<Values extends FieldValues>({
  draft,
  start,
  action,
  ask,
  onSend,
  children,
}: {
  /** Names this form and what it is about; the same name finds the same draft again. */
  readonly draft: string;
  readonly start: DefaultValues<Values>;
  readonly action: string;
  /** Asked once more before it is sent; when the answer is no, nothing happens and nothing is lost. */
  readonly ask?: (values: Values) => Promise<boolean>;
  /** @throws {NotDone} with the reasons, which are shown above the form */
  readonly onSend: (values: Values) => Promise<void>;
  readonly children: ReactNode | ((form: UseFormReturn<Values>) => ReactNode);
}): ReactNode {
  const { viewer } = useSession();
  const [found] = useState(() => readDraft(viewer.staffId, draft) as DefaultValues<Values> | undefined);
  const form = useForm<Values>({
    defaultValues: { ...start, ...found },
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: true,
  });
  const [refused, setRefused] = useState<NotDone>();
  const [isRestored, setRestored] = useState(found !== undefined);
  const summary = useRef<HTMLDivElement>(null);
  const { errors } = form.formState;
  const [isSending, setSending] = useState(false);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const watching = form.watch((values) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => keepDraft(viewer.staffId, draft, values), DRAFT_AFTER_MS);
    });
    return () => {
      clearTimeout(timer.current);
      watching.unsubscribe();
    };
  }, [form, viewer.staffId, draft]);

  const send = form.handleSubmit(async (values) => {
    setRefused(undefined);
    keepDraft(viewer.staffId, draft, values);
    if (ask && !(await ask(values))) return;
    setSending(true);
    // What waited to be kept is kept already: a draft must not come back after it was sent.
    clearTimeout(timer.current);
    try {
      await onSend(values);
      forgetDraft(viewer.staffId, draft);
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      setRefused(error);
      summary.current?.focus();
    } finally {
      setSending(false);
    }
  });

  const [thrownAway, setThrownAway] = useState<Values>();
  const startOver = (): void => {
    setThrownAway(form.getValues());
    form.reset(start);
    // The form tells of its reset as if somebody had typed.
    clearTimeout(timer.current);
    forgetDraft(viewer.staffId, draft);
    setRestored(false);
  };
  const takeBack = (): void => {
    form.reset(thrownAway);
    setThrownAway(undefined);
    setRestored(true);
  };

  return (
    <FormProvider {...form}>
      <form className={styles.form} noValidate onSubmit={(event) => void send(event)} aria-busy={isSending}>
        {isRestored && (
          <Notice kind="info" title="前に書きかけた内容を戻しました">
            <Button variant="quiet" onPress={startOver}>
              下書きを捨てて、はじめから書く
            </Button>
          </Notice>
        )}
        {thrownAway && (
          <Notice kind="info" title="下書きを捨てました">
            <Button variant="quiet" autoFocus onPress={takeBack}>
              元に戻す
            </Button>
          </Notice>
        )}
        <div ref={summary} tabIndex={-1}>
          {refused && (
            <Notice kind="error" title="記録できませんでした">
              <ul>
                {refused.problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
              {refused.reference && <p className="reference">問い合わせ番号 {refused.reference}</p>}
            </Notice>
          )}
          {Object.keys(errors).length > 0 && (
            <Notice kind="error" title="入力を確かめてください。直すところに印を付けました。" />
          )}
        </div>
        {typeof children === 'function' ? children(form) : children}
        <div className="row">
          <Button type="submit" variant="primary" isDisabled={isSending}>
            {isSending ? '送っています…' : action}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
