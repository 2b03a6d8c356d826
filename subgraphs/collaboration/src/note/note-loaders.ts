import { createLoader, groupBy, type RequestBase } from '@kasane/subgraph-kit';
import { In } from 'typeorm';
import { pageLoader } from '../case/case-pages.js';
import { CaseNoteVersionRow, type ToldDisclosureRow } from './note-tables.js';

/**
 * What a request reads of notes. Who may read which is asked in the statement itself: all of whom a row speaks must be
 * open, or be worked with where the own office wrote it. So no page is shorter for a note that is hidden.
 */
export const noteLoaders = ({ manager, viewer }: Pick<RequestBase, 'manager' | 'viewer'>) => ({
  /** Newest versions of the notes of a case, what happened last first. */
  caseNotes: pageLoader<CaseNoteVersionRow>(
    (cases, { before, limit, open, own }) => manager.sql`
      SELECT asked.id AS "of", v.note_id AS "noteId", v.version, v.held_at AS "heldAt", v.method,
             v.answered_by AS "answeredBy", v.counterpart, v.content, v.next_step AS "nextStep",
             v.next_on AS "nextOn", v.next_office AS "nextOffice", v.minutes, v.persons, v.reason,
             v.office_code AS "officeCode", v.staff_id AS "staffId", v.at
      FROM unnest(${[...cases]}::varchar[]) AS asked (id)
      CROSS JOIN LATERAL (
        SELECT * FROM case_note
        WHERE case_id = asked.id AND (held_at, id COLLATE "C") < (${before.at}::timestamptz, ${before.id})
          AND (persons <@ ${JSON.stringify(open)}::jsonb
               OR (office_code = ${viewer.office} AND persons <@ ${JSON.stringify(own)}::jsonb))
        ORDER BY held_at DESC, id COLLATE "C" DESC LIMIT ${limit}) n
      JOIN case_note_version v ON v.note_id = n.id AND v.version = n.version
      ORDER BY n.held_at DESC, n.id COLLATE "C" DESC`,
  ),
  /** All versions of a note, the newest first. */
  noteVersions: createLoader<string, readonly CaseNoteVersionRow[]>(
    async (notes) =>
      groupBy(
        await manager.find(CaseNoteVersionRow, {
          where: { noteId: In([...notes]) },
          order: { version: 'DESC' },
        }),
        ({ noteId }) => noteId,
      ),
    () => [],
  ),
  toldDisclosures: pageLoader<ToldDisclosureRow>(
    (cases, { before, limit, open, own }) => manager.sql`
      SELECT asked.id AS "of", t.id, t.case_id AS "caseId", t.persons, t.recipient, t.categories, t.how,
             t.told_on AS "toldOn", t.basis, t.office_code AS "officeCode", t.staff_id AS "staffId", t.at
      FROM unnest(${[...cases]}::varchar[]) AS asked (id)
      CROSS JOIN LATERAL (
        SELECT * FROM told_disclosure
        WHERE case_id = asked.id AND (at, id COLLATE "C") < (${before.at}::timestamptz, ${before.id})
          AND (persons <@ ${JSON.stringify(open)}::jsonb
               OR (office_code = ${viewer.office} AND persons <@ ${JSON.stringify(own)}::jsonb))
        ORDER BY at DESC, id COLLATE "C" DESC LIMIT ${limit}) t
      ORDER BY t.at DESC, t.id COLLATE "C" DESC`,
  ),
});
