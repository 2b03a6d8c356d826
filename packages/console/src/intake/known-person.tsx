import { useEffect, useState, type ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import form from '../form/form.module.css';
import { Choice } from '../form/inputs.js';
import { IntakeHousehold, IntakeSearch, type IntakePersonFragment } from '../generated/operations.js';
import { ProblemNotice, useAsked } from '../hub/asked.js';
import { Button } from '../ui/button.js';
import { PersonName } from '../ui/person-name.js';
import { Skeleton } from '../ui/waiting.js';
import { day, word } from '../words/words.js';

interface FoundPerson {
  readonly household: string;
  readonly relation: string;
  readonly person: IntakePersonFragment;
}

/** Somebody with whom one works: found by name, kana or case number. */
export function KnownPerson({
  like,
  onFound,
}: {
  /** Those who may be the same as somebody who was typed as new. */
  readonly like: readonly IntakePersonFragment[];
  readonly onFound: (person: IntakePersonFragment | undefined) => void;
}): ReactNode {
  const { setValue } = useFormContext();
  const [person, household] = useWatch({ name: ['person', 'household'] }) as [string, string];
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  const asked = useAsked(IntakeSearch, { search }, { pause: search === '' });
  // What was chosen before a reload is asked for again: a draft holds no answers.
  const chosen = useAsked(IntakeHousehold, { id: household }, { pause: household === '' });

  const found = unique([
    ...like.map((each) => ({ household: '', relation: '', person: each })),
    ...(search === '' ? [] : (asked.data?.households.edges ?? []).flatMap(({ node }) => membersOf(node))),
    ...(chosen.data?.household ? membersOf(chosen.data.household) : []).filter(
      (each) => each.person.id === person,
    ),
  ]);
  const selected = found.find((each) => each.person.id === person);
  useEffect(() => {
    if (selected && selected.household !== '') setValue('household', selected.household);
    onFound(selected?.person);
  }, [selected?.person, selected?.household, setValue, onFound]);

  return (
    <>
      <div className={form.field} role="search">
        <label className={form.label} htmlFor="known-search">
          担当している人をさがす
        </label>
        <span className={form.hint} id="known-search-hint">
          氏名、フリガナ、ケース番号の一部
        </span>
        <div className="row">
          <input
            id="known-search"
            aria-describedby="known-search-hint"
            type="search"
            autoComplete="off"
            className={form.short}
            value={text}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              // Not while a kana is being converted, and never the form around.
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              setSearch(text.trim());
            }}
          />
          <Button onPress={() => setSearch(text.trim())}>さがす</Button>
        </div>
      </div>
      {search !== '' && asked.isAsking && !asked.data && <Skeleton lines={2} />}
      {asked.error && <ProblemNotice error={asked.error} again={asked.again} />}
      {search !== '' && asked.data?.households.edges.length === 0 && (
        <p role="status">あなたが担当している人の中には見つかりません。</p>
      )}
      {(found.length > 0 || person !== '') && (
        <Choice
          name="person"
          label="本人"
          isRequired
          options={
            found.length > 0
              ? found.map(({ person: each, relation }) => ({
                  value: each.id,
                  label: (
                    <>
                      <PersonName identity={each.identity} /> {relation}
                    </>
                  ),
                  hint: birthOf(each),
                }))
              : [{ value: person, label: '選んだ人' }]
          }
        />
      )}
      {found.length === 0 && person === '' && <p>さがして、本人を選んでください。</p>}
    </>
  );
}

const birthOf = ({ identity }: IntakePersonFragment): string =>
  identity?.birthDate
    ? `${day(identity.birthDate).replace(/\(.\)$/, '')}生まれ`
    : (identity?.birthAsGiven ?? '');

function membersOf({
  id,
  members,
}: {
  readonly id: string;
  readonly members:
    | readonly {
        readonly relation: Parameters<typeof relationWord>[0];
        readonly person: IntakePersonFragment | null;
      }[]
    | null;
}): FoundPerson[] {
  return (members ?? []).flatMap(({ relation, person }) =>
    person ? [{ household: id, relation: relationWord(relation), person }] : [],
  );
}

const relationWord = (relation: Parameters<typeof word<'Relation'>>[1] | null): string =>
  relation ? `(世帯の${word('Relation', relation)})` : '';

const unique = (found: readonly FoundPerson[]): readonly FoundPerson[] => [
  ...new Map(found.map((each) => [each.person.id, each])).values(),
];
