import type { EntityManager } from 'typeorm';
import type { AgendaOutcome } from './conference-kind.js';

/** What a 重層的支援会議 said of a plan. */
export interface Appropriateness {
  readonly conferenceId: string;
  readonly caseId: string;
  readonly outcome: AgendaOutcome;
  readonly at: Date;
}

/** The newest word of a 重層的支援会議 about a plan; nothing while there is none. Deciding the plan is the plan's own. */
export async function appropriatenessOf(
  manager: EntityManager,
  planId: string,
): Promise<Appropriateness | undefined> {
  const [found] = await manager.sql<Appropriateness[]>`
    SELECT c.id AS "conferenceId", c.case_id AS "caseId", r.outcome, r.at
    FROM conference_agenda_item i
    JOIN conference_agenda_result r ON r.item_id = i.id
    JOIN conference c ON c.id = i.conference_id AND c.kind = 'MULTILAYER'
    WHERE i.kind = 'APPROPRIATENESS' AND i.plan_id = ${planId}
    ORDER BY r.at DESC, i.id LIMIT 1`;
  return found;
}
