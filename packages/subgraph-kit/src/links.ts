import type { AssignmentFacts, ViewerFacts } from '@kasane/disclosure';
import type { PersonId, SectorId } from '@kasane/vocabulary';
import { officeCode, personId, Role, staffId } from '@kasane/vocabulary';
import type DataLoader from 'dataloader';
import { In, type EntityManager, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';
import { createLoader, groupBy } from './loader.js';
import { LinkStatus, PersonLink, ResponsibilityRow } from './sector-tables.js';
import { about, Seal, UNLINKED, type LocalRecord, type PersonalRecord } from './subjects.js';

/**
 * Rows in their order, as a field hands them to the guard. Not an array: whoever picked one by its place would pick
 * before it is known which of them may be shown. A field with one record gives all; the guard lets out the first.
 */
export type Rows<T> = Iterable<T>;

/** That nobody else is confirmed for the file of link `l`. */
const ofOnePerson =
  'NOT EXISTS (SELECT 1 FROM person_link o WHERE o.local_id = l.local_id AND o.status = :confirmed AND o.person_id <> l.person_id)';

type Link = Pick<PersonLink, 'personId' | 'localId'>;

/** Between the hub's persons and the sector's own, per request, each loaded once. */
export class SectorLinks {
  private readonly localIds: DataLoader<PersonId, readonly string[]>;
  private readonly personIds: DataLoader<string, PersonId>;

  constructor(private readonly manager: EntityManager) {
    this.localIds = createLoader<PersonId, readonly string[]>(
      async (persons) => {
        const links = await this.linksOfFiles(persons);
        const owners = ownersOf(links);
        const own = links.filter(({ localId }) => owners.has(localId));
        // A note mostly mentions those who live with the person: whoever was loaded need not be looked up again.
        for (const { localId } of links) this.personIds.prime(localId, owners.get(localId) ?? UNLINKED);
        return new Map(
          [...groupBy(own, (link) => link.personId)].map(([person, found]) => [
            person,
            found.map((link) => link.localId),
          ]),
        );
      },
      () => [],
    );
    this.personIds = createLoader<string, PersonId>(
      async (localIds) =>
        ownersOf(
          await manager.findBy(PersonLink, { localId: In([...localIds]), status: LinkStatus.CONFIRMED }),
        ),
      () => UNLINKED,
    );
  }

  /** Every confirmed link, of whomever, of the files of these persons. In plain SQL: every request passes here. */
  private async linksOfFiles(persons: readonly PersonId[]): Promise<readonly Link[]> {
    const rows = await this.manager.sql<{ person_id: PersonId; local_id: string }[]>`
      SELECT link.person_id, link.local_id FROM person_link link
      WHERE link.status = ${LinkStatus.CONFIRMED} AND link.local_id IN (
        SELECT own.local_id FROM person_link own
        WHERE own.status = ${LinkStatus.CONFIRMED} AND own.person_id IN (${() => [...persons]}))`;
    return rows.map((row) => ({ personId: row.person_id, localId: row.local_id }));
  }

  /** The confirmed local ids of a person; none when the sector does not know them. */
  localIdsOf(person: PersonId): Promise<readonly string[]> {
    return this.localIds.load(person);
  }

  /** Whose file this is; nobody's whom the hub knows unless exactly one confirmed link says so. */
  async personOf(localId: string): Promise<PersonId | undefined> {
    const person = await this.personIds.load(localId);
    return person === UNLINKED ? undefined : person;
  }

  /** A loader of a sector's rows by the hub's person. Each row is marked with all whom it speaks of. */
  rows<T extends LocalRecord & PersonalRecord>(
    entity: new () => T,
    order: FindOptionsOrder<T>,
  ): DataLoader<PersonId, Rows<T>> {
    return createLoader<PersonId, Rows<T>>(
      async (persons) => {
        // A failure fails the field: links that cannot be read must not look like no records.
        const ids = await Promise.all(persons.map((person) => this.localIdsOf(person)));
        const owner = new Map(
          ids.flatMap((found, at) => found.map((id) => [id, persons[at] ?? UNLINKED] as const)),
        );
        if (owner.size === 0) return new Map();
        const found = await this.manager.find(entity, {
          where: { localId: In([...owner.keys()]) } as FindOptionsWhere<T>,
          order,
        });
        const rows = found.filter(({ seal }) => seal !== Seal.NEVER);
        const subjects = await Promise.all(
          rows.map(async (row) => [owner.get(row.localId) ?? UNLINKED, ...(await this.others(row))]),
        );
        return groupBy(
          rows.map((row, at) => about(row, subjects[at] ?? [UNLINKED])),
          (row) => row.subjects?.[0] ?? UNLINKED,
        );
      },
      () => [],
    );
  }

  private others({ alsoAbout }: LocalRecord): Promise<readonly PersonId[]> {
    const ids = alsoAbout ? alsoAbout.split(',') : [];
    return Promise.all(ids.map((id) => this.personIds.load(id)));
  }

  /** Which of these persons an office is responsible for: the facts of OWN_OFFICE. */
  async assignments(
    persons: readonly PersonId[],
    office: string,
    sector: SectorId,
  ): Promise<readonly AssignmentFacts[]> {
    const rows = await this.manager
      .createQueryBuilder(ResponsibilityRow, 'r')
      .innerJoin(PersonLink, 'l', 'l.local_id = r.local_id AND l.status = :confirmed', {
        confirmed: LinkStatus.CONFIRMED,
      })
      .where('r.office_code = :office AND l.person_id IN (:...persons)', { office, persons })
      // A file that was confirmed for two persons assigns nobody: it would open the other files of the wrong one.
      .andWhere(ofOnePerson)
      .select([
        'r.id AS id',
        'l.person_id AS person',
        'r.office_code AS office',
        'r.staff_id AS staff',
        'r.from_date AS starts',
        'r.to_date AS ends',
      ])
      .getRawMany<{
        id: string;
        person: string;
        office: string;
        staff: string | null;
        starts: string;
        ends: string | null;
      }>();
    return rows.map((row) => ({
      id: row.id,
      person: personId(row.person),
      sector,
      office: officeCode(row.office),
      staff: row.staff === null ? undefined : staffId(row.staff),
      from: row.starts,
      to: row.ends ?? undefined,
    }));
  }

  /**
   * Persons that this viewer is assigned to today (a manager: that the office is responsible for), in the order of
   * their ids, at most `limit`. The limit counts nobody else: or the length of the list would tell of colleagues' clients.
   */
  async personsOf(
    { office, staffId: staff, roles }: ViewerFacts,
    today: string,
    limit: number,
  ): Promise<readonly PersonId[]> {
    const query = this.manager
      .createQueryBuilder(PersonLink, 'l')
      .innerJoin(ResponsibilityRow, 'r', 'l.local_id = r.local_id')
      .where('r.office_code = :office AND l.status = :confirmed', { office, confirmed: LinkStatus.CONFIRMED })
      .andWhere('r.from_date <= :today AND (r.to_date IS NULL OR r.to_date >= :today)', { today })
      .andWhere(ofOnePerson);
    if (!roles.includes(Role.OFFICE_MANAGER))
      query.andWhere('(r.staff_id IS NULL OR r.staff_id = :staff)', { staff });
    const rows = await query
      .select('DISTINCT l.person_id', 'person')
      .orderBy('l.person_id')
      .limit(limit)
      .getRawMany<{ person: string }>();
    return rows.map(({ person }) => personId(person));
  }
}

/**
 * Whose file each is. One that was confirmed for two persons is nobody's until the sector has cleared up whose it is:
 * it would be shown on the consent of either, and to whom would depend on who else was asked for.
 */
const ownersOf = (links: readonly Link[]): ReadonlyMap<string, PersonId> =>
  new Map(
    [...groupBy(links, ({ localId }) => localId)].flatMap(([localId, found]) => {
      const [link, ...more] = found;
      return link && more.length === 0 ? [[localId, link.personId] as const] : [];
    }),
  );
