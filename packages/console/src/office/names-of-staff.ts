interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names by id; of two with one name also the id, so that nobody is taken for the other. */
export function namesOf(staff: readonly Named[]): ReadonlyMap<string, string> {
  const holders = new Map<string, number>();
  for (const { name } of staff) holders.set(name, (holders.get(name) ?? 0) + 1);
  return new Map(staff.map(({ id, name }) => [id, holders.get(name) === 1 ? name : `${name} ${id}`]));
}

/** Those whose id or name holds what was typed, the first twenty. */
export function offered(staff: readonly Named[], typed: string): readonly Named[] {
  const words = typed.trim();
  if (words === '') return [];
  return staff.filter(({ id, name }) => id.includes(words) || name.includes(words)).slice(0, 20);
}
