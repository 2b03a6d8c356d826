import type { ReactNode } from 'react';
import { CasePage } from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { useWatchedOver } from '../hub/watched-over.js';
import { ButtonLink } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Page } from '../ui/page.js';
import { useSectionInAddress } from '../ui/section-in-address.js';
import { day } from '../words/words.js';
import { CaseLine, FoundCase, useCaseId } from './case-frame.js';
import styles from './case.module.css';
import { Flags } from './flags.js';
import { RosterTrail, StepTrail } from './history.js';
import { IntakeSummary } from './intake-summary.js';
import { Issues } from './issues.js';
import { Next } from './next.js';
import { Notes } from './notes.js';
import { RosterSummary } from './roster-summary.js';
import { Work } from './work.js';

const parts = [
  ['intake', '受付'],
  ['issues', '課題'],
  ['flags', '複合的な課題'],
  ['roster', '支援体制'],
  ['work', 'つなぎ・会議・プラン'],
  ['notes', '支援経過'],
  ['history', '経緯'],
] as const;

/** One case: where it stands, what comes next, and all that was written of it. */
export function Component(): ReactNode {
  const caseId = useCaseId();
  return <CaseView key={caseId} caseId={caseId} />;
}

function CaseView({ caseId }: { readonly caseId: string }): ReactNode {
  const asked = useAsked(CasePage, { id: caseId });
  const { over } = useWatchedOver(asked.data?.supportCase?.persons);
  const number = asked.data?.supportCase?.number;
  useSectionInAddress(asked.data?.supportCase !== undefined);
  return (
    <Page
      title={number ? `ケース ${number}` : 'ケース'}
      tab={number ? `ケース ${number}` : 'ケース'}
      above={[{ to: '/cases', label: 'ケース' }]}
      actions={
        <>
          <ButtonLink to={`/papers/INTAKE/${caseId}`}>相談受付票を印刷</ButtonLink>
          <ButtonLink to={`/papers/ASSESSMENT/${caseId}`}>アセスメントシートを印刷</ButtonLink>
          <ButtonLink to={`/papers/CASE_NOTES/${caseId}`}>支援経過を印刷</ButtonLink>
        </>
      }
    >
      {over(
        <FoundCase asked={asked}>
          {(of) => (
            <>
              <CaseLine of={of} />
              <Facts
                facts={[
                  ['開始日', of.openedOn && day(of.openedOn)],
                  ['再開の元のケース', of.reopenedFrom],
                  ['版', of.version],
                ]}
              />
              <Next of={{ ...of, id: caseId }} version={of.version ?? 0} again={asked.again} />
              <nav aria-label="このページの内容">
                <ul className={styles.contents}>
                  {parts.map(([id, label]) => (
                    <li key={id}>
                      <a href={`#${id}`}>{label}</a>
                    </li>
                  ))}
                </ul>
              </nav>
              <IntakeSummary intake={of.intake} />
              <Issues caseId={caseId} issues={of.issues} sensitive={of.sensitiveIssues} again={asked.again} />
              <Flags
                caseId={caseId}
                householdId={of.householdId}
                persons={of.persons}
                flags={of.compositeFlags}
                again={asked.again}
              />
              <RosterSummary caseId={caseId} roster={of.roster} />
              <Work of={of} caseId={caseId} />
              <section aria-labelledby="notes">
                <div className={styles.head}>
                  <h2 id="notes" tabIndex={-1}>
                    支援経過
                  </h2>
                  <ButtonLink to={`/cases/${caseId}/note`}>支援経過を書く</ButtonLink>
                </div>
                <Notes caseId={caseId} />
              </section>
              <section aria-labelledby="history">
                <h2 id="history" tabIndex={-1}>
                  経緯
                </h2>
                <h3>ケースの状態</h3>
                <StepTrail caseId={caseId} />
                <h3>支援体制の変更</h3>
                <RosterTrail caseId={caseId} />
              </section>
            </>
          )}
        </FoundCase>,
      )}
    </Page>
  );
}
