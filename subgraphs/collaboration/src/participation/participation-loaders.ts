import { createLoader, groupBy, type RequestBase } from '@kasane/subgraph-kit';
import { In } from 'typeorm';
import { FollowUpRow, HostRow, MatchRow, MenuRow, ParticipationRow } from './participation-tables.js';

export const participationLoaders = ({ manager }: RequestBase) => ({
  participationsOf: createLoader<string, readonly ParticipationRow[]>(
    async (cases) =>
      groupBy(
        await manager.find(ParticipationRow, {
          where: { caseId: In([...cases]) },
          order: { begunAt: 'DESC', id: 'ASC' },
        }),
        ({ caseId }) => caseId,
      ),
    () => [],
  ),
  matchesOf: createLoader<string, readonly MatchRow[]>(
    async (participations) =>
      groupBy(
        await manager.find(MatchRow, {
          where: { participationId: In([...participations]) },
          order: { sinceOn: 'DESC', id: 'ASC' },
        }),
        ({ participationId }) => participationId,
      ),
    () => [],
  ),
  followUpsOf: createLoader<string, readonly FollowUpRow[]>(
    async (matches) =>
      groupBy(
        await manager.find(FollowUpRow, {
          where: { matchId: In([...matches]) },
          order: { on: 'DESC', id: 'ASC' },
        }),
        ({ matchId }) => matchId,
      ),
    () => [],
  ),
  menus: createLoader<string, MenuRow | null>(
    async (ids) => new Map((await manager.findBy(MenuRow, { id: In([...ids]) })).map((row) => [row.id, row])),
    () => null,
  ),
  hosts: createLoader<string, HostRow | null>(
    async (ids) => new Map((await manager.findBy(HostRow, { id: In([...ids]) })).map((row) => [row.id, row])),
    () => null,
  ),
});
