import { about } from '@kasane/subgraph-kit';
import { Category, Level, Role, type PersonId } from '@kasane/vocabulary';
import { caseStepOf } from '../case/case-step.js';
import { sightOf } from '../case/sight.js';
import { ConsentEvent, ConsentExplanation } from '../consent/consent.js';
import type { ConsentEventRow } from '../consent/consent-tables.js';
import type { CollaborationContext } from '../context.js';
import { caseNoteOf } from '../note/note.js';
import { personOf } from '../person/person.js';
import { rosterChangeOf } from '../roster/roster-change.js';
import { entrySources } from './entry-sources.js';
import { TimelineEvent, TimelineKind, TimelineSession } from './timeline.js';
import {
  NEWEST,
  ofCases,
  type FoundEvent,
  type TimelinePage,
  type TimelineSource,
} from './timeline-source.js';

type Happened = Omit<TimelineEvent, 'persons'>;

const found = (event: Happened, category: Category, subjects: readonly PersonId[]): FoundEvent => ({
  event: Object.assign(new TimelineEvent(), event, { persons: subjects.map(personOf) }),
  category,
  subjects,
});

/** Those of the known members of whom a category is open. */
const openTo = (
  { known }: TimelinePage,
  category: Category,
  { scope }: CollaborationContext,
): readonly PersonId[] =>
  known.filter((person) => scope.permits([person], category, { level: Level.SUMMARY }));

const steps: TimelineSource = {
  kind: TimelineKind.CASE_STEP,
  async read(page, context) {
    const open = openTo(page, Category.INVOLVEMENT, context);
    // A step is of the case, and so of everybody in it: it is told where all whom the viewer knows of are open.
    if (open.length !== page.known.length) return [];
    const rows = await ofCases(context.loaders.caseSteps, page, { open, own: [] });
    return rows.map((row) => {
      const step = caseStepOf(row, page);
      const event = { id: row.id, kind: TimelineKind.CASE_STEP, at: row.at, step };
      return found(event, Category.INVOLVEMENT, page.known);
    });
  },
};

const rosterChanges: TimelineSource = {
  kind: TimelineKind.ROSTER_CHANGE,
  async read(page, context) {
    const open = openTo(page, Category.INVOLVEMENT, context);
    const rows = await ofCases(context.loaders.rosterChanges, page, { open, own: [] });
    return rows.flatMap((row) => {
      const rosterChange = rosterChangeOf(row, { known: open, all: page.all });
      if (!rosterChange) return [];
      const event = { id: row.id, kind: TimelineKind.ROSTER_CHANGE, at: row.at, rosterChange };
      return [found(event, Category.INVOLVEMENT, rosterChange.subjects ?? [])];
    });
  },
};

const notes: TimelineSource = {
  kind: TimelineKind.NOTE,
  async read(page, context) {
    const sight = sightOf(page.household, Category.NOTES, context);
    const rows = await ofCases(context.loaders.caseNotes, page, sight);
    return rows.map((row) => {
      const event = { id: row.noteId, kind: TimelineKind.NOTE, at: row.heldAt, note: caseNoteOf(row) };
      return found(event, Category.NOTES, row.persons);
    });
  },
};

type ConsentHappened = ConsentEventRow & { readonly subject: PersonId };

const consents: TimelineSource = {
  kind: TimelineKind.CONSENT,
  async read(page, context) {
    const { manager } = context;
    const open = openTo(page, Category.CONSENT, context);
    const before = page.before ?? NEWEST;
    const rows = await manager.sql<ConsentHappened[]>`
      SELECT e.consent_id AS "consentId", e.seq, e.at, e.state, e.expression, e.expressed_by AS "expressedBy",
             e.recorded_by AS "recordedBy", e.witnesses, e.valid_until AS "validUntil", e.written_by AS "writtenBy",
             e.explanation, c.subject_id AS subject
      FROM consent_event e JOIN consent c ON c.id = e.consent_id
      WHERE c.subject_id = ANY(${[...open]}::varchar[])
        AND (e.at, (e.consent_id || '-' || e.seq) COLLATE "C") < (${before.at}::timestamptz, ${before.id})
      ORDER BY e.at DESC, (e.consent_id || '-' || e.seq) COLLATE "C" DESC LIMIT ${page.limit}`;
    return rows.map(({ subject, ...row }) => {
      const explanation = row.explanation && Object.assign(new ConsentExplanation(), row.explanation);
      const consent = about(Object.assign(new ConsentEvent(), row, { explanation }), [subject]);
      const event = { id: `${row.consentId}-${row.seq}`, kind: TimelineKind.CONSENT, at: row.at, consent };
      return found(event, Category.CONSENT, [subject]);
    });
  },
};

/** Sessions that the viewer leads, or sits in while they are open: afterwards a member does not see the agenda either. */
const sessions: TimelineSource = {
  kind: TimelineKind.SESSION,
  async read(page, context) {
    const { manager, viewer, now } = context;
    const open = openTo(page, Category.INVOLVEMENT, context);
    const before = page.before ?? NEWEST;
    const rows = await manager.sql<TimelineSession[]>`
      SELECT s.id, s.basis, s.convened_by AS "convenedBy", s.opens_at AS "opensAt", s.closes_at AS "closesAt"
      FROM statutory_session s
      JOIN session_household h ON h.session_id = s.id AND h.household_id = ${page.household}
      LEFT JOIN session_closing closing ON closing.session_id = s.id
      WHERE (s.opens_at, s.id COLLATE "C") < (${before.at}::timestamptz, ${before.id})
        AND ((s.office_code = ${viewer.office}
              AND (s.convened_by = ${viewer.staffId} OR ${viewer.roles.includes(Role.COORDINATOR)}::boolean))
          OR (s.opens_at <= ${now} AND s.closes_at > ${now} AND closing.session_id IS NULL
              AND EXISTS (SELECT 1 FROM session_pledge me
                          WHERE me.session_id = s.id AND me.staff_id = ${viewer.staffId}
                            AND me.office_code = ${viewer.office})))
      ORDER BY s.opens_at DESC, s.id COLLATE "C" DESC LIMIT ${page.limit}`;
    if (open.length === 0) return [];
    return rows.map((row) => {
      const session = Object.assign(new TimelineSession(), row);
      const event = { id: row.id, kind: TimelineKind.SESSION, at: row.opensAt, session };
      return found(event, Category.INVOLVEMENT, open);
    });
  },
};

/** Where what happened to a household is found. Whoever keeps more of it adds a source. */
export const timelineSources: readonly TimelineSource[] = [
  steps,
  rosterChanges,
  notes,
  consents,
  sessions,
  ...entrySources,
];
