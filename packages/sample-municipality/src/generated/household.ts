import {
  householdId,
  HouseholdKind,
  personId,
  type HouseholdId,
  type PersonId,
  type Relation,
} from '@kasane/vocabulary';
import { districts } from '../districts.js';
import { AIZU_WAKAMATSU } from '../municipalities.js';
import { sketchHousehold } from './composition.js';
import { ageOn, GENERATED_AS_OF, later, plusDays, plusYears } from './days.js';
import type { CityCode } from './desks.js';
import { familyName, fullName } from './names.js';
import { randomOf, type Random } from './random.js';

/** Which municipality is generated. All that a household is follows from this and its number. */
export interface GeneratedCity {
  readonly municipality: CityCode;
  readonly seed: number;
  /** Share of households that are a multi-agency case, 0 to 1. */
  readonly cases: number;
}

export interface GeneratedMember {
  readonly id: PersonId;
  /** In the household; 0 is the 本人. */
  readonly position: number;
  readonly relation: Relation;
  readonly name: string;
  readonly kana: string;
  readonly romanName: string | null;
  readonly birthDate: string;
  /** On {@link GENERATED_AS_OF}. */
  readonly age: number;
  readonly sex: 'MALE' | 'FEMALE';
  /** Since when the person lives in the household. */
  readonly from: string;
}

export interface GeneratedHousehold {
  readonly city: GeneratedCity;
  /** 0, 1, 2 …: the municipality of a hundred households is the beginning of that of a thousand. */
  readonly index: number;
  readonly id: HouseholdId;
  readonly district: string;
  readonly kind: HouseholdKind;
  readonly address: string;
  readonly phone: string;
  readonly nationality: string | null;
  readonly languages: string | null;
  readonly members: readonly GeneratedMember[];
  /** The multi-agency case, if it is one: since when. */
  readonly caseOpenedOn: string | undefined;
}

/** The stream of one concern of one household. */
export const randomFor = ({ municipality, seed }: GeneratedCity, index: number, concern: string): Random =>
  randomOf(municipality, seed, index, concern);

/** The id of a household, without making the rest of it: to look whether it is there already. */
export const generatedHouseholdId = (city: GeneratedCity, index: number): HouseholdId =>
  householdId(randomFor(city, index, 'household').id('h-'));

/**
 * One household of the generated municipality. It follows from the city and its number alone: any one can be made
 * without the others, and the same twice.
 */
export function generateHousehold(city: GeneratedCity, index: number): GeneratedHousehold {
  const random = randomFor(city, index, 'members');
  const isCase = randomFor(city, index, 'case').chance(city.cases);
  const family = familyName(random);
  const taken = new Set<string>();
  let born = GENERATED_AS_OF;
  const members = sketchHousehold(random, isCase).map(
    ({ relation, sex, age, isTwin }, position): GeneratedMember => {
      // On the day itself somebody of this age is between age and age + 1 years old.
      if (!isTwin) born = plusDays(plusYears(GENERATED_AS_OF, -age), -random.between(0, 364));
      const called = fullName(random, family, { sex, age }, taken);
      taken.add(called.kana.slice(called.kana.indexOf(' ') + 1));
      const from = later(born, plusDays(GENERATED_AS_OF, -random.between(400, 9_000)));
      const id = personId(random.id('p-'));
      return {
        id,
        position,
        relation,
        ...called,
        birthDate: born,
        age: ageOn(born, GENERATED_AS_OF),
        sex,
        from,
      };
    },
  );
  const home = randomFor(city, index, 'home');
  const isForeign = 'origin' in family;
  return {
    city,
    index,
    id: generatedHouseholdId(city, index),
    kind: isCase ? HouseholdKind.SUPPORT : HouseholdKind.REGISTERED,
    members,
    ...homeOf(home, city.municipality),
    nationality: isForeign ? family.origin.nationality : null,
    languages: isForeign ? family.origin.languages : null,
    caseOpenedOn: isCase ? plusDays(GENERATED_AS_OF, -home.between(40, 500)) : undefined,
  };
}

/** In the blocks that neither city has. */
function homeOf(
  random: Random,
  municipality: CityCode,
): Pick<GeneratedHousehold, 'district' | 'address' | 'phone'> {
  const [first, ...more] = districts.filter((one) => one.localGovernmentCode === municipality);
  if (!first) throw new Error(`The municipality ${municipality} has no district.`);
  const city = municipality === AIZU_WAKAMATSU ? '会津若松市' : '加東市';
  const block = `${random.pick(['見本', '例示', '架空'])}${random.pick(['町', '台', '東町', '西町'])}`;
  const lot = `${random.pick(['一', '二', '三', '四', '五', '六'])}丁目${random.between(1, 40)}番${random.between(1, 30)}号`;
  const flat = random.chance(0.35)
    ? ` ${random.pick(['例示ハイツ', '見本コーポ', '市営架空住宅'])}${random.between(1, 4)}0${random.between(1, 8)}号`
    : '';
  return {
    district: random.pick([first, ...more]).id,
    address: `${city}${block}${lot}${flat}`,
    phone: `090-0000-${String(random.between(0, 9_999)).padStart(4, '0')}`,
  };
}
