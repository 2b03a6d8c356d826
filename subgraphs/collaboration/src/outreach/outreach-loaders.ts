import { createLoader, groupBy, type RequestBase } from '@kasane/subgraph-kit';
import { In } from 'typeorm';
import { OutreachContactRow, OutreachRow } from './outreach-tables.js';

export const outreachLoaders = ({ manager }: RequestBase) => ({
  outreachesOf: createLoader<string, readonly OutreachRow[]>(
    async (cases) =>
      groupBy(
        await manager.find(OutreachRow, {
          where: { caseId: In([...cases]) },
          order: { begunAt: 'DESC', id: 'ASC' },
        }),
        ({ caseId }) => caseId,
      ),
    () => [],
  ),
  outreachContactsOf: createLoader<string, readonly OutreachContactRow[]>(
    async (outreaches) =>
      groupBy(
        await manager.find(OutreachContactRow, {
          where: { outreachId: In([...outreaches]) },
          order: { at: 'DESC', id: 'ASC' },
        }),
        ({ outreachId }) => outreachId,
      ),
    () => [],
  ),
});
