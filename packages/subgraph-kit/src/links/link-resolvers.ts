import { LedgerOutcome } from '@kasane/ledger';
import type { PersonId, SectorEntry } from '@kasane/vocabulary';
import type { GraphQLResolveInfo } from 'graphql';
import { MoreThan } from 'typeorm';
import type { RequestBase } from '../context.js';
import { requirePurpose } from '../references.js';
import { typePrefix } from '../sector-sdl.js';
import { confirmLink, rejectLink, unlink } from './link-changes.js';
import { requireOwnStaff, type Changed } from './link-request.js';
import { LinkEvent, LinkStep } from './link-tables.js';
import type { HubIdentity } from './matching.js';
import { ownFilesAmong } from './own-files.js';
import { suggestLinks } from './suggest-links.js';
import { wrongDisclosures } from './wrong-disclosures.js';

interface OfPerson {
  readonly person: PersonId;
}
interface OfFile extends OfPerson {
  readonly clientNumber: string;
  readonly reason: string;
}

/** How long the notice of a wrong link is shown to those who were shown its records. Our own choice. */
const NOTICE_DAYS = 180;
const DAY_MS = 86_400_000;
const MAX_EVENTS = 200;
/** Links that were taken back and are looked through for one viewer: it is rare, and each costs a reading of the ledger. */
const MAX_ENDED = 50;

/** Resolvers of {@link linkSdl}. */
export function linkResolvers(sector: SectorEntry) {
  const prefix = typePrefix(sector);
  const outcome = <T>(changed: Changed<T>, type: string, of: (done: T) => object): object =>
    'refused' in changed
      ? { __typename: `${prefix}LinkNotChanged`, ...changed.refused }
      : { __typename: `${prefix}${type}`, ...of(changed.done) };
  const asStaff =
    <Input extends OfPerson>(
      work: (request: RequestBase, input: Input, coordinate: string) => Promise<object>,
    ) =>
    async (_: unknown, input: Input, request: RequestBase, { parentType, fieldName }: GraphQLResolveInfo) => {
      const coordinate = `${parentType.name}.${fieldName}`;
      await requireOwnStaff(request, sector, input.person, coordinate);
      return work(request, input, coordinate);
    };
  return {
    Query: {
      [`${sector.field}LinkHistory`]: asStaff((request, { person }, coordinate) =>
        historyOf(request, person, coordinate),
      ),
      [`${sector.field}LinkNotices`]: (_: unknown, __: unknown, request: RequestBase) =>
        noticesOf(request, `Query.${sector.field}LinkNotices`),
    },
    Mutation: {
      [`${sector.field}SuggestLinks`]: asStaff<OfPerson & { readonly identity: HubIdentity }>(
        async (request, { person, identity }, coordinate) =>
          outcome(
            await suggestLinks(request, person, identity, coordinate),
            'LinkCandidates',
            (candidates) => ({
              candidates,
            }),
          ),
      ),
      [`${sector.field}ConfirmLink`]: asStaff<
        OfPerson & { readonly clientNumber: string; readonly checkedBy: string }
      >(async (request, { person, clientNumber, checkedBy }, coordinate) =>
        outcome(
          await confirmLink(request, { person, clientNumber, coordinate }, checkedBy),
          'LinkChanged',
          (link) => ({
            link,
          }),
        ),
      ),
      [`${sector.field}RejectLink`]: asStaff<OfFile>(
        async (request, { person, clientNumber, reason }, coordinate) =>
          outcome(
            await rejectLink(request, { person, clientNumber, coordinate }, reason),
            'LinkChanged',
            (link) => ({ link }),
          ),
      ),
      [`${sector.field}Unlink`]: asStaff<OfFile>(
        async (request, { person, clientNumber, reason }, coordinate) =>
          outcome(
            await unlink(request, { person, clientNumber, coordinate }, reason),
            'Unlinked',
            ({ shownTo, ...link }) => ({
              link,
              shownTo,
            }),
          ),
      ),
    },
  };
}

/** The steps of a person's links to files of the viewer's own office, and the searches of that office. */
async function historyOf(
  request: RequestBase,
  person: PersonId,
  coordinate: string,
): Promise<readonly object[]> {
  const { manager, viewer, recorder } = request;
  recorder.noteReading(person, coordinate, LedgerOutcome.PERMITTED);
  const events = await manager.find(LinkEvent, {
    where: { personId: person },
    order: { at: 'DESC', id: 'ASC' },
    take: MAX_EVENTS,
  });
  const own = await ownFilesAmong(
    manager,
    [...new Set(events.flatMap(({ localId }) => localId ?? []))],
    request,
  );
  return events
    .filter(({ localId, officeCode }) => (localId === null ? officeCode === viewer.office : own.has(localId)))
    .map(({ localId, officeCode, ...event }) => ({ ...event, clientNumber: localId, office: officeCode }));
}

/** What this viewer was shown under links that were taken back since. Nobody is told of anybody else's. */
async function noticesOf(request: RequestBase, coordinate: string): Promise<readonly object[]> {
  const { manager, viewer, recorder, now } = request;
  requirePurpose(viewer);
  const ended = await manager.find(LinkEvent, {
    where: {
      step: LinkStep.UNLINKED,
      at: MoreThan(new Date(now.getTime() - NOTICE_DAYS * DAY_MS).toISOString()),
    },
    order: { at: 'DESC', id: 'ASC' },
    take: MAX_ENDED,
  });
  const notices = (await Promise.all(ended.map((event) => wrongDisclosures(request, event))))
    .flat()
    .filter(({ staffId, office }) => staffId === viewer.staffId && office === viewer.office);
  for (const { person } of notices) recorder.noteReading(person, coordinate, LedgerOutcome.PERMITTED);
  return notices;
}
