import { about, createLoader } from '@kasane/subgraph-kit';
import type { PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { personOf } from '../person/person.js';
import type { IntakeRow } from './intake-tables.js';
import { Intake } from './intake.js';

export interface StoredIntake extends IntakeRow {
  readonly persons: readonly PersonId[];
}

/** The consultation with which a case began: one statement, however many cases. */
export const intakeLoaders = (manager: EntityManager) => ({
  intakeOf: createLoader<string, StoredIntake | null>(
    async (cases) => {
      const rows = await manager.sql<StoredIntake[]>`
        SELECT i.id, i.case_id AS "caseId", i.office_code AS "officeCode", i.staff_id AS "staffId",
               i.received_by AS "receivedBy", i.received_at AS "receivedAt", i.channel, i.visitor,
               i.visitor_name AS "visitorName", i.self_id AS "selfId", i.chief_complaint AS "chiefComplaint", i.urgency,
               i.contactable, i.contact_when AS "contactWhen", i.interpreter, i.with_consent AS "withConsent",
               (SELECT json_agg(p.person_id ORDER BY p.person_id) FROM intake_person p WHERE p.intake_id = i.id) AS persons
        FROM intake i WHERE i.case_id IN (${() => [...cases]})`;
      return new Map(rows.map((row) => [row.caseId, row]));
    },
    () => null,
  ),
});

/** An intake as the schema shows it. */
export const intakeNode = ({ persons, selfId, ...row }: StoredIntake): Intake =>
  about(Object.assign(new Intake(), row, { author: row.officeCode, person: personOf(selfId) }), persons);
