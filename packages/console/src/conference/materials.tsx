import type { ReactNode } from 'react';
import { Facts } from '../ui/facts.js';
import { moment, word } from '../words/words.js';
import type { PartOfConference } from './conference-page.js';
import styles from './conference.module.css';

/** 会議資料: what was laid on the table. The words of the convening office go when their time is over; what was shown stays. */
export function Materials({
  conference: { materials },
  nameOf,
}: PartOfConference & { readonly nameOf: (code: string | null) => string }): ReactNode {
  if (materials.length === 0) return <p className="quiet">表示できる会議資料はありません。</p>;
  return materials.map(({ id, title, source, categories, fields, words, expiresAt, digest }) => (
    <section key={id} className={styles.card} aria-label={`会議資料 ${title ?? ''}`}>
      <h3>{title}</h3>
      <Facts
        facts={[
          ['提供者', source && nameOf(source)],
          ['開示区分', categories?.map((each) => word('DataCategory', each)).join('、')],
          ['項目の数', fields && `${fields.length}項目`],
          ['主宰機関の記述', words],
          ['記述を表示する期限', expiresAt && moment(expiresAt)],
          ['見せた資料の要約値', digest && <code>{digest.slice(0, 16)}…</code>],
        ]}
      />
    </section>
  ));
}
