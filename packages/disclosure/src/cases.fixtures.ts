import {
  allCategories,
  Capacity,
  ConsentEffect,
  ConsentState,
  defaultRegistry,
  endOfJapanDay,
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
import { Basis } from './bases.js';
import type { AssignmentFacts, ConsentFacts, ConsentRuleFacts, Facts, ViewerFacts } from './facts.js';

/** One question to the rules and its answer, as a legal officer would write it down. */
export interface Case {
  readonly title: Label;
  /** Number of the hard case that it shows. */
  readonly hardCase?: number | undefined;
  readonly facts: Facts;
  readonly asks: { readonly person: PersonId; readonly sector: SectorId; readonly category: Category };
  readonly expect: Allowed | Denied;
}
type Allowed = {
  readonly permitted: true;
  readonly rule: string;
  readonly basis: Basis;
  readonly evidence: string;
};
type Denied = { readonly permitted: false; readonly rule: string; readonly reason: WithheldReason };

/**
 * Reads a case. A misspelt key or word must fail here: a fact that is silently left out would let a DENY case pass.
 * @throws {TypeError} that names the place, e.g. `consents.0.rules.0.categories.1: CARE_CERTS is not one of ...`
 */
export function parseCase(json: string, folder: 'ALLOW' | 'DENY'): Case {
  const { title, hardCase, now, viewer, consents, assignments, asks, expect } = object(JSON.parse(json), '', {
    title: (one, place) => object(one, place, { ja: text, en: text }),
    'hardCase?': integer(1, 40),
    now: instant,
    viewer: parseViewer,
    consents: list(parseConsent),
    assignments: list(parseAssignment),
    asks: parseAsked,
    expect: folder === 'ALLOW' ? parseAllowed : parseDenied,
  });
  return {
    title,
    hardCase,
    facts: { now, viewer, registry: defaultRegistry, consents, assignments },
    asks,
    expect,
  };
}

const parseViewer: Parser<ViewerFacts> = (value, at) => {
  const { staff, office, sector, capacity, roles, purpose } = object(value, at, {
    staff: text,
    office: text,
    'sector?': knownSector,
    capacity: word(Capacity),
    roles: list(word(Role)),
    'purpose?': word(Purpose),
  });
  return { staffId: staffId(staff), office: officeCode(office), sector, capacity, roles, purpose };
};

/** Dates of a consent are those of the form: days in Japan, the last one included. */
const parseConsent: Parser<ConsentFacts> = (value, at) => {
  const given = object(value, at, {
    id: text,
    subject: text,
    purposes: list(word(Purpose)),
    validFrom: date,
    validUntil: date,
    events: list((one, place) => object(one, place, { at: instant, state: word(ConsentState) })),
    rules: list(parseRule),
  });
  return {
    ...given,
    subject: personId(given.subject),
    validFrom: startOfJapanDay(given.validFrom),
    validUntil: endOfJapanDay(given.validUntil),
  };
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

const parseAllowed: Parser<Allowed> = (value, at) => ({
  permitted: true,
  ...object(value, at, { rule: text, basis: word(Basis), evidence: text }),
});
const parseDenied: Parser<Denied> = (value, at) => ({
  permitted: false,
  ...object(value, at, { rule: text, reason: word(WithheldReason) }),
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

const text: Parser<string> = (value, at) => {
  if (typeof value !== 'string' || value === '') throw wrong(at, 'is not a text');
  return value;
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
