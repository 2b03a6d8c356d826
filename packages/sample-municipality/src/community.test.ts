import { expect, test } from '@jest/globals';
import { CommunityProgramme } from '@kasane/vocabulary';
import { communityActivities } from './community.js';

const of = (programme: CommunityProgramme) =>
  communityActivities.filter((each) => each.programme === programme);

test('会津若松市 prints five programmes: coordinators for the city and seven areas, one centre, 33 hubs', () => {
  expect(Object.values(CommunityProgramme).map((programme) => of(programme).length > 0)).toEqual(
    Array<boolean>(5).fill(true),
  );
  expect(of(CommunityProgramme.LIVING_SUPPORT)).toHaveLength(8);
  expect(of(CommunityProgramme.ACTIVITY_CENTER).map(({ title }) => title)).toEqual([
    '地域活動支援センタージョイ',
  ]);
  expect(of(CommunityProgramme.CHILD_REARING)).toHaveLength(33);
});

test('each has an id of its own', () => {
  expect(new Set(communityActivities.map(({ id }) => id)).size).toBe(communityActivities.length);
});
