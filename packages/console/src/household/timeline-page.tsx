import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import {
  HouseholdTimeline,
  type HouseholdTimelineQuery,
  type TimelineKind,
} from '../generated/operations.js';
import { Answered } from '../hub/asked.js';
import { MorePages, usePages } from '../hub/pages.js';
import { useOffices } from '../office/offices.js';
import { Button } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { choices, moment, word } from '../words/words.js';
import { byMonth, inWords, type Happening, type OfficeNames } from './happening.js';
import { useHousehold } from './household-frame.js';
import styles from './timeline.module.css';

type Page = NonNullable<HouseholdTimelineQuery['household']>['timeline'];

/** 経過: what happened to the household, across offices, the newest first. */
export function Component(): ReactNode {
  const { members } = useHousehold();
  const [kinds, setKinds] = useState<readonly TimelineKind[]>([]);
  const [person, setPerson] = useState('');
  const toggle = (kind: TimelineKind): void =>
    setKinds(kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind]);
  return (
    <>
      <div className={styles.head}>
        <h2>経過</h2>
        <span className="no-print">
          <Button onPress={() => print()}>印刷する</Button>
        </span>
      </div>
      <form className="no-print" onSubmit={(event) => event.preventDefault()}>
        <fieldset className={styles.kinds}>
          <legend>種類(選ばなければ、すべて)</legend>
          {choices('TimelineKind').map(({ value, label }) => (
            <label key={value}>
              <input type="checkbox" checked={kinds.includes(value)} onChange={() => toggle(value)} /> {label}
            </label>
          ))}
        </fieldset>
        <label className={styles.person}>
          人{' '}
          <select value={person} onChange={({ target }) => setPerson(target.value)}>
            <option value="">全員</option>
            {(members ?? []).flatMap(({ person: each }) =>
              each?.identity?.name ? (
                <option key={each.id} value={each.id}>
                  {each.identity.name}
                </option>
              ) : (
                []
              ),
            )}
          </select>
        </label>
      </form>
      <Happenings key={kinds.join()} kinds={kinds} person={person} />
    </>
  );
}

function Happenings({
  kinds,
  person,
}: {
  readonly kinds: readonly TimelineKind[];
  readonly person: string;
}): ReactNode {
  const { id } = useHousehold();
  const pages = usePages(
    HouseholdTimeline,
    { id, kinds: kinds.length > 0 ? [...kinds] : null, after: null },
    ({ household }) => household?.timeline ?? nothing,
    keyOf,
  );
  const { names } = useOffices();
  const shown = pages.nodes.filter(
    ({ persons }) => person === '' || persons.some((each) => each.id === person),
  );
  return (
    <Answered asked={pages.asked} lines={8}>
      {() => (
        <>
          <Months happenings={shown} offices={names} />
          <p role="status" className="quiet">
            {shown.length === 0 ? 'この条件で見られる経過はありません。' : `${shown.length}件`}
          </p>
          <MorePages pages={pages} />
        </>
      )}
    </Answered>
  );
}

const nothing: Pick<Page, 'edges'> & { readonly pageInfo: Omit<Page['pageInfo'], '__typename'> } = {
  edges: [],
  pageInfo: { hasNextPage: false, endCursor: null },
};

const keyOf = ({ kind, id }: Happening): string => `${kind} ${id}`;

function Months({
  happenings,
  offices,
}: {
  readonly happenings: readonly Happening[];
  readonly offices: OfficeNames;
}): ReactNode {
  const { members } = useHousehold();
  const names = new Map(
    (members ?? []).flatMap(({ person }) =>
      person?.identity?.name ? [[person.id, person.identity.name] as const] : [],
    ),
  );
  return byMonth(happenings).map(({ month, happenings: of }) => (
    <section key={month} className={styles.month}>
      <h3>{month}</h3>
      <ol className="plain-list">
        {of.map((happening) => {
          const { what, more, to } = inWords(happening, offices);
          const persons = happening.persons.flatMap(({ id }) => names.get(id) ?? []);
          return (
            <li key={keyOf(happening)} className={styles.happening}>
              <p className={styles.when}>
                <time dateTime={happening.at}>{moment(happening.at)}</time>
                <Mark>{word('TimelineKind', happening.kind)}</Mark>
                {persons.length > 0 && <span className="quiet">{persons.join('・')}</span>}
              </p>
              <p className={styles.what}>{to === undefined ? what : <Link to={to}>{what || '開く'}</Link>}</p>
              {more.map((line, at) => (
                <p key={at} className={`words ${styles.more}`}>
                  <bdi>{line}</bdi>
                </p>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  ));
}
