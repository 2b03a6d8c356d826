import type { Permit } from '@kasane/disclosure';
import { groupBy, type DisclosureScope } from '@kasane/subgraph-kit';
import { Level, type HouseholdId, type PersonId } from '@kasane/vocabulary';

/** What the two sides call of a member of a household. */
interface Member {
  readonly householdId: HouseholdId;
  readonly personId: PersonId;
}

const permit: Permit = { level: Level.DETAIL, rule: 'BENCH', evidence: 'bench' };

/**
 * Permits everything to everybody, in place of the scopes of collaboration and of a sector. Where a grant would travel
 * through the query plan, the bare list of members does.
 */
export class EverythingScope implements DisclosureScope {
  private readonly members = new Map<HouseholdId, readonly PersonId[]>();
  private granted: readonly PersonId[] = [];

  permits(subjects: readonly PersonId[]): readonly Permit[] {
    return subjects.map(() => permit);
  }

  permitsAnything(): boolean {
    return true;
  }

  /** Of a household a sector is given the list of members in place of a grant; of a person there is nothing to do. */
  async admit(grant: string | undefined, persons?: readonly PersonId[]): Promise<void> {
    if (grant && persons?.length === 0) this.granted = grant.split(',') as PersonId[];
  }

  async admitMembers(rows: readonly Member[]): Promise<void> {
    for (const [household, members] of groupBy(rows, ({ householdId }) => householdId))
      this.members.set(
        household,
        members.map(({ personId }) => personId),
      );
  }

  membersOf(household: HouseholdId): readonly PersonId[] {
    return this.members.get(household) ?? this.granted;
  }

  async personGrant(): Promise<string> {
    return 'none';
  }

  async householdGrant(_sector: unknown, household: HouseholdId): Promise<string> {
    return this.membersOf(household).join(',');
  }
}
