import { Capacity, COLLABORATION, Role, staffId, type OfficeCode } from '@kasane/vocabulary';
import { office } from '../offices.js';
import type { SampleStaff } from '../staff.js';
import { familyName, fullName } from './names.js';
import { randomOf } from './random.js';

/** Households in a row that the same workers of an office look after: the city grows, a worker's load does not. */
const HOUSEHOLDS_PER_WORKER = 500;
/** The same of a coordinator, who works with cases alone. */
const HOUSEHOLDS_PER_COORDINATOR = 2_000;

/** Who of an office works with the household of this number. */
export function workerFor(code: OfficeCode, index: number): SampleStaff {
  const per = office(code).sector === COLLABORATION ? HOUSEHOLDS_PER_COORDINATOR : HOUSEHOLDS_PER_WORKER;
  return numbered(code, Math.floor(index / per) + 1);
}

/**
 * A member of staff of the generated municipality, by id (`g-kato-korei-kaigo-1`); `undefined` for any other id. The
 * sample's own staff know none of the generated households.
 */
export function generatedStaff(id: string): SampleStaff | undefined {
  const [, code, number] = /^g-([a-z0-9-]+)-([1-9]\d{0,6})$/.exec(id) ?? [];
  if (code === undefined) return undefined;
  try {
    return numbered(office(code).code, Number(number));
  } catch {
    return undefined;
  }
}

function numbered(code: OfficeCode, number: number): SampleStaff {
  const known = made.get(`${code}-${number}`);
  if (known) return known;
  const { sector, name } = office(code);
  const random = randomOf('staff', code, number);
  const sex = random.chance(0.6) ? 'FEMALE' : 'MALE';
  const member: SampleStaff = {
    staffId: staffId(`g-${code}-${number}`),
    name: fullName(random, familyName(random), { sex, age: 40 }, new Set()).name,
    office: code,
    ...(sector !== undefined && { sector }),
    capacity: sector === COLLABORATION ? Capacity.CITY_STAFF : Capacity.ENTRUSTED_STAFF,
    roles: [sector === COLLABORATION ? Role.COORDINATOR : Role.SECTOR_WORKER],
    note: `${name} — works with generated households only`,
  };
  made.set(`${code}-${number}`, member);
  return member;
}

/** A few per office: made once, since every household asks for them. */
const made = new Map<string, SampleStaff>();
