import { createLoader, groupBy, type RequestBase } from '@kasane/subgraph-kit';
import {
  In,
  type EntityTarget,
  type EntityManager,
  type FindOptionsOrder,
  type FindOptionsWhere,
} from 'typeorm';
import { EvaluationRow } from '../evaluation/evaluation-tables.js';
import { MonitoringRow } from '../monitoring/monitoring-tables.js';
import {
  PlanEventRow,
  PlanItemEventRow,
  PlanItemRow,
  PlanItemSeenRow,
  PlanRow,
  PlanVersionRow,
} from './plan-tables.js';

/** What a request reads of plans, each thing once. */
export const planLoaders = ({ manager }: Pick<RequestBase, 'manager'>) => ({
  plansOfCase: many(manager, PlanRow, 'caseId', { draftedAt: 'DESC', id: 'ASC' }),
  planVersions: many(manager, PlanVersionRow, 'planId', { version: 'DESC' }),
  planEvents: many(manager, PlanEventRow, 'planId', { version: 'ASC' }),
  planItems: many(manager, PlanItemRow, 'planId', { position: 'ASC', id: 'ASC' }),
  planItemEvents: many(manager, PlanItemEventRow, 'itemId', { version: 'ASC' }),
  planMonitorings: many(manager, MonitoringRow, 'planId', { at: 'DESC', id: 'ASC' }),
  planEvaluations: many(manager, EvaluationRow, 'planId', { at: 'DESC', id: 'ASC' }),
  planItemsSeen: createLoader<string, PlanItemSeenRow | null>(
    async (ids) =>
      new Map(
        (await manager.findBy(PlanItemSeenRow, { itemId: In([...ids]) })).map((row) => [row.itemId, row]),
      ),
    () => null,
  ),
});

/** The rows that belong to one thing, by the column that names it. */
const many = <Column extends string, Row extends Record<Column, string>>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  column: Column,
  order: FindOptionsOrder<Row>,
) =>
  createLoader<string, readonly Row[]>(
    async (ids) =>
      groupBy(
        await manager.find<Row>(entity, {
          where: { [column]: In([...ids]) } as FindOptionsWhere<Row>,
          order,
        }),
        (row) => row[column],
      ),
    () => [],
  );
