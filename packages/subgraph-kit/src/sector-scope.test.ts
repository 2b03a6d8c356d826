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
  officeCode,
  Role,
  sectorId,
  staffId,
  type HouseholdId,
  type PersonId,
} from '@kasane/vocabulary';
import { aViewer, byConsent, GRANDMOTHER, MOTHER, SCHOOL, SON } from './kit.fixtures.js';
import { SectorScope } from './sector-scope.js';

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
}

/** One request in the sector, and what it cost. */
function aScope({ viewer = aViewer(), assignments = [], grants = {}, households = new Map() }: World = {}) {
  const verified: string[] = [];
  const looked: (readonly PersonId[])[] = [];
  const verifier: GrantVerifier = {
    async verify(grant, digest): Promise<GrantContent> {
      verified.push(grant);
      const persons = grants[grant];
      if (!persons || digest !== viewer.tokenDigest) throw new HubError(ErrorCode.GRANT_INVALID);
      return { sector: SCHOOL.id, viewer: digest, policyVersion: POLICY_VERSION, persons, households };
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
  });
  return { scope, verified, looked };
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
    await scope.admit(undefined, [SON, MOTHER]);
    for (const category of SCHOOL.categories) expect(rulesOf(scope, [SON], category)).toEqual(['OWN_OFFICE']);
    expect(scope.permits([SON], Category.FINANCE)).toBeUndefined();
    expect(scope.permitsAnything(MOTHER)).toBe(false);
  });

  test("opens a note in the client's file, whoever else it speaks of, but not another file's note about the client", async () => {
    const { scope } = aScope({ viewer: teacher, assignments: [assigned(SON)] });
    await scope.admit(undefined, [SON, MOTHER]);
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
    await scope.admit(undefined, [SON]);
    expect(scope.permitsAnything(SON)).toBe(false);
  });

  test("of a colleague opens to the office's manager", async () => {
    const viewer = { ...teacher, roles: [Role.OFFICE_MANAGER] };
    const { scope } = aScope({ viewer, assignments: [assigned(SON, { staff: staffId('colleague') })] });
    await scope.admit(undefined, [SON]);
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
