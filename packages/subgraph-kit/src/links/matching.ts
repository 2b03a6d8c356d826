import {
  addressKey,
  agreeingAddress,
  japaneseDate,
  kanaKey,
  nameKey,
  romanNameKey,
} from '@kasane/vocabulary';
import type { LocalPerson } from './local-person.js';

/** Who the hub's person is, as far as the worker who asks may see it: collaboration decided that, and no sector can. */
export interface HubIdentity {
  readonly name?: string | null;
  readonly kana?: string | null;
  readonly romanName?: string | null;
  /** Names that they had before, or go by, as written or in kana. */
  readonly otherNames?: readonly string[] | null;
  /** In any form that staff write: `1980-05-14`, `S55.5.14`. */
  readonly birthDate?: string | null;
  readonly address?: string | null;
}

/** By what a candidate was found. */
export const LinkMethod = {
  NAME_AND_BIRTH_DATE: 'NAME_AND_BIRTH_DATE',
  NAME_AND_ADDRESS: 'NAME_AND_ADDRESS',
  BIRTH_DATE_AND_ADDRESS: 'BIRTH_DATE_AND_ADDRESS',
  NAME_ONLY: 'NAME_ONLY',
} as const;
export type LinkMethod = (typeof LinkMethod)[keyof typeof LinkMethod];

/** How one part of an identity compares. */
export const Agreement = {
  SAME: 'SAME',
  SIMILAR: 'SIMILAR',
  DIFFERENT: 'DIFFERENT',
  UNKNOWN: 'UNKNOWN',
} as const;
export type Agreement = (typeof Agreement)[keyof typeof Agreement];

export interface Match {
  readonly localId: string;
  /** 0 to 100. It orders candidates for a human and decides nothing. */
  readonly score: number;
  readonly method: LinkMethod;
  readonly name: Agreement;
  readonly birthDate: Agreement;
  readonly address: Agreement;
}

/** What an identity is looked for by. Empty where it was not told. */
export interface IdentityKeys {
  readonly names: readonly string[];
  readonly kanas: readonly string[];
  readonly roman: string;
  readonly birthDate: string;
  readonly address: string;
}

const present = (keys: readonly string[]): readonly string[] => [...new Set(keys.filter(Boolean))];

export function identityKeys({
  name,
  kana,
  romanName,
  otherNames,
  birthDate,
  address,
}: HubIdentity): IdentityKeys {
  const others = otherNames ?? [];
  return {
    names: present([name ?? '', ...others].map(nameKey)),
    kanas: present([kana ?? '', ...others].map(kanaKey)),
    roman: romanNameKey(romanName ?? ''),
    birthDate: japaneseDate(birthDate ?? '') ?? '',
    address: addressKey(address ?? ''),
  };
}

/** Below this nobody is proposed: one agreeing part alone makes no candidate. */
export const MIN_SCORE = 45;
const POINTS = {
  sound: 40,
  formerSound: 32,
  written: 15,
  birth: 30,
  similarBirth: 10,
  otherBirth: -20,
  address: 15,
  house: 8,
};

/** How a file compares with an identity; nothing when too little agrees. */
export function matchOf(wanted: IdentityKeys, file: LocalPerson): Match | undefined {
  const sounds = (key: string): boolean => key !== '' && wanted.kanas.includes(key);
  const isWritten = (key: string): boolean => key !== '' && wanted.names.includes(key);
  const sameSound = sounds(file.kanaKey) || (file.romanKey !== '' && file.romanKey === wanted.roman);
  const otherSound = sounds(file.formerKanaKey) || sounds(file.aliasKanaKey);
  const written = isWritten(file.nameKey);
  const otherWritten = isWritten(file.formerNameKey) || isWritten(file.aliasNameKey);
  const birthDate = birthAgreement(wanted.birthDate, file.birthDate ?? '');
  const house = agreeingAddress(wanted.address, file.addressKey);
  const score =
    (sameSound ? POINTS.sound : otherSound ? POINTS.formerSound : 0) +
    (written || otherWritten ? POINTS.written : 0) +
    { SAME: POINTS.birth, SIMILAR: POINTS.similarBirth, DIFFERENT: POINTS.otherBirth, UNKNOWN: 0 }[
      birthDate
    ] +
    (house === 'SAME' ? POINTS.address : house === 'SAME_HOUSE' ? POINTS.house : 0);
  if (score < MIN_SCORE) return undefined;
  const isNamed = sameSound || otherSound || written || otherWritten;
  return {
    localId: file.localId,
    score,
    method: !isNamed
      ? LinkMethod.BIRTH_DATE_AND_ADDRESS
      : birthDate === Agreement.SAME
        ? LinkMethod.NAME_AND_BIRTH_DATE
        : house
          ? LinkMethod.NAME_AND_ADDRESS
          : LinkMethod.NAME_ONLY,
    name: !isNamed
      ? Agreement.DIFFERENT
      : sameSound && (written || wanted.names.length === 0)
        ? Agreement.SAME
        : Agreement.SIMILAR,
    birthDate,
    address:
      wanted.address === '' || file.addressKey === ''
        ? Agreement.UNKNOWN
        : house === 'SAME'
          ? Agreement.SAME
          : house
            ? Agreement.SIMILAR
            : Agreement.DIFFERENT,
  };
}

/** Similar: one of year, month and day differs, or month and day changed places. */
function birthAgreement(one: string, other: string): Agreement {
  if (one === '' || other === '') return Agreement.UNKNOWN;
  if (one === other) return Agreement.SAME;
  const [a, b] = [one.split('-'), other.split('-')];
  const equal = a.filter((part, at) => part === b[at]).length;
  const isSwapped = a[0] === b[0] && a[1] === b[2] && a[2] === b[1];
  return equal === 2 || isSwapped ? Agreement.SIMILAR : Agreement.DIFFERENT;
}

/**
 * The best first; of equal ones always in the same order, so that asking twice tells nothing more. Twins and those of
 * one name and birth date stay side by side: which of them it is only a human can say.
 */
export const rankMatches = (matches: readonly Match[], limit: number): readonly Match[] =>
  matches
    .toSorted((one, other) => other.score - one.score || (one.localId < other.localId ? -1 : 1))
    .slice(0, limit);

/** Whether two candidates are so alike that confirming one must wait until the other was looked at and rejected. */
export const areAlike = (one: number, other: number): boolean => Math.abs(one - other) <= 25;
