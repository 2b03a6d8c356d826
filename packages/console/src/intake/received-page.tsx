import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { IntakeReceived } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { ButtonLink } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { PersonName } from '../ui/person-name.js';
import { word } from '../words/words.js';

/** After a consultation was received: its number, and what comes next. */
export function Component(): ReactNode {
  const { caseId = '' } = useParams();
  const [search] = useSearchParams();
  const consentFirst = search.get('consent') === 'next';
  const asked = useAsked(IntakeReceived, { id: caseId });
  return (
    <Page title="相談を受け付けました" tab="相談を受け付けました">
      <Answered asked={asked} lines={5}>
        {({ supportCase }) =>
          supportCase ? (
            <>
              <Notice kind="success" title={`ケース番号 ${supportCase.number ?? ''}`}>
                <p>このあと、同意とスクリーニングに進みます。あとからでも「対応待ち」から始められます。</p>
              </Notice>
              <Facts
                facts={[
                  ['状態', supportCase.status && word('CaseStatus', supportCase.status)],
                  ['緊急性', supportCase.intake?.urgency && word('Urgency', supportCase.intake.urgency)],
                  ['同意', supportCase.intake?.withConsent ? 'あり' : 'まだありません'],
                ]}
              />
              <h2>同意</h2>
              <p>見せてよい相手と範囲を、一人ずつ本人(または親権者・後見人など)に確かめます。</p>
              <ul className="plain-list stack">
                {(supportCase.persons ?? []).map(({ id, identity }) => (
                  <li key={id} className="row">
                    <ButtonLink
                      to={`/persons/${id}/consent?case=${caseId}`}
                      variant={
                        consentFirst && id === supportCase.intake?.person?.id ? 'primary' : 'secondary'
                      }
                    >
                      <span>
                        <PersonName identity={identity} />
                        の同意を記録する
                      </span>
                    </ButtonLink>
                  </li>
                ))}
              </ul>
              <h2>スクリーニング</h2>
              <p>情報提供で終わるか、ほかの機関へつなぐか、多機関協働で受理するかを決めます。</p>
              <div className="row">
                <ButtonLink
                  to={`/cases/${caseId}/screening`}
                  variant={consentFirst ? 'secondary' : 'primary'}
                >
                  スクリーニングする
                </ButtonLink>
                <ButtonLink to={`/cases/${caseId}`}>ケースを見る</ButtonLink>
                {supportCase.householdId && (
                  <ButtonLink to={`/households/${supportCase.householdId}`}>世帯を見る</ButtonLink>
                )}
              </div>
              <h2>印刷</h2>
              <div className="row">
                <ButtonLink to={`/papers/INTAKE/${caseId}`}>相談受付・申込票</ButtonLink>
                <ButtonLink to={`/papers/ASSESSMENT/${caseId}`}>インテーク・アセスメントシート</ButtonLink>
              </div>
              <p>
                <ButtonLink to="/intake" variant="quiet">
                  続けて別の相談を受ける
                </ButtonLink>
              </p>
            </>
          ) : (
            <Notice kind="info" title="このケースは見つかりません。" />
          )
        }
      </Answered>
    </Page>
  );
}
