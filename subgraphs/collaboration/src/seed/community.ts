import { communityActivities } from '@kasane/sample-municipality';
import type { EntityManager } from 'typeorm';
import { CommunityActivityRow } from '../community/community-tables.js';

/** 地域づくり as the plan prints it. */
export async function seedCommunity(manager: EntityManager): Promise<void> {
  await manager.insert(
    CommunityActivityRow,
    communityActivities.map(({ office, ...each }) => ({ ...each, officeCode: office, place: null })),
  );
}
