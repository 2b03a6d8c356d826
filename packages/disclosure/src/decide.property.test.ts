import { describe, expect, test } from '@jest/globals';
import {
  Capacity,
  ConsentEffect,
  ConsentState,
  defaultRegistry,
  isAtLeast,
  Role,
  Tier,
  tierOf,
} from '@kasane/vocabulary';
import type { Category, OfficeCode, PersonId } from '@kasane/vocabulary';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import {
  anyConsent,
  anyEmergency,
  anySession,
  anyWorld,
  beforeEveryBasis,
  HOUR,
  offices,
  oneOf,
  persons,
  shuffledWorld,
  staff,
  YEAR,
} from './any-world.fixtures.js';
import type { Permitted } from './cell.js';
import { decide } from './decide.js';
import type { ConsentFacts, ConsentRuleFacts, Facts, MeasureFacts, SessionFacts } from './facts.js';
import { barredOf, decode, encode, permitsOf } from './grant/content.js';
import { maskedCategories, rules } from './rules.js';
import { cellsOf, NOW, type DecidedCell } from './world.fixtures.js';

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
const withMeasure = (facts: Facts, measure: Partial<MeasureFacts> & { person: PersonId }): Facts => ({
  ...facts,
  measures: [
    ...facts.measures,
    { id: 'm-new', handlingOffices: [], restrictedStaff: [], from: '2026-01-01', ...measure },
  ],
});

const reasonOf = ({ cell }: DecidedCell): string | undefined => (cell.permitted ? undefined : cell.reason);

/** What a viewer learns of a cell. What closed it silently, and what a sector is told, is not among it. */
const toldOf = ({ cell }: DecidedCell): unknown =>
  cell.permitted ? cell : { rule: cell.rule, reason: cell.reason, evidence: cell.evidence?.id };

/** A consent whose id is not taken. */
const newConsent = anyConsent.map((consent) => ({ ...consent, id: 'c-new' }));

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

const isMember = ({ viewer }: Facts, { members }: SessionFacts): boolean =>
  members.some((seat) => seat.staff === viewer.staffId && seat.office === viewer.office);

test('the generated worlds reach every rule and every reason: no property below holds for lack of cases', () => {
  const reached = new Set<string>();
  for (const world of fc.sample(anyWorld, { numRuns: 3000, seed: 1 }))
    for (const { cell } of decided(world)) {
      reached.add(cell.permitted ? cell.rule : cell.reason);
      if (cell.permitted && cell.released) reached.add(`released beside ${cell.basis}`);
      if (cell.permitted && cell.released?.approved) reached.add('approved');
      if (cell.permitted && cell.despite !== undefined) reached.add(`despite beside ${cell.basis}`);
      if (!cell.permitted && cell.silent !== undefined) reached.add(`silent ${cell.silent}`);
    }
  const wanted = [
    ...rules.flatMap((rule) => (rule.effect === 'PERMIT' ? [rule.id] : [])),
    'NO_BASIS',
    'PURPOSE_MISSING',
    'PURPOSE_NOT_COVERED',
    'REFUSED',
    'CONSENT_ENDED',
    'CLOSED_TIER',
    'PLEDGE_MISSING',
    'CONFERENCE_NOT_ENTERED',
    'CONFLICT_OF_INTEREST',
    'OWN_SECTOR_DECIDES',
    'released beside CONSENT',
    'released beside OWN_DUTY',
    'released beside SWA_106_6',
    'approved',
    'despite beside SWA_106_6',
    'despite beside LIFE_SAFETY',
    'silent PROTECTED',
    'silent RESTRICTED_PARTY',
  ];
  expect(wanted.filter((one) => !reached.has(one))).toEqual([]);
});

const holds = <T extends [unknown, ...unknown[]]>(property: fc.IPropertyWithHooks<T>, numRuns = 200): void =>
  fc.assert(property, { numRuns });

describe('in any world', () => {
  test('without consent, assignment, session and emergency nothing is permitted', () => {
    holds(
      fc.property(anyWorld, (world) => {
        const empty = { ...world, consents: [], assignments: [], sessions: [], emergencies: [] };
        expectNone(empty, ({ cell }) => cell.permitted);
      }),
    );
  });

  test('without a purpose nothing is permitted', () => {
    holds(
      fc.property(anyWorld, (world) => {
        const aimless = { ...world, viewer: { ...world.viewer, purpose: undefined } };
        expectNone(aimless, ({ cell }) => cell.permitted || cell.reason !== 'PURPOSE_MISSING');
      }),
    );
  });

  test('before the hub works by any legal basis nothing is permitted', () => {
    holds(
      fc.property(anyWorld, (world) => expectNone(beforeEveryBasis(world), ({ cell }) => cell.permitted)),
    );
  });

  test('the closed tier is opened to others than its own office only by releases that were approved', () => {
    holds(
      fc.property(anyWorld, (world) => {
        const approved = new Map(world.sessions.map((session) => [session.id, session.approved.toSorted()]));
        expectNone(world, ({ category, cell }) => {
          if (tierOf(category) !== Tier.T4 || !cell.permitted || cell.basis === 'OWN_DUTY') return false;
          const { released } = cell;
          return (
            cell.level !== 'NONE' ||
            !released ||
            !isDeepStrictEqual(released.approved, approved.get(released.session))
          );
        });
      }),
    );
  });

  test('sensitive data (T3) are opened whole by own duty, consent and emergency, by nothing else', () => {
    holds(
      fc.property(anyWorld, (world) => {
        expectNone(
          world,
          ({ category, cell }) =>
            tierOf(category) === Tier.T3 &&
            cell.permitted &&
            !['OWN_DUTY', 'CONSENT', 'LIFE_SAFETY'].includes(cell.basis) &&
            cell.level !== 'NONE',
        );
      }),
    );
  });

  test('outsiders are shown in a session what was released, and no more', () => {
    holds(
      fc.property(
        anyWorld,
        oneOf([Capacity.GUEST, Capacity.VOLUNTEER, Capacity.PRIVATE_PARTNER]),
        (world, capacity) => {
          const outside = { ...world, viewer: { ...world.viewer, capacity }, consents: [], assignments: [] };
          expectNone(
            { ...outside, emergencies: [] },
            ({ cell }) => cell.permitted && (cell.level !== 'NONE' || !cell.released),
          );
        },
      ),
    );
  });

  test('what is permitted points at a fact about this very person', () => {
    holds(
      fc.property(anyWorld, (world) => {
        const subjects = new Map<string, readonly PersonId[]>([
          ...world.consents.map(({ id, subject }) => [id, [subject]] as const),
          ...world.assignments.map(({ id, person }) => [id, [person]] as const),
          ...world.sessions.map((session) => [session.id, session.subjects] as const),
          ...world.emergencies.map(({ id, person }) => [id, [person]] as const),
        ]);
        const isAbout = (person: PersonId, id: string | undefined): boolean =>
          id === undefined || subjects.get(id)?.includes(person) === true;
        expectNone(
          world,
          ({ person, cell }) =>
            cell.permitted &&
            ![cell.evidence.id, cell.released?.session, cell.despite].every((id) => isAbout(person, id)),
        );
      }),
    );
  });

  test('what is permitted has not ended yet, nor has the session that it was released to', () => {
    holds(
      fc.property(anyWorld, (world) => {
        const closes = new Map(world.sessions.map(({ id, closesAt }) => [id, closesAt]));
        expectNone(world, ({ cell }) => {
          if (!cell.permitted) return false;
          const { until } = cell.evidence;
          if (until !== undefined && !(until > NOW)) return true;
          return cell.released !== undefined && !(until! <= closes.get(cell.released.session)!);
        });
      }),
    );
  });

  test('the order of the facts never matters', () => {
    holds(
      fc.property(
        anyWorld.chain((world) => fc.tuple(fc.constant(world), shuffledWorld(world))),
        ([world, shuffled]) => expectSame(decided(shuffled), decided(world)),
      ),
    );
  });

  test('a grant brings any decision to each sector unchanged', () => {
    holds(
      fc.property(anyWorld, (world) => {
        const decision = decide(world, persons);
        for (const { id: sector } of defaultRegistry) {
          const content = {
            persons: new Map([...decision].map(([person, cells]) => [person, permitsOf(cells, sector)])),
            barred: new Map(
              [...decision]
                .map(([person, cells]) => [person, barredOf(cells, sector)] as const)
                .filter(([, barred]) => barred.length > 0),
            ),
            households: new Map(),
          };
          expectSame(decode(JSON.parse(JSON.stringify(encode(content)))), content);
        }
      }),
    );
  });
});

describe('a forbid wins over every permit', () => {
  /** What a forbid leaves of a cell: closed, and told as what is told without any permit. */
  const closed = (before: DecidedCell, asTold: DecidedCell, after: DecidedCell, rule: string): void => {
    expectSame(toldOf(after), toldOf(before.cell.permitted ? asTold : before));
    expectSame(after.cell.permitted || after.cell.barred, true);
    const silent = before.cell.permitted ? undefined : before.cell.silent;
    if (!after.cell.permitted) expect([silent, rule]).toContain(after.cell.silent);
  };

  test('a conflict of interest closes everything of its person to its worker, and changes nothing else', () => {
    holds(
      fc.property(anyWorld, oneOf(persons), oneOf(staff), (world, person, worker) => {
        const conflict = { id: 'x-new', person, staff: worker };
        for (const [before, after] of pairs(world, { ...world, conflicts: [...world.conflicts, conflict] }))
          if (person !== before.person || worker !== world.viewer.staffId) expectSame(after, before);
          else {
            const told = world.viewer.purpose ? 'CONFLICT_OF_INTEREST' : 'PURPOSE_MISSING';
            expectSame([reasonOf(after), after.cell.permitted], [told, false]);
          }
      }),
    );
  });

  test('the other party of a measure is shown nothing of its person, and others all that they were', () => {
    holds(
      fc.property(anyWorld, oneOf(persons), oneOf(staff), (world, person, restricted) => {
        const measured = withMeasure(world, {
          person,
          handlingOffices: [world.viewer.office],
          restrictedStaff: [restricted],
        });
        const told = decided(beforeEveryBasis(world));
        pairs(world, measured).forEach(([before, after], at) => {
          if (person !== before.person || restricted !== world.viewer.staffId) expectSame(after, before);
          else closed(before, told[at]!, after, 'RESTRICTED_PARTY');
        });
      }),
    );
  });

  test('a measure masks to all offices but those that handle it, and changes nothing else', () => {
    holds(
      fc.property(anyWorld, oneOf(persons), fc.subarray(offices), (world, person, handlingOffices) => {
        const measured = withMeasure(world, { person, handlingOffices });
        const told = decided(beforeEveryBasis(world));
        const handles = handlingOffices.includes(world.viewer.office);
        pairs(world, measured).forEach(([before, after], at) => {
          if (person !== before.person || handles || !maskedCategories.includes(before.category))
            expectSame(after, before);
          else closed(before, told[at]!, after, 'PROTECTED');
        });
      }),
    );
  });

  // 28 years ago no basis was in force: there a cell can only be told as what nothing permitted.
  test('what is told of any closed cell is what would be told if there were no permit in the world', () => {
    holds(
      fc.property(anyWorld, (world) => {
        const told = decided(beforeEveryBasis(world));
        decided(world).forEach((now, at) => {
          if (!now.cell.permitted) expectSame(toldOf(now), toldOf(told[at]!));
        });
      }),
    );
  });

  test('a refusal closes consents and sessions that did not weigh it; own duty and emergency go on', () => {
    const aRefusal = fc.tuple(newConsent, fc.boolean()).map(([consent, asDenyLines]): ConsentFacts => {
      const said = { ...consent, grantors: [{ relation: 'SELF' as const }] };
      return asDenyLines
        ? {
            ...said,
            validFrom: new Date(NOW.getTime() - YEAR),
            validUntil: new Date(NOW.getTime() + YEAR),
            events: [{ at: NOW, state: ConsentState.GIVEN }],
            rules: consent.rules.map((rule) => ({ ...rule, effect: ConsentEffect.DENY })),
          }
        : {
            ...said,
            events: [{ at: NOW, state: ConsentState.REFUSED }],
            rules: consent.rules.map((rule) => ({ ...rule, maxTier: Tier.T4 })),
          };
    });
    const known = (id: string | undefined): string | undefined =>
      id === undefined ? undefined : 'a refusal';
    holds(
      fc.property(anyWorld, aRefusal, (world, refusal) => {
        const justified = new Set(
          world.sessions.find(({ id }) => id === world.viewer.conference)?.justified ?? [],
        );
        for (const [before, after] of pairs(world, withConsent(world, refusal))) {
          const refused =
            refusal.subject === before.person &&
            refusal.rules.some(
              (rule) =>
                isNamed(world, refusal, rule) &&
                rule.categories.includes(before.category) &&
                rule.sourceSectors.includes(before.sector),
            );
          const was: Permitted | undefined = before.cell.permitted ? before.cell : undefined;
          const is: Permitted | undefined = after.cell.permitted ? after.cell : undefined;
          if (!refused) expectSame(after, before);
          else if (was?.basis === 'OWN_DUTY') {
            expectSame([is?.basis, is?.level, is?.evidence.id], ['OWN_DUTY', was.level, was.evidence.id]);
          } else if (is?.basis === 'LIFE_SAFETY') {
            // Under a consent that opened as much, the emergency had been there all the time.
            if (was?.basis === 'LIFE_SAFETY')
              expectSame({ ...is, despite: known(is.despite) }, { ...was, despite: 'a refusal' });
            else expectSame([was?.basis, known(is.despite)], ['CONSENT', 'a refusal']);
          } else if (is) {
            expect(justified).toContain(before.person);
            expectSame([is.basis === 'CONSENT', known(is.despite)], [false, 'a refusal']);
            // Under a consent that opened more, the session had been there all the time.
            expectSame(is.evidence.id, was?.basis === 'CONSENT' ? was.released?.session : was?.evidence.id);
          } else if (was && was.basis !== 'CONSENT') {
            expectSame(was.basis === 'LIFE_SAFETY', false);
            expect(justified).not.toContain(before.person);
            expectSame(reasonOf(after), 'REFUSED');
          } else if (was) expectSame(reasonOf(after), 'REFUSED');
          else {
            const first = ['PURPOSE_MISSING', 'CONFLICT_OF_INTEREST'].find((one) => one === reasonOf(before));
            expectSame(reasonOf(after), first ?? 'REFUSED');
          }
        }
      }),
    );
  });
});

describe('a consent', () => {
  test('never takes away what another basis gives, and no release', () => {
    const permitting = newConsent.map((consent) => ({
      ...consent,
      events: consent.events.filter(({ state }) => state !== ConsentState.REFUSED),
      rules: consent.rules.map((rule) => ({ ...rule, effect: ConsentEffect.PERMIT })),
    }));
    holds(
      fc.property(anyWorld, permitting, (world, consent) => {
        for (const [{ cell: before }, { cell: after }] of pairs(world, withConsent(world, consent))) {
          if (!before.permitted) continue;
          if (before.released) expectSame(after.permitted && after.released, before.released);
          if (before.basis !== 'CONSENT')
            expectSame(after.permitted && isAtLeast(after.level, before.level), true);
        }
      }),
    );
  });

  test('even one that refuses leaves the own duty what it has', () => {
    holds(
      fc.property(anyWorld, newConsent, (world, consent) => {
        for (const [{ cell: before }, { cell: after }] of pairs(world, withConsent(world, consent)))
          if (before.permitted && before.basis === 'OWN_DUTY')
            expectSame([after.permitted, after.rule], [true, 'OWN_OFFICE']);
      }),
    );
  });

  test('that is withdrawn gives back exactly the world before it', () => {
    holds(
      fc.property(
        anyWorld,
        newConsent,
        oneOf([ConsentState.WITHDRAWN, ConsentState.REVOKED, ConsentState.INVALIDATED]),
        (world, consent, state) => {
          const withdrawn = {
            ...consent,
            events: [...consent.events.filter(({ at }) => at <= NOW), { at: NOW, state }],
          };
          for (const [before, after] of pairs(world, withConsent(world, withdrawn))) {
            // Who had been named may learn that it ended; nothing else differs.
            if (reasonOf(after) === 'CONSENT_ENDED' && reasonOf(before) === 'NO_BASIS')
              expectSame({ ...after.cell, reason: undefined }, { ...before.cell, reason: undefined });
            else expectSame(after, before);
          }
        },
      ),
    );
  });

  test('does not exist, reasons included, for those whom it does not name', () => {
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
      fc.property(anyWorld, newConsent, foreign, (world, consent, make) => {
        const hidden = { ...consent, rules: consent.rules.map((rule) => make(world, rule)) };
        expectSame(decided(withConsent(world, hidden)), decided(world));
      }),
    );
  });

  test('to a role alone does not exist for those who are not assigned to the person', () => {
    holds(
      fc.property(anyWorld, newConsent, (world, consent) => {
        fc.pre(!worksFor(world, consent.subject));
        const hidden = {
          ...consent,
          rules: consent.rules.map((rule) => ({ ...rule, recipientOffices: [] })),
        };
        expectSame(decided(withConsent(world, hidden)), decided(world));
      }),
    );
  });
});

describe('to somebody whom it does not name', () => {
  const withSession = (world: Facts, session: SessionFacts): Facts => ({
    ...world,
    sessions: [...world.sessions, session],
  });
  const newSession = anySession.map((session) => ({ ...session, id: 's-new' }));
  const enter = (world: Facts): Facts => ({ ...world, viewer: { ...world.viewer, conference: 's-new' } });

  test('a session does not exist, even when they name it', () => {
    holds(
      fc.property(anyWorld, newSession, (world, session) => {
        fc.pre(!isMember(world, session));
        const inside = enter(world);
        expectSame(decided(withSession(inside, session)), decided(inside));
      }),
    );
  });

  test('a session opens nothing of anybody who is not on its agenda, nor tells of it', () => {
    holds(
      fc.property(anyWorld, newSession, (world, session) => {
        const inside = enter(world);
        for (const [before, after] of pairs(inside, withSession(inside, session)))
          if (!session.subjects.includes(before.person)) expectSame(after, before);
      }),
    );
  });

  test('a session opens nothing to its member either until it is entered; that, they are told', () => {
    holds(
      fc.property(anyWorld, newSession, (world, session) => {
        for (const [before, after] of pairs(world, withSession(world, session))) {
          if (isDeepStrictEqual(after, before)) continue;
          expect(['CONFERENCE_NOT_ENTERED', 'PLEDGE_MISSING']).toContain(reasonOf(after));
          expectSame(before.cell.permitted, false);
        }
      }),
    );
  });

  test('an emergency of a colleague, or for somebody else, does not exist', () => {
    const newEmergency = anyEmergency.map((emergency) => ({ ...emergency, id: 'e-new' }));
    holds(
      fc.property(anyWorld, newEmergency, (world, emergency) => {
        const declared = { ...world, emergencies: [...world.emergencies, emergency] };
        for (const [before, after] of pairs(world, declared))
          if (emergency.staff !== world.viewer.staffId || emergency.person !== before.person)
            expectSame(after, before);
      }),
    );
  });

  test('what was released opens nothing outside the session that was entered', () => {
    holds(
      fc.property(anyWorld, (world) => {
        const entered = world.sessions.find(({ id }) => id === world.viewer.conference);
        const pledged = entered?.members.some(
          ({ staff: who, office, pledgedAt }) =>
            who === world.viewer.staffId &&
            office === world.viewer.office &&
            pledgedAt !== undefined &&
            pledgedAt <= NOW,
        );
        expectNone(
          world,
          ({ person, cell }) =>
            cell.permitted &&
            cell.released !== undefined &&
            !(cell.released.session === entered?.id && pledged && entered.subjects.includes(person)),
        );
      }),
    );
  });
});

describe('as time goes by', () => {
  /**
   * The world in which all that will ever begin has begun, no measure ends, and no yes waits behind a no: one that was
   * given after a no comes into its own when the time of that no is over.
   */
  const begun = (world: Facts): Facts => ({
    ...world,
    consents: world.consents
      .filter(({ validFrom }) => validFrom <= NOW)
      .map((consent) => ({
        ...consent,
        events: consent.rules.some(({ effect }) => effect === ConsentEffect.DENY)
          ? [{ at: NOW, state: ConsentState.GIVEN }]
          : consent.events.filter(({ at }) => at <= NOW),
        // A role alone names whoever is assigned: its lines come and go with the assignment.
        rules: consent.rules.filter(({ recipientOffices }) => recipientOffices.length > 0),
      })),
    assignments: world.assignments.filter(({ from }) => from <= '2026-11-22'),
    sessions: world.sessions
      .filter(({ opensAt }) => opensAt <= NOW)
      .map((session) => ({
        ...session,
        // What a session need not weigh any more, because the form that refused it is over, it may be shown.
        justified: persons,
        members: session.members.filter(({ pledgedAt }) => pledgedAt !== undefined && pledgedAt <= NOW),
      })),
    emergencies: world.emergencies.filter(({ from }) => from <= NOW),
    measures: world.measures.map((measure) => ({ ...measure, to: undefined })),
  });

  test('nothing opens by itself: only at the instant at which something begins', () => {
    holds(
      fc.property(anyWorld, oneOf([1, HOUR, 24 * HOUR, YEAR, 20 * YEAR]), (world, passed) => {
        const now = begun(world);
        const later = { ...now, now: new Date(NOW.getTime() + passed) };
        for (const [{ cell: before }, { cell: after }] of pairs(now, later))
          if (after.permitted) expectSame(before.permitted && isAtLeast(before.level, after.level), true);
      }),
    );
  });

  test('what is permitted stays so until its evidence says that it ends, and is decided anew from then on', () => {
    holds(
      fc.property(anyWorld, (world) => {
        const now = begun({ ...world, measures: [] });
        for (const { person, sector, category, cell } of decided(now)) {
          if (!cell.permitted || cell.evidence.until === undefined) continue;
          const at = (time: number) =>
            decide({ ...now, now: new Date(time) }, [person])
              .get(person)
              ?.get(sector)
              ?.get(category);
          const last = at(cell.evidence.until.getTime() - 1);
          expectSame(last?.permitted && isAtLeast(last.level, cell.level), true);
          expect(at(cell.evidence.until.getTime())).not.toEqual(cell);
        }
      }),
      // Two decisions for each permitted cell.
      100,
    );
  });
});

describe('what cannot be read', () => {
  const throwing = new Proxy<Category[]>([], {
    get: () => {
      throw new Error('a rule that throws');
    },
  });

  test('never opens anything: a rule that throws denies its cell, and no other', () => {
    holds(
      fc.property(anyWorld, newConsent, (world, consent) => {
        const broken = {
          ...consent,
          rules: consent.rules.map((rule) => ({ ...rule, categories: throwing })),
        };
        for (const [before, after] of pairs(world, withConsent(world, broken)))
          if (after.cell.rule === 'FAILED') {
            expectSame(after.cell.permitted, false);
            expectSame(before.person, consent.subject);
          } else expectSame(after, before);
      }),
    );
  });

  test('in a session denies where the session is asked, and nowhere else', () => {
    holds(
      fc.property(anyWorld, (world) => {
        const sessions = world.sessions.map((session) => ({ ...session, categories: throwing }));
        for (const [before, after] of pairs(world, { ...world, sessions }))
          if (after.cell.rule === 'FAILED') expectSame(after.cell.permitted, false);
          else expectSame(after, before);
      }),
    );
  });

  test('about one person does not touch another, nor does any fact about somebody else', () => {
    holds(
      fc.property(
        anyWorld,
        oneOf(persons),
        fc.array(newConsent, { maxLength: 3 }),
        fc.boolean(),
        (world, person, more, unreadable) => {
          const about = (one: { readonly person: PersonId }): boolean => one.person === person;
          const mine = {
            ...world,
            consents: world.consents.filter(({ subject }) => subject === person),
            assignments: world.assignments.filter(about),
            sessions: world.sessions
              .filter(({ subjects }) => subjects.includes(person))
              .map((session) => ({
                ...session,
                subjects: [person],
                justified: session.justified.filter((one) => one === person),
              })),
            emergencies: world.emergencies.filter(about),
            measures: world.measures.filter(about),
            conflicts: world.conflicts.filter(about),
            suspicions: world.suspicions.filter(about),
            birthDates: new Map([...world.birthDates].filter(([one]) => one === person)),
          };
          const of = (facts: Facts): unknown => decided(facts).filter((cell) => cell.person === person);
          const strangers = more
            .filter(({ subject }) => subject !== person)
            .map((consent) => (unreadable ? { ...consent, rules: null as never } : consent));
          expectSame(of({ ...world, consents: [...world.consents, ...strangers] }), of(mine));
        },
      ),
    );
  });
});

const others = (office: OfficeCode): OfficeCode[] => offices.filter((one) => one !== office);
