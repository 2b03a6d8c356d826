import {
  Category,
  ErrorCode,
  HubError,
  Tier,
  tierOf,
  type PersonId,
  type SectorEntry,
} from '@kasane/vocabulary';
import { isObjectType, type GraphQLResolveInfo } from 'graphql';
import { randomBytes } from 'node:crypto';
import { IsNull } from 'typeorm';
import { categoryOf } from './classification.js';
import type { Reader } from './reader.js';
import { isOpaqueId, requirePurpose } from './references.js';
import type { SectorContext } from './sector-subgraph.js';
import type { SectorLoaders } from './sector-resolvers.js';
import { ReleaseRow } from './sector-tables.js';
import { Seal, type LocalRecord, type PersonalRecord } from './subjects.js';

/** Days that a release may last at most; a session that goes on releases again. Our own choice. */
export const MAX_RELEASE_DAYS = 90;
const DAY_MS = 86_400_000;

export type RowClass = new () => PersonalRecord & LocalRecord & { id: string };
/** What an owner may release, by the name of the class, with its type in the schema. */
export type RowClasses = ReadonlyMap<string, { readonly entity: RowClass; readonly type: string }>;

type Context = SectorContext<SectorLoaders>;

/** What was released to a session and has neither expired nor been taken back. */
export const releasesTo =
  (reader: Reader, now: Date) =>
  async (session: string): Promise<readonly ReleaseRow[]> => {
    const rows = await reader.rows(
      ReleaseRow,
      ({ column, value }) => `${column('sessionId')} = ${value(session)}`,
    );
    return rows.filter((row) => row.takenBackAt === null && row.expiresAt > now.toISOString());
  };

interface ReleaseInput {
  readonly session: string;
  readonly recordId: string;
  /** ISO 8601. */
  readonly until: string;
}

/** A release as its owner sees it. */
export interface Release {
  readonly id: string;
  readonly session: string;
  readonly recordId: string;
  /** ISO 8601, UTC. */
  readonly until: string;
  readonly needsApproval: boolean;
}

/**
 * Releases one record of the viewer's own to a session. Of the closed tier the session's coordinator must agree too,
 * by the id of the release, which the owner tells them.
 * @throws {HubError} `NOT_FOUND` for a record that there is not or that is somebody else's, in the same words;
 * `BAD_USER_INPUT` for an end that is past or too far
 */
export async function releaseRecord(
  sector: SectorEntry,
  rows: RowClasses,
  input: ReleaseInput,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Release> {
  const { viewer, manager, now } = context;
  requirePurpose(viewer);
  const until = new Date(/T.*(Z|[+-]\d\d:\d\d)$/.test(input.until) ? input.until : NaN);
  const days = (until.getTime() - now.getTime()) / DAY_MS;
  if (!isOpaqueId(input.session) || !(days > 0 && days <= MAX_RELEASE_DAYS))
    throw new HubError(
      ErrorCode.BAD_USER_INPUT,
      `会議と、${MAX_RELEASE_DAYS}日以内の期限を示してください。 Name a session, and an end within ${MAX_RELEASE_DAYS} days.`,
    );
  const { category, person } = await ownRecord(sector, rows, input.recordId, context, info);
  const row = {
    id: `rel-${randomBytes(10).toString('hex')}`,
    sessionId: input.session,
    recordId: input.recordId,
    releasedBy: viewer.staffId,
    officeCode: viewer.office,
    releasedAt: now.toISOString(),
    expiresAt: until.toISOString(),
    takenBackAt: null,
  };
  await manager.transaction(async (transaction) => {
    await transaction.insert(ReleaseRow, row);
    await recordChange(context, info, person, category, row.id);
  });
  return told(row, category);
}

/**
 * Takes a release back: on the next request the session no longer sees the record.
 * @throws {HubError} `NOT_FOUND` unless it is a release of the viewer's own record; `CONFLICT` when it was taken back
 */
export async function takeBackRelease(
  sector: SectorEntry,
  rows: RowClasses,
  id: string,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Release> {
  const { manager, now } = context;
  requirePurpose(context.viewer);
  const row = isOpaqueId(id) ? await manager.findOneBy(ReleaseRow, { id }) : null;
  const { category, person } = await ownRecord(sector, rows, row?.recordId ?? '', context, info);
  await manager.transaction(async (transaction) => {
    const { affected } = await transaction.update(
      ReleaseRow,
      { id, takenBackAt: IsNull() },
      { takenBackAt: now.toISOString() },
    );
    if (affected !== 1) throw new HubError(ErrorCode.CONFLICT);
    await recordChange(context, info, person, category, id);
  });
  return told(row as ReleaseRow, category);
}

/** The record behind a record id, when it lies in a file that the viewer is responsible for. */
async function ownRecord(
  sector: SectorEntry,
  rows: RowClasses,
  recordId: string,
  { manager, viewer, scope, loaders, recorder }: Context,
  { schema, parentType, fieldName }: GraphQLResolveInfo,
) {
  const [name = '', ...rest] = recordId.split(':');
  const id = rest.join(':');
  const known = viewer.sector === sector.id && isOpaqueId(id) ? rows.get(name) : undefined;
  const type = known && schema.getType(known.type);
  const field = isObjectType(type) ? type.getFields()['recordId'] : undefined;
  const category = (field && categoryOf(field)) ?? Category.NOTES;
  const row = known ? await manager.findOneBy(known.entity, { id } as never) : null;
  const person = row && (await loaders.links.personOf(row.localId));
  if (person) await scope.admit(undefined, [person]);
  const permit = person ? scope.ownDuty(person, category) : undefined;
  if (!row || !person || !permit || row.seal === Seal.NEVER) {
    recorder.noteAbsent(category, `${parentType.name}.${fieldName}`);
    throw new HubError(ErrorCode.NOT_FOUND);
  }
  return { category, person };
}

/** Writes to the ledger, as the last step of a change, that a person's record was changed. */
export async function recordChange(
  { recorder, record }: Context,
  { parentType, fieldName }: GraphQLResolveInfo,
  person: PersonId,
  category: Category,
  evidence: string,
): Promise<void> {
  recorder.add({
    kind: 'CHANGE',
    person,
    outcome: 'PERMITTED',
    items: [{ category, fields: [`${parentType.name}.${fieldName}`], evidence }],
  });
  await record();
}

const told = ({ id, sessionId, recordId, expiresAt }: ReleaseRow, category: Category): Release => ({
  id,
  session: sessionId,
  recordId,
  until: expiresAt,
  needsApproval: tierOf(category) === Tier.T4,
});
