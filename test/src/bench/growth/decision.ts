import { decide, noFacts } from '@kasane/disclosure';
import { generatedStaff } from '@kasane/sample-municipality';
import {
  ConsentEffect,
  ConsentState,
  defaultRegistry,
  GrantorRelation,
  personId,
  Purpose,
  sectorId,
  sectorsOf,
  Tier,
} from '@kasane/vocabulary';
import { timeEach } from '../sample.js';

/** Median milliseconds of the decision about so many members in a municipality with so many sectors, all consented to. */
export async function decisionMs(members: number, sectors: number): Promise<number> {
  const viewer = generatedStaff('g-kato-fukushi-somu-1');
  const own = sectorsOf(defaultRegistry);
  if (!viewer) throw new Error('There is no generated coordinator.');
  const registry = Array.from({ length: sectors }, (_, at) => {
    const entry = own[at % own.length];
    if (!entry) throw new Error('The registry has no sector.');
    return { ...entry, id: sectorId(`synthetic-${at}`), field: `synthetic${at}` };
  });
  const now = new Date('2026-11-22T03:00:00Z');
  const persons = Array.from({ length: members }, (_, at) => personId(`p-synthetic-${at}`));
  const given = new Date('2026-06-01T00:00:00Z');
  const consents = persons.map((subject) => ({
    id: `consent-${subject}`,
    subject,
    grantors: [{ relation: GrantorRelation.SELF, person: subject }],
    purposes: [Purpose.SERVICE_COORDINATION],
    validFrom: given,
    validUntil: new Date('2027-06-01T00:00:00Z'),
    events: [{ at: given, state: ConsentState.GIVEN }],
    rules: registry.map(({ id, categories }) => ({
      effect: ConsentEffect.PERMIT,
      categories,
      maxTier: Tier.T3,
      sourceSectors: [id],
      recipientOffices: [viewer.office],
      recipientRoles: viewer.roles,
    })),
  }));
  const facts = {
    ...noFacts,
    now,
    viewer: { ...viewer, purpose: Purpose.SERVICE_COORDINATION },
    registry,
    consents,
    birthDates: new Map(persons.map((person) => [person, '1970-01-01'])),
  };
  const [decided] = decide(facts, persons).values();
  const cells = [...(decided?.get(registry[0]?.id ?? sectorId('')) ?? new Map()).values()];
  // A fast decision that opens nothing would not be the one that is asked for.
  if (!cells.some(({ permitted }) => permitted)) throw new Error('The synthetic consents open nothing.');
  const times = [...(await timeEach(300, async () => decide(facts, persons)))].sort((a, b) => a - b);
  return Math.round((times[150] ?? 0) * 1_000) / 1_000;
}
