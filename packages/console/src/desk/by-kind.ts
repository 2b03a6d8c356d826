interface Waiting<Kind> {
  readonly kind: Kind;
  readonly isOverdue: boolean;
}

export interface Group<Item> {
  readonly kind: Item extends { readonly kind: infer Kind } ? Kind : never;
  readonly items: readonly Item[];
  readonly overdue: number;
}

/** Items by kind, in the order in which they came: the kind with the most urgent item is first. */
export function byKind<Kind, Item extends Waiting<Kind>>(items: readonly Item[]): readonly Group<Item>[] {
  const groups = new Map<Kind, Item[]>();
  for (const item of items) {
    const group = groups.get(item.kind);
    if (group) group.push(item);
    else groups.set(item.kind, [item]);
  }
  return [...groups].map(([kind, of]) => ({
    kind: kind as Group<Item>['kind'],
    items: of,
    overdue: of.filter(({ isOverdue }) => isOverdue).length,
  }));
}
