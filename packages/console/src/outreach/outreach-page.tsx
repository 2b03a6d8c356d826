import { useState, type ReactNode } from 'react';
import { CaseFrame, useCaseId } from '../case/case-frame.js';
import { OutreachPage, type OutreachFactsFragment, type OutreachPageQuery } from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Facts } from '../ui/facts.js';
import { Mark } from '../ui/mark.js';
import { PersonName } from '../ui/person-name.js';
import { Table } from '../ui/table.js';
import { day, daysUntil, moment, todayInJapan, word } from '../words/words.js';
import { BeginOutreach } from './begin-outreach.js';
import { RecordContact } from './record-contact.js';
import { sinceWords } from './since.js';
import styles from '../case/case.module.css';

type Found = NonNullable<OutreachPageQuery['supportCase']>;
type Contact = NonNullable<OutreachFactsFragment['contacts']>[number];

/** アウトリーチ: whom support does not reach yet, and how far the relationship has come. */
export function Component(): ReactNode {
  const asked = useAsked(OutreachPage, { id: useCaseId() });
  const [isBeginning, setBeginning] = useState(false);
  return (
    <CaseFrame
      title="アウトリーチ"
      asked={asked}
      actions={
        <Button variant="primary" onPress={() => setBeginning(true)}>
          アウトリーチを始める
        </Button>
      }
    >
      {(found) => (
        <>
          <Outreaches found={found} again={asked.again} />
          <Dialog title="アウトリーチを始める" isOpen={isBeginning} onClose={() => setBeginning(false)}>
            <BeginOutreach
              found={found}
              onDone={() => {
                setBeginning(false);
                asked.again();
              }}
            />
          </Dialog>
        </>
      )}
    </CaseFrame>
  );
}

function Outreaches({ found, again }: { readonly found: Found; readonly again: () => void }): ReactNode {
  const [writing, setWriting] = useState<OutreachFactsFragment>();
  const outreaches = found.outreaches ?? [];
  return (
    <>
      {outreaches.length === 0 && <p className="quiet">表示できるアウトリーチはありません。</p>}
      {outreaches.map((outreach) => (
        <section key={outreach.id} aria-labelledby={outreach.id}>
          <div className={styles.head}>
            <h2 id={outreach.id}>
              <PersonName identity={outreach.person?.identity} />
            </h2>
            <Button onPress={() => setWriting(outreach)}>働きかけを記録する</Button>
          </div>
          <OneOutreach outreach={outreach} />
        </section>
      ))}
      <Dialog title="働きかけを記録する" isOpen={writing !== undefined} onClose={() => setWriting(undefined)}>
        {writing && (
          <RecordContact
            outreach={writing}
            onDone={() => {
              setWriting(undefined);
              again();
            }}
          />
        )}
      </Dialog>
    </>
  );
}

function OneOutreach({ outreach }: { readonly outreach: OutreachFactsFragment }): ReactNode {
  const { stage, nextOn, office, foundThrough, foundWords, foundOn, withdrawnSince, isHikikomori } = outreach;
  const { quietFrom, quietTo, contacts } = outreach;
  return (
    <>
      <Facts
        facts={[
          ['段階', stage && <Mark>{word('OutreachStage', stage)}</Mark>],
          [
            '次に働きかける日',
            nextOn && (
              <>
                {day(nextOn)}{' '}
                <Mark kind={nextOn < todayInJapan() ? 'late' : 'soon'}>{daysUntil(nextOn)}</Mark>
              </>
            ),
          ],
          [
            '控えたい時間帯',
            quietFrom && quietTo && (
              <>
                <Mark kind="soon">控える</Mark> {quietFrom}から{quietTo}まで
              </>
            ),
          ],
          ['担当する機関', office.name ?? office.code],
          ['把握の経路', foundThrough && word('OutreachFoundThrough', foundThrough)],
          ['把握した日', foundOn && day(foundOn)],
          ['把握した内容', foundWords && <bdi>{foundWords}</bdi>],
          ['自宅にとどまり始めた時期', withdrawnSince && sinceWords(withdrawnSince)],
          [
            'ひきこもりの状態(6か月以上)',
            isHikikomori === null ? null : isHikikomori ? '当たる' : '当たらない',
          ],
        ]}
      />
      <Table<Contact>
        caption="働きかけの記録"
        rows={contacts ?? []}
        keyOf={({ id }) => id ?? ''}
        empty="表示できる働きかけはありません。"
        columns={[
          { name: '日時', cell: ({ at }) => at && moment(at) },
          { name: '方法', cell: ({ method }) => method && word('OutreachContactMethod', method) },
          { name: '結果', cell: (each) => each.outcome && word('OutreachContactOutcome', each.outcome) },
          {
            name: '内容',
            cell: ({ words, quietReason }) => (
              <>
                {words && <bdi className="words">{words}</bdi>}
                {quietReason && (
                  <p className="quiet">
                    控えたい時間帯に働きかけた理由:<bdi>{quietReason}</bdi>
                  </p>
                )}
              </>
            ),
          },
          { name: '段階', cell: (each) => each.stage && word('OutreachStage', each.stage) },
        ]}
      />
    </>
  );
}
