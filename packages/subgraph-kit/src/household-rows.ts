import type { Category, PersonId } from '@kasane/vocabulary';
import type DataLoader from 'dataloader';
import type { Guarded } from './context.js';
import { NotPersonal } from './disclosed.js';
import { mayShow } from './guard.js';
import type { Rows } from './links.js';
import { subjectsOf, type PersonalRecord } from './subjects.js';

/**
 * Classifies a field of a household's record that gives rows. The record concerns all members, children too, so it
 * cannot decide for a row that speaks of some of them: each row decides for itself. Such a field takes its rows
 * from {@link rowsOfHousehold} and from nowhere else; the fields of the row are guarded as everywhere.
 *
 * @example
 * ```ts
 * @DecidedByRow()
 * @FieldResolver(() => [HouseholdFinance], { nullable: true })
 * finances(@Root() { members }: HouseholdLivelihoodRecord, @Ctx() context: LivelihoodSupportContext) {
 *   return rowsOfHousehold(context, Category.FINANCE, members, context.loaders.finances, 'HouseholdLivelihoodRecord.finances');
 * }
 * ```
 */
export const DecidedByRow = (): ReturnType<typeof NotPersonal> =>
  NotPersonal('gives only the rows of which every person whom they speak of permits the category');

/**
 * The rows of a household that may be shown: those of which every person whom they speak of permits the category.
 * Only the files of members who permit it are read from the database. A row in them that speaks also of somebody who
 * does not is left out, as if it did not exist: choose the newest after this, never before. Members and rows,
 * permitted or not, are noted for the ledger.
 *
 * The rows come file by file, in the order of `members`; within a file in the loader's order.
 * @throws {Error} when a row does not say whom it speaks of.
 */
export async function rowsOfHousehold<T extends PersonalRecord>(
  context: Guarded,
  category: Category,
  members: readonly PersonId[],
  loader: Pick<DataLoader<PersonId, Rows<T>>, 'load'>,
  coordinate: string,
): Promise<readonly T[]> {
  const permitting = members.filter((member) => mayShow(context, [member], category, coordinate));
  const files = await Promise.all(permitting.map((member) => loader.load(member)));
  return files
    .flatMap((file) => [...file])
    .filter((row) => mayShow(context, subjectsOf(row, coordinate), category, coordinate, { record: row }));
}
