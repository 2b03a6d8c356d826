import { conferenceStatistics } from '@kasane/sample-municipality';
import type { EntityManager } from 'typeorm';
import { ConferenceStatisticRow } from '../promotion/promotion-tables.js';

/** 加東市's twelve 支援会議 of 令和6年度, as the city printed them. */
export const seedConferenceStatistics = async (manager: EntityManager): Promise<void> => {
  await manager.insert(
    ConferenceStatisticRow,
    conferenceStatistics.map((row) => ({ ...row })),
  );
};
