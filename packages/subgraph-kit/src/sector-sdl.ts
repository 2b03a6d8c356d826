import {
  bilingual,
  Category,
  contactMethodLabels,
  grantField,
  Level,
  responsibilityRoleLabels,
  type SectorEntry,
} from '@kasane/vocabulary';
import { addContactSdl, latestContactSdl } from './contacts.js';
import { disclosedSdl, notPersonalSdl } from './disclosed.js';
import { enumSdl, officeTypesSdl } from './office-sdl.js';

/** `elderCare` → `ElderCare`: how a sector's own types are named. */
export const typePrefix = ({ field }: SectorEntry): string => field.charAt(0).toUpperCase() + field.slice(1);

const OPENS = notPersonalSdl(
  'opens the record; null unless something in it is permitted, whether or not anything exists',
);

export interface SectorShape {
  /** The sector's record of one person: `ElderCareRecord`. */
  readonly record: string;
  /** The sector's record of a household, if it keeps any. */
  readonly householdRecord?: string | undefined;
}

/**
 * What every sector shows in the same way, generated from its row in the registry: the one field it adds to
 * `Person`, who is responsible, the contact log, its clients to its own staff, and its offices.
 */
export function sectorSdl(sector: SectorEntry, { record, householdRecord }: SectorShape): string {
  const prefix = typePrefix(sector);
  const grant = grantField(sector);
  const describe = (ja: string, en: string): string =>
    JSON.stringify(bilingual({ ja: `${sector.name.ja}${ja}`, en: `${en} of ${sector.name.en}` }));
  const notes = disclosedSdl(Category.NOTES);
  const notesInBrief = disclosedSdl(Category.NOTES, Level.SUMMARY);
  const involved = disclosedSdl(Category.INVOLVEMENT, Level.SUMMARY);
  return `
extend type Query {
  "担当する本人 — the persons that your own office is responsible for and you are assigned to"
  ${sector.field}Clients("at most 100" first: Int = 50): [Person!]
}

extend type Mutation {
  "会議に記録を出す — releases one record of your own to a session, until an instant"
  ${sector.field}Release("会議 — session" session: ID!, "記録 — see recordId" recordId: ID!, "期限 — until (ISO 8601 with its zone)" until: String!): ${prefix}Release!
  "出した記録を取り下げる — takes a release back; it bites on the next request"
  ${sector.field}TakeBack(release: ID!): ${prefix}Release!
}

"会議に出した記録 — that a record was released to a session"
type ${prefix}Release ${notPersonalSdl('names a record to the office that released it, and tells nothing of what it holds')} {
  "承認番号 — by which the coordinator approves it, where that is needed"
  id: ID!
  session: ID!
  recordId: ID!
  "期限 — until (ISO 8601, UTC)"
  until: String!
  "コーディネーターの承認が必要か — the closed tier (T4) is shown only when the coordinator approved it too"
  needsApproval: Boolean!
}

"人 — a person, by an opaque id"
type Person @key(fields: "id") {
  id: ID!
  ${grant}: String @external
  ${describe('の記録', 'the record')}
  ${sector.field}: ${record} @requires(fields: "${grant}") ${OPENS}
}
${
  householdRecord === undefined
    ? ''
    : `
"世帯 — a household, by an opaque id"
type Household @key(fields: "id") {
  id: ID!
  ${grant}: String @external
  ${describe('の世帯の記録', 'the household record')}
  ${sector.field}: ${householdRecord} @requires(fields: "${grant}") ${OPENS}
}`
}

extend type ${record} {
  "担当機関・担当者 — responsible office and worker, the newest first"
  responsibilities: [${prefix}Responsibility!] ${disclosedSdl(Category.INVOLVEMENT)}
  "相談・支援経過 — contact log, the newest first"
  contacts: [${prefix}Contact!] ${notes}
${latestContactSdl(prefix)}
}
${addContactSdl(sector.field, prefix)}

"担当 — that an office, and a worker in it, is responsible for the person"
type ${prefix}Responsibility ${involved} {
  "担当機関 — office"
  office: Office
  "担当者 — worker"
  staffName: String
  "主担当・副担当 — lead or deputy"
  role: ResponsibilityRole
  "開始日 — from (YYYY-MM-DD)"
  from: String
  "終了日 — last day (YYYY-MM-DD); null while it goes on"
  to: String
}
${enumSdl('ResponsibilityRole', '主副 — lead or deputy', responsibilityRoleLabels)}

"相談・支援経過 — one contact"
type ${prefix}Contact ${notes} {
  "実施日 — date (YYYY-MM-DD)"
  on: String ${notesInBrief}
  "方法 — how"
  method: ContactMethod ${notesInBrief}
  "機関 — office"
  office: Office
  "対応者 — worker"
  staffName: String
  "内容 — what it was about"
  summary: String
}
${enumSdl('ContactMethod', '方法 — how staff and person met', contactMethodLabels)}

"日常生活圏域 — daily-living area"
type District @key(fields: "id") ${notPersonalSdl('public geography')} {
  id: ID!
  ${describe('の窓口', 'the offices')}
  ${sector.field}Offices: [Office!]
}
${officeTypesSdl()}`;
}
