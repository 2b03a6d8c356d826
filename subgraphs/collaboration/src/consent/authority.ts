import { comesOfAge, GrantorRelation, japanDate, type PersonId } from '@kasane/vocabulary';
import type { PersonRow } from '../person/person-row.js';
import { searchKey } from '../person/search-key.js';

/** A person as the intake form knows them. */
export type KnownPerson = Pick<PersonRow, 'name' | 'kana' | 'romanName' | 'birthDate'> & {
  readonly id: PersonId;
  readonly deceasedOn?: string | null;
};

/** Who speaks for the subject, as the form names them. */
export interface NamedGrantor {
  readonly name: string;
  readonly relation: GrantorRelation;
  readonly person?: string | null | undefined;
  readonly authorityDocument?: string | null | undefined;
}

/** What decides who may speak for somebody. */
export interface AuthorityQuestion {
  readonly subject: KnownPerson;
  readonly grantors: readonly NamedGrantor[];
  /** The grantors whom the form names by id, as far as the viewer may know who they are. */
  readonly known: ReadonlyMap<string, KnownPerson>;
  /** A child may say no alone; a yes needs who has the authority beside the child. */
  readonly isRefusal: boolean;
  readonly now: Date;
}

/**
 * Why these may not speak for the subject; empty when they may. One consent is of one person: whoever heads the
 * household or is family has no authority by that.
 */
export function authorityProblems(question: AuthorityQuestion): readonly string[] {
  const { subject, grantors, isRefusal, now } = question;
  if (isDeceased(subject, now)) return ['亡くなった方について、同意・不同意を記録することはできません。'];
  const problems = grantors.flatMap((grantor) => problemOf(grantor, question) ?? []);
  if (ofAgeAfter(subject, now) && !isRefusal && !grantors.some(({ relation }) => isOfMinors(relation)))
    problems.push('未成年の同意には、親権者または未成年後見人の同意が必要です。');
  return problems;
}

function problemOf(
  { name, relation, person, authorityDocument }: NamedGrantor,
  { subject, known, now }: AuthorityQuestion,
): string | undefined {
  const isNamedAsSubject = person === subject.id;
  if (relation === GrantorRelation.SELF) {
    // Or the head of the household would sign for everybody, each time as "the person".
    if (!isNameOf(subject, name) || (person && !isNamedAsSubject))
      return '本人として同意できるのは本人だけです。本人の氏名(またはフリガナ、ローマ字氏名)を記入してください。';
    return undefined;
  }
  if (isNamedAsSubject)
    return '本人が自分の代理人になることはできません。用紙が別の人のものではないか確認してください。';
  if (isOfMinors(relation)) {
    const ofAge = majorityOf(subject);
    if (ofAge === undefined)
      return '本人の生年月日が分からないため、親権者・未成年後見人による同意は記録できません。先に生年月日を確認してください。';
    if (ofAge <= now) return '成人の同意は本人が行います。世帯主や家族が代わりに同意することはできません。';
  }
  // Being family is no authority: of a guardian, whom a court or a contract made one, a document tells.
  if (relation !== GrantorRelation.PARENTAL_AUTHORITY && !authorityDocument?.trim())
    return '後見等の権限を示す書類を記入してください。';
  if (!person) return undefined;
  const guardian = known.get(person);
  if (!guardian || !isNameOf(guardian, name))
    return `同意者「${name}」が、指定された人と確認できません。用紙が別の人のものではないか確認してください。`;
  if (isDeceased(guardian, now)) return `同意者「${name}」は亡くなっています。`;
  return ofAgeAfter(guardian, now) ? `同意者「${name}」は未成年です。` : undefined;
}

/** Whether a signature is one of somebody's names, however it is written. */
export function isNameOf({ name, kana, romanName }: KnownPerson, signed: string): boolean {
  const key = searchKey(signed);
  return key !== '' && [name, kana ?? '', romanName ?? ''].some((each) => searchKey(each) === key);
}

/** The Japanese calendar day on which a minor comes of age; nothing for an adult, or when the birth is not known. */
export function ofAgeAfter(person: Pick<KnownPerson, 'birthDate'>, now: Date): string | undefined {
  const ofAge = majorityOf(person);
  return ofAge !== undefined && now < ofAge ? japanDate(ofAge) : undefined;
}

/** @returns nothing for a birth date that is not known, or not a date */
function majorityOf({ birthDate }: Pick<KnownPerson, 'birthDate'>): Date | undefined {
  if (birthDate === null) return undefined;
  try {
    return comesOfAge(birthDate);
  } catch (error) {
    // An intake form may hold "1960-00-00": then it is not known whether they are of age.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const isDeceased = ({ deceasedOn }: KnownPerson, now: Date): boolean =>
  deceasedOn !== undefined && deceasedOn !== null && deceasedOn <= japanDate(now);

const isOfMinors = (relation: GrantorRelation): boolean =>
  relation === GrantorRelation.PARENTAL_AUTHORITY || relation === GrantorRelation.MINOR_GUARDIAN;
