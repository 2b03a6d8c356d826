import { type Label, type SectorEntry } from '@kasane/vocabulary';
import { notPersonalSdl } from '../disclosed.js';
import { enumSdl } from '../office-sdl.js';
import { typePrefix } from '../sector-sdl.js';
import type { LinkStatus } from '../sector-tables.js';
import type { LinkStep } from './link-tables.js';
import type { Agreement } from './matching.js';

const statuses: Readonly<Record<LinkStatus, Label>> = {
  SUGGESTED: { ja: '候補', en: 'suggested; gives no data' },
  CONFIRMED: { ja: '確定', en: 'confirmed by a human' },
  REJECTED: { ja: '却下', en: 'rejected: somebody else' },
  UNLINKED: { ja: '解除', en: 'was confirmed, and taken back' },
};
const steps: Readonly<Record<LinkStep, Label>> = {
  SEARCHED: { ja: '候補の検索', en: 'candidates were looked for' },
  SUGGESTED: { ja: '候補とした', en: 'suggested' },
  CONFIRMED: { ja: '確定した', en: 'confirmed' },
  REJECTED: { ja: '却下した', en: 'rejected' },
  UNLINKED: { ja: '解除した', en: 'taken back' },
};
const agreements: Readonly<Record<Agreement, Label>> = {
  SAME: { ja: '一致', en: 'the same' },
  SIMILAR: { ja: '一部一致', en: 'alike: another form, a former name, one part of a date' },
  DIFFERENT: { ja: '不一致', en: 'different' },
  UNKNOWN: { ja: '不明', en: 'not known on one side' },
};

const OWN_STAFF = notPersonalSdl(
  'told to the staff of the office that is responsible for the file, and recorded; it says what agrees, never a value',
);
const SHOWN = notPersonalSdl(
  'names of fields, never a value; told to whoever was shown them and to the office of the file',
);

/** What every sector offers its own staff for linking the hub's persons to its own. */
export function linkSdl(sector: SectorEntry): string {
  const prefix = typePrefix(sector);
  const { field } = sector;
  return `
extend type Query {
  "結び付けの履歴 — every step of the links of a person to files of your own office, the newest first"
  ${field}LinkHistory(person: ID!): [${prefix}LinkEvent!]
  "誤った結び付けのお知らせ — what you yourself were shown of a person while a file was wrongly linked to them: disregard it"
  ${field}LinkNotices: [${prefix}WrongDisclosure!]
}

extend type Mutation {
  "結び付けの候補を探す — looks among your own office's files for a person of the hub; for the sector's own staff"
  ${field}SuggestLinks(person: ID!, "本人の情報 — who they are, as far as you may see it" identity: LinkIdentityInput!): ${prefix}LinkSuggestion!
  "結び付けを確定する — confirms that a suggested file is this person's"
  ${field}ConfirmLink(person: ID!, clientNumber: ID!, "確認の方法 — how it was checked" checkedBy: String!): ${prefix}LinkChange!
  "候補を却下する — a suggested file is somebody else's"
  ${field}RejectLink(person: ID!, clientNumber: ID!, reason: String!): ${prefix}LinkChange!
  "結び付けを解除する — takes a confirmed link back; it bites on the next request"
  ${field}Unlink(person: ID!, clientNumber: ID!, reason: String!): ${prefix}UnlinkResult!
}

"本人の情報 — who a person is, as far as the one who asks may see it; names in any form, dates in any calendar"
input LinkIdentityInput {
  name: String
  kana: String
  romanName: String
  "旧姓・通称など — names that they had before or go by"
  otherNames: [String!]
  birthDate: String
  address: String
}

"結び付け — that a person of the hub is, or may be, a person of this sector's system"
type ${prefix}Link ${OWN_STAFF} {
  person: ID!
  "利用者番号 — number in the sector's own system"
  clientNumber: ID!
  status: LinkStatus!
  "見つけた方法 — by what it was found"
  method: String!
  "一致度 — 0 to 100; it decides nothing"
  score: Int
}
"候補 — a file that may be the person's, and what agrees"
type ${prefix}LinkCandidate ${OWN_STAFF} {
  clientNumber: ID!
  status: LinkStatus!
  method: String!
  score: Int
  name: LinkAgreement!
  birthDate: LinkAgreement!
  address: LinkAgreement!
  "よく似た候補がほかにある — twins, or the same name and birth date: reject the others before confirming"
  alike: Boolean!
  "以前に解除された — was confirmed before and taken back"
  unlinkedBefore: Boolean!
  "別の人に確定されている — is confirmed for somebody else: one of the two is wrong"
  taken: Boolean!
}
union ${prefix}LinkSuggestion = ${prefix}LinkCandidates | ${prefix}LinkNotChanged
"候補 — at most five, the best first"
type ${prefix}LinkCandidates ${OWN_STAFF} {
  candidates: [${prefix}LinkCandidate!]!
}
union ${prefix}LinkChange = ${prefix}LinkChanged | ${prefix}LinkNotChanged
"変更した — the link as it is now"
type ${prefix}LinkChanged ${OWN_STAFF} {
  link: ${prefix}Link!
}
"変更できない — nothing was changed, and why; in Japanese"
type ${prefix}LinkNotChanged ${OWN_STAFF} {
  problems: [String!]!
  "先に更新した日時 — when somebody else was first (ISO 8601, UTC)"
  since: String
  "先に更新した職員 — staff id"
  by: ID
}
union ${prefix}UnlinkResult = ${prefix}Unlinked | ${prefix}LinkNotChanged
"解除した — the link gives nothing any more"
type ${prefix}Unlinked ${OWN_STAFF} {
  link: ${prefix}Link!
  "誤って示した相手 — who was shown what under it, to be told"
  shownTo: [${prefix}WrongDisclosure!]!
}
"誤って示した記録 — what one worker was shown while a file was wrongly linked"
type ${prefix}WrongDisclosure ${SHOWN} {
  person: ID!
  staffId: ID!
  "機関 — code of the office"
  office: ID!
  "最初の日時 — first (ISO 8601, UTC)"
  firstAt: String!
  "最後の日時 — last (ISO 8601, UTC)"
  lastAt: String!
  categories: [String!]!
  fields: [String!]!
}
"結び付けの履歴の1件 — one step"
type ${prefix}LinkEvent ${OWN_STAFF} {
  step: LinkStep!
  clientNumber: ID
  method: String
  score: Int
  staffId: ID!
  "機関 — code of the office"
  office: ID!
  "日時 — when (ISO 8601, UTC)"
  at: String!
  reason: String
}
${enumSdl('LinkStatus', '結び付けの状態 — state of a link', statuses)}
${enumSdl('LinkStep', '結び付けの手順 — a step in the life of a link', steps)}
${enumSdl('LinkAgreement', '一致 — how one part of an identity compares', agreements)}`;
}
