import type { AssignmentFacts, ViewerFacts } from '@kasane/disclosure';
import type { PersonId, SectorId } from '@kasane/vocabulary';
import { officeCode, personId, Role, staffId } from '@kasane/vocabulary';
import type DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { createLoader, groupBy } from './loader.js';
import type { Condition, Order, Reader } from './reader.js';
import { LinkStatus, OfficeRow, PersonLink, ResponsibilityRow } from './sector-tables.js';
import { about, Seal, UNLINKED, type LocalRecord, type PersonalRecord } from './subjects.js';

/**
 * Rows in their order, as a field hands them to the guard. Not an array: whoever picked one by its place would pick
 * before it is known which of them may be shown. A field with one record gives all; the guard lets out the first.
 */
export type Rows<T> = Iterable<T>;

/** That nobody else is confirmed for the file of link `l`. */
const ofOnePerson =
  'NOT EXISTS (SELECT 1 FROM person_link o WHERE o.local_id = l.local_id AND o.status = :confirmed AND o.person_id <> l.person_id)';

/** The files of these persons. */
const filesOf =
  (persons: readonly PersonId[]): Condition =>
  ({ column, value, list }) =>
    `${column('localId')} IN (SELECT own.local_id FROM person_link own WHERE own.status = ${value(LinkStatus.CONFIRMED)} AND own.person_id IN (${list(persons)}))`;

/** Between the hub's persons and the sector's own, per request, each loaded once. */
export class SectorLinks {
  /** Offices that rows name, by their code. */
  readonly offices: DataLoader<string, OfficeRow | undefined>;
  private readonly localIds: DataLoader<PersonId, readonly string[]>;
  private readonly personIds: DataLoader<string, PersonId>;
  /** Local ids of which it is known already whose they are. */
  private readonly known = new Set<string>();
  private readonly responsible: ResponsibilityRow[] = [];

  /** @param ownOffice the viewer's, where it is of this sector: whom it is responsible for is read with the links */
  constructor(
    private readonly manager: EntityManager,
    private readonly reader: Reader,
    private readonly ownOffice?: string,
  ) {
    this.localIds = createLoader<PersonId, readonly string[]>(
      async (persons) => {
        const [linked, responsible] = await Promise.all([
          // Every confirmed link of their files, of whomever: a file of two persons is nobody's.
          reader.rows(PersonLink, filesOf(persons)),
          ownOffice === undefined ? [] : this.responsibilitiesOf(ownOffice, persons),
        ]);
        this.responsible.push(...responsible);
        const links = linked.filter(({ status }) => status === LinkStatus.CONFIRMED);
        const owners = ownersOf(links);
        const own = links.filter(({ localId }) => owners.has(localId));
        // A note mostly mentions those who live with the person: whoever was loaded need not be looked up again.
        for (const { localId } of links) {
          this.known.add(localId);
          this.personIds.prime(localId, owners.get(localId) ?? UNLINKED);
        }
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
      async (localIds) => {
        for (const localId of localIds) this.known.add(localId);
        const found = await reader.rows(
          PersonLink,
          ({ column, list }) => `${column('localId')} IN (${list(localIds)})`,
        );
        return ownersOf(found.filter(({ status }) => status === LinkStatus.CONFIRMED));
      },
      () => UNLINKED,
    );
    this.offices = createLoader<string, OfficeRow | undefined>(
      async (codes) => {
        const found = await reader.rows(
          OfficeRow,
          ({ column, list }) => `${column('code')} IN (${list(codes)})`,
        );
        return new Map(found.map((row) => [row.code, row]));
      },
      () => undefined,
    );
  }

  private responsibilitiesOf(
    office: string,
    persons: readonly PersonId[],
  ): Promise<readonly ResponsibilityRow[]> {
    return this.reader.rows(
      ResponsibilityRow,
      (sql) => `${sql.column('officeCode')} = ${sql.value(office)} AND ${filesOf(persons)(sql)}`,
      { id: 'ASC' },
    );
  }

  /** That records of these persons will likely be asked for: their links come in the statement that is next anyway. */
  expect(persons: readonly PersonId[]): void {
    // Whoever asks for them later is told why they could not be read.
    for (const person of persons) this.localIds.load(person).catch(() => undefined);
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
    order: Order<T>,
  ): DataLoader<PersonId, Rows<T>> {
    return createLoader<PersonId, Rows<T>>(
      async (persons) => {
        // A failure fails the field: links that cannot be read must not look like no records.
        const ids = await Promise.all(persons.map((person) => this.localIdsOf(person)));
        const owner = new Map(
          ids.flatMap((found, at) => found.map((id) => [id, persons[at] ?? UNLINKED] as const)),
        );
        if (owner.size === 0) return new Map();
        const found = await this.reader.rows(
          entity,
          ({ column, list }) => `${column('localId')} IN (${list([...owner.keys()])})`,
          order,
        );
        const rows = found.filter(({ seal }) => seal !== Seal.NEVER);
        this.foresee(rows);
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

  /** Where rows name persons who must be looked up, their offices (public facts) come in the same statement. */
  private foresee(rows: readonly (LocalRecord & { readonly officeCode?: string })[]): void {
    if (rows.every((row) => namesIn(row).every((id) => this.known.has(id)))) return;
    // Whoever asks for them later is told why they could not be read.
    for (const { officeCode } of rows) if (officeCode) this.offices.load(officeCode).catch(() => undefined);
  }

  private others(row: LocalRecord): Promise<readonly PersonId[]> {
    return Promise.all(namesIn(row).map((id) => this.personIds.load(id)));
  }

  /** Which of these persons the viewer's own office is responsible for: the facts of OWN_OFFICE. */
  async assignments(persons: readonly PersonId[], sector: SectorId): Promise<readonly AssignmentFacts[]> {
    if (this.ownOffice === undefined) return [];
    const ids = await Promise.all(persons.map((person) => this.localIdsOf(person)));
    // A file that was confirmed for two persons assigns nobody: it would open the other files of the wrong one.
    const owner = new Map(
      ids.flatMap((found, at) => found.map((id) => [id, persons[at] ?? UNLINKED] as const)),
    );
    return this.responsible.flatMap((row) => {
      const person = owner.get(row.localId);
      return person === undefined
        ? []
        : [
            {
              id: row.id,
              person,
              sector,
              office: officeCode(row.officeCode),
              staff: row.staffId === null ? undefined : staffId(row.staffId),
              from: row.from,
              to: row.to ?? undefined,
            },
          ];
    });
  }

  /** The row of an assignment that was told by {@link assignments}: in whose file it lies, and whom it names. */
  assignmentOf(id: string): ResponsibilityRow | undefined {
    return this.responsible.find((row) => row.id === id);
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
const ownersOf = (links: readonly PersonLink[]): ReadonlyMap<string, PersonId> =>
  new Map(
    [...groupBy(links, ({ localId }) => localId)].flatMap(([localId, found]) => {
      const [link, ...more] = found;
      return link && more.length === 0 ? [[localId, link.personId] as const] : [];
    }),
  );

const namesIn = ({ alsoAbout }: LocalRecord): readonly string[] => (alsoAbout ? alsoAbout.split(',') : []);
