import {
  decide,
  permitsOf,
  type AssignmentFacts,
  type GrantContent,
  type GrantVerifier,
  type Permit,
} from '@kasane/disclosure';
import type { VerifiedViewer } from '@kasane/identity';
import type { Category, HouseholdId, PersonId, SectorEntry } from '@kasane/vocabulary';
import type { DisclosureScope } from './context.js';

type Permits = ReadonlyMap<Category, Permit>;

export interface SectorScopeOptions {
  readonly viewer: VerifiedViewer;
  readonly sector: SectorEntry;
  readonly verifier: GrantVerifier;
  readonly now: Date;
  /** Which of these persons this viewer's office is responsible for, from the sector's own records. */
  readonly assignments: (persons: readonly PersonId[]) => Promise<readonly AssignmentFacts[]>;
}

/**
 * What a viewer may be shown in one sector: what collaboration granted, and what their own assignment here gives.
 * Holds nothing until a reference brings a grant or names a person.
 */
export class SectorScope implements DisclosureScope {
  private readonly granted = new Map<PersonId, Permits>();
  private readonly own = new Map<PersonId, Promise<void>>();
  private readonly ownPermits = new Map<PersonId, Permits>();
  private readonly households = new Map<HouseholdId, readonly PersonId[]>();
  private readonly verified = new Map<string, Promise<void>>();

  constructor(private readonly options: SectorScopeOptions) {}

  permits(subjects: readonly PersonId[], category: Category): readonly Permit[] | undefined {
    const [owner] = subjects;
    if (owner === undefined) return undefined;
    // A note in the own office's file is that office's own record, whoever else it mentions.
    const own = this.ownPermits.get(owner)?.get(category);
    if (own) return subjects.map((subject) => this.ownPermits.get(subject)?.get(category) ?? own);
    const permits = subjects.map((subject) => this.granted.get(subject)?.get(category));
    return permits.every((permit) => permit !== undefined) ? permits : undefined;
  }

  /** Whether anything at all of this person may be shown here. Tells nothing about whether anything exists. */
  permitsAnything(person: PersonId): boolean {
    return (this.granted.get(person)?.size ?? 0) > 0 || (this.ownPermits.get(person)?.size ?? 0) > 0;
  }

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

  private take({ persons, households }: GrantContent): void {
    const registered = this.options.sector.categories;
    for (const [person, permits] of persons)
      this.granted.set(person, new Map([...permits].filter(([category]) => registered.includes(category))));
    for (const [household, members] of households) this.households.set(household, members);
  }

  private async loadOwn(persons: readonly PersonId[]): Promise<void> {
    const { viewer, sector, now, assignments } = this.options;
    if (viewer.sector !== sector.id) return;
    const wanted = persons.filter((person) => !this.own.has(person));
    if (wanted.length > 0) {
      const loading = assignments(wanted).then((found) => {
        const facts = { now, viewer, registry: [sector], consents: [], assignments: found };
        for (const [person, decision] of decide(facts, wanted))
          this.ownPermits.set(person, permitsOf(decision, sector.id));
      });
      for (const person of wanted) this.own.set(person, loading);
    }
    await Promise.all(persons.map((person) => this.own.get(person)));
  }
}
