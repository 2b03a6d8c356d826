import { LedgerKind, LedgerOutcome, type LedgerEntry } from '@kasane/ledger';
import {
  endOfJapanDay,
  japanDate,
  startOfJapanDay,
  type OfficeCode,
  type PersonId,
  type StaffId,
} from '@kasane/vocabulary';

/** Why somebody should look at what a worker did on a day. None of it is a reproach: most of it has a good reason. */
export const UnusualAccessKind = {
  VOLUME: 'VOLUME',
  NIGHT: 'NIGHT',
  WEEKEND: 'WEEKEND',
  OWN_RELATIVE: 'OWN_RELATIVE',
  OWN_NEIGHBOURHOOD: 'OWN_NEIGHBOURHOOD',
  EMERGENCY: 'EMERGENCY',
} as const;
export type UnusualAccessKind = (typeof UnusualAccessKind)[keyof typeof UnusualAccessKind];

/** More different persons than this on one day is much for anybody. Our own choice. */
export const MANY_PERSONS = 50;
/** So many times what is usual in the office is much for its worker. Our own choice. */
export const TIMES_USUAL = 3;
/** Fewer persons than this are never much, however quiet the office. Our own choice. */
export const FEW_PERSONS = 10;
/** What is usual in an office is not known from fewer days of its workers than this. Our own choice. */
export const ENOUGH_DAYS = 5;
/** Hours in Japan: from this one on, and before that one, it is night. Our own choice. */
export const NIGHT_FROM = 22;
export const NIGHT_UNTIL = 6;
/** Persons that a finding names; how many there are it always says. */
export const MAX_NAMED = 20;

/** One thing to look at. Persons by their opaque ids, in order. */
export interface Finding {
  readonly kind: UnusualAccessKind;
  readonly staff: StaffId;
  readonly office: OfficeCode;
  /** A Japanese calendar date. */
  readonly day: string;
  /** In Japanese. */
  readonly why: string;
  readonly personCount: number;
  readonly persons: readonly PersonId[];
}

/** What is looked at of an entry of the ledger. */
export type Access = Pick<LedgerEntry, 'at' | 'kind' | 'outcome' | 'person' | 'items'> & {
  readonly viewer: Pick<LedgerEntry['viewer'], 'staffId' | 'office'>;
};

/** What the ledger does not know. */
export interface Surroundings {
  /** Whom workers must keep away from, since when they say so. */
  readonly conflicts: readonly {
    readonly staff: StaffId;
    readonly person: PersonId;
    readonly at: Date;
    /** Whose manager said so, which holds in that office; none when the worker did, which holds everywhere. */
    readonly office: OfficeCode | null;
  }[];
  /** Where workers of an office say that they live; without a district, in none of ours. */
  readonly residences: readonly {
    readonly staff: StaffId;
    readonly office: OfficeCode;
    readonly district: string | null;
    readonly at: Date;
  }[];
  /** Where persons' households live. Japanese calendar dates, both inclusive. */
  readonly dwellings: readonly {
    readonly person: PersonId;
    readonly district: string;
    readonly from: string;
    readonly to: string | null;
  }[];
}

/** What one worker did on one Japanese calendar day, as persons. */
export interface WorkerDay {
  readonly staff: StaffId;
  readonly office: OfficeCode;
  readonly day: string;
  /** Of whom something was shown. */
  readonly seen: Set<PersonId>;
  readonly seenAtNight: Set<PersonId>;
  /** For whom the worker broke the glass. */
  readonly emergencies: Set<PersonId>;
  /** Of whom something was withheld because the worker must keep away. */
  readonly keptAway: Set<PersonId>;
}

/** How many persons a worker saw on a day: what is kept of a day when it is done. */
export type DayCount = Pick<WorkerDay, 'staff' | 'office' | 'day'> & Pick<Finding, 'personCount' | 'persons'>;

/**
 * What is unusual in these entries. Pure; the order of the entries, and of all that is known around them, never
 * matters.
 */
export function unusualAccess(entries: Iterable<Access>, surroundings: Surroundings): readonly Finding[] {
  const days = new WorkerDays();
  for (const entry of entries) days.add(entry);
  const all = days.all();
  return inOrder([
    ...all.flatMap((day) => findingsOf(day, surroundings)),
    ...volumeFindings(all.map(countOf)),
  ]);
}

/** Gathers entries by worker and day, keeping persons and nothing else of them. */
export class WorkerDays {
  private readonly days = new Map<string, WorkerDay>();

  add({ at, kind, outcome, person, items, viewer: { staffId: staff, office } }: Access): void {
    if (person === undefined) return;
    const instant = new Date(at);
    if (outcome === LedgerOutcome.DENIED) {
      if (items.some(({ rule }) => rule === 'CONFLICT_OF_INTEREST'))
        this.dayOf(staff, office, instant).keptAway.add(person);
      return;
    }
    const isShown = kind === LedgerKind.DISCLOSURE || kind === LedgerKind.GRANT;
    if (kind === LedgerKind.EMERGENCY || (isShown && items.some(({ rule }) => rule === 'EMERGENCY')))
      this.dayOf(staff, office, instant).emergencies.add(person);
    if (!isShown) return;
    const day = this.dayOf(staff, office, instant);
    day.seen.add(person);
    if (isNight(instant)) day.seenAtNight.add(person);
  }

  all(): readonly WorkerDay[] {
    return [...this.days.values()];
  }

  private dayOf(staff: StaffId, office: OfficeCode, at: Date): WorkerDay {
    const day = japanDate(at);
    const key = JSON.stringify([staff, office, day]);
    let found = this.days.get(key);
    if (!found) {
      const [seen, seenAtNight, emergencies, keptAway] = [
        new Set<PersonId>(),
        new Set<PersonId>(),
        new Set<PersonId>(),
        new Set<PersonId>(),
      ];
      this.days.set(key, (found = { staff, office, day, seen, seenAtNight, emergencies, keptAway }));
    }
    return found;
  }
}

export const countOf = ({ staff, office, day, seen }: WorkerDay): DayCount => ({
  staff,
  office,
  day,
  ...named([...seen]),
});

/** What is unusual in one day of one worker by itself. */
export function findingsOf(worker: WorkerDay, surroundings: Surroundings): readonly Finding[] {
  const { staff, office, day, seen, seenAtNight, emergencies } = worker;
  const found: Finding[] = [];
  const report = (kind: UnusualAccessKind, why: string, persons: Iterable<PersonId>): void => {
    const people = named([...persons]);
    if (people.personCount > 0) found.push({ kind, staff, office, day, why, ...people });
  };
  report('NIGHT', `${NIGHT_FROM}時から翌朝${NIGHT_UNTIL}時までの間に閲覧しました。`, seenAtNight);
  if (isWeekend(day)) report('WEEKEND', '土曜日または日曜日に閲覧しました。', seen);
  report('EMERGENCY', '緊急時の閲覧を宣言し、または宣言により閲覧しました。', emergencies);
  reportRelatives(worker, surroundings, report);
  const district = districtOf(worker, surroundings);
  if (district !== undefined)
    report(
      'OWN_NEIGHBOURHOOD',
      '自分が住んでいると届け出た圏域に住む世帯の人を閲覧しました。',
      [...seen].filter((person) => livesIn(person, district, day, surroundings)),
    );
  return found;
}

type Report = (kind: UnusualAccessKind, why: string, persons: Iterable<PersonId>) => void;

/** Both tell of the same: somebody looked, or tried to look, at a person from whom they keep away by their own word. */
function reportRelatives(
  { staff, office, day, seen, keptAway }: WorkerDay,
  { conflicts }: Surroundings,
  report: Report,
): void {
  const since = startOfJapanDay(day);
  const declaredLater = new Set(
    conflicts
      .filter(
        (one) => one.staff === staff && (one.office === null || one.office === office) && one.at >= since,
      )
      .map(({ person }) => person),
  );
  report(
    'OWN_RELATIVE',
    'その日またはその後に利害関係を届け出た人を、届け出る前に閲覧しました。',
    [...seen].filter((person) => declaredLater.has(person)),
  );
  report('OWN_RELATIVE', '利害関係を届け出ている人を閲覧しようとし、拒まれました。', keptAway);
}

/** Where a worker said to live on a day; who said so only later lived there already, as far as anybody knows. */
function districtOf({ staff, office, day }: WorkerDay, { residences }: Surroundings): string | undefined {
  const end = endOfJapanDay(day);
  const own = residences
    .filter((residence) => residence.staff === staff && residence.office === office)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || compare(a.district ?? '', b.district ?? ''));
  return (own.findLast(({ at }) => at < end) ?? own[0])?.district ?? undefined;
}

const livesIn = (person: PersonId, district: string, day: string, { dwellings }: Surroundings): boolean =>
  dwellings.some(
    (dwelling) =>
      dwelling.person === person &&
      dwelling.district === district &&
      dwelling.from <= day &&
      (dwelling.to === null || day <= dwelling.to),
  );

/** Days on which a worker saw more persons than anybody does, or several times what is usual in the office. */
export function volumeFindings(counts: readonly DayCount[]): readonly Finding[] {
  const byOffice = new Map<OfficeCode, number[]>();
  for (const { office, personCount } of counts) {
    if (personCount === 0) continue;
    const known = byOffice.get(office);
    if (known) known.push(personCount);
    else byOffice.set(office, [personCount]);
  }
  const usual = new Map([...byOffice].map(([office, of]) => [office, medianOf(of)]));
  return counts.flatMap((count) => {
    const { office, personCount } = count;
    const median = usual.get(office) ?? 0;
    const isKnown = (byOffice.get(office)?.length ?? 0) >= ENOUGH_DAYS;
    const why =
      personCount > MANY_PERSONS
        ? `1日に${personCount}人を閲覧しました(目安は${MANY_PERSONS}人)。`
        : isKnown && personCount >= FEW_PERSONS && personCount >= median * TIMES_USUAL
          ? `1日に${personCount}人を閲覧しました(同じ機関の中央値は${median}人)。`
          : undefined;
    return why === undefined ? [] : [{ kind: UnusualAccessKind.VOLUME, ...count, why }];
  });
}

/** By day, office, worker and kind. */
export const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (a, b) =>
      compare(a.day, b.day) ||
      compare(a.office, b.office) ||
      compare(a.staff, b.staff) ||
      compare(a.kind, b.kind) ||
      compare(a.why, b.why),
  );

const named = (persons: readonly PersonId[]): Pick<Finding, 'personCount' | 'persons'> => ({
  personCount: persons.length,
  persons: persons.toSorted(compare).slice(0, MAX_NAMED),
});

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [upper = 0, lower = 0] = [sorted[middle], sorted[middle - 1]];
  return sorted.length % 2 === 0 ? (lower + upper) / 2 : upper;
}

const OFFSET_MS = 9 * 60 * 60 * 1000;

function isNight(at: Date): boolean {
  const hour = new Date(at.getTime() + OFFSET_MS).getUTCHours();
  return hour >= NIGHT_FROM || hour < NIGHT_UNTIL;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
