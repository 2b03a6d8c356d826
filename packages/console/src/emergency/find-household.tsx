import { useState, type ReactNode } from 'react';
import { EmergencySearch } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { Button } from '../ui/button.js';
import { PersonName } from '../ui/person-name.js';
import { Table } from '../ui/table.js';
import styles from './find-household.module.css';

/** A household by name, kana or case number, among those that the person at the screen works on. */
export function FindHousehold({
  chosen,
  onChoose,
}: {
  readonly chosen: string | undefined;
  readonly onChoose: (household: string | undefined) => void;
}): ReactNode {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const asked = useAsked(EmergencySearch, { search }, { pause: search === '' });
  return (
    <section aria-labelledby="find">
      <h3 id="find">担当している世帯から探す</h3>
      <form
        role="search"
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          setSearch(typed.normalize('NFKC').trim());
        }}
      >
        <label htmlFor="emergency-search">氏名・フリガナ・ケース番号</label>
        <input
          id="emergency-search"
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">探す</Button>
      </form>
      {search !== '' && (
        <Answered asked={asked}>
          {({ households }) => (
            <Table
              caption="見つかった世帯"
              rows={households.edges.map(({ node }) => node)}
              keyOf={({ id }) => id}
              empty="担当している世帯の中には見つかりません。下の欄に番号を貼り付けてください。"
              columns={[
                {
                  name: '世帯員',
                  cell: ({ members }) =>
                    members?.map(
                      ({ person }) =>
                        person && (
                          <span key={person.id}>
                            <PersonName identity={person.identity} />{' '}
                          </span>
                        ),
                    ),
                },
                {
                  name: 'ケース番号',
                  cell: ({ cases }) => cases?.flatMap(({ number }) => number ?? []).join('、'),
                },
                {
                  name: '選ぶ',
                  cell: ({ id }) => (
                    <Button
                      aria-pressed={chosen === id}
                      onPress={() => onChoose(chosen === id ? undefined : id)}
                    >
                      {chosen === id ? '✓ この世帯' : 'この世帯にする'}
                    </Button>
                  ),
                },
              ]}
            />
          )}
        </Answered>
      )}
    </section>
  );
}
