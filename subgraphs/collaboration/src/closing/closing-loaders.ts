import { createLoader, type RequestBase } from '@kasane/subgraph-kit';
import { In } from 'typeorm';
import { CaseClosingRow, CaseReopeningRow } from './closing-tables.js';

/** What a request reads of how cases ended and began again, each thing once. */
export const closingLoaders = ({ manager }: Pick<RequestBase, 'manager'>) => ({
  caseClosings: createLoader<string, CaseClosingRow | null>(
    async (ids) =>
      new Map(
        (await manager.findBy(CaseClosingRow, { caseId: In([...ids]) })).map((row) => [row.caseId, row]),
      ),
    () => null,
  ),
  /** By the newer case. */
  caseReopenings: createLoader<string, CaseReopeningRow | null>(
    async (ids) =>
      new Map(
        (await manager.findBy(CaseReopeningRow, { caseId: In([...ids]) })).map((row) => [row.caseId, row]),
      ),
    () => null,
  ),
});
