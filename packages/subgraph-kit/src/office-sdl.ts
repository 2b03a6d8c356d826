import {
  bilingual,
  officeKindLabels,
  officeStatusLabels,
  operationModeLabels,
  type Label,
} from '@kasane/vocabulary';
import { notPersonalSdl } from './disclosed.js';

/** An SDL enum of a closed vocabulary, each value described in both languages. */
export const enumSdl = (name: string, description: string, labels: Readonly<Record<string, Label>>): string =>
  `${JSON.stringify(description)}\nenum ${name} {\n${Object.entries(labels)
    .map(([value, label]) => `  ${JSON.stringify(bilingual(label))}\n  ${value}`)
    .join('\n')}\n}`;

/** The published facts of an office, the same in every subgraph that names offices. */
const officeFieldsSdl = `
  "名称 — name as published"
  name: String @shareable
  "所在地 — address as published; null where none is printed"
  address: String @shareable
  "併設施設 — the building that it is in"
  hostFacility: String @shareable
  "種別 — what kind of office"
  kind: OfficeKind @shareable
  "委託・直営 — how it is run, where published"
  operationMode: OperationMode @shareable
  "開設・休止 — whether it is open"
  status: OfficeStatus @shareable
  "全市対象 — serves the whole city"
  cityWide: Boolean @shareable
  "備考 — note as published"
  note: String @shareable`;

/**
 * The type `Office` and its enums. Where a class already declares it, `more` extends that; elsewhere it is declared
 * here, as a stub that only names offices (`resolvable: false`): the directory of all offices is collaboration's.
 */
export const officeTypesSdl = (declared?: { readonly more: string }): string => `
${declared ? 'extend type Office @key(fields: "code")' : '"機関・窓口 — an office, by its published facts"\ntype Office @key(fields: "code", resolvable: false)'} ${notPersonalSdl('published facts of an office')} {
${declared ? '' : '  code: ID!'}${officeFieldsSdl}${declared?.more ?? ''}
}
${enumSdl('OfficeKind', '機関の種別 — kind of office', officeKindLabels)}
${enumSdl('OperationMode', '運営形態 — how an office is run', operationModeLabels)}
${enumSdl('OfficeStatus', '開設状況 — whether an office is open', officeStatusLabels)}`;
