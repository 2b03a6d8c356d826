import { useRef, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { ReferralPage, type ReferralWholeFragment } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { StaffName } from '../office/staff.js';
import { ButtonLink } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Table } from '../ui/table.js';
import { day, moment, word } from '../words/words.js';
import { Answer } from './answer.js';
import { About, Due, officeName, StateMark } from './standing.js';

/** A つなぎシート: what was written, where it stands, what comes next. */
export function Component(): ReactNode {
  const { referralId = '' } = useParams();
  const asked = useAsked(ReferralPage, { id: referralId });
  return (
    <Page
      title="つなぎ"
      tab="つなぎ"
      above={[{ to: '/referrals', label: 'つなぎ' }]}
      actions={<ButtonLink to={`/papers/REFERRAL/${referralId}`}>つなぎシートを印刷する</ButtonLink>}
    >
      <Answered asked={asked} lines={8}>
        {({ referral }) =>
          referral ? (
            <Whole referral={referral} again={asked.again} />
          ) : (
            <Notice kind="info" title="このつなぎは見つかりません。" />
          )
        }
      </Answered>
    </Page>
  );
}

function Whole({
  referral,
  again,
}: {
  readonly referral: ReferralWholeFragment;
  readonly again: () => void;
}): ReactNode {
  const { fromOffice, toOffice, letter } = referral;
  const standing = useRef<HTMLElement>(null);
  return (
    <>
      <section ref={standing} tabIndex={-1} aria-label="いまの状態">
        <Facts
          facts={[
            ['状態', <StateMark key="state" state={referral.state} />],
            ['期限', referral.dueOn && <Due key="due" on={referral.dueOn} />],
            ['対象', <About key="about" persons={referral.persons} />],
            ['つなぎ元', officeName(fromOffice)],
            ['つなぎ先', officeName(toOffice)],
            ['緊急性', word('Urgency', referral.urgency)],
            ['送付', `${moment(referral.sentAt)}${referral.onPaper ? '(口頭・紙)' : ''}`],
            ['回答期限', day(referral.answerDue)],
            ['初回接触の期限', day(referral.firstContactDue)],
            [
              '引継ぎ',
              referral.handsOver && '初回接触が記録されると、つなぎ元のケースは引き継がれて終わります。',
            ],
            [
              'ケース',
              referral.caseId !== null && (
                <Link key="case" to={`/cases/${referral.caseId}`}>
                  ケースを見る
                </Link>
              ),
            ],
          ]}
        />
      </section>
      <section aria-labelledby="letter">
        <h2 id="letter">文面</h2>
        {letter && (
          <Facts
            facts={[
              ['つなぐ理由', letter.reason],
              ['依頼したいこと', letter.request],
              ['伝えた人', letter.toldBy],
              ['伝えた相手', letter.toldTo],
              ['伝えた日', letter.toldOn && day(letter.toldOn)],
            ]}
          />
        )}
        {referral.withheld && (
          <p className="quiet">
            あなたの担当・利用目的では表示できない内容があります。受理して担当になるか、本人の同意があると見られるものがあります。
          </p>
        )}
      </section>
      <Answer
        referral={referral}
        again={again}
        // The form is gone with its step: what came of it is read next.
        onDone={() => standing.current?.focus()}
      />
      <History referral={referral} />
    </>
  );
}

function History({
  referral: { events, notes, fromOffice, toOffice },
}: {
  readonly referral: ReferralWholeFragment;
}): ReactNode {
  const office = (code: string): string =>
    officeName([fromOffice, toOffice].find((each) => each.code === code) ?? { code, name: null });
  return (
    <section aria-labelledby="history">
      <h2 id="history">経過</h2>
      <Table
        caption="つなぎの経過(古い順)"
        rows={events}
        keyOf={({ version }) => String(version)}
        columns={[
          {
            name: '状態',
            cell: ({ state, version }) =>
              version === 1 && state === 'SENT' ? '送付' : word('ReferralState', state),
          },
          { name: '日付', cell: ({ onDate }) => day(onDate) },
          {
            name: '理由',
            cell: ({ sendBackReason, withdrawnBy }) =>
              (sendBackReason && word('SendBackReason', sendBackReason)) ??
              (withdrawnBy && word('WithdrawnBy', withdrawnBy)),
          },
          {
            name: '内容',
            cell: ({ version }) => {
              const text = notes?.find((note) => note.version === version)?.text;
              return text && <span className="words">{text}</span>;
            },
          },
          { name: '記録した機関', cell: ({ officeCode }) => office(officeCode) },
          {
            name: '記録',
            cell: ({ at, staffId }) => (
              <>
                {moment(at)} <StaffName id={staffId} />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
