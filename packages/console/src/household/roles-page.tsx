import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { HouseholdRoles } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useOffices } from '../office/offices.js';
import { Button } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { PersonName } from '../ui/person-name.js';
import { Table } from '../ui/table.js';
import { day, daysUntil, todayInJapan } from '../words/words.js';
import { useHousehold } from './household-frame.js';
import { byOffice, byPerson, partsPlayed, type PartPlayed } from './part-played.js';
import styles from './timeline.module.css';

type View = 'OFFICE' | 'PERSON';
const SOON_DAYS = 7;

/** 役割: who does what, for whom, until when. */
export function Component(): ReactNode {
  const { id, members } = useHousehold();
  const asked = useAsked(HouseholdRoles, { id });
  const { names } = useOffices();
  const [view, setView] = useState<View>('OFFICE');
  const [withDone, setWithDone] = useState(false);
  const identities = new Map(
    (members ?? []).flatMap(({ person }) => (person ? [[person.id, person.identity]] : [])),
  );
  return (
    <>
      <div className={styles.head}>
        <h2>役割</h2>
        <span className="row no-print">
          <Button
            aria-pressed={view === 'OFFICE'}
            variant={view === 'OFFICE' ? 'primary' : 'secondary'}
            onPress={() => setView('OFFICE')}
          >
            機関ごと
          </Button>
          <Button
            aria-pressed={view === 'PERSON'}
            variant={view === 'PERSON' ? 'primary' : 'secondary'}
            onPress={() => setView('PERSON')}
          >
            人ごと
          </Button>
          <Button onPress={() => print()}>印刷する</Button>
        </span>
      </div>
      <p className={`${styles.kinds} no-print`}>
        <label>
          <input type="checkbox" checked={withDone} onChange={() => setWithDone(!withDone)} />
          終わったものも表示する
        </label>
      </p>
      <Answered asked={asked} lines={8}>
        {({ household }) => {
          const parts = partsPlayed(household?.cases ?? [], names, todayInJapan()).filter(
            ({ isDone }) => withDone || !isDone,
          );
          if (parts.length === 0) return <p className="quiet">見られる役割分担はありません。</p>;
          if (view === 'OFFICE')
            return (
              <Parts
                caption="機関ごとの役割"
                parts={byOffice(parts).flatMap(({ parts: own }) => own)}
                identities={identities}
              />
            );
          return byPerson(parts, [...identities.keys()]).map(({ of, parts: own }) => (
            <section key={of}>
              <h3>
                <PersonName identity={identities.get(of)} />
              </h3>
              <Parts caption="この人への役割" parts={own} />
            </section>
          ));
        }}
      </Answered>
    </>
  );
}

type Identities = ReadonlyMap<string, Parameters<typeof PersonName>[0]['identity']>;

function Parts({
  caption,
  parts,
  identities,
}: {
  readonly caption: string;
  readonly parts: readonly PartPlayed[];
  /** Who each is for, where the heading does not say it. */
  readonly identities?: Identities;
}): ReactNode {
  return (
    <Table
      caption={caption}
      rows={parts}
      keyOf={({ key }) => key}
      columns={[
        { name: '機関', cell: ({ office }) => office.name },
        {
          name: 'すること',
          cell: ({ what, isLead }) => (
            <>
              <bdi>{what || '(内容は表示できません)'}</bdi> {isLead && <Mark kind="good">主担当</Mark>}
            </>
          ),
        },
        {
          name: '担当者',
          cell: ({ worker, needsWorker }) => (needsWorker ? <Mark kind="late">後任待ち</Mark> : worker),
        },
        ...(identities ? [{ name: '対象', cell: (part: PartPlayed) => forWhom(part, identities) }] : []),
        { name: '期限', cell: (part) => <Until part={part} /> },
        { name: '決めた場', cell: ({ from: { label, to } }) => <Link to={to}>{label}</Link> },
      ]}
    />
  );
}

const forWhom = ({ persons }: PartPlayed, identities: Identities): ReactNode =>
  persons === undefined ? (
    '世帯全員'
  ) : (
    <ul className="plain-list">
      {persons.map((of) => (
        <li key={of}>
          <PersonName identity={identities.get(of)} />
        </li>
      ))}
    </ul>
  );

function Until({ part: { until, isOngoing, isDone } }: { readonly part: PartPlayed }): ReactNode {
  if (until === undefined) return isOngoing ? '継続' : <Mark kind="soon">未定</Mark>;
  if (isDone)
    return (
      <>
        {day(until)} <Mark>終わりました</Mark>
      </>
    );
  const today = todayInJapan();
  const days = Math.round((Date.parse(until) - Date.parse(today)) / 86_400_000);
  return (
    <>
      {day(until)}{' '}
      <Mark kind={days < 0 ? 'late' : days <= SOON_DAYS ? 'soon' : 'plain'}>{daysUntil(until, today)}</Mark>
    </>
  );
}
