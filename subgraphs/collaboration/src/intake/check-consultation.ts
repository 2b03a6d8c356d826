import { readJapaneseDate } from '@kasane/vocabulary';
import { isGiven, textOf } from '../input.js';
import type { ConsultationInput, NewPersonInput } from './intake-input.js';

export const MAX_WORDS = 4_000;
/** As many characters as a person's languages may take together. */
const MAX_LANGUAGES = 64;
const KANA = /^[\u3041-\u3096\u30A1-\u30FAー・\s]+$/;
const ROMAN = /^[\p{Script=Latin}\s.,'’-]+$/u;
/** A telephone number in Japan has ten or eleven digits, one from abroad up to fifteen. */
const PHONE = /^\+?\d{1,5}(-?\d{1,5}){1,4}$/;

/** What is taken down of somebody new. */
export interface CheckedPerson {
  readonly name: string;
  readonly kana: string | null;
  readonly romanName: string | null;
  readonly birthDate: string | null;
  readonly birthAsGiven: string | null;
  readonly phone: string | null;
}

export type Checked<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly string[] };

/** Somebody new as they were written down: or what of it cannot be meant, in words for the window. */
export function checkPerson(
  {
    name,
    kana,
    romanName,
    birth,
    phone,
    languages = [],
  }: Pick<NewPersonInput, 'name' | 'kana' | 'romanName' | 'birth' | 'phone'> & Partial<NewPersonInput>,
  today: string,
): Checked<CheckedPerson> {
  const given = name.trim();
  const said = textOf(birth);
  const date = said === null ? undefined : readJapaneseDate(said);
  const number = phoneOf(phone);
  const problems = [
    ...(given === '' ? ['氏名を記入してください。わからないときは「不明」と記入してください。'] : []),
    ...(textOf(kana) !== null && !KANA.test((kana ?? '').normalize('NFKC'))
      ? [`フリガナ「${kana}」は、ひらがなかカタカナで記入してください。`]
      : []),
    ...(textOf(romanName) !== null && !ROMAN.test((romanName ?? '').normalize('NFKC'))
      ? [`ローマ字氏名「${romanName}」は、ローマ字で記入してください。`]
      : []),
    ...(date?.kind === 'WRONG' ? [date.problem] : []),
    ...(date?.kind === 'DAY' && date.date > today ? [`生年月日「${said}」は今日より後です。`] : []),
    ...(date?.kind === 'PARTIAL' && date.from !== undefined && date.from > today
      ? [`生年月日「${said}」は今日より後です。`]
      : []),
    ...(languages.join(',').length > MAX_LANGUAGES
      ? ['言語が多すぎます。よく使うものから記入してください。']
      : []),
    ...(number !== null && !PHONE.test(number)
      ? [`電話番号「${phone}」は、数字とハイフンで記入してください。`]
      : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      name: given,
      kana: textOf(kana),
      romanName: textOf(romanName),
      birthDate: date?.kind === 'DAY' ? date.date : null,
      birthAsGiven: date?.kind === 'PARTIAL' ? date.text : null,
      phone: number,
    },
  };
}

/** What is wrong with the paper itself, whoever it is about. */
export function paperProblems(
  input: Pick<
    ConsultationInput,
    | 'person'
    | 'newPerson'
    | 'chiefComplaint'
    | 'receivedBy'
    | 'contactable'
    | 'contactWhen'
    | 'consent'
    | 'consentId'
  >,
): readonly string[] {
  const length = [...input.chiefComplaint.trim()].length;
  return [
    ...(isGiven(input.person) === isGiven(input.newPerson)
      ? ['本人は、担当している人か新しい人のどちらか一つを示してください。']
      : []),
    ...(length === 0 ? ['主訴を記入してください。'] : []),
    ...(length > MAX_WORDS ? [`主訴は${MAX_WORDS}文字以内にしてください。`] : []),
    ...(input.receivedBy.trim() === '' ? ['受付者の氏名を記入してください。'] : []),
    ...(!input.contactable && textOf(input.contactWhen) !== null
      ? ['連絡できないとしながら、連絡できる時間帯が記入されています。']
      : []),
    ...(isGiven(input.consent) && isGiven(input.consentId)
      ? ['同意は、新しい同意か記録済みの同意のどちらか一つを示してください。']
      : []),
  ];
}

/** Digits of any width and any of the dashes that keyboards give, as `090-1234-5678`; null for none. */
const phoneOf = (phone: string | undefined): string | null =>
  textOf(
    phone
      ?.normalize('NFKC')
      .replaceAll(/[‐‑‒–—―−ーｰ]/g, '-')
      .replaceAll(/[\s]/g, '')
      .replaceAll(/\((\d+)\)/g, '-$1-')
      .replace(/^-/, ''),
  );
