import { expect, test } from '@jest/globals';
import { conferenceStatistics, conferenceStatisticColumns } from './conference-statistics.js';

/** What a reader counts by hand on the page. */
const count = (words: readonly string[]): Readonly<Record<string, number>> =>
  words.reduce<Record<string, number>>((all, word) => ({ ...all, [word]: (all[word] ?? 0) + 1 }), {});

test('twelve meetings in the order of print, with forty-one 〇', () => {
  expect(conferenceStatistics.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(conferenceStatistics.map(({ circles }) => circles)).toEqual([3, 3, 4, 4, 3, 3, 3, 4, 3, 4, 3, 4]);
  for (const { circles } of conferenceStatistics)
    expect(circles).toBeLessThanOrEqual(conferenceStatisticColumns.length);
});

test('each issue as often as it is printed', () => {
  expect(count(conferenceStatistics.flatMap(({ issues }) => issues))).toEqual({
    疾病: 5,
    介護: 5,
    生活困窮: 5,
    障害: 4,
    精神的不調: 4,
    ひきこもり: 3,
    費用滞納: 1,
    滞納: 1,
    家庭内暴力: 1,
    自殺: 1,
    孤独: 1,
    不登校: 1,
    就学: 1,
    ヤングケアラー: 1,
    ひとり親: 1,
    高齢: 1,
    市営住宅: 1,
  });
});

test('every issue is a word of its own row', () => {
  for (const { issues, summary } of conferenceStatistics)
    expect(issues.filter((issue) => !summary.includes(issue))).toEqual([]);
});

test('その他 as it is printed', () => {
  expect(count(conferenceStatistics.flatMap(({ others }) => others))).toEqual({
    福祉事業所: 7,
    都市政策課: 2,
    DVセンター: 1,
    外部専門機関: 1,
    認定こども園: 1,
  });
});
