import type { ReactNode } from 'react';
import { records, type SectorView } from '../generated/sectors.js';
import { codesOf } from '../hub/hub.js';
import type { Asked } from '../hub/asked.js';
import { Mark } from '../ui/mark.js';
import { Skeleton } from '../ui/waiting.js';
import { moment, word } from '../words/words.js';
import { hiddenByReason, type CategoryDecision } from './decisions.js';
import type { CategoryTold } from './in-one-line.js';
import { NextSteps } from './next-steps.js';
import styles from './overview.module.css';
import { Records } from './record-view.js';
import { toldOf, type SectorAnswer, type SectorRecord } from './sector-record.js';
import type { Names } from './tell.js';

/** A sector of the graph, and what it answered so far. */
export interface AskedSector {
  readonly sector: SectorView;
  readonly asked: Asked<SectorAnswer>;
}

/** Where an answer stands. `AWAY`: the sector's system does not answer, which the hub tells only of what may be shown. */
export type Arrival = 'WAITING' | 'HERE' | 'AWAY' | 'FAILED';

export function arrivalOf({ asked: { data, error } }: AskedSector): Arrival {
  if (error && codesOf(error).some((code) => code === 'SECTOR_UNAVAILABLE' || code === 'SECTOR_TIMEOUT'))
    return 'AWAY';
  if (error && !data) return 'FAILED';
  return data ? 'HERE' : 'WAITING';
}

export const recordOfPerson = ({ asked: { data } }: AskedSector, person: string): SectorRecord | null =>
  data?.household?.members?.find((each) => each.person?.id === person)?.person?.record ?? null;

export const tellCategories = (
  type: string | undefined,
  record: SectorRecord | null,
  categories: readonly CategoryDecision[],
): readonly CategoryTold[] =>
  categories.map((decision) => ({
    decision,
    told: type === undefined ? [] : toldOf(type, record, decision.category, records),
  }));

/**
 * Whether there is something to say of a category but that it is hidden. What the own assignment opens is decided in
 * the sector, so until the sector answers it is open whether it is.
 */
export const isTold = ({ decision: { granted, reason }, told }: CategoryTold, arrival: Arrival): boolean =>
  granted || told.length > 0 || (reason === 'OWN_SECTOR_DECIDES' && arrival !== 'HERE');

/** Everything that one sector tells of somebody, category by category, and calmly what it does not. */
export function Categories({
  all,
  arrival,
  names,
  about,
  level,
}: {
  readonly all: readonly CategoryTold[];
  readonly arrival: Arrival;
  readonly names: Names;
  /** Of its headings. */
  readonly level: 4 | 5;
  readonly about: Parameters<typeof NextSteps>[0]['about'];
}): ReactNode {
  const Heading = `h${level}` as const;
  const shown = all.filter((each) => isTold(each, arrival));
  const hidden = hiddenByReason(all.filter((each) => !shown.includes(each)).map(({ decision }) => decision));
  return (
    <>
      {shown.map(({ decision, told }) => (
        <section key={decision.category} className={styles.category}>
          <Heading className={styles.categoryName}>
            {decision.name}
            <Basis decision={decision} isShown={told.length > 0} />
          </Heading>
          {told.map((each, at) => (
            <Records
              key={each.field.name}
              told={each}
              names={names}
              under={at === 0 ? decision.name : undefined}
              level={level === 4 ? 5 : 6}
            />
          ))}
          {told.length === 0 && <NothingTold arrival={arrival} isByItems={decision.itemsOnly} />}
        </section>
      ))}
      <HiddenList hidden={hidden} about={about} />
    </>
  );
}

function NothingTold({
  arrival,
  isByItems,
}: {
  readonly arrival: Arrival;
  readonly isByItems: boolean;
}): ReactNode {
  if (arrival === 'WAITING') return <Skeleton lines={1} />;
  if (arrival !== 'HERE') return <p>いま取得できません。しばらくしてから、もう一度お試しください。</p>;
  return <p className="quiet">{isByItems ? '個別に開示された記録はありません' : '記録はありません'}</p>;
}

function Basis({
  decision,
  isShown,
}: {
  readonly decision: CategoryDecision;
  readonly isShown: boolean;
}): ReactNode {
  const { granted, level, itemsOnly, despiteRefusal, why, until } = decision;
  if (!granted)
    return isShown && <span className={styles.basis}>自機関の担当として、このシステムが表示しています</span>;
  return (
    <span className={styles.basis}>
      {level !== 'DETAIL' && !itemsOnly && <Mark>{word('DisclosureLevel', level)}</Mark>}
      {itemsOnly && <Mark>開示された記録のみ</Mark>}
      {despiteRefusal && <Mark kind="soon">本人の不同意にかかわらず</Mark>}
      <span>
        根拠:{why}
        {until && `(${moment(until)}まで)`}
      </span>
    </span>
  );
}

/** What is not shown, the same whether there is any record or not. */
export function HiddenList({
  hidden,
  about,
}: {
  readonly hidden: ReturnType<typeof hiddenByReason>;
  readonly about: Parameters<typeof NextSteps>[0]['about'];
}): ReactNode {
  if (hidden.length === 0) return null;
  return (
    <ul className={`plain-list ${styles.hidden}`}>
      {hidden.map(({ why, names, nextSteps }) => (
        <li key={`${why} ${names.join()}`}>
          <p>
            <span aria-hidden="true">◇ </span>
            <strong>表示していません</strong> {names.join('・')}
          </p>
          <p className="quiet">{why}</p>
          <NextSteps steps={nextSteps} about={about} />
        </li>
      ))}
    </ul>
  );
}
