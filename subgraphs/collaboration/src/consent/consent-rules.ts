import {
  ConsentExpression,
  ConsentState,
  GrantorRelation,
  isWithinTier,
  japanDate,
  startOfJapanDay,
  endOfJapanDay,
  Tier,
  tierOf,
  type SectorEntry,
} from '@kasane/vocabulary';
import type { PersonRow } from '../person/person-row.js';
import { searchKey } from '../person/search-key.js';
import type { ConsentInput } from './consent-input.js';

/** Age of majority in Japan (民法4条, since 2022-04-01). */
const ADULT = 18;
/** A consent lasts one year unless it says otherwise; never longer than three. */
const DEFAULT_YEARS = 1;
const MAX_YEARS = 3;

/** What the form says, checked: or why it cannot be recorded, in words for the person at the desk. */
export type CheckedConsent =
  | { readonly ok: true; readonly validFrom: Date; readonly validUntil: Date }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Whose consent it is, as the intake form knows them. */
type Subject = Pick<PersonRow, 'name' | 'kana' | 'romanName' | 'birthDate'>;

/** What a form is checked against. */
export interface ConsentSetting {
  readonly subject: Subject;
  readonly state: typeof ConsentState.GIVEN | typeof ConsentState.REFUSED;
  readonly registry: readonly SectorEntry[];
  readonly offices: ReadonlySet<string>;
  readonly now: Date;
}

/** Checks a form against the rules of consent (one subject, real authority, named data, named recipients, an end). */
export function checkConsent(input: ConsentInput, setting: ConsentSetting): CheckedConsent {
  const { subject, state, registry, offices, now } = setting;
  const today = japanDate(now);
  const first = input.validFrom ?? today;
  const ofAgeOn = comingOfAge(subject, today);
  const year = addYears(first, DEFAULT_YEARS);
  const last = input.validUntil ?? (ofAgeOn !== undefined && ofAgeOn <= year ? dayBefore(ofAgeOn) : year);
  const problems = [
    ...authorityProblems(input, setting, ofAgeOn !== undefined),
    ...periodProblems(first, last, today),
    // What a guardian signed ends when the child is of age and signs for themselves.
    ...(state === ConsentState.GIVEN && ofAgeOn !== undefined && last >= ofAgeOn
      ? [`${ofAgeOn}に成年になるため、終了日はその前日までにしてください。`]
      : []),
    ...input.rules.flatMap((rule) => {
      const sources = registry.filter(({ id }) => rule.sourceSectors.includes(id));
      return [
        ...rule.sourceSectors
          .filter((id) => !sources.some((sector) => sector.id === id))
          .map((id) => `提供元「${id}」は登録されていません。`),
        ...rule.categories
          .filter((category) => !sources.some((sector) => sector.categories.includes(category)))
          .map((category) => `「${category}」を持つ提供元が選ばれていません。`),
        ...rule.categories
          .filter((category) => tierOf(category) === Tier.T4)
          .map((category) => `「${category}」は同意では共有できません(厳重秘匿)。`),
        ...rule.categories
          .filter((category) => !isWithinTier(tierOf(category), rule.maxTier) && tierOf(category) !== Tier.T4)
          .map((category) => `「${category}」は選ばれた機微度の上限(${rule.maxTier})を超えています。`),
        ...rule.recipientOffices
          .filter((code) => !offices.has(code))
          .map((code) => `提供先「${code}」は登録されていません。`),
        ...(rule.recipientOffices.length === 0 && rule.recipientRoles.length === 0
          ? ['提供先の機関または役割を選んでください。']
          : []),
      ];
    }),
    ...(isOral(input.expression) &&
    new Set(input.witnesses.map(searchKey).filter((name) => name !== '')).size < 2
      ? ['口頭の意思表示には、聴取者2名の氏名が必要です。']
      : []),
  ];
  if (problems.length > 0) return { ok: false, problems: [...new Set(problems)] };
  return {
    ok: true,
    validFrom: first === today ? now : startOfJapanDay(first),
    validUntil: endOfJapanDay(last),
  };
}

function authorityProblems(
  { grantors }: ConsentInput,
  { subject, state }: ConsentSetting,
  isMinor: boolean,
): string[] {
  const { name, kana, romanName } = subject;
  const ownNames = [name, kana ?? '', romanName ?? ''].map(searchKey).filter((each) => each !== '');
  const problems = grantors.flatMap(({ relation, name: signed, authorityDocument }) => {
    // Or the head of the household would sign for everybody, each time as "the person".
    if (relation === GrantorRelation.SELF && !ownNames.includes(searchKey(signed)))
      return [
        '本人として同意できるのは本人だけです。本人の氏名(またはフリガナ、ローマ字氏名)を記入してください。',
      ];
    if (guardiansOfMinors.has(relation) && !isMinor)
      return ['成人の同意は本人が行います。世帯主や家族が代わりに同意することはできません。'];
    // Being family is no authority: the office's own word for it is a document.
    if (guardiansOfAdults.has(relation) && !authorityDocument?.trim())
      return ['後見等の権限を示す書類を記入してください。'];
    return [];
  });
  // A child may refuse alone; a child's consent needs who has the authority beside the child.
  if (
    isMinor &&
    state === ConsentState.GIVEN &&
    !grantors.some(({ relation }) => guardiansOfMinors.has(relation))
  )
    problems.push('未成年の同意には、親権者または未成年後見人の同意が必要です。');
  return problems;
}

const guardiansOfMinors: ReadonlySet<GrantorRelation> = new Set([
  GrantorRelation.PARENTAL_AUTHORITY,
  GrantorRelation.MINOR_GUARDIAN,
]);
const guardiansOfAdults: ReadonlySet<GrantorRelation> = new Set([
  GrantorRelation.ADULT_GUARDIAN,
  GrantorRelation.CURATOR,
  GrantorRelation.ASSISTANT,
  GrantorRelation.VOLUNTARY_GUARDIAN,
]);

/** The birthday on which a minor comes of age; nothing for an adult, or when the birth date is not known. */
function comingOfAge({ birthDate }: Subject, today: string): string | undefined {
  if (birthDate === null || ageOn(birthDate, today) >= ADULT) return undefined;
  return addYears(birthDate, ADULT);
}

const dayBefore = (date: string): string =>
  new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

function periodProblems(first: string, last: string, today: string): string[] {
  const problems = [first, last]
    .filter((date) => !isDate(date))
    .map((date) => `「${date}」は存在しない日付です。`);
  if (problems.length > 0) return problems;
  if (last < first) return ['終了日が開始日より前です。'];
  if (last < today) return ['終了日が過ぎています。'];
  return last > addYears(first, MAX_YEARS) ? [`有効期間は${MAX_YEARS}年以内にしてください。`] : [];
}

const isOral = (expression: ConsentExpression): boolean =>
  expression === ConsentExpression.ORAL_IN_PERSON || expression === ConsentExpression.ORAL_PHONE;

const isDate = (date: string): boolean =>
  !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);

/** 2/29 one year on is 2/28. */
function addYears(date: string, years: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return [
    String(year + years).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(Math.min(day, lastOfMonth)).padStart(2, '0'),
  ].join('-');
}

/** Age in full years on a date. Whether a person born on the day itself is of age matters here: they are. */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
