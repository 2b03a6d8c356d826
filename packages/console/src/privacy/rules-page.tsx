import type { Block } from '@kasane/disclosure/rule-book';
import { useMemo, useState, type ReactNode } from 'react';
import { ForRoles } from '../app/for-roles.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { bookParts, searchParts } from './book.js';
import styles from './privacy.module.css';

const title = '開示の規則集';
const { about, parts } = bookParts();

/** 規則集: the rules by which the hub decides, from the tables with which it decides. */
export const Component = (): ReactNode => (
  <ForRoles roles={['PRIVACY_OFFICER']} title={title}>
    <Rules />
  </ForRoles>
);

function Rules(): ReactNode {
  const [search, setSearch] = useState('');
  const found = useMemo(() => searchParts(parts, search), [search]);
  return (
    <Page
      title={title}
      tab={title}
      above={[{ to: '/privacy', label: '個人情報保護' }]}
      actions={<Button onPress={() => print()}>印刷する</Button>}
    >
      {about.map((block, at) => (
        <Shown key={at} block={block} name={title} />
      ))}
      <div className="no-print">
        <p>
          <label htmlFor="rule-search">規則集の中をさがす</label>
        </p>
        <p>
          <input
            id="rule-search"
            type="search"
            className={styles.search}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            autoComplete="off"
          />
        </p>
        <p role="status">{search.trim() !== '' && `${found.length}か所が見つかりました`}</p>
      </div>
      <div className={styles.book}>
        {found.map(({ title: name, level, blocks }) => (
          <section key={name}>
            {level === 2 ? (
              <h2>
                <Words of={name} />
              </h2>
            ) : (
              <h3>
                <Words of={name} />
              </h3>
            )}
            {blocks.map((block, at) => (
              <Shown key={at} block={block} name={name} />
            ))}
          </section>
        ))}
      </div>
    </Page>
  );
}

function Shown({ block, name }: { readonly block: Block; readonly name: string }): ReactNode {
  switch (block.is) {
    case 'text':
      return (
        <p>
          <Words of={block.words} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <Words of={item} />
            </li>
          ))}
        </ul>
      );
    case 'numbered':
      return (
        <ol>
          {block.items.map((item) => (
            <li key={item}>
              <Words of={item} />
            </li>
          ))}
        </ol>
      );
    case 'table':
      return <BookTable name={name} {...block} />;
    case 'heading':
    case 'comment':
      return null;
  }
}

const BookTable = ({
  name,
  head,
  rows,
}: Extract<Block, { readonly is: 'table' }> & { readonly name: string }): ReactNode => (
  <div className={styles.wide} role="region" aria-label={name} tabIndex={0}>
    <table className={styles.table}>
      <caption className="visually-hidden">{name}</caption>
      <thead>
        <tr>
          {head.map((each) => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first = '', ...others]) => (
          <tr key={[first, ...others].join('|')}>
            <th scope="row">
              <Words of={first} />
            </th>
            {others.map((cell, at) => (
              <td key={at}>
                <Words of={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Words with their `**strong**` and `` `code` ``. */
const Words = ({ of }: { readonly of: string }): ReactNode =>
  of.split(/(\*\*[^*]+\*\*|`[^`]+`)/u).map((part, at) => {
    if (part.startsWith('**')) return <strong key={at}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('`')) return <code key={at}>{part.slice(1, -1)}</code>;
    return part;
  });
