import { createLoader, groupBy, type RequestBase } from '@kasane/subgraph-kit';
import { In } from 'typeorm';
import { CompositeFlagRow } from './flag-tables.js';

/** What a request reads of composite flags. */
export const flagLoaders = ({ manager }: Pick<RequestBase, 'manager'>) => ({
  compositeFlags: createLoader<string, readonly CompositeFlagRow[]>(
    async (cases) =>
      groupBy(
        await manager.find(CompositeFlagRow, {
          where: { caseId: In([...cases]) },
          order: { at: 'DESC', id: 'ASC' },
        }),
        ({ caseId }) => caseId,
      ),
    () => [],
  ),
});
