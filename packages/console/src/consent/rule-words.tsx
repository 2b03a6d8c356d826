import type { ReactNode } from 'react';
import type { ConsentEffect, DataCategory, StaffRole } from '../generated/operations.js';
import { Table } from '../ui/table.js';
import { word } from '../words/words.js';

/** One line of a consent, in words for who reads it. */
export interface RuleInWords {
  readonly effect: ConsentEffect;
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

export interface RuleToTell {
  readonly effect: ConsentEffect | null;
  readonly categories: readonly DataCategory[] | null;
  readonly sourceSectors: readonly (string | number)[] | null;
  readonly recipientOffices: readonly { readonly code: string; readonly name: string | null }[] | null;
  readonly recipientRoles: readonly StaffRole[] | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a rule says, with the names of desks and offices in place of their codes. */
export function ruleInWords(rule: RuleToTell, sectors: readonly Named[]): RuleInWords {
  const { effect, categories, sourceSectors, recipientOffices, recipientRoles } = rule;
  const roles = (recipientRoles ?? []).map((role) => word('StaffRole', role)).join('・');
  const offices = (recipientOffices ?? []).map(({ code, name }) => name ?? code).join('、');
  const to =
    offices === '' ? `本人を担当する${roles}` : roles === '' ? `${offices} の職員` : `${offices} の${roles}`;
  return {
    effect: effect ?? 'PERMIT',
    what: (categories ?? []).map((category) => word('DataCategory', category)).join('、'),
    from: (sourceSectors ?? [])
      .map((id) => sectors.find((sector) => sector.id === id)?.name ?? String(id))
      .join('、'),
    to,
  };
}

export function RulesTable({ rules }: { readonly rules: readonly RuleInWords[] }): ReactNode {
  return (
    <Table
      caption="どの情報を、どこから、どこへ"
      rows={rules.map((rule, at) => ({ ...rule, at }))}
      keyOf={({ at }) => String(at)}
      columns={[
        { name: '情報', cell: ({ what }) => what },
        { name: 'どこから', cell: ({ from }) => from },
        { name: 'どこへ', cell: ({ to }) => to },
        {
          name: '提供',
          cell: ({ effect }) => (effect === 'DENY' ? <strong>提供しない</strong> : '提供してよい'),
        },
      ]}
    />
  );
}
