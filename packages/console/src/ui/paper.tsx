import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from './button.js';
import styles from './paper.module.css';

interface PaperPolicy {
  createHTML(html: string): string;
}

/** The one place where text of the hub becomes a page: the gateway's content security policy knows it by this name. */
let made: PaperPolicy | undefined;
const policy = (): PaperPolicy =>
  (made ??= (
    window as { trustedTypes?: { createPolicy(name: string, rules: PaperPolicy): PaperPolicy } }
  ).trustedTypes?.createPolicy('kasane-document', { createHTML: (html) => html }) ?? {
    createHTML: (html) => html,
  });

/** A paper that the hub printed, shown as it comes out of the printer. No script of it runs, and it reaches nothing. */
export function Paper({
  title,
  html,
  pdf,
}: {
  readonly title: string;
  readonly html: string;
  /** base64 */
  readonly pdf?: string;
}): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (frame.current) frame.current.srcdoc = policy().createHTML(html);
  }, [html]);
  return (
    <figure className={styles.paper}>
      <figcaption className="row no-print">
        <strong>{title}</strong>
        <Button onPress={() => frame.current?.contentWindow?.print()}>印刷する</Button>
        {pdf !== undefined && (
          <a href={`data:application/pdf;base64,${pdf}`} download={`${title}.pdf`}>
            PDF を保存する
          </a>
        )}
      </figcaption>
      <iframe ref={frame} title={title} sandbox="allow-same-origin allow-modals" />
    </figure>
  );
}
