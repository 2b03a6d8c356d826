import { describe, expect, test } from '@jest/globals';
import {
  POLICY_VERSION,
  type AssignmentFacts,
  type GrantContent,
  type GrantVerifier,
  type Permit,
} from '@kasane/disclosure';
import type { VerifiedViewer } from '@kasane/identity';
import {
  Category,
  ErrorCode,
  householdId,
  HubError,
  Level,
  officeCode,
  Role,
  sectorId,
  staffId,
  type HouseholdId,
  type PersonId,
} from '@kasane/vocabulary';
import type { Asked } from './context.js';
import { aViewer, byConsent, GRANDMOTHER, MOTHER, SCHOOL, SON } from './kit.fixtures.js';
import { SectorScope, type ReleasedRecord } from './sector-scope.js';
import { about, PersonalRecord, Seal } from './subjects.js';

const NOW = new Date('2026-11-22T03:00:00Z');
const TEACHER = staffId('teacher');
const BOARD = officeCode('school-board');
const teacher = aViewer({
  staffId: TEACHER,
  office: BOARD,
  sector: SCHOOL.id,
  roles: [Role.SECTOR_WORKER],
  tokenDigest: 'digest-teacher',
});

const assigned = (person: PersonId, more: Partial<AssignmentFacts> = {}): AssignmentFacts => ({
  id: `responsibility-${person}`,
  person,
  sector: SCHOOL.id,
  office: BOARD,
  staff: TEACHER,
  from: '2025-04-01',
  ...more,
});

const permits = (...categories: readonly Category[]): ReadonlyMap<Category, Permit> =>
  new Map(categories.map((category) => [category, byConsent('consent')]));

interface World {
  readonly viewer?: VerifiedViewer;
  readonly assignments?: readonly AssignmentFacts[];
  /** What each grant says; any other is not valid. */
  readonly grants?: Readonly<Record<string, ReadonlyMap<PersonId, ReadonlyMap<Category, Permit>>>>;
  readonly households?: ReadonlyMap<HouseholdId, readonly PersonId[]>;
  readonly barred?: GrantContent['barred'];
  /** Ids of records released to the session `session-1`. */
  readonly released?: readonly ReleasedRecord[];
}

/** A grant that permits nothing, and so only tells that nothing is kept from the own duty. */
const nothing = new Map([MOTHER, SON, GRANDMOTHER].map((person) => [person, permits()]));

/** One request in the sector, and what it cost. */
function aScope({
  viewer = aViewer(),
  assignments = [],
  grants = {},
  households = new Map(),
  barred = new Map(),
  released = [],
}: World = {}) {
  const verified: string[] = [];
  const sessions: string[] = [];
  const looked: (readonly PersonId[])[] = [];
  const verifier: GrantVerifier = {
    async verify(grant, digest): Promise<GrantContent> {
      verified.push(grant);
      const persons = grant === 'nothing' ? nothing : grants[grant];
      if (!persons || digest !== viewer.tokenDigest) throw new HubError(ErrorCode.GRANT_INVALID);
      return {
        sector: SCHOOL.id,
        viewer: digest,
        policyVersion: POLICY_VERSION,
        persons,
        barred,
        households,
      };
    },
  };
  const scope = new SectorScope({
    viewer,
    sector: SCHOOL,
    verifier,
    now: NOW,
    assignments: async (persons) => {
      looked.push(persons);
      return assignments.filter(({ person }) => persons.includes(person));
    },
    releases: async (session) => {
      sessions.push(session);
      return session === 'session-1' ? released : [];
    },
  });
  return { scope, verified, looked, sessions };
}

const rulesOf = (scope: SectorScope, subjects: readonly PersonId[], category: Category) =>
  scope.permits(subjects, category)?.map(({ rule }) => rule);

describe('a grant', () => {
  const grants = {
    both: new Map([
      [MOTHER, permits(Category.SCHOOL, Category.NOTES)],
      [SON, permits(Category.SCHOOL)],
    ]),
  };

  test('opens what it names of whom it names, and nothing before it came', async () => {
    const { scope } = aScope({ grants });
    expect(scope.permits([MOTHER], Category.SCHOOL)).toBeUndefined();
    expect(scope.permitsAnything(MOTHER)).toBe(false);
    await scope.admit('both', [MOTHER]);
    expect(scope.permits([MOTHER], Category.SCHOOL)).toEqual([byConsent('consent')]);
    expect(scope.permits([SON], Category.NOTES)).toBeUndefined();
    expect(scope.permits([GRANDMOTHER], Category.SCHOOL)).toBeUndefined();
    expect([MOTHER, SON, GRANDMOTHER].map((person) => scope.permitsAnything(person))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('opens a note about two only where it permits both, each on a permit of their own', async () => {
    const { scope } = aScope({ grants });
    await scope.admit('both', [MOTHER]);
    expect(rulesOf(scope, [MOTHER, SON], Category.SCHOOL)).toEqual(['CONSENT', 'CONSENT']);
    expect(scope.permits([MOTHER, SON], Category.NOTES)).toBeUndefined();
    expect(scope.permits([], Category.SCHOOL)).toBeUndefined();
  });

  test('is verified once, however many persons carry it and however they arrive', async () => {
    const { scope, verified } = aScope({ grants });
    await Promise.all([MOTHER, SON, GRANDMOTHER].map((person) => scope.admit('both', [person])));
    await scope.admit('both', [MOTHER]);
    expect(verified).toEqual(['both']);
  });

  test('that is not valid is refused each time, and opens nothing', async () => {
    const { scope, verified } = aScope({ grants });
    for (let time = 0; time < 2; time++)
      await expect(scope.admit('forged', [MOTHER])).rejects.toMatchObject({ code: ErrorCode.GRANT_INVALID });
    expect(verified).toEqual(['forged']);
    expect(scope.permitsAnything(MOTHER)).toBe(false);
  });

  test('does not open a category that the registry does not give to this sector', async () => {
    const { scope } = aScope({
      grants: { wide: new Map([[MOTHER, permits(Category.SCHOOL, Category.FINANCE)]]) },
    });
    await scope.admit('wide', [MOTHER]);
    expect(scope.permits([MOTHER], Category.FINANCE)).toBeUndefined();
    expect(scope.permits([MOTHER], Category.SCHOOL)).toBeDefined();
  });

  test('of foreign categories alone opens no record', async () => {
    const { scope } = aScope({ grants: { foreign: new Map([[MOTHER, permits(Category.FINANCE)]]) } });
    await scope.admit('foreign', [MOTHER]);
    expect(scope.permitsAnything(MOTHER)).toBe(false);
  });

  test('alone tells who lives in a household', async () => {
    const household = householdId('h-1');
    const { scope } = aScope({ grants, households: new Map([[household, [MOTHER, SON]]]) });
    expect(scope.membersOf(household)).toEqual([]);
    await scope.admit('both', []);
    expect(scope.membersOf(household)).toEqual([MOTHER, SON]);
    expect(scope.membersOf(householdId('h-2'))).toEqual([]);
  });
});

describe('an own assignment', () => {
  test("opens the sector's categories of one's own clients, and of nobody else", async () => {
    const { scope } = aScope({ viewer: teacher, assignments: [assigned(SON)] });
    await scope.admit('nothing', [SON, MOTHER]);
    for (const category of SCHOOL.categories) expect(rulesOf(scope, [SON], category)).toEqual(['OWN_OFFICE']);
    expect(scope.permits([SON], Category.FINANCE)).toBeUndefined();
    expect(scope.permitsAnything(MOTHER)).toBe(false);
  });

  test("opens a note in the client's file, whoever else it speaks of, but not another file's note about the client", async () => {
    const { scope } = aScope({ viewer: teacher, assignments: [assigned(SON)] });
    await scope.admit('nothing', [SON, MOTHER]);
    expect(rulesOf(scope, [SON, MOTHER], Category.NOTES)).toEqual(['OWN_OFFICE', 'OWN_OFFICE']);
    expect(scope.permits([MOTHER, SON], Category.NOTES)).toBeUndefined();
  });

  test.each([
    ['has ended', { to: '2026-11-21' }],
    ['begins tomorrow', { from: '2026-11-23' }],
    ["is a colleague's", { staff: staffId('colleague') }],
    ["is another office's", { office: officeCode('another') }],
    ["is another sector's", { sector: sectorId('elder-care') }],
  ])('opens nothing when it %s', async (_, more) => {
    const { scope } = aScope({ viewer: teacher, assignments: [assigned(SON, more)] });
    await scope.admit('nothing', [SON]);
    expect(scope.permitsAnything(SON)).toBe(false);
  });

  test("of a colleague opens to the office's manager", async () => {
    const viewer = { ...teacher, roles: [Role.OFFICE_MANAGER] };
    const { scope } = aScope({ viewer, assignments: [assigned(SON, { staff: staffId('colleague') })] });
    await scope.admit('nothing', [SON]);
    expect(rulesOf(scope, [SON], Category.SCHOOL)).toEqual(['OWN_OFFICE']);
  });

  test('is not even looked for when the viewer is of another sector', async () => {
    const { scope, looked } = aScope({
      viewer: { ...teacher, sector: sectorId('elder-care') },
      assignments: [assigned(SON)],
    });
    await scope.admit(undefined, [SON]);
    expect(looked).toEqual([]);
    expect(scope.permitsAnything(SON)).toBe(false);
  });

  test('is looked for once per person', async () => {
    const { scope, looked } = aScope({ viewer: teacher });
    await Promise.all([scope.admit(undefined, [SON, MOTHER]), scope.admit(undefined, [MOTHER])]);
    await scope.admit(undefined, [SON, GRANDMOTHER]);
    expect(looked).toEqual([[SON, MOTHER], [GRANDMOTHER]]);
  });
});

describe('the own duty', () => {
  test('opens no more than who is responsible until a grant has told of the person', async () => {
    const { scope } = aScope({ viewer: teacher, assignments: [assigned(SON)] });
    await scope.admit(undefined, [SON]);
    expect(rulesOf(scope, [SON], Category.INVOLVEMENT)).toEqual(['OWN_OFFICE']);
    expect(scope.permits([SON], Category.SCHOOL)).toBeUndefined();
    await scope.admit('nothing', [SON]);
    expect(rulesOf(scope, [SON], Category.SCHOOL)).toEqual(['OWN_OFFICE']);
  });

  test('does not open what a grant bars, of the person or of another in the record', async () => {
    const barred = new Map([[MOTHER, [Category.SCHOOL]]]);
    const { scope } = aScope({ viewer: teacher, assignments: [assigned(SON), assigned(MOTHER)], barred });
    await scope.admit('nothing', [SON, MOTHER]);
    expect(scope.permits([MOTHER], Category.SCHOOL)).toBeUndefined();
    expect(scope.permits([SON, MOTHER], Category.SCHOOL)).toBeUndefined();
    expect(rulesOf(scope, [MOTHER], Category.NOTES)).toEqual(['OWN_OFFICE']);
    expect(rulesOf(scope, [SON], Category.SCHOOL)).toEqual(['OWN_OFFICE']);
  });

  test('tells the ledger of what is barred, but not why: it does not know', async () => {
    const barred = new Map([[MOTHER, [Category.SCHOOL]]]);
    const { scope } = aScope({ viewer: teacher, assignments: [assigned(SON), assigned(MOTHER)], barred });
    await scope.admit('nothing', [SON, MOTHER]);
    expect(scope.deniedBy(MOTHER, Category.SCHOOL)).toBe('BARRED');
    expect(scope.deniedBy(MOTHER, Category.NOTES)).toBeUndefined();
    expect(scope.deniedBy(SON, Category.SCHOOL)).toBeUndefined();
  });
});

describe('a session', () => {
  class Note extends PersonalRecord {
    localId = 'local';
    constructor(
      readonly id: string,
      readonly seal: Seal | null = null,
    ) {
      super();
      about(this, [SON]);
    }
  }
  const inSession = (level: Level, approved?: readonly string[]): Permit => ({
    level,
    rule: 'SUPPORT_CONFERENCE',
    evidence: 'session-1',
    released: { session: 'session-1', ...(approved && { approved }) },
  });
  const session = async (permit: Permit, released: readonly ReleasedRecord[] = []) => {
    const grants = { session: new Map([[SON, new Map([[Category.NOTES, permit]])]]) };
    const opened = aScope({ grants, released });
    await opened.scope.admit('session', [SON]);
    return (asked: Asked) => opened.scope.permits([SON], Category.NOTES, asked)?.[0]?.level;
  };
  const { DETAIL, SUMMARY, EXISTENCE, NONE } = Level;

  test('opens as much of every row as its level, and a released row whole', async () => {
    const opens = await session(inSession(SUMMARY), [{ id: 'r-1', recordId: 'Note:1' }]);
    expect(opens({ level: SUMMARY, record: new Note('2') })).toBe(SUMMARY);
    expect(opens({ level: DETAIL, record: new Note('2') })).toBeUndefined();
    expect(opens({ level: DETAIL, record: new Note('1') })).toBe(DETAIL);
  });

  test('opens nothing but released rows where it has no level', async () => {
    const opens = await session(inSession(NONE), [{ id: 'r-1', recordId: 'Note:1' }]);
    expect(opens({ level: EXISTENCE, record: new Note('2') })).toBeUndefined();
    expect(opens({ level: DETAIL, record: new Note('1') })).toBe(DETAIL);
    // What gives the rows is gone through, its own values are not shown.
    expect(opens({})).toBe(NONE);
    expect(opens({ level: SUMMARY })).toBeUndefined();
  });

  test('opens a row of the closed tier only when the coordinator approved this very release', async () => {
    const released = [{ id: 'r-1', recordId: 'Note:1' }];
    const asked = { level: DETAIL, record: new Note('1') };
    expect((await session(inSession(NONE, []), released))(asked)).toBeUndefined();
    expect((await session(inSession(NONE, ['r-2']), released))(asked)).toBeUndefined();
    expect((await session(inSession(NONE, ['r-1']), released))(asked)).toBe(DETAIL);
  });

  test('opens a sealed row only when it was released', async () => {
    const asked = { level: EXISTENCE, record: new Note('1', Seal.RELEASE_ONLY) };
    expect((await session(inSession(DETAIL)))(asked)).toBeUndefined();
    expect((await session(inSession(DETAIL), [{ id: 'r-1', recordId: 'Note:1' }]))(asked)).toBe(DETAIL);
  });

  test('asks for what was released to it, once; without one nobody asks', async () => {
    const grants = { a: new Map([[SON, new Map([[Category.NOTES, inSession(NONE)]])]]) };
    const one = aScope({ grants });
    await Promise.all([one.scope.admit('a', [SON]), one.scope.admit('a', [MOTHER])]);
    expect(one.sessions).toEqual(['session-1']);
    const other = aScope({ grants: { b: new Map([[SON, permits(Category.NOTES)]]) } });
    await other.scope.admit('b', [SON]);
    expect(other.sessions).toEqual([]);
  });
});

test('a consent does not open a row that its owner sealed, and the own duty does', async () => {
  class Note extends PersonalRecord {
    id = '1';
    localId = 'local';
    seal = Seal.RELEASE_ONLY;
  }
  const record = about(new Note(), [SON]);
  const consented = aScope({ grants: { c: new Map([[SON, permits(Category.NOTES)]]) } });
  await consented.scope.admit('c', [SON]);
  expect(consented.scope.permits([SON], Category.NOTES, { record })).toBeUndefined();
  const own = aScope({ viewer: teacher, assignments: [assigned(SON)] });
  await own.scope.admit('nothing', [SON]);
  expect(own.scope.permits([SON], Category.NOTES, { record })).toBeDefined();
});

describe('an own assignment and a grant together', () => {
  const world = {
    viewer: teacher,
    assignments: [assigned(SON)],
    grants: { mother: new Map([[MOTHER, permits(Category.NOTES)]]) },
  };

  test('each open their own; the own duty is told first', async () => {
    const grants = { both: new Map([MOTHER, SON].map((person) => [person, permits(Category.NOTES)])) };
    const { scope } = aScope({ ...world, grants });
    await scope.admit('both', [MOTHER, SON]);
    expect(rulesOf(scope, [SON], Category.NOTES)).toEqual(['OWN_OFFICE']);
    expect(rulesOf(scope, [MOTHER], Category.NOTES)).toEqual(['CONSENT']);
    expect(rulesOf(scope, [SON], Category.SCHOOL)).toEqual(['OWN_OFFICE']);
  });

  test("do not add up in one note: another's file stays closed unless all whom it speaks of are granted", async () => {
    const { scope } = aScope(world);
    await scope.admit('mother', [MOTHER, SON]);
    expect(scope.permits([MOTHER, SON], Category.NOTES)).toBeUndefined();
  });
});

describe('two requests', () => {
  test('share nothing, not even of one viewer', async () => {
    const world = { grants: { mother: new Map([[MOTHER, permits(Category.SCHOOL)]]) } };
    const [one, other] = [aScope(world), aScope(world)];
    await Promise.all([one.scope.admit('mother', [MOTHER]), other.scope.admit(undefined, [MOTHER])]);
    expect(one.scope.permitsAnything(MOTHER)).toBe(true);
    expect(other.scope.permitsAnything(MOTHER)).toBe(false);
    expect(other.verified).toEqual([]);
  });
});
