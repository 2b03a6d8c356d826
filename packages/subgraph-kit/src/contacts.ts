import {
  Category,
  ErrorCode,
  HubError,
  japanDate,
  personId,
  startOfJapanDay,
  type ContactMethod,
  type PersonId,
  type SectorEntry,
} from '@kasane/vocabulary';
import type { GraphQLResolveInfo } from 'graphql';
import { createHash } from 'node:crypto';
import { QueryFailedError } from 'typeorm';
import { disclosedSdl, notPersonalSdl } from './disclosed.js';
import { isOpaqueId, requirePurpose } from './references.js';
import { recordChange } from './releases.js';
import type { SectorLoaders } from './sector-resolvers.js';
import type { SectorContext } from './sector-subgraph.js';
import { ContactRow } from './sector-tables.js';
import { recordKey, Seal } from './subjects.js';

/** The most that one note holds, in characters, and the most others whom it speaks of. Our own choice. */
const MAX_SUMMARY = 5_000;
const MAX_OTHERS = 7;

export interface ContactInput {
  readonly person: string;
  readonly alsoAbout: readonly string[];
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly method: ContactMethod;
  readonly summary: string;
  readonly isSealed: boolean;
  readonly once: string;
}

export type ContactAdding =
  { readonly recordId: string; readonly person: PersonId } | { readonly problems: readonly string[] };

/** What every sector's schema has for writing into the contact log. */
export const addContactSdl = (field: string, prefix: string): string => `
extend type Mutation {
  "相談・支援経過を書く — writes one contact into the file of a person whom you are assigned to in this sector"
  ${field}AddContact(input: ${prefix}ContactInput!): ${prefix}AddContactResult!
}

"書く内容 — a contact to be written"
input ${prefix}ContactInput {
  "本人 — person"
  person: ID!
  "他に触れる人 — others whom the note speaks of: it is then shown only where each of them permits it"
  alsoAbout: [ID!]! = []
  "実施日 — date (YYYY-MM-DD), not in the future"
  on: String!
  method: ContactMethod!
  "内容 — what it was about"
  summary: String!
  "他機関に示すのは個別に出したときだけ — shown to others only where this very note is released to a session"
  isSealed: Boolean! = false
  "送信番号 — any text that is new for each note: what is sent twice is written once"
  once: ID!
}

union ${prefix}AddContactResult = ${prefix}ContactAdded | ${prefix}ContactNotAdded

"書いた — the note stands in the file"
type ${prefix}ContactAdded ${notPersonalSdl('names a record and a person to who has just written of them')} {
  recordId: ID!
  person: Person!
}

"書けない — nothing was written, and why; in Japanese"
type ${prefix}ContactNotAdded ${notPersonalSdl('speaks of the input alone')} {
  problems: [String!]!
}`;

/** What every record of a person shows of its contact log first. */
export const latestContactSdl = (prefix: string): string => `
  "直近の相談・支援 — the newest contact"
  latestContact: ${prefix}Contact ${disclosedSdl(Category.NOTES)}`;

/**
 * Writes a contact into the file that makes the viewer responsible for the person. The ledger has it before it stands.
 * @throws {HubError} `NOT_FOUND` for whoever is not one's own client, in the same words as for nobody
 */
export async function addContact(
  sector: SectorEntry,
  input: ContactInput,
  context: SectorContext<SectorLoaders>,
  info: GraphQLResolveInfo,
): Promise<ContactAdding> {
  const { viewer, manager, loaders, now } = context;
  requirePurpose(viewer);
  const problems = problemsOf(input, japanDate(now));
  if (problems.length > 0) return { problems };
  const person = personId(input.person);
  const file = await ownFile(sector, person, context, info);
  const others = [...new Set(input.alsoAbout)].filter((id) => id !== person);
  const row: Omit<ContactRow, 'subjects'> = {
    id: `contact-${digest(viewer.staffId, input.once)}`,
    localId: file.localId,
    alsoAbout: (await Promise.all(others.map((id) => nameOf(personId(id), loaders)))).join(',') || null,
    on: input.on,
    method: input.method,
    officeCode: viewer.office,
    staffName: file.staffName ?? viewer.staffId,
    summary: input.summary.trim(),
    seal: input.isSealed ? Seal.RELEASE_ONLY : null,
  };
  try {
    await manager.transaction(async (transaction) => {
      await transaction.insert(ContactRow, row);
      await recordChange(context, info, person, Category.NOTES, row.id);
    });
  } catch (error) {
    // Sent twice: the first of them stands. Anything else that the database refuses is its fault, or ours.
    const written =
      error instanceof QueryFailedError ? await manager.findOneBy(ContactRow, { id: row.id }) : null;
    if (!written) throw error;
    if (written.localId !== row.localId || written.on !== row.on || written.summary !== row.summary)
      return {
        problems: [
          '同じ送信番号で、別の内容がすでに書かれています。画面を読み込み直してから書いてください。',
        ],
      };
  }
  return { recordId: recordKey(Object.assign(new ContactRow(), row)) ?? '', person };
}

function problemsOf(
  { person, alsoAbout, on, summary, once }: ContactInput,
  today: string,
): readonly string[] {
  const isDate = isCalendarDate(on);
  return [
    ...(isOpaqueId(person) && alsoAbout.every(isOpaqueId) ? [] : ['人の番号の形が正しくありません。']),
    ...(alsoAbout.length > MAX_OTHERS ? [`他に触れる人は${MAX_OTHERS}人までです。`] : []),
    ...(isDate ? [] : ['実施日は YYYY-MM-DD の形の、暦にある日にしてください。']),
    ...(isDate && on > today ? ['実施日が未来の日になっています。'] : []),
    ...(summary.trim() === '' ? ['内容を書いてください。'] : []),
    ...([...summary].length > MAX_SUMMARY ? [`内容は${MAX_SUMMARY.toLocaleString('ja')}字までです。`] : []),
    ...(isOpaqueId(once) ? [] : ['送信番号の形が正しくありません。']),
  ];
}

function isCalendarDate(text: string): boolean {
  try {
    startOfJapanDay(text);
    return true;
  } catch {
    return false;
  }
}

/** The file in which the viewer's own assignment to a person lies, and the worker's name there. */
async function ownFile(
  sector: SectorEntry,
  person: PersonId,
  { viewer, scope, loaders, recorder }: SectorContext<SectorLoaders>,
  { parentType, fieldName }: GraphQLResolveInfo,
) {
  if (viewer.sector === sector.id) await scope.admit(undefined, [person]);
  const duty = viewer.sector === sector.id ? scope.ownDuty(person, Category.NOTES) : undefined;
  const assignment = duty && loaders.links.assignmentOf(duty.evidence);
  if (!assignment) {
    recorder.noteAbsent(Category.NOTES, `${parentType.name}.${fieldName}`);
    throw new HubError(ErrorCode.NOT_FOUND);
  }
  return {
    localId: assignment.localId,
    staffName: assignment.staffId === viewer.staffId ? assignment.staffName : null,
  };
}

/**
 * How a note names somebody else. Whom this sector does not know is kept by the hub's id, which no file has: such a
 * note is shown to its own office alone. The writer is not told which of the two it was.
 */
const nameOf = async (person: PersonId, { links }: SectorLoaders): Promise<string> =>
  (await links.localIdsOf(person))[0] ?? `hub:${person}`;

const digest = (...texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 32);
