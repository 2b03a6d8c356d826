import type { VerifiedViewer } from '@kasane/identity';
import {
  LedgerOutcome,
  sectorOf,
  visibilityOf,
  type LedgerEntry,
  type LedgerItem,
  type LedgerKind,
  type Visibility,
} from '@kasane/ledger';
import {
  bilingual,
  ErrorCode,
  HubError,
  Purpose,
  Role,
  type Label,
  type PersonId,
  type SectorEntry,
} from '@kasane/vocabulary';
import type { RequestBase } from './context.js';
import { notPersonalSdl } from './disclosed.js';
import type { FederationOptions, ReferenceResolver } from './federation.js';
import { enumSdl } from './office-sdl.js';
import { referenceId, requirePurpose } from './references.js';

/** 閲覧記録: who looked at one person, each party's part of it. */
export interface DisclosureLog {
  readonly person: PersonId;
}

/** The most lines of one page. */
const MAX_PAGE = 500;

const TOLD_TO_OFFICER = notPersonalSdl(
  'told to the privacy officer alone, for an access request (SUBJECT_ACCESS); names of fields, never a value',
);

const kinds: Readonly<Record<LedgerKind, Label>> = {
  DISCLOSURE: { ja: '開示', en: 'shown, or asked for and withheld' },
  GRANT: { ja: '開示の可否の判断', en: 'decided for a sector' },
  CHANGE: { ja: '記録の変更', en: 'written' },
  READING: { ja: '閲覧記録の閲覧', en: 'this log was read' },
  EMERGENCY: { ja: '緊急の宣言', en: 'an emergency was declared' },
};
const outcomes: Readonly<Record<LedgerOutcome, Label>> = {
  PERMITTED: { ja: '許可', en: 'permitted' },
  DENIED: { ja: '不許可', en: 'denied' },
};
const visibilities: Readonly<Record<Visibility, Label>> = {
  IMMEDIATE: { ja: '開示できる', en: 'may be told to the person' },
  DELAYED: { ja: '時期を見て開示する', en: 'told to the person later' },
  WITHHELD: { ja: '開示しない', en: 'not told to the person by the report' },
};

/**
 * The part that a party adds to `DisclosureLog`, out of its own ledger. The types are the same in every subgraph; the
 * words of a line are texts, for a ledger keeps what was written when the vocabulary was another.
 */
const disclosureLogSdl = ({ field, name }: SectorEntry): string => `
"閲覧記録 — who looked at a person: each party tells its own part"
type DisclosureLog @key(fields: "person") {
  person: ID!
  ${JSON.stringify(bilingual({ ja: `${name.ja}の記録`, en: `the ledger of ${name.en}, the newest first` }))}
  ${field}("at most ${MAX_PAGE}" first: Int = 100, after: String): DisclosureLogPage ${TOLD_TO_OFFICER}
}
"閲覧記録の1頁 — one page of lines"
type DisclosureLogPage @shareable ${TOLD_TO_OFFICER} {
  lines: [DisclosureLogLine!]!
  "続きがあるか — whether there are more"
  hasNextPage: Boolean!
  "続きの位置 — for the argument after"
  endCursor: String
}
"閲覧記録の1行 — what was shown to somebody, or refused, on one basis"
type DisclosureLogLine @shareable ${TOLD_TO_OFFICER} {
  "要求 — the request in which it happened; a grant and what was shown by it have the same"
  requestId: ID!
  "日時 — when (ISO 8601, UTC)"
  at: String!
  kind: LedgerKind!
  outcome: LedgerOutcome!
  "閲覧者 — staff id"
  staffId: ID!
  "機関 — code of the office"
  office: ID!
  "立場 — capacity"
  capacity: String!
  "利用目的 — purpose"
  purpose: String
  "会議 — conference that the viewer sat in"
  conference: ID
  "分野 — whose data; of a grant, the sector that it is for"
  sector: ID!
  "開示区分 — data category"
  category: String
  "項目 — names of the fields"
  fields: [String!]!
  "開示の程度 — how much was shown"
  level: String
  "開示の程度の上限 — of a grant: how much of single records their owner may open by releasing them"
  upTo: String
  "規則 — the rule that decided"
  rule: String
  "根拠の記録 — id of the consent, conference, … that it rests on"
  evidence: ID
  "規則の版 — version of the rules that decided"
  policyVersion: String!
  "本人への開示 — whether the person may be told of this line"
  visibility: LogVisibility!
}
${enumSdl('LedgerKind', '記録の種別 — what happened', kinds)}
${enumSdl('LedgerOutcome', '可否 — permitted or denied', outcomes)}
${enumSdl('LogVisibility', '本人への開示 — whether the person may be told', visibilities)}`;

/** Who answers an access request (開示請求): the role and the purpose together, from the party's own verified token. */
export const mayReadLedger = ({ roles, purpose }: Pick<VerifiedViewer, 'roles' | 'purpose'>): boolean =>
  roles.includes(Role.PRIVACY_OFFICER) && purpose === Purpose.SUBJECT_ACCESS;

/**
 * Whether this viewer may read the ledger about a person, noted as a reading before anything is read. To everybody
 * else a person whom many looked at is like one whom nobody knows: the ledger is not even asked.
 */
export function noteReading(
  { viewer, recorder }: Pick<RequestBase, 'viewer' | 'recorder'>,
  person: PersonId,
  field: string,
): boolean {
  const isAllowed = mayReadLedger(viewer);
  recorder.noteReading(person, field, isAllowed ? LedgerOutcome.PERMITTED : LedgerOutcome.DENIED);
  return isAllowed;
}

/** The same subgraph, which also tells who looked at a person, out of its own ledger. */
export function withDisclosureLog<Context extends RequestBase>(
  options: FederationOptions<Context>,
  party: SectorEntry,
): FederationOptions<Context> {
  const coordinate = `DisclosureLog.${party.field}`;
  // Nothing of a representation but the id is looked at: who may read is decided from the viewer's token, here.
  const reference: ReferenceResolver<Context> = (representation, { viewer }): DisclosureLog => {
    const person = referenceId(representation, 'person') as PersonId;
    requirePurpose(viewer);
    return { person };
  };
  return {
    ...options,
    references: { ...options.references, DisclosureLog: reference },
    extraSdl: `${options.extraSdl ?? ''}\n${disclosureLogSdl(party)}`,
    extraResolvers: {
      ...options.extraResolvers,
      DisclosureLog: {
        [party.field]: ({ person }: DisclosureLog, page: PageArguments, context: Context) =>
          noteReading(context, person, coordinate) ? pageOf(person, page, context) : null,
      },
    },
  };
}

interface PageArguments {
  readonly first: number | null;
  readonly after?: string | null;
}

/** A line's place: the number of its entry, and its place in it. */
interface Place {
  readonly seq: number;
  readonly at: number;
}

async function pageOf(
  person: PersonId,
  { first, after }: PageArguments,
  { ledger, now }: RequestBase,
): Promise<object> {
  const size = first ?? 100;
  if (size < 1 || size > MAX_PAGE)
    throw new HubError(ErrorCode.BAD_USER_INPUT, `first must be between 1 and ${MAX_PAGE}.`);
  const from = after ? placeOf(after) : undefined;
  const entries = await ledger.latestOf(person, {
    // Every entry is at least one line; the entry of the cursor itself may have none left.
    limit: size + 2,
    ...(from && { before: from.seq + 1 }),
  });
  const places = entries
    .flatMap((entry) => linesOf(entry).map((item, at) => ({ entry, item, at })))
    .filter(({ entry, at }) => !from || entry.seq < from.seq || at > from.at);
  const shown = places.slice(0, size);
  const last = shown.at(-1);
  return {
    lines: shown.map(({ entry, item }) => lineOf(entry, item, now)),
    hasNextPage: places.length > size,
    endCursor: last ? cursorOf({ seq: last.entry.seq, at: last.at }) : null,
  };
}

/** What rests on different bases is told line by line; an entry that names no field is a line, too. */
const linesOf = ({ items }: LedgerEntry): readonly (LedgerItem | undefined)[] =>
  items.length > 0 ? items : [undefined];

const lineOf = (entry: LedgerEntry, item: LedgerItem | undefined, now: Date): object => ({
  requestId: entry.requestId,
  at: entry.at,
  kind: entry.kind,
  outcome: entry.outcome,
  staffId: entry.viewer.staffId,
  office: entry.viewer.office,
  capacity: entry.viewer.capacity,
  purpose: entry.viewer.purpose,
  conference: entry.viewer.conference,
  sector: sectorOf(entry, item),
  category: item?.category,
  fields: item?.fields ?? [],
  level: item?.level,
  upTo: item?.upTo,
  rule: item?.rule,
  evidence: item?.evidence,
  policyVersion: entry.policyVersion,
  visibility: visibilityOf(entry, item, now),
});

const cursorOf = ({ seq, at }: Place): string => Buffer.from(`${seq}.${at}`).toString('base64url');

function placeOf(cursor: string): Place {
  const [, seq, at] = /^(\d{1,15})\.(\d{1,5})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (seq === undefined || at === undefined)
    throw new HubError(ErrorCode.BAD_USER_INPUT, 'after is not a cursor of this list.');
  return { seq: Number(seq), at: Number(at) };
}
