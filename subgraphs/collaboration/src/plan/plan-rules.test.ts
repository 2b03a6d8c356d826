import { expect, test } from '@jest/globals';
import { OfficeStatus, personId } from '@kasane/vocabulary';
import { checkPlan, type PlanSetting } from './plan-rules.js';

const [mother, child] = [personId('p-mother'), personId('p-child')];
const setting: PlanSetting = {
  known: [mother, child],
  roster: [
    { office: 'elder', staff: 'worker', persons: [mother] },
    { office: 'school', staff: null, persons: [child] },
    { office: 'closed', staff: null, persons: [mother, child] },
  ],
  offices: new Map([
    ['elder', { name: '包括', status: OfficeStatus.OPEN }],
    ['school', { name: '学校', status: OfficeStatus.OPEN }],
    ['closed', { name: '休止の窓口', status: OfficeStatus.SUSPENDED }],
    ['other', { name: '他の窓口', status: OfficeStatus.OPEN }],
  ]),
  today: '2026-11-22',
};
const item = {
  content: '訪問',
  office: 'elder',
  staff: 'worker',
  frequency: '月1回',
  dueOn: '2027-03-31',
  persons: [mother as string],
};
const sheet = {
  persons: [mother as string, child as string],
  from: '2026-12-01',
  until: '2027-11-30',
  personWishes: ' 家にいたい。 ',
  issues: [{ words: '通院が途切れる。' }],
  longTermGoal: '暮らし続ける。',
  shortTermGoals: ['通院する。'],
  items: [item],
  monitoringOn: ['2027-06-01', '2027-03-01', '2027-06-01'],
};
const problems = (more: object): readonly string[] => {
  const checked = checkPlan({ ...sheet, ...more }, setting);
  return checked.ok ? [] : checked.problems;
};

test('a sheet is kept without blanks around it, its dates of monitoring once and in order', () => {
  const checked = checkPlan(sheet, setting);
  expect(checked).toMatchObject({
    ok: true,
    words: {
      personWishes: '家にいたい。',
      monitoringOn: ['2027-03-01', '2027-06-01'],
      householdWishes: null,
    },
  });
});

test.each([
  ['a stranger on it', { persons: [mother, 'p-stranger'] }],
  ['no wish of the person', { personWishes: ' ' }],
  ['an empty issue', { issues: [{ words: '' }] }],
  ['an empty goal', { shortTermGoals: ['　'] }],
  ['a period that ends before it begins', { until: '2026-11-30' }],
  ['a period that is over', { from: '2025-12-01', until: '2026-11-21' }],
  ['a period of more than a year', { until: '2027-12-01' }],
  ['a monitoring after its end', { monitoringOn: ['2027-12-01'] }],
  ['a day that there is not', { monitoringOn: ['2027-02-30'] }],
])('a sheet with %s is not recorded', (_, more) => {
  expect(problems(more).length).toBeGreaterThan(0);
});

test.each([
  ['no content', { content: ' ' }, '内容'],
  ['a due date outside of the plan', { dueOn: '2028-01-01' }, '期限'],
  ['somebody who is not on the sheet', { persons: ['p-stranger'] }, '対象者ではありません'],
  ['an office that is not on the roster', { office: 'other' }, '支援体制に入っていません'],
  ['an office that is closed', { office: 'closed', staff: undefined }, '開設されていません'],
  ['a worker who does not sit for the office', { staff: 'somebody' }, '担当者は'],
  ['somebody with whom the office does not work', { persons: [mother, child] }, '担当していません'],
])('an item with %s is told by its number', (_, more, words) => {
  const told = problems({ items: [item, { ...item, ...more }] });
  expect(told.join()).toContain('支援内容2');
  expect(told.join()).toContain(words);
  expect(told.join()).not.toContain('支援内容1');
});
