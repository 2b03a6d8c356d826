import { useState, type ReactNode } from 'react';
import { CaseFrame, useCaseId } from '../case/case-frame.js';
import {
  ParticipationPage,
  type ParticipationFactsFragment,
  type ParticipationPageQuery,
} from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Facts } from '../ui/facts.js';
import { Mark } from '../ui/mark.js';
import { PersonName } from '../ui/person-name.js';
import { Table } from '../ui/table.js';
import { day, daysUntil, todayInJapan, word } from '../words/words.js';
import { BeginParticipation } from './begin-participation.js';
import { FollowUp } from './follow-up.js';
import { MoveMatch } from './move-match.js';
import { matchFollowers } from './match-steps.js';
import { ProposeMatch } from './propose-match.js';
import styles from '../case/case.module.css';

type Found = NonNullable<ParticipationPageQuery['supportCase']>;
export type Match = NonNullable<ParticipationFactsFragment['matches']>[number];
type Doing =
  | { readonly is: 'BEGIN' }
  | { readonly is: 'PROPOSE'; readonly participation: ParticipationFactsFragment }
  | { readonly is: 'MOVE' | 'FOLLOW'; readonly match: Match };

const titles: Readonly<Record<Doing['is'], string>> = {
  BEGIN: '参加支援を始める',
  PROPOSE: '支援メニューを提案する',
  MOVE: 'マッチングを進める',
  FOLLOW: 'フォローアップを記録する',
};

/** 参加支援: what somebody would like to do, where it was tried, and how it goes. */
export function Component(): ReactNode {
  const asked = useAsked(ParticipationPage, { id: useCaseId() });
  const [doing, setDoing] = useState<Doing>();
  const done = (): void => {
    setDoing(undefined);
    asked.again();
  };
  return (
    <CaseFrame
      title="参加支援"
      asked={asked}
      actions={
        <>
          <Button variant="primary" onPress={() => setDoing({ is: 'BEGIN' })}>
            参加支援を始める
          </Button>
          <ButtonLink to="/participation-hosts">受入先の一覧</ButtonLink>
        </>
      }
    >
      {(found) => (
        <>
          <Participations found={found} onDo={setDoing} />
          <Dialog
            title={doing ? titles[doing.is] : ''}
            isOpen={doing !== undefined}
            onClose={() => setDoing(undefined)}
          >
            {doing?.is === 'BEGIN' && <BeginParticipation persons={found.persons} onDone={done} />}
            {doing?.is === 'PROPOSE' && <ProposeMatch participation={doing.participation} onDone={done} />}
            {doing?.is === 'MOVE' && <MoveMatch match={doing.match} onDone={done} />}
            {doing?.is === 'FOLLOW' && <FollowUp match={doing.match} onDone={done} />}
          </Dialog>
        </>
      )}
    </CaseFrame>
  );
}

function Participations({
  found,
  onDo,
}: {
  readonly found: Found;
  readonly onDo: (doing: Doing) => void;
}): ReactNode {
  const participations = found.participations ?? [];
  if (participations.length === 0) return <p className="quiet">表示できる参加支援はありません。</p>;
  return participations.map((participation) => {
    const { id, person, wishes, strengths, conditions, office, matches } = participation;
    return (
      <section key={id} aria-labelledby={id}>
        <div className={styles.head}>
          <h2 id={id}>
            <PersonName identity={person?.identity} />
          </h2>
          <Button onPress={() => onDo({ is: 'PROPOSE', participation })}>支援メニューを提案する</Button>
        </div>
        <Facts
          facts={[
            ['希望', wishes && <bdi>{wishes}</bdi>],
            ['強み', strengths && <bdi>{strengths}</bdi>],
            ['配慮してほしいこと', conditions && <bdi>{conditions}</bdi>],
            ['担当する機関', office.name ?? office.code],
          ]}
        />
        <Table<Match>
          caption="マッチング"
          rows={matches ?? []}
          keyOf={(match) => match.id}
          empty="表示できるマッチングはありません。"
          columns={[
            {
              name: '受入先・メニュー',
              cell: ({ hostName, menu }) => [hostName, menu?.title].filter(Boolean).join(' '),
            },
            {
              name: '状態',
              cell: ({ state, sinceOn }) => (
                <>
                  {state && <Mark>{word('ParticipationMatchState', state)}</Mark>} {sinceOn && day(sinceOn)}
                </>
              ),
            },
            { name: '次のフォローアップ', cell: ({ followUpOn }) => followUpOn && <Due on={followUpOn} /> },
            { name: 'フォローアップ', cell: (match) => <FollowUps of={match} /> },
            {
              name: '進める',
              cell: (match) => (
                <span className="row">
                  {match.state && matchFollowers[match.state].length > 0 && (
                    <Button variant="quiet" onPress={() => onDo({ is: 'MOVE', match })}>
                      進める
                    </Button>
                  )}
                  <Button variant="quiet" onPress={() => onDo({ is: 'FOLLOW', match })}>
                    フォローアップ
                  </Button>
                </span>
              ),
            },
          ]}
        />
      </section>
    );
  });
}

const Due = ({ on }: { readonly on: string }): ReactNode => (
  <>
    {day(on)} <Mark kind={on < todayInJapan() ? 'late' : 'soon'}>{daysUntil(on)}</Mark>
  </>
);

function FollowUps({ of: { followUps } }: { readonly of: Match }): ReactNode {
  if (!followUps || followUps.length === 0) return null;
  return (
    <ul>
      {followUps.map(({ of, on, words }, at) => (
        <li key={at}>
          {on && day(on)} {of && word('ParticipationFollowUpOf', of)} {words && <bdi>{words}</bdi>}
        </li>
      ))}
    </ul>
  );
}
