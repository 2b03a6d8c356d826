import { useState, type ReactNode } from 'react';
import {
  CaseNotes,
  CaseNoteVersions,
  type CaseNoteWordsFragment,
  type CaseNotesQuery,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { MorePages, usePages } from '../hub/pages.js';
import { useOffices } from '../office/offices.js';
import { useSession } from '../session/session.js';
import { ButtonLink } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { LongText } from '../ui/long-text.js';
import { Mark } from '../ui/mark.js';
import { moment } from '../words/words.js';
import { nothing } from './case-frame.js';
import styles from './case.module.css';
import { noteFacts } from './note-facts.js';
import { RecordedBy } from './recorded-by.js';

type Notes = NonNullable<CaseNotesQuery['supportCase']>['notes'];
type Note = Notes['edges'][number]['node'];

/** 支援経過: what happened last first, page by page. */
export function Notes({ caseId }: { readonly caseId: string }): ReactNode {
  const pages = usePages(
    CaseNotes,
    { id: caseId },
    ({ supportCase }) => withCursors(supportCase?.notes ?? nothing),
    ({ id }) => id ?? '',
  );
  return (
    <Answered asked={pages.asked} lines={5}>
      {() =>
        pages.nodes.length === 0 ? (
          <p className="quiet">表示できる支援経過はありません。</p>
        ) : (
          <>
            {pages.nodes.map((note, at) => (
              <OneNote key={note.id} note={note} caseId={caseId} after={pages.nodes[at - 1]?.cursor} />
            ))}
            <MorePages pages={pages} />
          </>
        )
      }
    </Answered>
  );
}

/** Each note with its place, after which the next one stands. */
const withCursors = ({ edges, pageInfo }: Pick<Notes, 'edges' | 'pageInfo'>) => ({
  pageInfo,
  edges: edges.map(({ cursor, node }) => ({ node: { ...node, cursor } })),
});

function OneNote({
  note: { id, newest, versions },
  caseId,
  after,
}: {
  readonly note: Note;
  readonly caseId: string;
  /** The place of the note before it. */
  readonly after: string | undefined;
}): ReactNode {
  const { viewer } = useSession();
  const offices = useOffices();
  const [isOpen, setOpen] = useState(false);
  if (!newest) return null;
  const revised = (newest.version ?? 1) > 1;
  return (
    <article className={styles.note}>
      <h3>
        {newest.heldAt && moment(newest.heldAt)}
        {revised && <Mark>第{newest.version}版</Mark>}
      </h3>
      <Facts facts={noteFacts(newest, offices.name, (text) => <LongText text={text} />).slice(1)} />
      <p className="quiet">
        記録 <RecordedBy office={newest.office} staffId={newest.staffId} at={newest.at} />
        {revised && newest.reason && (
          <>
            {' '}
            訂正の理由:<bdi>{newest.reason}</bdi>
          </>
        )}
      </p>
      <div className="row no-print">
        {id && newest.office === viewer.office && (
          <ButtonLink variant="quiet" to={`/cases/${caseId}/note?note=${encodeURIComponent(id)}`}>
            訂正する
          </ButtonLink>
        )}
      </div>
      {id && (versions ?? []).length > 1 && (
        <details className={styles.more} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>前の版を見る</summary>
          {isOpen && <OldVersions caseId={caseId} after={after} note={id} newest={newest} />}
        </details>
      )}
    </article>
  );
}

/** What stood there before, asked for when somebody wants to know. */
function OldVersions({
  caseId,
  after,
  note,
  newest,
}: {
  readonly caseId: string;
  readonly after: string | undefined;
  readonly note: string;
  readonly newest: CaseNoteWordsFragment;
}): ReactNode {
  const offices = useOffices();
  const asked = useAsked(CaseNoteVersions, { id: caseId, after });
  return (
    <Answered asked={asked}>
      {({ supportCase }) =>
        (supportCase?.notes.edges.find(({ node }) => node.id === note)?.node.versions ?? [])
          .filter(({ version }) => version !== newest.version)
          .map((old) => (
            <section key={old.version} aria-label={`第${old.version}版`}>
              <h4>第{old.version}版</h4>
              <Facts
                facts={[
                  ...noteFacts(old, offices.name),
                  ['訂正の理由', old.reason && <bdi>{old.reason}</bdi>],
                  ['記録', <RecordedBy key="by" office={old.office} staffId={old.staffId} at={old.at} />],
                ]}
              />
            </section>
          ))
      }
    </Answered>
  );
}
