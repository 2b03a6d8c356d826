import type { ReactNode } from 'react';
import type { PlanSheetWordsFragment } from '../generated/operations.js';
import { StaffName } from '../office/staff.js';
import { Names } from '../ui/persons.js';
import { Facts, type Fact } from '../ui/facts.js';
import { Table } from '../ui/table.js';
import { day, moment } from '../words/words.js';

const listed = (lines: readonly (string | null)[] | null | undefined): string | undefined =>
  lines?.map((words, at) => `${at + 1}. ${words ?? ''}`).join('\n');

/** What stands on a sheet, name by name: also to be laid beside another version. */
export function sheetFacts(sheet: PlanSheetWordsFragment | null | undefined): readonly Fact[] {
  const goals = sheet?.goals ?? [];
  return [
    ['本人の意向', sheet?.personWishes],
    ['世帯の意向', sheet?.householdWishes],
    ['解決したい課題', listed(sheet?.issues?.map(({ words }) => words))],
    ['長期目標', goals.find(({ term }) => term === 'LONG')?.words],
    ['短期目標', listed(goals.filter(({ term }) => term === 'SHORT').map(({ words }) => words))],
    ['モニタリング時期', sheet?.monitoringOn?.map(day).join('、')],
    ['本人同意の署名', sheet?.consentReference],
    [
      '書いた人',
      sheet?.at && (
        <>
          <StaffName id={sheet.staff} /> {moment(sheet.at)}
        </>
      ),
    ],
  ];
}

/** プランシート as one reads it. */
export const Sheet = ({ sheet }: { readonly sheet: PlanSheetWordsFragment }): ReactNode => (
  <>
    <Facts facts={sheetFacts(sheet)} />
    <Table
      caption="支援内容"
      rows={(sheet.items ?? []).map((item, at) => ({ ...item, at }))}
      keyOf={({ at }) => String(at)}
      empty="表示できる支援内容はありません。"
      columns={[
        { name: '支援内容', cell: ({ content }) => content },
        { name: '対象', cell: ({ persons }) => <Names of={persons} /> },
        { name: '担当機関', cell: ({ office }) => office?.name ?? office?.code },
        { name: '担当者', cell: ({ staff }) => <StaffName id={staff} /> },
        { name: '頻度', cell: ({ frequency }) => frequency },
        { name: '期限', cell: ({ dueOn }) => dueOn && day(dueOn) },
        { name: '本人の取組', cell: ({ ownEffort }) => ownEffort },
      ]}
    />
  </>
);
