import { describe, expect, test } from '@jest/globals';
import {
  allCategories,
  Capacity,
  ConsentEffect,
  ConsentState,
  defaultRegistry,
  officeCode,
  personId,
  Purpose,
  Role,
  staffId,
  Tier,
  tierOf,
} from '@kasane/vocabulary';
import type { Category, OfficeCode, PersonId } from '@kasane/vocabulary';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { decide } from './decide.js';
import type { AssignmentFacts, ConsentFacts, ConsentRuleFacts, Facts } from './facts.js';
import { cellsOf, NOW, type DecidedCell } from './world.fixtures.js';

// Few names, so that consents, refusals and assignments often meet in the same cell.
const persons = ['mother', 'son', '__proto__'].map(personId);
const offices = ['city-hall', 'north', 'south'].map(officeCode);
const staff = ['suzuki', 'tanaka'].map(staffId);
const sectors = defaultRegistry.map(({ id }) => id);
const purposes = [Purpose.CONSULTATION, Purpose.PLAN_MAKING];
const roles = [Role.COORDINATOR, Role.SECTOR_WORKER, Role.OFFICE_MANAGER];

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const someOf = <T>(values: readonly T[], minLength = 0): fc.Arbitrary<T[]> =>
  fc.subarray([...values], { minLength });
const around = (...milliseconds: readonly number[]): fc.Arbitrary<Date> =>
  oneOf(milliseconds).map((offset) => new Date(NOW.getTime() + offset));

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

const aRule: fc.Arbitrary<ConsentRuleFacts> = fc.record({
  effect: fc.oneof(
    { weight: 4, arbitrary: fc.constant(ConsentEffect.PERMIT) },
    { weight: 1, arbitrary: fc.constant(ConsentEffect.DENY) },
  ),
  categories: someOf(allCategories, 8),
  maxTier: oneOf([Tier.T1, Tier.T3, Tier.T4]),
  sourceSectors: someOf(sectors, 2),
  recipientOffices: someOf(offices),
  recipientRoles: someOf(roles),
});

const events: fc.Arbitrary<ConsentFacts['events']> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constant([{ at: new Date(NOW.getTime() - YEAR / 2), state: ConsentState.GIVEN }]),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.record({ at: around(-YEAR / 2, -HOUR, -1, 0, 1), state: oneOf(Object.values(ConsentState)) }),
        { maxLength: 3 },
      )
      .map((list) => list.sort((a, b) => a.at.getTime() - b.at.getTime())),
  },
);

const aConsent: fc.Arbitrary<ConsentFacts> = fc.record({
  id: fc.integer({ min: 0, max: 99_999 }).map((n) => `c-${n}`),
  subject: oneOf(persons),
  purposes: someOf(purposes),
  validFrom: around(-YEAR, -YEAR, -1, 0, 1, HOUR),
  validUntil: around(YEAR, YEAR, HOUR, 1, 0, -1),
  events,
  rules: fc.array(aRule, { minLength: 1, maxLength: 3 }),
});

const anAssignment: fc.Arbitrary<AssignmentFacts> = fc.record({
  id: fc.integer({ min: 0, max: 99_999 }).map((n) => `a-${n}`),
  person: oneOf(persons),
  sector: oneOf(sectors),
  office: oneOf(offices),
  staff: fc.option(oneOf(staff), { nil: undefined }),
  from: oneOf(['2026-01-01', '2026-11-22', '2026-11-23']),
  to: oneOf([undefined, '2026-11-21', '2026-11-22', '2027-03-31']),
});

const byId = { selector: ({ id }: { readonly id: string }) => id };

const aWorld: fc.Arbitrary<Facts> = fc.record({
  now: fc.constant(NOW),
  viewer: fc.record({
    staffId: oneOf(staff),
    office: oneOf(offices),
    sector: oneOf([undefined, ...sectors]),
    capacity: oneOf(Object.values(Capacity)),
    roles: someOf(roles, 1),
    purpose: oneOf<Purpose | undefined>([undefined, ...purposes, ...purposes, ...purposes]),
  }),
  registry: fc.constant(defaultRegistry),
  consents: fc.uniqueArray(aConsent, { ...byId, maxLength: 12, size: 'max' }),
  assignments: fc.uniqueArray(anAssignment, { ...byId, maxLength: 6, size: 'max' }),
});

const decided = (facts: Facts): readonly DecidedCell[] => cellsOf(decide(facts, persons));

/** Jest compares a hundred thousand cells slowly, so it is asked only to tell a difference that is there. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

/** Every cell of one world that breaks a rule: there must be none. */
const expectNone = (facts: Facts, breaks: (cell: DecidedCell) => boolean): void =>
  expect(decided(facts).filter(breaks)).toEqual([]);

const pairs = (before: Facts, after: Facts): readonly (readonly [DecidedCell, DecidedCell])[] => {
  const second = decided(after);
  return decided(before).map((cell, at) => [cell, second[at]!] as const);
};
const withConsent = (facts: Facts, consent: ConsentFacts): Facts => ({
  ...facts,
  consents: [...facts.consents, consent],
});

const reasonOf = ({ cell }: DecidedCell): string | undefined => (cell.permitted ? undefined : cell.reason);

/** A consent whose id is not taken. */
const newConsent = aConsent.map((consent) => ({ ...consent, id: 'c-new' }));

/** Whether the viewer works for the person: written again here, so that the tests do not believe the code. */
const worksFor = ({ viewer, assignments }: Facts, person: PersonId): boolean =>
  assignments.some(
    (one) =>
      one.person === person &&
      one.office === viewer.office &&
      (one.staff === undefined ||
        one.staff === viewer.staffId ||
        viewer.roles.includes(Role.OFFICE_MANAGER)) &&
      one.from <= '2026-11-22' &&
      (one.to === undefined || one.to >= '2026-11-22'),
  );

const isNamed = (facts: Facts, consent: ConsentFacts, rule: ConsentRuleFacts): boolean => {
  const named = rule.recipientOffices.includes(facts.viewer.office);
  const holds = rule.recipientRoles.some((role) => facts.viewer.roles.includes(role));
  if (rule.recipientOffices.length > 0) return named && (rule.recipientRoles.length === 0 || holds);
  return holds && worksFor(facts, consent.subject);
};

test('the generated worlds reach every rule and every reason: no property below holds for lack of cases', () => {
  const reached = new Set<string>();
  for (const world of fc.sample(aWorld, { numRuns: 500, seed: 1 }))
    for (const { cell } of decided(world)) reached.add(cell.permitted ? cell.rule : cell.reason);
  expect([...reached].sort()).toEqual(
    [
      'OWN_OFFICE',
      'CONSENT',
      'NO_BASIS',
      'PURPOSE_MISSING',
      'PURPOSE_NOT_COVERED',
      'REFUSED',
      'CONSENT_ENDED',
      'CLOSED_TIER',
      'OWN_SECTOR_DECIDES',
    ].sort(),
  );
});

describe('for any world', () => {
  const holds = <T extends [unknown, ...unknown[]]>(property: fc.IPropertyWithHooks<T>): void =>
    fc.assert(property, { numRuns: 300 });

  test('without consents and assignments nothing is permitted', () => {
    holds(
      fc.property(aWorld, (world) => {
        expectNone({ ...world, consents: [], assignments: [] }, ({ cell }) => cell.permitted);
      }),
    );
  });

  test('without a purpose nothing is permitted', () => {
    holds(
      fc.property(aWorld, (world) => {
        const aimless = { ...world, viewer: { ...world.viewer, purpose: undefined } };
        expectNone(aimless, ({ cell }) => cell.permitted || cell.reason !== 'PURPOSE_MISSING');
      }),
    );
  });

  test('the closed tier is never opened by consent', () => {
    holds(
      fc.property(aWorld, (world) => {
        expectNone(
          world,
          ({ category, cell }) => tierOf(category) === Tier.T4 && cell.permitted && cell.basis === 'CONSENT',
        );
      }),
    );
  });

  test('what is permitted points at a fact about this very person', () => {
    holds(
      fc.property(aWorld, (world) => {
        const subjects = new Map<string, PersonId>([
          ...world.consents.map(({ id, subject }) => [id, subject] as const),
          ...world.assignments.map((assignment) => [assignment.id, assignment.person] as const),
        ]);
        expectNone(world, ({ person, cell }) => cell.permitted && subjects.get(cell.evidence.id) !== person);
      }),
    );
  });

  test('what is permitted has not ended yet', () => {
    holds(
      fc.property(aWorld, (world) => {
        expectNone(
          world,
          ({ cell }) => cell.permitted && cell.evidence.until !== undefined && cell.evidence.until <= NOW,
        );
      }),
    );
  });

  test('the order of the facts never matters', () => {
    holds(
      fc.property(
        aWorld.chain((world) => fc.tuple(fc.constant(world), shuffledWorld(world))),
        ([world, shuffled]) => {
          expectSame(decided(shuffled), decided(world));
        },
      ),
    );
  });

  test('a consent never takes away what the own office has', () => {
    holds(
      fc.property(aWorld, newConsent, (world, consent) => {
        for (const [before, after] of pairs(world, withConsent(world, consent)))
          if (before.cell.rule === 'OWN_OFFICE') expectSame(after, before);
      }),
    );
  });

  test('a refusal closes exactly what consents opened to its recipient, and opens nothing', () => {
    const aRefusal = fc.tuple(newConsent, fc.boolean()).map(([consent, asDenyLines]): ConsentFacts =>
      asDenyLines
        ? {
            ...consent,
            validFrom: new Date(NOW.getTime() - YEAR),
            validUntil: new Date(NOW.getTime() + YEAR),
            events: [{ at: NOW, state: ConsentState.GIVEN }],
            rules: consent.rules.map((rule) => ({ ...rule, effect: ConsentEffect.DENY })),
          }
        : {
            ...consent,
            events: [{ at: NOW, state: ConsentState.REFUSED }],
            rules: consent.rules.map((rule) => ({ ...rule, maxTier: Tier.T4 })),
          },
    );
    holds(
      fc.property(aWorld, aRefusal, (world, refusal) => {
        for (const [before, after] of pairs(world, withConsent(world, refusal))) {
          const refused =
            refusal.subject === before.person &&
            refusal.rules.some(
              (rule) =>
                isNamed(world, refusal, rule) &&
                rule.categories.includes(before.category) &&
                rule.sourceSectors.includes(before.sector),
            );
          const own = before.cell.permitted && before.cell.basis === 'OWN_DUTY';
          if (!refused || own) expectSame(after, before);
          else if (world.viewer.purpose) expectSame(reasonOf(after), 'REFUSED');
          else expectSame(reasonOf(after), 'PURPOSE_MISSING');
        }
      }),
    );
  });

  test('withdrawing gives back exactly what was permitted before the consent was given', () => {
    holds(
      fc.property(
        aWorld,
        newConsent,
        oneOf([ConsentState.WITHDRAWN, ConsentState.REVOKED, ConsentState.INVALIDATED]),
        (world, consent, state) => {
          const withdrawn = {
            ...consent,
            events: [...consent.events.filter(({ at }) => at <= NOW), { at: NOW, state }],
          };
          for (const [before, after] of pairs(world, withConsent(world, withdrawn))) {
            // Who had been named may learn that it ended; nothing else differs.
            if (reasonOf(after) === 'CONSENT_ENDED')
              expect(['NO_BASIS', 'CONSENT_ENDED']).toContain(reasonOf(before));
            else expectSame(after, before);
          }
        },
      ),
    );
  });

  test('whom a consent does not name sees the same decision, reasons included, as if it did not exist', () => {
    const foreign = oneOf<(facts: Facts, rule: ConsentRuleFacts) => ConsentRuleFacts>([
      ({ viewer }, rule) => ({ ...rule, recipientOffices: others(viewer.office) }),
      ({ viewer }, rule) => ({
        ...rule,
        recipientOffices: [viewer.office],
        recipientRoles: [Role.COMMITTEE],
      }),
      (_, rule) => ({ ...rule, recipientOffices: [], recipientRoles: [Role.COMMITTEE] }),
      (_, rule) => ({ ...rule, recipientOffices: [], recipientRoles: [] }),
    ]);
    holds(
      fc.property(aWorld, newConsent, foreign, (world, consent, make) => {
        const hidden = { ...consent, rules: consent.rules.map((rule) => make(world, rule)) };
        expectSame(decided(withConsent(world, hidden)), decided(world));
      }),
    );
  });

  test('a consent to a role alone does not exist for those who are not assigned to the person', () => {
    holds(
      fc.property(aWorld, newConsent, (world, consent) => {
        fc.pre(!worksFor(world, consent.subject));
        const hidden = {
          ...consent,
          rules: consent.rules.map((rule) => ({ ...rule, recipientOffices: [] })),
        };
        expectSame(decided(withConsent(world, hidden)), decided(world));
      }),
    );
  });

  test('a rule that throws never opens anything', () => {
    const throwing = new Proxy<Category[]>([], {
      get: () => {
        throw new Error('a rule that throws');
      },
    });
    holds(
      fc.property(aWorld, newConsent, (world, consent) => {
        const broken = {
          ...consent,
          rules: consent.rules.map((rule) => ({ ...rule, categories: throwing })),
        };
        for (const [before, after] of pairs(world, withConsent(world, broken)))
          if (after.cell.rule === 'FAILED') expectSame(after.cell.permitted, false);
          else expectSame(after, before);
      }),
    );
  });

  test('one person is decided independently of all facts about another, even unreadable ones', () => {
    holds(
      fc.property(
        aWorld,
        oneOf(persons),
        fc.array(newConsent, { maxLength: 3 }),
        fc.boolean(),
        (world, person, more, unreadable) => {
          const mine = {
            ...world,
            consents: world.consents.filter(({ subject }) => subject === person),
            assignments: world.assignments.filter((assignment) => assignment.person === person),
          };
          const about = (facts: Facts): unknown => decided(facts).filter((cell) => cell.person === person);
          const strangers = more
            .filter(({ subject }) => subject !== person)
            .map((consent) => (unreadable ? { ...consent, rules: null as never } : consent));
          expectSame(about({ ...world, consents: [...world.consents, ...strangers] }), about(mine));
        },
      ),
    );
  });
});

const others = (office: OfficeCode): OfficeCode[] => offices.filter((one) => one !== office);

/** The same world with every list in another order; events keep theirs, which is that of time. */
function shuffledWorld(world: Facts): fc.Arbitrary<Facts> {
  const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...list], { minLength: list.length });
  const rule = (one: ConsentRuleFacts): fc.Arbitrary<ConsentRuleFacts> =>
    fc
      .tuple(
        shuffled(one.categories),
        shuffled(one.sourceSectors),
        shuffled(one.recipientOffices),
        shuffled(one.recipientRoles),
      )
      .map(([categories, sourceSectors, recipientOffices, recipientRoles]) => ({
        ...one,
        categories,
        sourceSectors,
        recipientOffices,
        recipientRoles,
      }));
  const consent = (one: ConsentFacts): fc.Arbitrary<ConsentFacts> =>
    fc
      .tuple(fc.tuple(...one.rules.map(rule)).chain(shuffled), shuffled(one.purposes))
      .map(([rules, ordered]) => ({ ...one, rules, purposes: ordered }));
  return fc
    .tuple(
      fc.tuple(...world.consents.map(consent)).chain(shuffled),
      shuffled(world.assignments),
      shuffled(world.viewer.roles),
    )
    .map(([consents, assignments, ordered]) => ({
      ...world,
      consents,
      assignments,
      viewer: { ...world.viewer, roles: ordered },
    }));
}
