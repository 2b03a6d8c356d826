import { Brackets, type EntityManager } from 'typeorm';
import type { RequestBase } from '../context.js';
import { LocalPerson } from './local-person.js';
import {
  identityKeys,
  matchOf,
  rankMatches,
  type HubIdentity,
  type IdentityKeys,
  type Match,
} from './matching.js';
import { ofOwnFiles } from './own-files.js';

/** The most candidates of one search: to choose among a few, not to leaf through the file. */
export const MAX_CANDIDATES = 5;
/** Enough for every 佐藤 of one office; whoever is beyond it has not enough in common. */
const MAX_COMPARED = 500;

/** Which of the own office's files may be the hub's person. Reads by index; nothing is written. */
export async function findCandidates(
  manager: EntityManager,
  identity: HubIdentity,
  request: Pick<RequestBase, 'viewer' | 'now'>,
): Promise<readonly Match[]> {
  const wanted = identityKeys(identity);
  const found = await ofOwnFiles(
    manager
      .createQueryBuilder(LocalPerson, 'p')
      .where(anyKey(wanted))
      // Of very many of one name, those of the day first.
      .orderBy('CASE WHEN p.birth_date = :day THEN 0 ELSE 1 END')
      .addOrderBy('p.local_id')
      .setParameter('day', wanted.birthDate)
      .limit(MAX_COMPARED),
    request,
  ).getMany();
  return rankMatches(
    found.flatMap((file) => matchOf(wanted, file) ?? []),
    MAX_CANDIDATES,
  );
}

/** A person has a few names; a list of them would leaf through the file. */
const MAX_OTHER_NAMES = 5;
const MAX_LENGTH = 256;

/** Whether a search says enough, and not too much: an only name or an only day would leaf through the file. */
export function problemsOfIdentity(identity: HubIdentity): readonly string[] {
  const { names, kanas, roman, birthDate, address } = identityKeys(identity);
  const { otherNames, ...words } = identity;
  const isLong = [...(otherNames ?? []), ...Object.values(words)].some(
    (word) => (word?.length ?? 0) > MAX_LENGTH,
  );
  const isNamed = names.length > 0 || kanas.length > 0 || roman !== '';
  return [
    ...(isNamed ? [] : ['氏名、カナ、ローマ字のいずれかを入れてください。']),
    ...(birthDate === '' && address === '' ? ['生年月日か住所を入れてください。'] : []),
    ...(isLong ? [`${MAX_LENGTH}字までです。`] : []),
    ...((otherNames?.length ?? 0) > MAX_OTHER_NAMES
      ? [`旧姓・通称などは${MAX_OTHER_NAMES}件までです。`]
      : []),
    ...(identity.birthDate && birthDate === '' ? ['生年月日が日付として読めません。'] : []),
  ];
}

const anyKey = ({ names, kanas, roman, birthDate, address }: IdentityKeys): Brackets =>
  new Brackets((any) => {
    any.where('1 = 0');
    if (kanas.length > 0)
      any.orWhere(
        'p.kana_key IN (:...kanas) OR p.former_kana_key IN (:...kanas) OR p.alias_kana_key IN (:...kanas)',
        {
          kanas,
        },
      );
    if (names.length > 0)
      any.orWhere(
        'p.name_key IN (:...names) OR p.former_name_key IN (:...names) OR p.alias_name_key IN (:...names)',
        {
          names,
        },
      );
    if (roman !== '') any.orWhere('p.roman_key = :roman', { roman });
    // A changed name and a twin: the same day and the same house.
    if (birthDate !== '' && address !== '')
      any.orWhere('p.birth_date = :birthDate AND p.address_key = :address', { birthDate, address });
  });
