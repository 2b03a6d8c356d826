import {
  barredOf,
  decide,
  FAILED,
  permitOf,
  permitsOf,
  POLICY_VERSION,
  type Cell,
  type Decision,
  type GrantSigner,
  type Permit,
  type PersonDecision,
} from '@kasane/disclosure';
import {
  createLoader,
  groupBy,
  UNLINKED,
  type Asked,
  type DisclosureScope,
  type PersonalRecord,
  type RequestBase,
} from '@kasane/subgraph-kit';
import {
  Category,
  COLLABORATION,
  grantField,
  isAtLeast,
  japanDate,
  Level,
  type HouseholdId,
  type PersonId,
  type SectorEntry,
  type SectorId,
} from '@kasane/vocabulary';
import type DataLoader from 'dataloader';
import { isBy, isFolder } from './authored.js';
import type { FactsRepository, Member } from './facts.js';

/** What is told where no rule permits and none forbids. */
const DEFAULT_DENY = 'DEFAULT_DENY';
/** The rule of the own duty. */
const OWN_OFFICE = 'OWN_OFFICE';

/** What offices write into the hub, each row its author's. */
const written: ReadonlySet<Category> = new Set([
  Category.NOTES,
  Category.INTAKE,
  Category.SUPPORT_PLAN,
  Category.CONFERENCE_RECORD,
  Category.SENSITIVE_ISSUE,
]);

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
  private readonly permitted = new Map<PersonDecision, Map<SectorId, ReadonlyMap<Category, Permit>>>();
  /** Whom the question itself names; the others were decided because they live with them. */
  private readonly named = new Set<PersonId>();
  private readonly visibleMembers = new Map<HouseholdId, readonly PersonId[]>();
  private readonly signed = new Map<SectorId, SignedGrant>();
  private readonly persons: DataLoader<PersonId, true>;
  private keptFrom: readonly PersonId[] = [];
  private hasReported = false;

  /** @param reportFailed told once per request when cells could not be decided, and were denied */
  constructor(
    private readonly request: RequestBase,
    private readonly facts: FactsRepository,
    readonly registry: readonly SectorEntry[],
    private readonly signer: GrantSigner,
    private readonly reportFailed: (cells: number) => void,
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

  permits(
    subjects: readonly PersonId[],
    category: Category,
    { level = Level.EXISTENCE, record }: Asked = {},
  ): readonly Permit[] | undefined {
    const permits = subjects.map((subject) => {
      const permit = this.permitFor(subject, category);
      // Nothing of collaboration's own is released row by row, so what opens only that opens nothing here.
      return permit && isAtLeast(permit.level, level) ? permit : undefined;
    });
    return permits.every((permit) => permit !== undefined)
      ? permits
      : this.asAuthor(subjects, category, level, record);
  }

  /** Whether the viewer works with somebody by a seat in a case: what the viewer's own duty is. */
  worksWith(person: PersonId): boolean {
    return this.ownDuty(person) !== undefined;
  }

  /**
   * What an office wrote itself it is shown for as long as it works with everybody of whom it speaks. What gives rows
   * is gone through for them by whoever works with one of those: each row decides for itself.
   */
  private asAuthor(
    subjects: readonly PersonId[],
    category: Category,
    level: Level,
    record: PersonalRecord | undefined,
  ): readonly Permit[] | undefined {
    const isOwn = isBy(record, this.request.viewer.office);
    const isPassage = level === Level.EXISTENCE && written.has(category) && isFolder(record);
    if (!isOwn && !isPassage) return undefined;
    const duties = subjects.map((subject) => this.ownDuty(subject));
    const known = isPassage && duties.some((duty) => duty !== undefined);
    const permits = duties.map(
      (duty, at) => duty ?? (known ? this.permitFor(subjects[at]!, Category.HOUSEHOLD) : undefined),
    );
    return permits.every((permit) => permit !== undefined) ? permits : undefined;
  }

  private ownDuty(person: PersonId): Permit | undefined {
    const permit = this.permitFor(person, Category.INVOLVEMENT);
    return permit?.rule === OWN_OFFICE ? permit : undefined;
  }

  /** The permit itself, be it one that opens nothing but what owners release. */
  permitFor(person: PersonId, category: Category): Permit | undefined {
    return permitIn(this.decided.get(person)?.get(COLLABORATION)?.get(category));
  }

  /**
   * Whether the viewer may be told that somebody is concerned, though perhaps nothing more: a guest of a session must
   * be able to ask for what was released to it. Not of whoever is masked.
   */
  mayBeNamed(person: PersonId): boolean {
    return this.permitFor(person, Category.HOUSEHOLD) !== undefined;
  }

  /** Whether the viewer is kept from somebody altogether, decided or not: they may have left, and papers name them still. */
  keepsAway(person: PersonId): boolean {
    return this.keptFrom.includes(person);
  }

  /** The rule that closed a category, told or not: for the ledger alone. Nothing where merely no rule permits. */
  deniedBy(person: PersonId, category: Category): string | undefined {
    const cell = this.decided.get(person)?.get(COLLABORATION)?.get(category);
    return cell && closedBy(cell);
  }

  /** Decides a person, and everybody of their households; asked for many at once, it reads once. */
  async admit(person: PersonId): Promise<PersonDecision> {
    this.named.add(person);
    if (!this.decided.has(person)) await this.persons.load(person);
    return this.decided.get(person) ?? new Map();
  }

  /** A scope of its own: who is decided there is spoken of in no grant of this request, and seen in no household. */
  apart(): CollaborationScope {
    return new CollaborationScope(this.request, this.facts, this.registry, this.signer, this.reportFailed);
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
      const { keptFrom, ...facts } = await this.facts.of(missing, viewer, now);
      this.keptFrom = keptFrom;
      const decision = decide({ now, viewer, registry: this.registry, ...facts }, missing);
      for (const [person, cells] of decision) this.decided.set(person, cells);
      this.reportFailures(decision);
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

  private reportFailures(decision: Decision): void {
    if (this.hasReported) return;
    let failed = 0;
    for (const sectors of decision.values())
      for (const cells of sectors.values())
        for (const { rule } of cells.values()) if (rule === FAILED) failed += 1;
    if (failed === 0) return;
    this.hasReported = true;
    this.reportFailed(failed);
  }

  /** A viewer's own sector decides by its own assignments, so it gets a grant even when that permits nothing. */
  private opensAnything(sector: SectorEntry, persons: readonly PersonId[]): boolean {
    if (this.request.viewer.purpose === undefined || persons.length === 0) return false;
    return (
      this.request.viewer.sector === sector.id ||
      persons.some((person) => this.permitsIn(person, sector.id).size > 0)
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

  /** What a sector may show of a person. Asked for once per person, sector and grant: a decision does not change. */
  private permitsIn(person: PersonId, sector: SectorId): ReadonlyMap<Category, Permit> {
    const decision = this.decided.get(person);
    if (!decision) return new Map();
    const known = this.permitted.get(decision) ?? new Map<SectorId, ReadonlyMap<Category, Permit>>();
    this.permitted.set(decision, known);
    const permits = known.get(sector) ?? permitsOf(decision, sector);
    known.set(sector, permits);
    return permits;
  }

  private grantFor(sector: SectorEntry): SignedGrant {
    const known = this.signed.get(sector.id);
    const granted = this.granted();
    const covers =
      known &&
      granted.every((id) => known.persons.has(id)) &&
      [...this.visibleMembers.keys()].every((id) => known.households.has(id));
    if (known && covers) return known;
    const persons = new Map(granted.map((person) => [person, this.permitsIn(person, sector.id)]));
    const content = {
      sector: sector.id,
      viewer: this.request.viewer.tokenDigest,
      policyVersion: POLICY_VERSION,
      persons,
      barred: this.barredIn(sector),
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

  /**
   * What even the sector's own duty does not open to this viewer, of everybody of whom one of its records may speak:
   * those who live together, visible or not, and those from whom the viewer is kept.
   */
  private barredIn({ id, categories }: SectorEntry): ReadonlyMap<PersonId, readonly Category[]> {
    if (this.request.viewer.sector !== id) return new Map();
    const kept = this.keptFrom.map((person) => [person, categories] as const);
    const decided = [...this.decided].map(([person, decision]) => [person, barredOf(decision, id)] as const);
    return new Map([...kept, ...decided].filter(([, barred]) => barred.length > 0));
  }

  /** When the first thing ends that the grant rests on: a consent, a session, an emergency, a seat. */
  private earliestEnd(sector: SectorId, persons: readonly PersonId[]): Date | undefined {
    let earliest: Date | undefined;
    for (const person of persons) {
      const decision = this.decided.get(person);
      // The grant also tells who lives together, which rests on collaboration's own cells.
      const home = decision?.get(COLLABORATION)?.get(Category.HOUSEHOLD);
      for (const cell of [...(decision?.get(sector)?.values() ?? []), ...(home ? [home] : [])])
        if (cell.permitted && cell.evidence.until && (!earliest || cell.evidence.until < earliest))
          earliest = cell.evidence.until;
    }
    return earliest;
  }

  /** Notes what was decided about whom was asked for, and what the grant opens of whomever else it will speak of. */
  private note(sector: SectorEntry, person: PersonId, decision: PersonDecision): void {
    const { recorder } = this.request;
    const field = `Person.${grantField(sector)}`;
    for (const [category, cell] of decision.get(sector.id) ?? [])
      recorder.noteGrant(sector.id, person, category, field, permitIn(cell), closedBy(cell));
    if (!this.opensAnything(sector, [person])) return;
    // A record that speaks of several is shown, and recorded by the sector, on the grants of all of them.
    const signed = this.signed.get(sector.id)?.persons;
    for (const other of this.granted())
      if (other !== person && !signed?.has(other))
        for (const [category, permit] of this.permitsIn(other, sector.id))
          recorder.noteGrant(sector.id, other, category, field, permit);
  }
}

const permitIn = (cell: Cell | undefined): Permit | undefined =>
  cell?.permitted ? permitOf(cell) : undefined;

/** The rule that closed a cell, told or not. */
const closedBy = (cell: Cell): string | undefined =>
  cell.permitted ? undefined : (cell.silent ?? (cell.rule === DEFAULT_DENY ? undefined : cell.rule));
