import { useState, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { Choices } from '../form/inputs.js';
import { SessionHouseholds } from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { Button } from '../ui/button.js';
import styles from './conference.module.css';
import { nameIn } from '../ui/persons.js';

/** Other households on the agenda of the same session: those alone that the person works with are found. */
export function MoreHouseholds({ household }: { readonly household: string }): ReactNode {
  const { watch } = useFormContext<{ more: string[] }>();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [known, setKnown] = useState<Readonly<Record<string, string>>>({});
  const { data } = useAsked(SessionHouseholds, { search }, { pause: search === '' });
  const found = Object.fromEntries(
    (data?.households.edges ?? []).flatMap(({ node: { id, members, cases } }) => {
      if (id === household) return [];
      const persons = members?.flatMap(({ person }) => person ?? []) ?? [];
      const numbers = cases?.flatMap(({ number }) => number ?? []) ?? [];
      return [[id, [...numbers, persons.map((each) => nameIn(persons, each.id)).join('、')].join(' ')]];
    }),
  );
  const chosen = watch('more') ?? [];
  const options = [...new Set([...chosen, ...Object.keys(found)])].map((id) => ({
    value: id,
    label: found[id] ?? known[id] ?? `世帯 ${id}`,
  }));
  return (
    <details>
      <summary>ほかの世帯も議題にする</summary>
      <div className={styles.known}>
        <label htmlFor="more-search">氏名・かな・ケース番号でさがす</label>
        <div className="row">
          <input
            id="more-search"
            type="search"
            autoComplete="off"
            value={typed}
            onChange={({ target: { value } }) => setTyped(value)}
          />
          <Button
            onPress={() => {
              setKnown({ ...known, ...found });
              setSearch(typed.trim());
            }}
          >
            さがす
          </Button>
        </div>
      </div>
      {search !== '' && data && Object.keys(found).length === 0 && (
        <p role="status">担当する世帯のなかに見つかりません。</p>
      )}
      {options.length > 0 && <Choices name="more" label="いっしょに議題にする世帯" options={options} />}
    </details>
  );
}
