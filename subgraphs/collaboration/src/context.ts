import { createLoader, groupBy, type RequestBase, type SubgraphContext } from '@kasane/subgraph-kit';
import type { HouseholdId, PersonId } from '@kasane/vocabulary';
import { In } from 'typeorm';
import { caseLoaders } from './case/case-loaders.js';
import { CaseRow, RosterSeatPersonRow, RosterSeatRow } from './case/case-tables.js';
import { closingLoaders } from './closing/closing-loaders.js';
import { conferenceLoaders } from './conference/conference-loaders.js';
import { ConsentEventRow, ConsentRow } from './consent/consent-tables.js';
import { flagLoaders } from './composite-flag/flag-loaders.js';
import { seenUnderConsents, type Viewing } from './consent/seen-by.js';
import type { CollaborationScope } from './disclosure/collaboration-scope.js';
import type { FactsRepository } from './disclosure/facts.js';
import { noteLoaders } from './note/note-loaders.js';
import { DistrictRow, DirectoryOfficeRow } from './office/office-tables.js';
import { outreachLoaders } from './outreach/outreach-loaders.js';
import { participationLoaders } from './participation/participation-loaders.js';
import { rosterLoaders } from './roster/roster-loaders.js';
import { planLoaders } from './plan/plan-loaders.js';
import { intakeLoaders } from './intake/intake-loader.js';
import { issueLoaders } from './issue/issue-loader.js';
import { PersonRow } from './person/person-row.js';
import { referralLoaders } from './referral/referral-repository.js';

/** What a request of collaboration reads, each thing once. */
export const collaborationLoaders = (request: RequestBase, facts: FactsRepository) => ({
  facts,
  ...ownLoaders(request),
  ...caseLoaders(request, facts),
  ...rosterLoaders(request),
  ...noteLoaders(request),
  ...flagLoaders(request),
  ...outreachLoaders(request),
  ...participationLoaders(request),
  ...conferenceLoaders(request),
  ...planLoaders(request),
  ...closingLoaders(request),
  ...intakeLoaders(request.manager),
  ...issueLoaders(request.manager),
  ...referralLoaders(request.manager),
});

const ownLoaders = ({ manager, ledger }: RequestBase) => ({
  persons: createLoader<PersonId, PersonRow | null>(
    async (ids) =>
      new Map((await manager.findBy(PersonRow, { id: In([...ids]) })).map((row) => [row.id, row])),
    () => null,
  ),
  offices: createLoader<string, DirectoryOfficeRow | null>(
    async (codes) =>
      new Map(
        (await manager.findBy(DirectoryOfficeRow, { code: In([...codes]) })).map((row) => [row.code, row]),
      ),
    () => null,
  ),
  districts: createLoader<string, DistrictRow | null>(
    async (ids) =>
      new Map((await manager.findBy(DistrictRow, { id: In([...ids]) })).map((row) => [row.id, row])),
    () => null,
  ),
  cases: createLoader<HouseholdId, readonly CaseRow[]>(
    async (ids) =>
      groupBy(
        await manager.find(CaseRow, {
          where: { householdId: In([...ids]) },
          order: { openedOn: 'DESC', id: 'ASC' },
        }),
        ({ householdId }) => householdId,
      ),
    () => [],
  ),
  seats: createLoader<string, readonly RosterSeatRow[]>(
    async (ids) =>
      groupBy(
        await manager.find(RosterSeatRow, { where: { caseId: In([...ids]) }, order: { id: 'ASC' } }),
        ({ caseId }) => caseId,
      ),
    () => [],
  ),
  seatPersons: createLoader<string, readonly PersonId[]>(
    async (ids) => {
      const rows = await manager.findBy(RosterSeatPersonRow, { seatId: In([...ids]) });
      return new Map(
        [...groupBy(rows, ({ seatId }) => seatId)].map(([seat, named]) => [
          seat,
          named.map(({ personId }) => personId),
        ]),
      );
    },
    () => [],
  ),
  consentsOf: createLoader<PersonId, readonly ConsentRow[]>(
    async (ids) =>
      groupBy(
        await manager.find(ConsentRow, { where: { subjectId: In([...ids]) }, order: { id: 'ASC' } }),
        ({ subjectId }) => subjectId,
      ),
    () => [],
  ),
  consentEvents: createLoader<string, readonly ConsentEventRow[]>(
    async (ids) =>
      groupBy(
        await manager.find(ConsentEventRow, { where: { consentId: In([...ids]) }, order: { seq: 'ASC' } }),
        ({ consentId }) => consentId,
      ),
    () => [],
  ),
  /** Who was shown what, by consent: once for a person, however many consents of theirs are asked about. */
  seenUnderConsents: createLoader<PersonId, ReadonlyMap<string, readonly Viewing[]>>(
    async (persons) =>
      new Map(
        await Promise.all(
          persons.map(async (person) => [person, await seenUnderConsents(ledger, person)] as const),
        ),
      ),
    () => new Map(),
  ),
});

export type CollaborationContext = SubgraphContext<
  ReturnType<typeof collaborationLoaders>,
  CollaborationScope
>;
