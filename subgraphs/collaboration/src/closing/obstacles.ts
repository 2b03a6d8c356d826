import type { OfficeCode, PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';

/** Something of a case that somebody still holds: a case with it cannot be closed. */
export interface Obstacle {
  /** What it is, in Japanese. */
  readonly what: string;
  readonly id: string;
  readonly office: OfficeCode;
  /** Japanese calendar date; null when it has none. */
  readonly due: string | null;
}

/**
 * Reads what of a case is still held by somebody, in one statement.
 * @param persons those with whom the viewer works: what speaks of others (who left, or is hidden) is told to nobody, and
 * moved by nobody, so it stops nothing
 */
export type ObstacleSource = (
  manager: EntityManager,
  caseId: string,
  persons: readonly PersonId[],
) => Promise<readonly Obstacle[]>;

const planItems: ObstacleSource = (manager, caseId, persons) =>
  manager.sql<Obstacle[]>`
    SELECT 'プランの支援内容' AS what, i.id, i.office_code AS office, i.due_on AS due
    FROM support_plan p JOIN plan_item i ON i.plan_id = p.id AND i.state IN ('GIVEN', 'IN_PROGRESS')
    WHERE p.case_id = ${caseId} AND p.state = 'DECIDED' AND i.persons <@ to_jsonb(${[...persons]}::varchar[])
    ORDER BY i.due_on, i.id`;

const referrals: ObstacleSource = (manager, caseId, persons) =>
  manager.sql<Obstacle[]>`
    SELECT 'つなぎ' AS what, r.id, r.holder_office AS office, r.due_on AS due
    FROM referral r
    WHERE r.case_id = ${caseId} AND r.due_on IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM referral_person p WHERE p.referral_id = r.id
                      AND NOT p.person_id = ANY (${[...persons]}::varchar[]))
    ORDER BY r.due_on, r.id`;

/** Everything that stops a closure; what another module holds of a case has a line here. */
export const obstacleSources: readonly ObstacleSource[] = [planItems, referrals];
