import { describe, expect, test } from '@jest/globals';
import { beside } from './beside.js';
import { blankItem, blankPlan, type PlanValues } from './plan-values.js';

const names = {
  person: (id: string) => (id === 'p1' ? '山田 花子' : '氏名は表示できません'),
  office: (code: string) => (code === 'o1' ? '高齢介護課' : code),
  staff: (id: string) => (id === 's1' ? '桐生 美穂' : id),
};
const sheet: PlanValues = { ...blankPlan(['p1'], '2026-11-22'), personWishes: '家で暮らしたい。' };

describe('two sheets beside each other', () => {
  test('say nothing where they agree, but for blanks at the ends', () => {
    const { now, mine } = beside(sheet, { ...sheet, personWishes: '家で暮らしたい。\n' }, names);
    expect([now, mine]).toEqual([[], []]);
  });

  test('show both where they differ, each office and person by name', () => {
    const item = {
      ...blankItem,
      content: '訪問',
      office: 'o1',
      staff: 's1',
      frequency: '月2回',
      persons: ['p1', 'p2'],
    };
    const { now, mine } = beside(sheet, { ...sheet, items: [item] }, names);
    expect(now.map(([name]) => name)).toEqual(['支援内容']);
    expect(mine).toEqual([
      ['支援内容', '1. 訪問 / 高齢介護課 / 桐生 美穂 / 月2回 / 山田 花子、氏名は表示できません'],
    ]);
  });
});
