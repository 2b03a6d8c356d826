/** Indexes rows by a key and gives the lookup; an unknown key names what was asked and what there is. */
export function lookupBy<Row>(what: string, rows: readonly Row[], keyOf: (row: Row) => string) {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return (key: string): Row => {
    const row = byKey.get(key);
    if (row === undefined)
      throw new Error(`No ${what} '${key}' in the sample; there are ${[...byKey.keys()].join(', ')}.`);
    return row;
  };
}
