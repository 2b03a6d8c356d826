import DataLoader from 'dataloader';

/**
 * A per-request loader. The batch function gives a map; a key without an entry loads as `missing`. So it can
 * never be out of step with its keys, and DataLoader never prints them in an error.
 */
export function createLoader<K, V>(
  batch: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
  missing: () => V,
): DataLoader<K, V> {
  return new DataLoader<K, V>(async (keys) => {
    const found = await batch(keys);
    return keys.map((key) => found.get(key) ?? missing());
  });
}

/** Sorts rows under the key that each belongs to, keeping their order. */
export function groupBy<K, V>(rows: readonly V[], keyOf: (row: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
