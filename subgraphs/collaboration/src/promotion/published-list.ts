import type { EntityManager } from 'typeorm';
import type { PublishedConferences, WordCount } from './promotion.js';
import { ConferenceStatisticRow } from './promotion-tables.js';

/**
 * A municipality's own list of its 支援会議, counted as it is printed. Nothing of it is left out: the municipality has
 * told it to everybody, and it is about no person.
 */
export async function publishedList(
  manager: EntityManager,
  localGovernmentCode: string,
  fiscalYear: number,
): Promise<PublishedConferences | null> {
  const conferences = await manager.find(ConferenceStatisticRow, {
    where: { localGovernmentCode, fiscalYear },
    order: { number: 'ASC' },
  });
  if (conferences.length === 0) return null;
  return {
    conferences,
    issues: countWords(conferences.flatMap(({ issues }) => issues.map(issueOf))),
    others: countWords(conferences.flatMap(({ others }) => others)),
    circles: conferences.reduce((sum, { circles }) => sum + circles, 0),
  };
}

/** 費用滞納 and 滞納 are one issue in the list. */
const issueOf = (printed: string): string => (printed === '費用滞納' ? '滞納' : printed);

/** The most frequent first; of the same count in the order in which they stand. */
function countWords(words: readonly string[]): readonly WordCount[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count);
}
