import { createLoader, groupBy, type RequestBase } from '@kasane/subgraph-kit';
import { japanDate, type HouseholdId, type PersonId } from '@kasane/vocabulary';
import { In } from 'typeorm';
import type { FactsRepository } from '../disclosure/facts.js';
import { pageLoader } from './case-pages.js';
import type { CaseEventRow } from './case-tables.js';
import { CaseTransferRow } from './transfer.js';

/** What a request reads of the steps of cases. */
export const caseLoaders = (
  { manager, now }: Pick<RequestBase, 'manager' | 'now'>,
  facts: FactsRepository,
) => ({
  /** Everybody who lives in a household today, known to the viewer or not. */
  livingIn: createLoader<HouseholdId, readonly PersonId[]>(
    async (ids) =>
      new Map(
        [...groupBy(await facts.members(ids, japanDate(now)), ({ householdId }) => householdId)].map(
          ([id, members]) => [id, members.map(({ personId }) => personId)],
        ),
      ),
    () => [],
  ),
  /** Steps of a case, the newest first. */
  caseSteps: pageLoader<CaseEventRow>(
    (cases, { before, limit }) => manager.sql`
      SELECT asked.id AS "of", e.id, e.case_id AS "caseId", e.from_status AS "from", e.to_status AS "to", e.reason,
             e.office_code AS "officeCode", e.staff_id AS "staffId", e.at
      FROM unnest(${[...cases]}::varchar[]) AS asked (id)
      CROSS JOIN LATERAL (
        SELECT * FROM case_event
        WHERE case_id = asked.id AND (at, id COLLATE "C") < (${before.at}::timestamptz, ${before.id})
        ORDER BY at DESC, id COLLATE "C" DESC LIMIT ${limit}) e
      ORDER BY e.at DESC, e.id COLLATE "C" DESC`,
  ),
  transfers: createLoader<string, CaseTransferRow | null>(
    async (cases) =>
      new Map(
        (await manager.findBy(CaseTransferRow, { caseId: In([...cases]) })).map((row) => [row.caseId, row]),
      ),
    () => null,
  ),
});
