import {
  allCategories,
  Capacity,
  ConsentEffect,
  ConsentState,
  defaultRegistry,
  endOfJapanDay,
  GrantorRelation,
  Level,
  officeCode,
  personId,
  Purpose,
  Role,
  sectorId,
  staffId,
  startOfJapanDay,
  Tier,
  WithheldReason,
} from '@kasane/vocabulary';
import type { Category, Label, PersonId, SectorId } from '@kasane/vocabulary';
import { Basis, sessionBases, type SessionBasis } from './bases.js';
import type { Cell } from './cell.js';
import type {
  AssignmentFacts,
  ConflictFacts,
  ConsentFacts,
  ConsentRuleFacts,
  EmergencyFacts,
  Facts,
  MeasureFacts,
  SessionFacts,
  SuspicionFacts,
  ViewerFacts,
} from './facts.js';

/** One question to the rules and its answer, as a legal officer would write it down. */
export interface Case {
  readonly title: Label;
  /** Number of the hard case that it shows. */
  readonly hardCase?: number | undefined;
  readonly facts: Facts;
  readonly asks: { readonly person: PersonId; readonly sector: SectorId; readonly category: Category };
  readonly expect: Allowed | Denied;
}
/** What a case does not state must not be there: `releasedTo`, `approved` and `despite` are told or absent. */
type Allowed = {
  readonly permitted: true;
  readonly rule: string;
  readonly basis: Basis;
  readonly evidence: string;
  readonly level: Level;
  /** The session whose released records are shown whole. */
  readonly releasedTo?: string | undefined;
  /** Of the closed tier: the releases that the coordinator agreed to. */
  readonly approved?: readonly string[] | undefined;
  /** The refusal in spite of which it is shown. */
  readonly despite?: string | undefined;
};
/** Nor `silent` and `barred`. */
type Denied = {
  readonly permitted: false;
  readonly rule: string;
  readonly reason: WithheldReason;
  /** The rule that closed it and is not told. */
  readonly silent?: string | undefined;
  /** Closed to the own office of the record too. */
  readonly barred?: boolean | undefined;
};

/**
 * Reads a case. A misspelt key or word must fail here: a fact that is silently left out would let a DENY case pass.
 * Lists of facts that a question does not need may be left out.
 * @throws {TypeError} that names the place, e.g. `consents.0.rules.0.categories.1: CARE_CERTS is not one of ...`
 */
export function parseCase(json: string, folder: 'ALLOW' | 'DENY'): Case {
  const { title, hardCase, now, viewer, asks, expect, ...given } = object(JSON.parse(json), '', {
    title: (one, place) => object(one, place, { ja: text, en: text }),
    'hardCase?': integer(1, 40),
    now: instant,
    viewer: parseViewer,
    consents: list(parseConsent),
    assignments: list(parseAssignment),
    'sessions?': list(parseSession),
    'emergencies?': list(parseEmergency),
    'measures?': list(parseMeasure),
    'conflicts?': list(parseConflict),
    'suspicions?': list(parseSuspicion),
    'birthDates?': parseBirthDates,
    asks: parseAsked,
    expect: folder === 'ALLOW' ? parseAllowed : parseDenied,
  });
  const facts: Facts = {
    now,
    viewer,
    registry: defaultRegistry,
    consents: given.consents,
    assignments: given.assignments,
    sessions: given.sessions ?? [],
    emergencies: given.emergencies ?? [],
    measures: given.measures ?? [],
    conflicts: given.conflicts ?? [],
    suspicions: given.suspicions ?? [],
    birthDates: given.birthDates ?? new Map(),
  };
  return { title, hardCase, facts, asks, expect };
}

/** A decision in the words of a case. */
export const told = (cell: Cell): Case['expect'] =>
  cell.permitted
    ? {
        permitted: true,
        level: cell.level,
        rule: cell.rule,
        basis: cell.basis,
        evidence: cell.evidence.id,
        releasedTo: cell.released?.session,
        approved: cell.released?.approved,
        despite: cell.despite,
      }
    : {
        permitted: false,
        rule: cell.rule,
        reason: cell.reason,
        silent: cell.silent,
        barred: cell.barred,
      };

const parseViewer: Parser<ViewerFacts> = (value, at) => {
  const { staff, office, sector, ...given } = object(value, at, {
    staff: text,
    office: text,
    'sector?': knownSector,
    capacity: word(Capacity),
    roles: list(word(Role)),
    'purpose?': word(Purpose),
    'conference?': text,
    // Left blank is a case of its own.
    'emergencyReason?': anyText,
  });
  return { staffId: staffId(staff), office: officeCode(office), sector, ...given };
};

/**
 * Dates of a consent are those of the form: days in Japan, the last one included. A form that does not say who signed
 * it was signed by its subject.
 */
const parseConsent: Parser<ConsentFacts> = (value, at) => {
  const { grantors = [{ relation: GrantorRelation.SELF }], ...given } = object(value, at, {
    id: text,
    subject: text,
    'grantors?': list(parseGrantor),
    purposes: list(word(Purpose)),
    validFrom: date,
    validUntil: date,
    events: list(parseEvent),
    rules: list(parseRule),
  });
  return {
    ...given,
    grantors,
    subject: personId(given.subject),
    validFrom: startOfJapanDay(given.validFrom),
    validUntil: endOfJapanDay(given.validUntil),
  };
};

const parseGrantor: Parser<ConsentFacts['grantors'][number]> = (value, at) => {
  const { relation, person } = object(value, at, { relation: word(GrantorRelation), 'person?': text });
  return { relation, person: person === undefined ? undefined : personId(person) };
};

/** A renewal may bring a new last day. */
const parseEvent: Parser<ConsentFacts['events'][number]> = (value, at) => {
  const { until, ...given } = object(value, at, {
    at: instant,
    state: word(ConsentState),
    'until?': date,
  });
  return { ...given, until: until === undefined ? undefined : endOfJapanDay(until) };
};

const parseRule: Parser<ConsentRuleFacts> = (value, at) =>
  object(value, at, {
    effect: word(ConsentEffect),
    categories: list(category),
    maxTier: word(Tier),
    sourceSectors: list(knownSector),
    recipientOffices: list((one, place) => officeCode(text(one, place))),
    recipientRoles: list(word(Role)),
  });

const parseAssignment: Parser<AssignmentFacts> = (value, at) => {
  const { staff, ...given } = object(value, at, {
    id: text,
    person: text,
    sector: knownSector,
    office: text,
    'staff?': text,
    'basicOnly?': yesOrNo,
    from: date,
    'to?': date,
  });
  return {
    ...given,
    person: personId(given.person),
    office: officeCode(given.office),
    staff: staff === undefined ? undefined : staffId(staff),
  };
};

const parseSession: Parser<SessionFacts> = (value, at) => {
  const { subjects, members, ...given } = object(value, at, {
    id: text,
    basis: sessionBasis,
    subjects: list(text),
    members: list((one, place) => object(one, place, { staff: text, office: text, 'pledgedAt?': instant })),
    opensAt: instant,
    closesAt: instant,
    categories: list(category),
    justified: list(text),
    approved: list(text),
  });
  return {
    ...given,
    subjects: subjects.map(personId),
    members: members.map(({ staff, office, pledgedAt }) => ({
      staff: staffId(staff),
      office: officeCode(office),
      pledgedAt,
    })),
    justified: given.justified.map(personId),
  };
};

const parseEmergency: Parser<EmergencyFacts> = (value, at) => {
  const given = object(value, at, { id: text, person: text, staff: text, from: instant, until: instant });
  return { ...given, person: personId(given.person), staff: staffId(given.staff) };
};

const parseMeasure: Parser<MeasureFacts> = (value, at) => {
  const given = object(value, at, {
    id: text,
    person: text,
    handlingOffices: list(text),
    restrictedStaff: list(text),
    from: date,
    'to?': date,
  });
  return {
    ...given,
    person: personId(given.person),
    handlingOffices: given.handlingOffices.map(officeCode),
    restrictedStaff: given.restrictedStaff.map(staffId),
  };
};

const parseConflict: Parser<ConflictFacts> = (value, at) => {
  const { id, staff, person } = object(value, at, { id: text, staff: text, person: text });
  return { id, staff: staffId(staff), person: personId(person) };
};

const parseSuspicion: Parser<SuspicionFacts> = (value, at) => {
  const { person, suspect } = object(value, at, { person: text, suspect: text });
  return { person: personId(person), suspect: personId(suspect) };
};

/** Whoever is not in it has a birth date that nobody knows. */
const parseBirthDates: Parser<Facts['birthDates']> = (value, at) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(at, 'is not an object');
  return new Map(
    Object.entries(value).map(([person, born]) => [personId(person), date(born, join(at, person))]),
  );
};

const parseAsked: Parser<Case['asks']> = (value, at) => {
  const {
    person,
    sector,
    category: asked,
  } = object(value, at, { person: text, sector: knownSector, category });
  if (!defaultRegistry.some(({ id, categories }) => id === sector && categories.includes(asked)))
    throw wrong(at, `${sector} holds no ${asked}`);
  return { person: personId(person), sector, category: asked };
};

const parseAllowed: Parser<Allowed> = (value, at) => {
  const { level = Level.DETAIL, ...given } = object(value, at, {
    rule: text,
    basis: word(Basis),
    evidence: text,
    'level?': word(Level),
    'releasedTo?': text,
    'approved?': list(text),
    'despite?': text,
  });
  return { permitted: true, level, ...given };
};
const parseDenied: Parser<Denied> = (value, at) => ({
  permitted: false,
  ...object(value, at, { rule: text, reason: word(WithheldReason), 'silent?': text, 'barred?': yesOrNo }),
});

type Parser<T> = (value: unknown, at: string) => T;
type Always<Shape> = {
  readonly [Key in keyof Shape as Key extends `${string}?` ? never : Key]: Parsed<Shape[Key]>;
};
type Sometimes<Shape> = {
  readonly [Key in keyof Shape as Key extends `${infer Name}?` ? Name : never]?:
    Parsed<Shape[Key]> | undefined;
};
type Parsed<P> = P extends Parser<infer T> ? T : never;

/** Exactly these keys; one that ends in `?` may be left out. */
function object<Shape extends Readonly<Record<string, Parser<unknown>>>>(
  value: unknown,
  at: string,
  shape: Shape,
): Always<Shape> & Sometimes<Shape> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(at, 'is not an object');
  const given = new Map<string, unknown>(Object.entries(value));
  const parsed = new Map<string, unknown>();
  for (const [key, parse] of Object.entries(shape)) {
    const name = key.replace(/\?$/, '');
    if (given.has(name)) parsed.set(name, parse(given.get(name), join(at, name)));
    else if (name === key) throw wrong(at, `${name} is missing`);
    given.delete(name);
  }
  for (const unknown of given.keys()) throw wrong(join(at, unknown), 'is not known');
  return Object.fromEntries(parsed) as Always<Shape> & Sometimes<Shape>;
}

const list =
  <T>(parse: Parser<T>): Parser<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) throw wrong(at, 'is not a list');
    return value.map((one, index) => parse(one, join(at, String(index))));
  };

const word =
  <T extends string>(vocabulary: Readonly<Record<string, T>>): Parser<T> =>
  (value, at) => {
    const found = Object.values(vocabulary).find((one) => one === value);
    if (found === undefined)
      throw wrong(at, `${String(value)} is not one of ${Object.keys(vocabulary).join(', ')}`);
    return found;
  };

const integer =
  (least: number, most: number): Parser<number> =>
  (value, at) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
      throw wrong(at, `is not a whole number from ${least} to ${most}`);
    return value;
  };

const yesOrNo: Parser<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw wrong(at, 'is neither true nor false');
  return value;
};

const anyText: Parser<string> = (value, at) => {
  if (typeof value !== 'string') throw wrong(at, 'is not a text');
  return value;
};

const text: Parser<string> = (value, at) => {
  if (typeof value !== 'string' || value === '') throw wrong(at, 'is not a text');
  return value;
};

const sessionBasis: Parser<SessionBasis> = (value, at) => {
  const basis = word(Basis)(value, at);
  const found = sessionBases.find((one) => one === basis);
  if (found === undefined) throw wrong(at, `nobody convenes a session under ${basis}`);
  return found;
};
const category = word(Object.fromEntries(allCategories.map((one) => [one, one])));
const knownSector = word(Object.fromEntries(defaultRegistry.map(({ id }) => [id, sectorId(id)])));

const date: Parser<string> = (value, at) => {
  try {
    startOfJapanDay(text(value, at));
  } catch {
    throw wrong(at, 'is not a calendar date');
  }
  return value as string;
};

/** Says its zone, so that nobody has to guess which midnight is meant. */
const instant: Parser<Date> = (value, at) => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|\+09:00)$/.test(text(value, at)))
    throw wrong(at, 'is not an instant with Z or +09:00');
  return new Date(value as string);
};

const join = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);
const wrong = (at: string, problem: string): TypeError =>
  new TypeError(at === '' ? problem : `${at}: ${problem}`);
