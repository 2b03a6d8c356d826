import {
  decide,
  noFacts,
  permitsOf,
  type AssignmentFacts,
  type GrantContent,
  type GrantVerifier,
  type Permit,
  type Released,
} from '@kasane/disclosure';
import type { VerifiedViewer } from '@kasane/identity';
import { BARRED } from '@kasane/ledger';
import { Category, type HouseholdId, type PersonId, type SectorEntry } from '@kasane/vocabulary';
import type { Asked, DisclosureScope } from './context.js';
import { groupBy } from './loader.js';
import { opening } from './opening.js';
import { recordKey, type PersonalRecord } from './subjects.js';

type Permits = ReadonlyMap<Category, Permit>;

export interface SectorScopeOptions {
  readonly viewer: VerifiedViewer;
  readonly sector: SectorEntry;
  readonly verifier: GrantVerifier;
  readonly now: Date;
  /** Which of these persons this viewer's office is responsible for, from the sector's own records. */
  readonly assignments: (persons: readonly PersonId[]) => Promise<readonly AssignmentFacts[]>;
  /** What this sector's owners have released to a session and not taken back. */
  readonly releases: (session: string) => Promise<readonly ReleasedRecord[]>;
  /** Told whose records will likely be asked for, while something must be read of them anyway. */
  readonly expect?: (persons: readonly PersonId[]) => void;
}

/** That an owner released one record to a session. */
export interface ReleasedRecord {
  readonly id: string;
  /** See {@link recordKey}. */
  readonly recordId: string;
}

/**
 * What a viewer may be shown in one sector: what collaboration granted, and what their own assignment here gives.
 * Holds nothing until a reference brings a grant or names a person.
 */
export class SectorScope implements DisclosureScope {
  private readonly granted = new Map<PersonId, Permits>();
  /** Whom a grant spoke of, and what even the own duty does not open of them. */
  private readonly barred = new Map<PersonId, readonly Category[]>();
  private readonly released = new Map<string, ReadonlyMap<string, readonly ReleasedRecord[]>>();
  private readonly own = new Map<PersonId, Promise<void>>();
  private readonly ownPermits = new Map<PersonId, Permits>();
  private readonly households = new Map<HouseholdId, readonly PersonId[]>();
  private readonly verified = new Map<string, Promise<void>>();

  constructor(private readonly options: SectorScopeOptions) {}

  permits(
    subjects: readonly PersonId[],
    category: Category,
    asked: Asked = {},
  ): readonly Permit[] | undefined {
    const [owner] = subjects;
    if (owner === undefined) return undefined;
    // A note in the own office's file is that office's own record, whoever else it mentions.
    const own = this.ownPermit(owner, category);
    if (own && !subjects.some((subject) => this.barred.get(subject)?.includes(category)))
      return subjects.map((subject) => this.ownPermit(subject, category) ?? own);
    const permits = subjects.map((subject) => {
      const permit = this.granted.get(subject)?.get(category);
      return permit && opening(permit, asked, this.isReleased);
    });
    return permits.every((permit) => permit !== undefined) ? permits : undefined;
  }

  /** A grant tells what is barred and not why, so neither does the ledger. */
  deniedBy(person: PersonId, category: Category): string | undefined {
    return this.barred.get(person)?.includes(category) ? BARRED : undefined;
  }

  /** Whether anything at all of this person may be shown here. Tells nothing about whether anything exists. */
  permitsAnything(person: PersonId): boolean {
    const { categories } = this.options.sector;
    return (
      (this.granted.get(person)?.size ?? 0) > 0 ||
      categories.some((category) => this.ownPermit(person, category) !== undefined)
    );
  }

  /** What the viewer's own assignment gives, whatever collaboration would keep from them. For work on own records. */
  ownDuty(person: PersonId, category: Category): Permit | undefined {
    return this.ownPermits.get(person)?.get(category);
  }

  private ownPermit(person: PersonId, category: Category): Permit | undefined {
    return this.isBarred(person, category) ? undefined : this.ownPermits.get(person)?.get(category);
  }

  /**
   * A protective measure and a conflict of interest are known to collaboration alone. Until its grant has told of a
   * person, the own duty opens no more than who is responsible: else whoever left the grant out would escape them.
   */
  private isBarred(person: PersonId, category: Category): boolean {
    const barred = this.barred.get(person);
    return barred ? barred.includes(category) : category !== Category.INVOLVEMENT;
  }

  private readonly isReleased = (record: PersonalRecord, { session, approved }: Released): boolean =>
    this.released
      .get(session)
      ?.get(recordKey(record) ?? '')
      ?.some(({ id }) => approved === undefined || approved.includes(id)) ?? false;

  /** The members of a household that a verified grant named. */
  membersOf(household: HouseholdId): readonly PersonId[] {
    return this.households.get(household) ?? [];
  }

  /**
   * Takes in what a reference brought: its grant, verified once per request however many persons carry it, and
   * the viewer's own assignments.
   * @throws {HubError} `GRANT_INVALID`
   */
  async admit(grant: string | undefined, persons: readonly PersonId[]): Promise<void> {
    if (grant !== undefined) await this.verify(grant);
    await this.loadOwn(persons);
  }

  private verify(grant: string): Promise<void> {
    let verified = this.verified.get(grant);
    if (!verified) {
      const { verifier, viewer } = this.options;
      verified = verifier.verify(grant, viewer.tokenDigest).then((content) => this.take(content));
      this.verified.set(grant, verified);
    }
    return verified;
  }

  private async take({ persons, barred, households }: GrantContent): Promise<void> {
    const registered = this.options.sector.categories;
    const sessions = new Set<string>();
    for (const [person, closed] of barred) this.barred.set(person, closed);
    for (const [person, permits] of persons) {
      this.granted.set(person, new Map([...permits].filter(([category]) => registered.includes(category))));
      this.barred.set(person, barred.get(person) ?? []);
      for (const { released } of permits.values()) if (released) sessions.add(released.session);
    }
    for (const [household, members] of households) this.households.set(household, members);
    if (sessions.size > 0)
      this.options.expect?.([...persons.keys()].filter((person) => this.permitsAnything(person)));
    await Promise.all(
      [...sessions]
        .filter((session) => !this.released.has(session))
        .map(async (session) => {
          const releases = await this.options.releases(session);
          this.released.set(
            session,
            groupBy(releases, ({ recordId }) => recordId),
          );
        }),
    );
  }

  private async loadOwn(persons: readonly PersonId[]): Promise<void> {
    const { viewer, sector, now, assignments } = this.options;
    if (viewer.sector !== sector.id) return;
    const wanted = persons.filter((person) => !this.own.has(person));
    if (wanted.length > 0) {
      const loading = assignments(wanted).then((found) => {
        const facts = { ...noFacts, now, viewer, registry: [sector], assignments: found };
        for (const [person, decision] of decide(facts, wanted))
          this.ownPermits.set(person, permitsOf(decision, sector.id));
      });
      for (const person of wanted) this.own.set(person, loading);
    }
    await Promise.all(persons.map((person) => this.own.get(person)));
  }
}
