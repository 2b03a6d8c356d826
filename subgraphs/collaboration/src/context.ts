import { createLoader, groupBy, type RequestBase, type SubgraphContext } from '@kasane/subgraph-kit';
import type { HouseholdId, PersonId } from '@kasane/vocabulary';
import { In } from 'typeorm';
import { CaseRow, RosterSeatPersonRow, RosterSeatRow } from './case/case-tables.js';
import { conferenceLoaders } from './conference/conference-loaders.js';
import { ConsentEventRow, ConsentRow } from './consent/consent-tables.js';
import { seenUnderConsents, type Viewing } from './consent/seen-by.js';
import type { CollaborationScope } from './disclosure/collaboration-scope.js';
import type { FactsRepository } from './disclosure/facts.js';
import { DistrictRow, DirectoryOfficeRow } from './office/office-tables.js';
import { PersonRow } from './person/person-row.js';

/** What a request of collaboration reads, each thing once. */
export const collaborationLoaders = ({ manager, ledger }: RequestBase, facts: FactsRepository) => ({
  facts,
  ...conferenceLoaders({ manager }),
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
