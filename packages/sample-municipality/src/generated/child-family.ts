import { CHILD_FAMILY } from '../sectors.js';
import { GENERATED_AS_OF, plusDays, schoolYearOf } from './days.js';
import type { GeneratedHousehold, GeneratedMember } from './household.js';
import { SectorRows, type Client, type SectorPart } from './rows.js';

/** Days after birth on which a child is called. */
const checkups = [
  ['MONTHS_3_4', 115],
  ['MONTHS_18', 560],
  ['YEARS_3', 1_130],
  ['YEARS_5', 1_850],
] as const;
const vaccines = [
  ['五種混合', 65],
  ['麻しん風しん', 380],
] as const;
/** The school year of the day as of which all is told. */
const SCHOOL_YEAR = schoolYearOf(GENERATED_AS_OF);
const place = ['見本', '例示', '架空'] as const;

/** 子育て: every child has a file and the mother who lives with it; some are worked with. Shares are our own assumption. */
export function childFamilyOf(household: GeneratedHousehold): SectorPart {
  const rows = new SectorRows(household, CHILD_FAMILY);
  const children = household.members.filter(({ age }) => age < 18);
  const [eldest] = children;
  if (!eldest) return rows.finish();
  const shared = rows.random(eldest);
  const isFollowed = shared.chance(household.caseOpenedOn === undefined ? 0.04 : 0.9);
  const since = isFollowed ? plusDays(GENERATED_AS_OF, -shared.between(60, 500)) : undefined;
  const mother = household.members.find(
    ({ relation, sex }) => sex === 'FEMALE' && (relation === 'SELF' || relation === 'SPOUSE'),
  );
  const parent = mother && rows.open(mother, rows.random(mother), since);
  for (const child of children) {
    const random = child === eldest ? shared : rows.random(child);
    const client = rows.open(
      child,
      random,
      since !== undefined && since < child.birthDate ? undefined : since,
    );
    if (parent) pregnancy(rows, parent, child);
    health(rows, client);
    school(rows, client);
    if (isFollowed) support(rows, client, parent);
  }
  return rows.finish();
}

function pregnancy(rows: SectorRows, mother: Client, child: GeneratedMember): void {
  rows.record('mch_handbook', mother, {
    issued_on: plusDays(child.birthDate, -210),
    due_on: child.birthDate,
    number: `${child.birthDate.slice(0, 4)}-${mother.random.between(1, 9_999)}`,
  });
}

function health(rows: SectorRows, client: Client): void {
  const { random, member } = client;
  for (const [kind, days] of checkups) {
    const offeredOn = plusDays(member.birthDate, days + random.between(0, 30));
    if (offeredOn > plusDays(GENERATED_AS_OF, 60)) break;
    const isOver = offeredOn <= GENERATED_AS_OF;
    const needsMore = random.chance(0.1);
    rows.record('infant_checkup', client, {
      kind,
      offered_on: offeredOn,
      attended_on: isOver && random.chance(0.95) ? offeredOn : null,
      finding: isOver && needsMore ? '経過をみる。' : null,
      follow_up: needsMore,
    });
  }
  for (const [vaccine, days] of vaccines) {
    const givenOn = plusDays(member.birthDate, days + random.between(0, 60));
    if (givenOn <= GENERATED_AS_OF)
      rows.record('vaccination', client, { vaccine, dose: 1, given_on: givenOn });
  }
}

/** By the school year in which the child is born: a year of school begins on 1 April. */
function school(rows: SectorRows, client: Client): void {
  const { random, member } = client;
  // Who is born on 1 April belongs to the year before: a year of age is complete on the eve of the birthday.
  const years = SCHOOL_YEAR - schoolYearOf(plusDays(member.birthDate, -1)) - 1;
  if (years < 3) return;
  const [kind, name, grade, entered] =
    years < 6
      ? ['KODOMOEN', 'こども園', `${years}歳児クラス`, 3]
      : years < 12
        ? ['ELEMENTARY', '小学校', `${years - 5}年`, 6]
        : years < 15
          ? ['JUNIOR_HIGH', '中学校', `${years - 11}年`, 12]
          : ['HIGH', '高等学校', `${years - 14}年`, 15];
  rows.record('schooling', client, {
    kind,
    name: `${random.pick(place)}${String(name)}`,
    grade,
    from_date: `${SCHOOL_YEAR - (years - Number(entered))}-04-01`,
    to_date: null,
    school_year: SCHOOL_YEAR,
    birth_date: member.birthDate,
  });
}

function support(rows: SectorRows, client: Client, parent: Client | undefined): void {
  const { random, member, responsibleSince: since } = client;
  if (since === undefined) return;
  rows.record('child_support_plan', client, {
    also_about: parent?.localId ?? null,
    made_on: since,
    issues: random.pick(['家のことを多く担っている。', '登校をしぶる日がある。', '育児に休む間がない。']),
    wishes: random.pick(['友だちと遊ぶ時間がほしい。', '家で落ち着いて過ごしたい。']),
    support: '月1回の訪問と、学校での見守り。',
    childs_voice: null,
    handed_over_on: plusDays(since, 7),
    review_on: plusDays(GENERATED_AS_OF, random.between(20, 180)),
  });
  if (member.age >= 8 && random.chance(0.2))
    rows.record('young_carer_record', client, {
      also_about: parent?.localId ?? null,
      confirmed: 'SUSPECTED',
      care_content: random.pick(['食事の支度。', 'きょうだいの世話。', '通訳。']),
      hours_per_week: random.between(3, 20),
      care_for: '家族',
      support: '学校での見守り。',
      observed_on: since,
      office_code: rows.worker().office,
    });
  rows.contact(
    client,
    since,
    'HOME_VISIT',
    random.pick(['母の話を聞いた。', '学校の様子を聞いた。']),
    parent ? [parent] : [],
  );
  // The closed tier: few, and among the others.
  if (random.chance(0.05))
    rows.record('protection_entry', client, {
      kind: 'NEEDS_SUPPORT',
      registered_on: since,
      next_review_on: plusDays(GENERATED_AS_OF, random.between(10, 120)),
    });
}
