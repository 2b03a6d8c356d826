import {
  decide,
  permitOf,
  permitsOf,
  POLICY_VERSION,
  type Cell,
  type GrantSigner,
  type Permit,
  type PersonDecision,
} from '@kasane/disclosure';
import {
  createLoader,
  groupBy,
  UNLINKED,
  type DisclosureScope,
  type RequestBase,
} from '@kasane/subgraph-kit';
import {
  Category,
  COLLABORATION,
  grantField,
  japanDate,
  type HouseholdId,
  type PersonId,
  type SectorEntry,
  type SectorId,
} from '@kasane/vocabulary';
import type DataLoader from 'dataloader';
import type { FactsRepository, Member } from './facts.js';

interface SignedGrant {
  readonly persons: ReadonlySet<PersonId>;
  readonly households: ReadonlySet<HouseholdId>;
  readonly token: Promise<string>;
}

/**
 * What was decided in this request: each person once, together with everybody of their households, so that a note
 * about two of them finds both decisions. Nothing of it outlives the request.
 */
export class CollaborationScope implements DisclosureScope {
  private readonly decided = new Map<PersonId, PersonDecision>();
  /** Whom the question itself names; the others were decided because they live with them. */
  private readonly named = new Set<PersonId>();
  private readonly visibleMembers = new Map<HouseholdId, readonly PersonId[]>();
  private readonly signed = new Map<SectorId, SignedGrant>();
  private readonly persons: DataLoader<PersonId, true>;

  constructor(
    private readonly request: RequestBase,
    private readonly facts: FactsRepository,
    readonly registry: readonly SectorEntry[],
    private readonly signer: GrantSigner,
  ) {
    this.persons = createLoader<PersonId, true>(
      async (persons) => {
        const members = await facts.householdsOf(persons, japanDate(request.now));
        await this.decideAll([...new Set([...persons, ...members.map(({ personId }) => personId)])], members);
        return new Map();
      },
      () => true,
    );
  }

  permits(subjects: readonly PersonId[], category: Category): readonly Permit[] | undefined {
    const permits = subjects.map((subject) =>
      permitIn(this.decided.get(subject)?.get(COLLABORATION)?.get(category)),
    );
    return permits.every((permit) => permit !== undefined) ? permits : undefined;
  }

  /** Decides a person, and everybody of their households; asked for many at once, it reads once. */
  async admit(person: PersonId): Promise<PersonDecision> {
    this.named.add(person);
    if (!this.decided.has(person)) await this.persons.load(person);
    return this.decided.get(person) ?? new Map();
  }

  /** Decides all members of some households. Where there are none it reads as much: time must not tell. */
  admitMembers(members: readonly Member[]): Promise<void> {
    const persons = members.map(({ personId }) => personId);
    return this.decideAll(persons.length === 0 ? [UNLINKED] : persons, members);
  }

  /** The members whom the viewer may know of; nobody of a household that was not admitted. */
  membersOf(household: HouseholdId): readonly PersonId[] {
    return this.visibleMembers.get(household) ?? [];
  }

  /**
   * The grant that a sector needs to show this person, or nothing when it was granted nothing and the viewer is not
   * of that sector. One signature covers everybody whom the request may speak of so far.
   */
  async personGrant(sector: SectorEntry, person: PersonId): Promise<string | null> {
    const decision = await this.admit(person);
    this.note(sector, person, decision);
    return this.opensAnything(sector, [person]) ? this.grantFor(sector).token : null;
  }

  /** The same for the records of a household: it names the members that the viewer may know of. */
  householdGrant(sector: SectorEntry, household: HouseholdId): Promise<string | null> {
    const members = this.visibleMembers.get(household) ?? [];
    for (const person of members) this.note(sector, person, this.decided.get(person) ?? new Map());
    return this.opensAnything(sector, members) ? this.grantFor(sector).token : Promise.resolve(null);
  }

  private async decideAll(persons: readonly PersonId[], members: readonly Member[]): Promise<void> {
    const { viewer, now } = this.request;
    const missing = persons.filter((person) => !this.decided.has(person));
    if (missing.length > 0) {
      const [consents, assignments] = await Promise.all([
        this.facts.consents(missing, now),
        this.facts.assignments(missing, viewer.office, japanDate(now)),
      ]);
      const decision = decide({ now, viewer, registry: this.registry, consents, assignments }, missing);
      for (const [person, cells] of decision) this.decided.set(person, cells);
    }
    for (const [household, rows] of groupBy(members, ({ householdId }) => householdId)) {
      this.visibleMembers.set(
        household,
        rows
          .map(({ personId }) => personId)
          .filter((person) => this.permits([person], Category.HOUSEHOLD) !== undefined),
      );
    }
  }

  /** A viewer's own sector decides by its own assignments, so it gets a grant even when that permits nothing. */
  private opensAnything(sector: SectorEntry, persons: readonly PersonId[]): boolean {
    if (this.request.viewer.purpose === undefined || persons.length === 0) return false;
    return (
      this.request.viewer.sector === sector.id ||
      persons.some((person) => permitsOf(this.decided.get(person) ?? new Map(), sector.id).size > 0)
    );
  }

  /**
   * Whom a grant speaks of: those whom the question names, and the members of whom the viewer may know. With all who
   * were decided, a note about a member and somebody hidden would be shown, and tell that the two live together.
   */
  private granted(): readonly PersonId[] {
    const known = new Set([...this.named, ...[...this.visibleMembers.values()].flat()]);
    return [...this.decided.keys()].filter((person) => known.has(person));
  }

  private grantFor(sector: SectorEntry): SignedGrant {
    const known = this.signed.get(sector.id);
    const granted = this.granted();
    const covers =
      known &&
      granted.every((id) => known.persons.has(id)) &&
      [...this.visibleMembers.keys()].every((id) => known.households.has(id));
    if (known && covers) return known;
    const persons = new Map(
      granted.map((person) => [person, permitsOf(this.decided.get(person) ?? new Map(), sector.id)]),
    );
    const content = {
      sector: sector.id,
      viewer: this.request.viewer.tokenDigest,
      policyVersion: POLICY_VERSION,
      persons,
      households: new Map(this.visibleMembers),
    };
    const signed = {
      persons: new Set(persons.keys()),
      households: new Set(this.visibleMembers.keys()),
      token: this.signer.sign(content, this.earliestEnd(sector.id, granted)),
    };
    this.signed.set(sector.id, signed);
    return signed;
  }

  private earliestEnd(sector: SectorId, persons: readonly PersonId[]): Date | undefined {
    let earliest: Date | undefined;
    for (const person of persons)
      for (const cell of this.decided.get(person)?.get(sector)?.values() ?? [])
        if (cell.permitted && cell.evidence.until && (!earliest || cell.evidence.until < earliest))
          earliest = cell.evidence.until;
    return earliest;
  }

  private note(sector: SectorEntry, person: PersonId, decision: PersonDecision): void {
    for (const [category, cell] of decision.get(sector.id) ?? [])
      this.request.recorder.noteGrant(person, category, `Person.${grantField(sector)}`, permitIn(cell));
  }
}

const permitIn = (cell: Cell | undefined): Permit | undefined =>
  cell?.permitted ? permitOf(cell) : undefined;
