import { useState, type ReactNode } from 'react';
import { records, sectors, type SectorView } from '../generated/sectors.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { Records } from '../household/record-view.js';
import { categoriesOf, saysAnything, toldOf, type SectorRecord } from '../household/sector-record.js';
import type { Names } from '../household/tell.js';
import { useSession } from '../session/session.js';

import { Notice } from '../ui/notice.js';
import { PersonName } from '../ui/person-name.js';
import { useSay } from '../ui/said.js';
import { Table } from '../ui/table.js';
import type { DataCategory } from '../generated/operations.js';
import { moment, word } from '../words/words.js';
import styles from './conference.module.css';
import { Deed } from '../form/deed.js';
import { useEntering } from './entering.js';
import type { Named } from '../ui/persons.js';
import { keepReleased, readReleased, type MadeRelease } from './released.js';
import { ownRecords, titleOf, type OwnRecord, type SectorInSession } from './sector-in-session.js';
import type { PartOfSession } from './session-page.js';

/**
 * What the sectors' systems tell of those on the agenda: to who has entered, what the statute opens and what owners
 * released; to an owner, what is theirs to release. Whoever may open the household sees it there; a guest of conferences
 * sees it nowhere else.
 */
export default function SessionRecords({ session }: PartOfSession): ReactNode {
  const { viewer } = useSession();
  const { inside } = useEntering();
  const isInside = inside === session.id;
  const own = sectors.find(({ id }) => id === viewer.sector);
  const persons = session.persons ?? [];
  if (persons.length === 0) return null;
  return (
    <>
      {isInside && (session.households ?? []).length === 0 && (
        <>
          <h2>この場で見られる記録</h2>
          <p>この場の法令で見られるものと、持っている機関が一件ずつ出した記録です。</p>
          {sectors.map((sector) => (
            <Shown key={sector.id} sector={sector} session={session.id} persons={persons} />
          ))}
        </>
      )}
      {own?.session && <Releases sector={own} question={own.session} session={session} persons={persons} />}
    </>
  );
}

const namesOf = (persons: readonly Named[]): Names =>
  new Map(persons.flatMap(({ id, identity }) => (identity?.name ? [[id, identity.name]] : [])));

interface InSector {
  readonly sector: SectorView;
  readonly persons: readonly Named[];
}

function Shown({ sector, session, persons }: InSector & { readonly session: string }): ReactNode {
  return sector.session ? (
    <ShownOf sector={sector} session={session} persons={persons} question={sector.session} />
  ) : null;
}

/** One sector's part, with its own skeleton: a slow one holds up nobody else. */
function ShownOf({
  sector,
  session,
  persons,
  question,
}: InSector & { readonly session: string; readonly question: SectorInSession }): ReactNode {
  const asked = useAsked(question.question, { id: session });
  return (
    <Answered asked={asked} lines={2}>
      {({ statutorySession }) =>
        (statutorySession?.persons ?? []).map(({ id, record }, at) => (
          <OfPerson
            key={id}
            number={at + 1}
            person={persons.find((person) => person.id === id)}
            record={withoutNumbers(record ?? null)}
            type={sector.person ?? ''}
            names={namesOf(persons)}
          />
        ))
      }
    </Answered>
  );
}

function OfPerson({
  number,
  person,
  record,
  type,
  names,
}: {
  readonly number: number;
  readonly person: Named | undefined;
  readonly record: SectorRecord | null;
  readonly type: string;
  readonly names: Names;
}): ReactNode {
  const told = categoriesOf(type, records).flatMap((category) => {
    const all = toldOf(type, record, category, records).flatMap(({ field, items }) => {
      const saying = items.filter(saysAnything);
      return saying.length > 0 ? [{ field, items: saying }] : [];
    });
    return all.length > 0 ? [{ category: category as DataCategory, all }] : [];
  });
  if (told.length === 0) return null;
  return (
    <section className={styles.card}>
      <h3>
        議題の人 {number} <PersonName identity={person?.identity} />
      </h3>
      {told.map(({ category, all }) => (
        <section key={category}>
          <h4>{word('DataCategory', category)}</h4>
          {all.map((each) => (
            <Records
              key={each.field.name}
              told={each}
              under={word('DataCategory', category)}
              names={names}
              level={5}
            />
          ))}
        </section>
      ))}
    </section>
  );
}

/** The numbers of records are for their owners: nobody else reads anything in them. */
function withoutNumbers(record: SectorRecord | null): SectorRecord | null {
  if (record === null) return null;
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, within]) => (name === 'recordId' ? [] : [[name, bare(within)]])),
    );
  };
  return bare(record) as SectorRecord;
}

/** A release lasts as long as its session, and no longer than the owner's system allows. */
const MAX_RELEASE_DAYS = 90;
const untilOf = (closesAt: string): string =>
  new Date(Math.min(Date.parse(closesAt), Date.now() + MAX_RELEASE_DAYS * 86_400_000 - 60_000)).toISOString();

function Releases({
  sector,
  question,
  session,
  persons,
}: InSector & {
  readonly question: SectorInSession;
  readonly session: PartOfSession['session'];
}): ReactNode {
  const { viewer } = useSession();
  const asked = useAsked(question.question, { id: session.id });
  const release = useChange(question.release);
  const takeBack = useChange(question.takeBack);
  const { say } = useSay();
  const [made, setMade] = useState(() => readReleased(viewer.staffId));
  const names = namesOf(persons);
  const keep = (next: readonly MadeRelease[]): void => {
    setMade(next);
    keepReleased(viewer.staffId, next);
  };
  const here = made.filter((each) => each.session === session.id);
  const give = async (own: OwnRecord): Promise<void> => {
    const given = await release({
      session: session.id,
      recordId: own.recordId,
      until: untilOf(session.closesAt),
    });
    const { id, until, needsApproval } = given;
    keep([
      ...made,
      {
        id,
        until,
        needsApproval,
        session: session.id,
        recordId: own.recordId,
        what: own.field.label.replace(/の履歴$/, ''),
      },
    ]);
    say(needsApproval ? '記録を出しました。番号を、招集した人に伝えてください' : '記録をこの場に出しました');
  };
  return (
    <>
      <h2>自機関の記録を、この場に出す</h2>
      <p>
        担当する人の記録を、一件ずつ出します。場に入っている構成員だけが、{moment(untilOf(session.closesAt))}
        まで見られます。会議参加者(アカウントのあるゲスト)にも見えます。
      </p>
      {here.some(({ needsApproval }) => needsApproval) && (
        <Notice kind="warning" title="招集した人の承認が要る記録があります">
          <p>下の番号を、招集した人に伝えてください。承認されるまで、だれにも見えません。</p>
        </Notice>
      )}
      <Table
        caption="この端末から出した記録"
        rows={here}
        keyOf={({ id }) => id}
        empty="この端末から出した記録はありません。"
        columns={[
          { name: '記録', cell: ({ what }) => what },
          { name: '番号', cell: ({ id }) => <code>{id}</code> },
          { name: '期限', cell: ({ until }) => moment(until) },
          { name: '承認', cell: ({ needsApproval }) => (needsApproval ? '要ります' : '要りません') },
          {
            name: '取り下げ',
            cell: ({ id, what }) => (
              <Deed
                label="取り下げる"
                of={`${what} ${id}`}
                title="出した記録を取り下げますか"
                action="取り下げる"
                onDo={async () => {
                  await takeBack({ release: id });
                  keep(made.filter((each) => each.id !== id));
                  say('記録を取り下げました');
                }}
              >
                <p>{what}は、この場の次の操作から見えなくなります。</p>
              </Deed>
            ),
          },
        ]}
      />
      <Answered asked={asked}>
        {({ statutorySession }) =>
          (statutorySession?.persons ?? []).map(({ id, record }) => {
            const own = record ? ownRecords(sector.person ?? '', record, records) : [];
            if (own.length === 0) return null;
            const person = persons.find((each) => each.id === id);
            return (
              <details key={id}>
                <summary>
                  <PersonName identity={person?.identity} />({own.length}件の記録)
                </summary>
                <ul className="plain-list stack">
                  {own.map((each) => {
                    const title = titleOf(each, records, names);
                    const isOut = here.some(({ recordId }) => recordId === each.recordId);
                    return (
                      <li key={each.recordId} className="row">
                        <span>{title}</span>
                        {isOut ? (
                          <span className="quiet">出しました</span>
                        ) : (
                          <Deed
                            label="この場に出す"
                            of={title}
                            title="この記録を、この場に出しますか"
                            action="出す"
                            onDo={() => give(each)}
                          >
                            <p>{title}</p>
                            <p>場に入っている構成員の全員が、内容を見られるようになります。</p>
                          </Deed>
                        )}
                      </li>
                    );
                  })}
                </ul>
              </details>
            );
          })
        }
      </Answered>
    </>
  );
}
