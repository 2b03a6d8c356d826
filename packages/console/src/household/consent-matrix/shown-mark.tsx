import type { ReactNode } from 'react';
import { word } from '../../words/words.js';
import type { Shown } from './cells.js';
import styles from './consents-page.module.css';

const signs: Readonly<Record<Shown, string>> = {
  DETAIL: '●',
  SUMMARY: '◐',
  EXISTENCE: '○',
  ITEMS: '▤',
  NONE: '−',
};

const shownWords = (shown: Shown): string =>
  shown === 'ITEMS' ? '個別に出された記録のみ' : word('DisclosureLevel', shown);

/** How much is shown, in a sign and in words. */
export const ShownMark = ({ shown }: { readonly shown: Shown }): ReactNode => (
  <span className={styles.mark} data-shown={shown}>
    <span aria-hidden="true" className={styles.sign}>
      {signs[shown]}
    </span>
    {shownWords(shown)}
  </span>
);
