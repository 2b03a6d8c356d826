import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';
import { Button } from './button.js';

/** A question over the page. Escape and 閉じる leave it without a change. */
export function Dialog({
  title,
  isOpen,
  onClose,
  isAlert = false,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Must be answered: a click beside it does nothing. */
  readonly isAlert?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={isOpen}
      isDismissable={!isAlert}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog className={styles.dialog ?? ''} role={isAlert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          {!isAlert && (
            <div className={styles.close}>
              <Button variant="quiet" onPress={onClose}>
                閉じる
              </Button>
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Asks before something that cannot be undone. */
export function Confirm({
  title,
  isOpen,
  onClose,
  action,
  onConfirm,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} isAlert>
      {children}
      <div className="row">
        <Button
          variant="danger"
          onPress={() => {
            onClose();
            onConfirm();
          }}
        >
          {action}
        </Button>
        <Button onPress={onClose} autoFocus>
          やめる
        </Button>
      </div>
    </Dialog>
  );
}
