import { decide, type EmergencyFacts } from '@kasane/disclosure';
import { isOpaqueId, UNLINKED } from '@kasane/subgraph-kit';
import {
  Category,
  COLLABORATION,
  ErrorCode,
  householdId,
  HubError,
  japanDate,
  personId,
  Purpose,
  Role,
  type HouseholdId,
  type PersonId,
} from '@kasane/vocabulary';
import { absent } from '../absent.js';
import { change } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { askedId } from '../input.js';
import { newId } from '../new-id.js';
import { requireOfficial, requireRole } from '../permission.js';
import { reasonProblems } from '../reason.js';
import {
  EmergencyEndingRow,
  EmergencyPersonRow,
  EmergencyReviewRow,
  EmergencyRow,
  type ReviewOutcome,
} from './emergency-tables.js';
import { findEmergency, findUnreviewed, type StoredEmergency } from './emergency-repository.js';

/** How long the glass stays broken. Our own choice, after the practice of DHIS2; who needs longer declares it again. */
export const EMERGENCY_HOURS = 3;
const HOUR_MS = 3_600_000;

/** Of whom an emergency is declared: a household, or one person. */
export interface EmergencyTarget {
  readonly household: string | null | undefined;
  readonly person: string | null | undefined;
}

/**
 * Breaks the glass for a household: for three hours this worker sees what is not closed (T4) or masked. Always
 * reviewed afterwards.
 * @throws {HubError} `FORBIDDEN` to who may not; `NOT_FOUND` for an unknown id, and where it would open nothing
 */
export async function declareEmergency(
  target: EmergencyTarget,
  reason: string,
  context: CollaborationContext,
): Promise<StoredEmergency | { readonly problems: readonly string[] }> {
  const { viewer, now, manager, recorder } = context;
  const field = 'Mutation.declareEmergency';
  requireRole(viewer, Role.COORDINATOR, Role.SECTOR_WORKER, Role.OFFICE_MANAGER);
  requireOfficial(viewer);
  const problems = [
    ...(viewer.purpose === Purpose.EMERGENCY
      ? []
      : ['利用目的に「緊急対応」(hub-purpose: EMERGENCY)を選んでください。']),
    ...(viewer.emergencyReason?.trim() ? [] : ['緊急の理由(hub-emergency-reason)を示してください。']),
    ...(((target.household ?? null) === null) === ((target.person ?? null) === null)
      ? ['世帯か人のどちらか一つを示してください。']
      : []),
    ...reasonProblems(reason),
  ];
  if (problems.length > 0) return { problems };

  const named = namedIn(target);
  const until = new Date(now.getTime() + EMERGENCY_HOURS * HOUR_MS);
  const persons = named ? await concernedBy(named, until, context) : [];
  if (!named || persons.length === 0) return absent(recorder, Category.HOUSEHOLD, field);
  const id = newId('e');
  await change(
    context,
    persons.map((person) => lineOf(field, id, person)),
    async (transaction) => {
      await transaction.insert(EmergencyRow, {
        id,
        staffId: viewer.staffId,
        officeCode: viewer.office,
        capacity: viewer.capacity,
        householdId: 'household' in named ? named.household : null,
        personId: 'person' in named ? named.person : null,
        reason: reason.trim(),
        declaredAt: now,
        until,
      });
      await transaction.insert(
        EmergencyPersonRow,
        persons.map((person) => ({ emergencyId: id, personId: person })),
      );
    },
  );
  return (await findEmergency(manager, id)) ?? missing();
}

/**
 * Ends an emergency before its time.
 * @throws {HubError} `NOT_FOUND` unless it is the viewer's own
 */
export async function endEmergency(
  id: string,
  context: CollaborationContext,
): Promise<StoredEmergency | { readonly since: Date }> {
  const { manager, viewer, now, recorder } = context;
  const field = 'Mutation.endEmergency';
  const found = await findEmergency(manager, askedId(id));
  if (found?.staff !== viewer.staffId) return absent(recorder, Category.HOUSEHOLD, field);
  if (!(now < found.until)) return { since: found.until };
  await change(
    context,
    found.persons.map((person) => lineOf(field, id, person)),
    async (transaction) => {
      await transaction.insert(EmergencyEndingRow, { emergencyId: id, endedAt: now });
    },
  );
  return { ...found, until: now };
}

/** What a review came to. */
export interface Review {
  readonly id: string;
  readonly outcome: ReviewOutcome;
  readonly reviewedAt: Date;
}

/**
 * Records what a privacy officer found: once, and never by who declared it.
 * @throws {HubError} `FORBIDDEN` to who is no privacy officer; `NOT_FOUND` for what does not await the viewer's review;
 * `CONFLICT` when somebody else reviewed it first
 */
export async function reviewEmergency(
  id: string,
  outcome: ReviewOutcome,
  note: string,
  context: CollaborationContext,
): Promise<Review | { readonly problems: readonly string[] }> {
  const { manager, viewer, now, recorder } = context;
  const field = 'Mutation.reviewEmergency';
  requireRole(viewer, Role.PRIVACY_OFFICER);
  const [found] = await findUnreviewed(manager, viewer, askedId(id));
  if (!found) return absent(recorder, Category.HOUSEHOLD, field);
  const problems = [
    // What is still done after a review nobody would have looked at.
    ...(now < found.until ? ['緊急時の閲覧がまだ続いています。終了した後に点検してください。'] : []),
    ...reasonProblems(note),
  ];
  if (problems.length > 0) return { problems };
  await change(
    context,
    found.persons.map((person) => lineOf(field, id, person)),
    async (transaction) => {
      await transaction.insert(EmergencyReviewRow, {
        emergencyId: id,
        outcome,
        note: note.trim(),
        reviewedBy: viewer.staffId,
        reviewedAt: now,
      });
    },
  );
  return { id, outcome, reviewedAt: now };
}

type Named = { readonly household: HouseholdId } | { readonly person: PersonId };

function namedIn({ household, person }: EmergencyTarget): Named | undefined {
  if (typeof household === 'string' && isOpaqueId(household)) return { household: householdId(household) };
  if (typeof person === 'string' && isOpaqueId(person)) return { person: personId(person) };
  return undefined;
}

/**
 * Whom a declaration would concern: those who live in the household, or with the person. Nobody when there is no such
 * household or person, or when even an emergency would show this viewer nothing of them: a worker from whom somebody
 * is protected must not find them by breaking the glass. For the same reason a person whose household is masked is
 * taken alone.
 */
async function concernedBy(
  named: Named,
  until: Date,
  { loaders, scope, viewer, now }: CollaborationContext,
): Promise<readonly PersonId[]> {
  const today = japanDate(now);
  const members =
    'household' in named
      ? await loaders.facts.members([named.household], today)
      : await loaders.facts.householdsOf([named.person], today);
  const exists = 'household' in named || (await loaders.persons.load(named.person)) !== null;
  const persons = [
    ...new Set([
      ...('person' in named && exists ? [named.person] : []),
      ...members.map((member) => member.personId),
    ]),
  ];
  const asked = persons.length === 0 ? [UNLINKED] : persons;
  const facts = await loaders.facts.of(asked, viewer, now);
  const declared = asked.map((person): EmergencyFacts => ({
    id: 'to-be-declared',
    person,
    staff: viewer.staffId,
    from: now,
    until,
  }));
  const decision = decide(
    { now, viewer, registry: scope.registry, ...facts, emergencies: [...facts.emergencies, ...declared] },
    asked,
  );
  const opens = (person: PersonId, category: Category): boolean =>
    decision.get(person)?.get(COLLABORATION)?.get(category)?.permitted ?? false;
  const livesWithOthers = (person: PersonId): boolean => opens(person, Category.HOUSEHOLD);
  if ('household' in named) return persons.some(livesWithOthers) ? persons : [];
  if (!exists || !opens(named.person, Category.IDENTITY)) return [];
  return livesWithOthers(named.person) ? persons : [named.person];
}

const lineOf = (field: string, evidence: string, person: PersonId) => ({
  kind: 'EMERGENCY' as const,
  person,
  outcome: 'PERMITTED' as const,
  items: [{ fields: [field], evidence }],
});

function missing(): never {
  throw new HubError(ErrorCode.INTERNAL, 'An emergency that was just declared is not there.');
}
