import { useRef, useState, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ConsentPage, type ConsentPageQuery, type ConsentViewedFragment } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Mark } from '../ui/mark.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { PersonName } from '../ui/person-name.js';
import { useSay } from '../ui/said.js';
import { day, todayInJapan, word } from '../words/words.js';
import { AnswerForm } from './answer-form.js';
import { History } from './history.js';
import { languageName } from './languages.js';
import { lastDayInWords } from './last-day.js';
import { ConsentPapers } from './papers.js';
import { RenewForm } from './renew-form.js';
import { ruleInWords, RulesTable } from './rule-words.js';
import { SeenBy, SeenByTable } from './seen-by.js';
import { WithdrawForm } from './withdraw-form.js';

export type Consent = NonNullable<ConsentPageQuery['consent']>;

/** What every form that changes a consent is given. */
export interface ChangeProps {
  readonly consent: Consent;
  readonly readAgain: () => void;
  readonly onDone: (words: string) => void;
}

/** How often the page looks whether somebody withdrew meanwhile. */
const LOOK_AGAIN_MS = 10_000;

/** 同意の記録: how it stands, what it says, what happened to it, and what can be done. */
export function Component(): ReactNode {
  const { consentId = '' } = useParams();
  const asked = useAsked(ConsentPage, { id: consentId }, { everyMs: LOOK_AGAIN_MS });
  return (
    <Page title="同意の記録" tab="同意の記録" above={[{ to: '/consents', label: '同意' }]}>
      <Answered asked={asked} lines={10}>
        {({ consent, sectors }) =>
          consent ? (
            <OneConsent key={consentId} consent={consent} sectors={sectors} readAgain={asked.again} />
          ) : (
            <Notice kind="info" title="見つかりません">
              <p>この番号の同意の記録は、ないか、いまの担当では見ることができません。</p>
            </Notice>
          )
        }
      </Answered>
    </Page>
  );
}

const names = { answer: '返事を記録する', renew: '更新する', withdraw: '撤回する' } as const;
type Doing = keyof typeof names;
const isDoing = (asked: string | null): asked is Doing => asked !== null && Object.hasOwn(names, asked);

function OneConsent({
  consent,
  sectors,
  readAgain,
}: {
  readonly consent: Consent;
  readonly sectors: ConsentPageQuery['sectors'];
  readonly readAgain: () => void;
}): ReactNode {
  const [search, setSearch] = useSearchParams();
  const { say } = useSay();
  const standing = useRef<HTMLHeadingElement>(null);
  const [seenBy, setSeenBy] = useState<readonly ConsentViewedFragment[]>();
  const { state, subject, events, validFrom, validUntil, daysLeft, notice } = consent;
  const isAsked = state === 'REQUESTED' || state === 'DEFERRED';
  const isGiven = state === 'GIVEN' || state === 'RENEWED';
  const isDecided = (events ?? []).some(
    (event) => event.state === 'GIVEN' || event.state === 'RENEWED' || event.state === 'REFUSED',
  );
  const doing = search.get('do');
  const setDoing = (to: Doing | undefined): void =>
    setSearch(to === undefined ? {} : { do: to }, { replace: true });

  const change: ChangeProps = {
    consent,
    readAgain,
    onDone(words) {
      say(words);
      setDoing(undefined);
      readAgain();
      standing.current?.focus();
    },
  };
  return (
    <>
      <h2 ref={standing} tabIndex={-1}>
        いまの状態
      </h2>
      <Facts
        facts={[
          ['本人', <PersonName key="name" identity={subject?.identity} />],
          [
            '状態',
            state && (
              <>
                <Mark kind={isGiven ? 'good' : isAsked ? 'soon' : 'plain'}>
                  {word('ConsentState', state)}
                </Mark>
                {isGiven && daysLeft !== null && (daysLeft === 0 ? ' 今日まで' : ` あと${daysLeft}日`)}
              </>
            ),
          ],
          [
            '有効期間',
            validFrom &&
              validUntil &&
              `${day(todayInJapan(new Date(validFrom)))}から${lastDayInWords(validUntil)}まで`,
          ],
          ['同意者', consent.grantors?.map(grantorInWords).join('、')],
          ['利用目的', consent.purposes?.map((each) => word('Purpose', each)).join('、')],
          ['説明書', notice && `${notice}(${languageName(consent.noticeLanguage ?? '')})`],
        ]}
      />

      {seenBy && (
        <Notice kind="success" title="撤回を記録しました。この同意ではもう見えません。">
          <p>
            撤回の前に見た職員は、次のとおりです。印刷した紙や書き写したものは、重ねからは取り戻せません。返却や廃棄を頼んでください。
          </p>
          <SeenByTable viewings={seenBy} />
        </Notice>
      )}

      <section className="no-print" aria-labelledby="actions">
        <h2 id="actions">手続</h2>
        <div className="row">
          {isAsked && <DoButton name="answer" {...{ doing, setDoing }} />}
          {isGiven && <DoButton name="renew" {...{ doing, setDoing }} />}
          {(isGiven || isAsked) && <DoButton name="withdraw" {...{ doing, setDoing }} />}
          {subject && (
            <ButtonLink to={`/persons/${subject.id}/consent?replaces=${consent.id}`}>
              新しい同意を記録する
            </ButtonLink>
          )}
        </div>
        {isDoing(doing) && (
          <>
            <h3>{names[doing]}</h3>
            {doing === 'answer' && <AnswerForm {...change} />}
            {doing === 'renew' && <RenewForm {...change} />}
            {doing === 'withdraw' && <WithdrawForm {...change} onSeen={setSeenBy} />}
            <p>
              <Button variant="quiet" onPress={() => setDoing(undefined)}>
                この手続をやめる
              </Button>
            </p>
          </>
        )}
      </section>

      <h2>内容</h2>
      <RulesTable rules={(consent.rules ?? []).map((rule) => ruleInWords(rule, sectors))} />

      <section className="no-print" aria-labelledby="papers">
        <h2 id="papers">用紙と控え</h2>
        <ConsentPapers
          key={String(isDecided)}
          consentId={consent.id ?? ''}
          notice={notice}
          isDecided={isDecided}
          isOpen={search.get('paper') === 'open'}
        />
      </section>

      <h2>経過</h2>
      <History events={events ?? []} />

      <section className="no-print" aria-labelledby="seen">
        <h2 id="seen">誰が何を見たか</h2>
        <SeenBy consentId={consent.id ?? ''} />
      </section>
    </>
  );
}

function DoButton({
  name,
  doing,
  setDoing,
}: {
  readonly name: Doing;
  readonly doing: string | null;
  readonly setDoing: (to: Doing | undefined) => void;
}): ReactNode {
  return (
    <Button aria-expanded={doing === name} onPress={() => setDoing(doing === name ? undefined : name)}>
      {names[name]}
    </Button>
  );
}

function grantorInWords({
  name,
  relation,
  authorityDocument,
}: NonNullable<Consent['grantors']>[number]): string {
  const by = [relation && word('GrantorRelation', relation), authorityDocument].filter(Boolean).join('、');
  return by === '' ? (name ?? '') : `${name}(${by})`;
}
