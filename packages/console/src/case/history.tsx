import type { ReactNode } from 'react';
import { CaseRosterChanges, CaseSteps } from '../generated/operations.js';
import { Answered } from '../hub/asked.js';
import { MorePages, usePages, type Pages } from '../hub/pages.js';
import { useOffices } from '../office/offices.js';
import { day, moment, word } from '../words/words.js';
import { Names } from '../ui/persons.js';
import { nothing } from './case-frame.js';
import styles from './case.module.css';
import { RecordedBy } from './recorded-by.js';

interface OfCase {
  readonly caseId: string;
}

/** 経緯: the steps of the case, the newest first. */
export function StepTrail({ caseId }: OfCase): ReactNode {
  const pages = usePages(
    CaseSteps,
    { id: caseId },
    ({ supportCase }) => supportCase?.history ?? nothing,
    ({ id }) => id ?? '',
  );
  return (
    <Trail pages={pages}>
      {({ from, to, office, staffId, at, reason }) => (
        <>
          <p>
            <strong>{to && word('CaseStatus', to)}</strong>
            {from && from !== to && `(${word('CaseStatus', from)}から)`} {at && moment(at)}
          </p>
          <Reason words={reason} />
          <p className="quiet">
            <RecordedBy office={office} staffId={staffId} />
          </p>
        </>
      )}
    </Trail>
  );
}

/** 支援体制の経緯: changes of the roster, the newest first. */
export function RosterTrail({ caseId }: OfCase): ReactNode {
  const offices = useOffices();
  const pages = usePages(
    CaseRosterChanges,
    { id: caseId },
    ({ supportCase }) => supportCase?.rosterHistory ?? nothing,
    ({ id }) => id ?? '',
  );
  return (
    <Trail pages={pages}>
      {({ kind, on, seatOffice, persons, office, staffId, at, reason }) => (
        <>
          <p>
            <strong>{kind && word('RosterChangeKind', kind)}</strong> {offices.name(seatOffice)}{' '}
            {on && day(on)}
          </p>
          {persons && (
            <p>
              <Names of={persons} />
            </p>
          )}
          <Reason words={reason} />
          <p className="quiet">
            <RecordedBy office={office} staffId={staffId} at={at} />
          </p>
        </>
      )}
    </Trail>
  );
}

function Trail<Event extends { readonly id: string | null }>({
  pages,
  children,
}: {
  readonly pages: Pages<unknown, Event>;
  readonly children: (event: Event) => ReactNode;
}): ReactNode {
  return (
    <Answered asked={pages.asked}>
      {() => {
        if (pages.nodes.length === 0) return <p className="quiet">表示できる経緯はありません。</p>;
        return (
          <>
            <ol className={styles.trail}>
              {pages.nodes.map((event) => (
                <li key={event.id}>{children(event)}</li>
              ))}
            </ol>
            <MorePages pages={pages} />
          </>
        );
      }}
    </Answered>
  );
}

const Reason = ({ words }: { readonly words: string | null }): ReactNode =>
  words && (
    <p className="words">
      <bdi>{words}</bdi>
    </p>
  );
