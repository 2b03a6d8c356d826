import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { CaseHeadFragment } from '../generated/operations.js';
import type { Asked } from '../hub/asked.js';
import { ProblemNotice } from '../hub/asked.js';
import { codesOf } from '../hub/hub.js';
import { ButtonLink } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { Notice } from '../ui/notice.js';
import { Page, type Crumb } from '../ui/page.js';
import { Names } from '../ui/persons.js';
import { Skeleton } from '../ui/waiting.js';
import { word } from '../words/words.js';
import styles from './case.module.css';

/** The id in the address. */
export const useCaseId = (): string => useParams()['caseId'] ?? '';

/** A page of work on one case: which case it is stays in sight, and the way back to it. */
export function CaseFrame<Case extends CaseHeadFragment>({
  title,
  asked,
  children,
  actions,
}: {
  readonly title: string;
  readonly asked: Asked<{ readonly supportCase: Case | null }>;
  readonly children: (found: Case) => ReactNode;
  readonly actions?: ReactNode;
}): ReactNode {
  const caseId = useCaseId();
  const found = asked.data?.supportCase;
  const above: readonly Crumb[] = [
    { to: '/cases', label: 'ケース' },
    { to: `/cases/${caseId}`, label: found?.number ?? 'このケース' },
  ];
  return (
    <Page title={title} tab={title} above={above} actions={actions}>
      {found && <CaseLine of={found} />}
      <FoundCase asked={asked}>{children}</FoundCase>
    </Page>
  );
}

/** The case once it is answered; what stands in its way until then. */
export function FoundCase<Case>({
  asked: { data, error, again },
  children,
}: {
  readonly asked: Asked<{ readonly supportCase: Case | null }>;
  readonly children: (found: Case) => ReactNode;
}): ReactNode {
  if (!data && !error) return <Skeleton lines={6} />;
  if (data?.supportCase)
    return (
      <>
        {error && <ProblemNotice error={error} again={again} />}
        {children(data.supportCase)}
      </>
    );
  if (error && !codesOf(error).includes('NOT_FOUND')) return <ProblemNotice error={error} again={again} />;
  return <NoSuchCase />;
}

/** Said alike of a case that is over, of one of others, and of none. */
function NoSuchCase(): ReactNode {
  const caseId = useCaseId();
  return (
    <Notice kind="info" title="担当している開いたケースの中に、見つかりません">
      <p>終わったケースや、担当していないケースは、ここには出ません。</p>
      <div className="row">
        <ButtonLink to="/cases">担当ケースの一覧へ</ButtonLink>
        <ButtonLink to={`/cases/${caseId}/reopen`} variant="quiet">
          終結したケースを再開する
        </ButtonLink>
      </div>
    </Notice>
  );
}

/** Which case it is, in one line. */
export function CaseLine({ of }: { readonly of: CaseHeadFragment }): ReactNode {
  return (
    <p className={styles.line}>
      {of.number && <strong>{of.number}</strong>}
      {of.status && <Mark>{word('CaseStatus', of.status)}</Mark>}
      <span>
        <Names of={of.persons} />
      </span>
      {of.householdId && <Link to={`/households/${of.householdId}`}>世帯を見る</Link>}
    </p>
  );
}

/** A list of a case that is not there: of nothing. */
export const nothing = {
  edges: [],
  pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
};
