import { japanDate, Role } from '@kasane/vocabulary';
import { Brackets, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { RequestBase } from '../context.js';
import { PersonLink, ResponsibilityRow } from '../sector-tables.js';

/** `p` is whatever row names the file. */
const CURRENT =
  'r.local_id = p.local_id AND r.from_date <= :today AND (r.to_date IS NULL OR r.to_date >= :today)';

/**
 * Keeps to the files that this worker may link: those that their own office is responsible for today, and, for its
 * manager, those that no office is. Two offices of one sector, of one corporation even, are strangers: without this
 * the search for a link would tell one whom the other knows.
 */
export function ofOwnFiles<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { viewer, now }: Pick<RequestBase, 'viewer' | 'now'>,
): SelectQueryBuilder<Row> {
  const responsible = (where: string): string =>
    `EXISTS (SELECT 1 FROM ${query.connection.getMetadata(ResponsibilityRow).tableName} r WHERE ${CURRENT}${where})`;
  return query.andWhere(
    new Brackets((either) => {
      either.where(responsible(' AND r.office_code = :office'), {
        office: viewer.office,
        today: japanDate(now),
      });
      if (viewer.roles.includes(Role.OFFICE_MANAGER)) either.orWhere(`NOT ${responsible('')}`);
    }),
  );
}

/** Which of these files, each linked to somebody in some way, are theirs. */
export async function ownFilesAmong(
  manager: EntityManager,
  localIds: readonly string[],
  request: Pick<RequestBase, 'viewer' | 'now'>,
): Promise<ReadonlySet<string>> {
  if (localIds.length === 0) return new Set();
  const found = await ofOwnFiles(
    manager.createQueryBuilder(PersonLink, 'p').where('p.local_id IN (:...localIds)', { localIds }),
    request,
  ).getMany();
  return new Set(found.map(({ localId }) => localId));
}
