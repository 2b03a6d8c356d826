import { useEffect, useState } from 'react';
import { CaseNotes, type CaseNoteWordsFragment } from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';

/** One note of a case, looked for page by page: as it stood when the page was opened. */
export function useNote(
  caseId: string,
  noteId: string,
): { readonly note: CaseNoteWordsFragment | undefined; readonly isAsking: boolean } {
  const [after, setAfter] = useState<string>();
  const [note, setNote] = useState<CaseNoteWordsFragment>();
  const { data, error, isAsking } = useAsked(CaseNotes, { id: caseId, after }, { pause: note !== undefined });
  const page = data?.supportCase?.notes;
  const newest = page?.edges.find(({ node }) => node.id === noteId)?.node.newest ?? undefined;
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  useEffect(() => {
    // What was answered before may be out of date: to revise it is to have seen what stands there now.
    if (isAsking) return;
    if (newest) setNote((before) => before ?? newest);
    else if (next) setAfter(next);
  }, [isAsking, newest, next]);
  return { note, isAsking: !note && !error && (isAsking || newest !== undefined || next !== null) };
}
