import type { EntityManager } from 'typeorm';
import type { AgendaOutcome } from './conference-kind.js';

/** What a 重層的支援会議 said of a plan. */
export interface Appropriateness {
  readonly conferenceId: string;
  readonly outcome: AgendaOutcome;
  readonly at: Date;
}

/**
 * The newest word about a plan of a 重層的支援会議 of its own case: one of another case may write the id of any plan on
 * its agenda, and has no word in this one. Nothing while there is none. Deciding the plan is the plan's own.
 */
export async function appropriatenessOf(
  manager: EntityManager,
  { id, caseId }: { readonly id: string; readonly caseId: string },
): Promise<Appropriateness | undefined> {
  const [found] = await manager.sql<Appropriateness[]>`
    SELECT c.id AS "conferenceId", r.outcome, r.at
    FROM conference_agenda_item i
    JOIN conference_agenda_result r ON r.item_id = i.id
    JOIN conference c ON c.id = i.conference_id AND c.kind = 'MULTILAYER' AND c.case_id = ${caseId}
    WHERE i.kind = 'APPROPRIATENESS' AND i.plan_id = ${id}
    ORDER BY r.at DESC, i.id LIMIT 1`;
  return found;
}
