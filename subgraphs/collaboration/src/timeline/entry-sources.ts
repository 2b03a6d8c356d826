import { about } from '@kasane/subgraph-kit';
import { Category, type OfficeCode, type PersonId } from '@kasane/vocabulary';
import type { Sight } from '../case/case-pages.js';
import { sightOf } from '../case/sight.js';
import type { CollaborationContext } from '../context.js';
import { AuthoredRecord } from '../disclosure/authored.js';
import { TimelineEntry, TimelineEvent, TimelineKind } from './timeline.js';
import { NEWEST, type FoundEvent, type TimelinePage, type TimelineSource } from './timeline-source.js';
import { personOf } from '../person/person.js';

/** A step of a record, as its source reads it. */
interface Row extends Partial<Omit<TimelineEntry, 'of' | 'office'>> {
  readonly id: string;
  readonly of: string;
  readonly at: Date;
  readonly office: OfficeCode;
  readonly persons: readonly PersonId[];
}

/** What an office wrote is its own to see, though what others wrote of the same persons is closed to it. */
class Written extends AuthoredRecord {}

/** Whose rows may be told: everybody's of these, and of those others what the viewer's own office wrote. */
interface Bounds {
  readonly sight: Sight;
  readonly page: TimelinePage;
  readonly place: { readonly at: string; readonly id: string };
}
type Read = (bounds: Bounds, context: CollaborationContext) => Promise<readonly Row[]>;

/**
 * A source of steps: a row is told when everybody of whom it speaks is open in its category, or when the viewer's own
 * office wrote it about those with whom the viewer works. The statement itself decides it, so nothing leaves a gap.
 */
const source = (kind: TimelineKind, category: Category, read: Read): TimelineSource => ({
  kind,
  async read(page, context) {
    const sight = sightOf(page.household, category, context);
    if (page.cases.length === 0 || sight.open.length + sight.own.length === 0) return [];
    const rows = await read({ sight, page, place: page.before ?? NEWEST }, context);
    return rows.map(({ id, at, persons, ...entry }): FoundEvent => {
      const event = {
        id,
        kind,
        at,
        persons: persons.map(personOf),
        entry: Object.assign(new TimelineEntry(), entry),
      };
      const record = about(Object.assign(new Written(), { author: entry.office }), persons);
      return { event: Object.assign(new TimelineEvent(), event), category, subjects: persons, record };
    });
  },
});

const planSteps: Read = ({ sight, page, place }, { manager, viewer }) =>
  manager.sql<Row[]>`
    SELECT e.plan_id || '-' || e.version AS id, e.plan_id AS of, e.at, e.office_code AS office, p.persons,
           e.to_state AS "planState"
    FROM support_plan p JOIN support_plan_event e ON e.plan_id = p.id
    WHERE p.case_id = ANY(${[...page.cases]}::varchar[])
      AND (p.persons <@ to_jsonb(${[...sight.open]}::varchar[])
           OR (e.office_code = ${viewer.office} AND p.persons <@ to_jsonb(${[...sight.own]}::varchar[])))
      AND (e.at, (e.plan_id || '-' || e.version) COLLATE "C") < (${place.at}::timestamptz, ${place.id})
    ORDER BY e.at DESC, (e.plan_id || '-' || e.version) COLLATE "C" DESC LIMIT ${page.limit}`;

/** Conferences held about the household; of who else was on the agenda nothing is told here. */
const conferences: Read = ({ sight, page, place }, { manager, viewer, now }) =>
  manager.sql<Row[]>`
    SELECT c.id, c.id AS of, c.held_at AS at, c.office_code AS office, agenda.persons, c.kind AS "conferenceKind"
    FROM (SELECT p.conference_id, array_agg(p.person_id) AS persons FROM conference_person p
          WHERE p.household_id = ${page.household} GROUP BY 1) agenda
    JOIN conference c ON c.id = agenda.conference_id AND c.held_at <= ${now}
    WHERE (agenda.persons <@ ${[...sight.open]}::varchar[]
           OR (c.office_code = ${viewer.office} AND agenda.persons <@ ${[...sight.own]}::varchar[]))
      AND (c.held_at, c.id COLLATE "C") < (${place.at}::timestamptz, ${place.id})
    ORDER BY c.held_at DESC, c.id COLLATE "C" DESC LIMIT ${page.limit}`;

const referralSteps: Read = ({ sight, page, place }, { manager }) =>
  manager.sql<Row[]>`
    SELECT e.referral_id || '-' || e.version AS id, e.referral_id AS of, e.at, e.office_code AS office, whom.persons,
           e.state AS "referralState"
    FROM referral r JOIN referral_event e ON e.referral_id = r.id
    CROSS JOIN LATERAL (SELECT array_agg(p.person_id) AS persons FROM referral_person p WHERE p.referral_id = r.id) whom
    WHERE r.case_id = ANY(${[...page.cases]}::varchar[]) AND whom.persons <@ ${[...sight.open]}::varchar[]
      AND (e.at, (e.referral_id || '-' || e.version) COLLATE "C") < (${place.at}::timestamptz, ${place.id})
    ORDER BY e.at DESC, (e.referral_id || '-' || e.version) COLLATE "C" DESC LIMIT ${page.limit}`;

const outreachContacts: Read = ({ sight, page, place }, { manager, viewer }) =>
  manager.sql<Row[]>`
    SELECT t.id, o.id AS of, t.at, t.office_code AS office, ARRAY[o.person_id] AS persons, t.method AS "contactMethod"
    FROM outreach o JOIN outreach_contact t ON t.outreach_id = o.id
    WHERE o.case_id = ANY(${[...page.cases]}::varchar[])
      AND (o.person_id = ANY(${[...sight.open]}::varchar[])
           OR (t.office_code = ${viewer.office} AND o.person_id = ANY(${[...sight.own]}::varchar[])))
      AND (t.at, t.id COLLATE "C") < (${place.at}::timestamptz, ${place.id})
    ORDER BY t.at DESC, t.id COLLATE "C" DESC LIMIT ${page.limit}`;

const participationSteps: Read = ({ sight, page, place }, { manager, viewer }) =>
  manager.sql<Row[]>`
    SELECT s.id, p.id AS of, s.at, p.office_code AS office, ARRAY[p.person_id] AS persons, s.state AS "matchState"
    FROM participation p JOIN participation_match m ON m.participation_id = p.id
    JOIN participation_step s ON s.match_id = m.id
    WHERE p.case_id = ANY(${[...page.cases]}::varchar[])
      AND (p.person_id = ANY(${[...sight.open]}::varchar[])
           OR (p.office_code = ${viewer.office} AND p.person_id = ANY(${[...sight.own]}::varchar[])))
      AND (s.at, s.id COLLATE "C") < (${place.at}::timestamptz, ${place.id})
    ORDER BY s.at DESC, s.id COLLATE "C" DESC LIMIT ${page.limit}`;

const intakes: Read = ({ sight, page, place }, { manager, viewer }) =>
  manager.sql<Row[]>`
    SELECT i.id, i.case_id AS of, i.received_at AS at, i.office_code AS office, whom.persons
    FROM intake i
    CROSS JOIN LATERAL (SELECT array_agg(p.person_id) AS persons FROM intake_person p WHERE p.intake_id = i.id) whom
    WHERE i.case_id = ANY(${[...page.cases]}::varchar[])
      AND (whom.persons <@ ${[...sight.open]}::varchar[]
           OR (i.office_code = ${viewer.office} AND whom.persons <@ ${[...sight.own]}::varchar[]))
      AND (i.received_at, i.id COLLATE "C") < (${place.at}::timestamptz, ${place.id})
    ORDER BY i.received_at DESC, i.id COLLATE "C" DESC LIMIT ${page.limit}`;

/** Steps of the records that offices write; of each its category, and one statement. */
export const entrySources: readonly TimelineSource[] = [
  source(TimelineKind.INTAKE, Category.INTAKE, intakes),
  source(TimelineKind.REFERRAL, Category.INVOLVEMENT, referralSteps),
  source(TimelineKind.CONFERENCE, Category.CONFERENCE_RECORD, conferences),
  source(TimelineKind.PLAN, Category.SUPPORT_PLAN, planSteps),
  source(TimelineKind.OUTREACH, Category.NOTES, outreachContacts),
  source(TimelineKind.PARTICIPATION, Category.SUPPORT_PLAN, participationSteps),
];
