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
/** Enough for every 佐藤 of one birth date; whoever is beyond it has not enough in common. */
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
      .orderBy('p.local_id')
      .limit(MAX_COMPARED),
    request,
  ).getMany();
  return rankMatches(
    found.flatMap((file) => matchOf(wanted, file) ?? []),
    MAX_CANDIDATES,
  );
}

/** Whether a search says enough: an only name or an only day would leaf through the file. */
export function problemsOfIdentity(identity: HubIdentity): readonly string[] {
  const { names, kanas, roman, birthDate, address } = identityKeys(identity);
  const isNamed = names.length > 0 || kanas.length > 0 || roman !== '';
  return [
    ...(isNamed ? [] : ['氏名、カナ、ローマ字のいずれかを入れてください。']),
    ...(birthDate === '' && address === '' ? ['生年月日か住所を入れてください。'] : []),
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
