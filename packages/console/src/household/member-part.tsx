import { wareki } from '@kasane/vocabulary';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import type { HouseholdOverviewQuery } from '../generated/operations.js';
import { records } from '../generated/sectors.js';
import { Facts } from '../ui/facts.js';
import { Mark } from '../ui/mark.js';
import { PersonName } from '../ui/person-name.js';
import { age, word } from '../words/words.js';
import { hiddenByReason, type OverviewMember, type SectorDecision } from './decisions.js';
import type { HouseholdInFrame } from './household-frame.js';
import { inOneLine, type CategoryTold } from './in-one-line.js';
import styles from './overview.module.css';
import {
  arrivalOf,
  Categories,
  HiddenList,
  isTold,
  recordOfPerson,
  tellCategories,
  type AskedSector,
  type Arrival,
} from './sector-part.js';
import type { Names } from './tell.js';

type Cases = NonNullable<NonNullable<HouseholdOverviewQuery['household']>['cases']>;

interface MemberPartProps {
  readonly member: NonNullable<HouseholdInFrame['members']>[number];
  readonly more: OverviewMember;
  readonly household: string;
  readonly cases: Cases;
  readonly asked: readonly AskedSector[];
  readonly names: Names;
}

/** One member: first what matters in a few lines, then everything, folded. */
export function MemberPart({ member, more, household, cases, asked, names }: MemberPartProps): ReactNode {
  const identity = member.person?.identity;
  const id = `member-${more.id}`;
  const card = useRef<HTMLElement>(null);
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === `#${id}`) card.current?.focus();
  }, [hash, id]);
  const parts = more.disclosure.sectors.map((decision): Part => {
    const of = asked.find(({ sector }) => sector.id === decision.sector);
    const record = of ? recordOfPerson(of, more.id) : null;
    return {
      decision,
      isSector: of !== undefined,
      arrival: of ? arrivalOf(of) : 'HERE',
      all: tellCategories(of?.sector.person, record, decision.categories),
    };
  });
  const seats = seatsFor(more.id, cases);
  const about = { household, person: more.id, case: cases[0]?.id ?? undefined };
  return (
    <section ref={card} id={id} tabIndex={-1} aria-labelledby={`${id}-name`} className={styles.member}>
      <h3 id={`${id}-name`}>
        <PersonName identity={identity} />
        {member.relation && <Mark>{word('Relation', member.relation)}</Mark>}
        {identity?.birthDate && !identity.deceasedOn && (
          <span className={styles.age}>{age(identity.birthDate)}歳</span>
        )}
        {identity?.deceasedOn && <Mark>{wareki(identity.deceasedOn)}に死亡</Mark>}
      </h3>
      <Facts
        facts={[
          ['生年月日', identity?.birthDate ? wareki(identity.birthDate) : identity?.birthAsGiven],
          ['住所', more.contact?.address],
          ['電話', more.contact?.phone && <a href={`tel:${more.contact.phone}`}>{more.contact.phone}</a>],
          ['ことば', languagesOf(more)],
          ['世帯を出た日', member.to && wareki(member.to)],
          ['関わる機関', seats.length > 0 ? <Involved key="offices" seats={seats} /> : undefined],
        ]}
      />
      {parts
        .filter(({ isSector }) => isSector)
        .map((part) => (
          <details key={part.decision.sector} className={styles.sector}>
            <summary>
              <h4>{part.decision.name}</h4>
              <span className={styles.line}>
                <InOneLine part={part} names={names} />
              </span>
            </summary>
            <Categories all={part.all} arrival={part.arrival} names={names} about={about} level={5} />
          </details>
        ))}
      <HiddenOfHub parts={parts} about={about} />
    </section>
  );
}

interface Part {
  readonly decision: SectorDecision;
  /** Not of the hub itself, whose own records are on the other tabs. */
  readonly isSector: boolean;
  readonly arrival: Arrival;
  readonly all: readonly CategoryTold[];
}

function InOneLine({
  part: { decision, arrival, all },
  names,
}: {
  readonly part: Part;
  readonly names: Names;
}): ReactNode {
  const line = inOneLine(all, records, names);
  if (line !== '') return line;
  if (all.every((each) => !isTold(each, arrival))) {
    const [hidden] = hiddenByReason(decision.categories);
    return (
      <span className="quiet">
        <span aria-hidden="true">◇ </span>表示していません({hidden?.why})
      </span>
    );
  }
  if (arrival === 'WAITING') return <span className="quiet">読み込んでいます…</span>;
  if (arrival !== 'HERE') return 'いま取得できません';
  if (all.some(({ told }) => told.length > 0)) return '下に記録があります';
  return <span className="quiet">見てよい範囲に記録はありません</span>;
}

function HiddenOfHub({
  parts,
  about,
}: {
  readonly parts: readonly Part[];
  readonly about: Parameters<typeof HiddenList>[0]['about'];
}): ReactNode {
  return parts
    .filter(({ isSector }) => !isSector)
    .map(({ decision }) => {
      const hidden = hiddenByReason(decision.categories);
      return (
        hidden.length > 0 && (
          <details key={decision.sector} className={styles.sector}>
            <summary>
              <h4>{decision.name}:表示していないもの</h4>
            </summary>
            <HiddenList hidden={hidden} about={about} />
          </details>
        )
      );
    });
}

type Seat = NonNullable<Cases[number]['roster']>[number];

/** The offices with a seat on a case for this person, or for everyone. */
const seatsFor = (person: string, cases: Cases): readonly Seat[] =>
  cases
    .flatMap(({ roster }) => roster ?? [])
    .filter(({ to, persons }) => !to && (persons === null || persons.some(({ id }) => id === person)));

function Involved({ seats }: { readonly seats: readonly Seat[] }): ReactNode {
  return (
    <ul className="plain-list">
      {seats.map(({ id, office, staffName, duty, responsibility }) => (
        <li key={id}>
          {office?.name ?? office?.code}
          {staffName && ` ${staffName}`}
          {duty && `(${word('Duty', duty)})`}
          {responsibility === 'LEAD' && <Mark kind="good">{word('Responsibility', responsibility)}</Mark>}
        </li>
      ))}
    </ul>
  );
}

const languageNames = new Intl.DisplayNames('ja', { type: 'language' });

function languagesOf({ languageNeeds }: OverviewMember): string | undefined {
  if (!languageNeeds) return undefined;
  const languages = (languageNeeds.languages ?? []).map(languageName);
  return [languages.join('・'), languageNeeds.need].filter(Boolean).join(' ') || undefined;
}

function languageName(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
