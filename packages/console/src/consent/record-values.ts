import { comesOfAge, isCalendarDate, isWithinTier, Tier, tierOf, wareki } from '@kasane/vocabulary';
import type {
  ConsentEffect,
  ConsentInput,
  ConsentRuleInput,
  DataCategory,
  GrantorRelation,
  Purpose,
  StaffRole,
} from '../generated/operations.js';
import { filled, isoDate } from '../form/plain.js';
import { expressedInput, type Expressed } from './expressed.js';
import { currentNotice } from './notice-name.js';

/** Somebody who decides for the person, as the form holds them. */
export interface GrantorValues {
  readonly relation: GrantorRelation | '';
  readonly name: string;
  /** Who it is, when they live in the household. */
  readonly person: string;
  readonly authorityDocument: string;
}

/** What may, or must not, go to one set of recipients: what is ticked, sector by sector. */
export interface BundleValues {
  readonly effect: ConsentEffect;
  readonly items: Readonly<Record<string, readonly DataCategory[]>>;
  readonly caseOffices: readonly string[];
  readonly otherOffices: readonly string[];
  readonly roles: readonly StaffRole[];
}

export type Outcome = 'GIVE' | 'REFUSE' | 'REQUEST';

export interface RecordValues extends Expressed {
  readonly noticeId: string;
  readonly noticeVersion: string;
  readonly noticeLanguage: string;
  readonly bundles: readonly BundleValues[];
  readonly purposes: readonly Purpose[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly grantors: readonly GrantorValues[];
  readonly replaces: string;
  readonly outcome: Outcome | '';
}

export const emptyBundle: BundleValues = {
  effect: 'PERMIT',
  items: {},
  caseOffices: [],
  otherOffices: [],
  // The office alone would name everybody in it.
  roles: ['COORDINATOR', 'SECTOR_WORKER'],
};

interface Subject {
  readonly name: string | null | undefined;
  readonly birthDate: string | null | undefined;
  readonly language: string | undefined;
}

/** A form as it is before anybody has written on it. */
export function startOf(subject: Subject, explainer: string, today: string): RecordValues {
  const isMinor = majorityAfter(subject.birthDate, today) !== undefined;
  return {
    noticeId: currentNotice.id,
    noticeVersion: currentNotice.version,
    // The hub prints no other language: to whom Japanese is foreign, the easy one is the nearest.
    noticeLanguage: (subject.language ?? 'ja') === 'ja' ? 'ja' : 'ja-simple',
    explainedBy: explainer,
    explainedOn: wareki(today),
    language: subject.language ?? 'ja',
    interpreter: '',
    bundles: [emptyBundle],
    purposes: [],
    validFrom: wareki(today),
    validUntil: wareki(lastDaySuggested(today, subject.birthDate)),
    grantors: [
      isMinor
        ? { relation: 'PARENTAL_AUTHORITY', name: '', person: '', authorityDocument: '' }
        : { relation: 'SELF', name: subject.name ?? '', person: '', authorityDocument: '' },
    ],
    expression: '',
    listener1: '',
    listener2: '',
    writtenBy: '',
    replaces: '',
    outcome: '',
  };
}

/** One year; of a child, no later than the day before it is of age and decides for itself. */
export function lastDaySuggested(today: string, birthDate: string | null | undefined): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const inAYear = isCalendarDate(`${year + 1}${today.slice(4)}`)
    ? `${year + 1}${today.slice(4)}`
    : dayOf(Date.UTC(year + 1, month - 1, day) - DAY_MS);
  const ofAge = majorityAfter(birthDate, today);
  return ofAge !== undefined && ofAge <= inAYear ? dayOf(Date.parse(ofAge) - DAY_MS) : inAYear;
}

/** The day on which a minor is of age; nothing for an adult, or when the birth is not known. */
export function majorityAfter(birthDate: string | null | undefined, today: string): string | undefined {
  if (!birthDate || !isCalendarDate(birthDate)) return undefined;
  const ofAge = dayOf(comesOfAge(birthDate).getTime() + NINE_HOURS_MS);
  return today < ofAge ? ofAge : undefined;
}

const DAY_MS = 86_400_000;
const NINE_HOURS_MS = 9 * 3_600_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * The rules that a form's bundles come to: one for each sector, so that a category that several sectors hold goes only
 * from those that were ticked.
 */
export const rulesOf = (bundles: readonly BundleValues[]): ConsentRuleInput[] =>
  bundles.flatMap(({ effect, items, caseOffices, otherOffices, roles }) =>
    Object.entries(items).flatMap(([sector, categories]): ConsentRuleInput[] =>
      categories.length === 0
        ? []
        : [
            {
              effect,
              categories: [...categories],
              maxTier: ceilingOf(categories),
              sourceSectors: [sector],
              recipientOffices: [...new Set([...caseOffices, ...otherOffices])],
              recipientRoles: [...roles],
            },
          ],
    ),
  );

/** The lowest tier that holds all of them: more than was ticked is never opened by it. */
function ceilingOf(categories: readonly DataCategory[]): Tier {
  const ceilings = [Tier.T1, Tier.T2, Tier.T3];
  return (
    ceilings.find((ceiling) => categories.every((each) => isWithinTier(tierOf(each), ceiling))) ?? Tier.T3
  );
}

/** What goes to the hub of a form. */
export function consentInputOf(
  values: RecordValues,
  subject: string,
  eventsOfReplaced: number | undefined,
): ConsentInput {
  const { noticeId, noticeVersion, noticeLanguage, bundles, purposes, grantors, replaces } = values;
  return {
    subject,
    noticeId: noticeId.trim(),
    noticeVersion: noticeVersion.trim(),
    noticeLanguage,
    purposes: [...purposes],
    rules: rulesOf(bundles),
    validFrom: isoDate(values.validFrom),
    validUntil: isoDate(values.validUntil),
    grantors: grantors.map(({ relation, name, person, authorityDocument }) => ({
      relation: relation === '' ? 'SELF' : relation,
      name: name.trim(),
      // The person themselves are known by whom the form is about.
      ...(relation !== 'SELF' && { person: filled(person), authorityDocument: filled(authorityDocument) }),
    })),
    ...expressedInput(values),
    ...(replaces !== '' && { supersedes: replaces, expectedEvents: eventsOfReplaced }),
  };
}
