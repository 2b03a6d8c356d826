import type { HouseholdConsentsQuery } from '../../generated/operations.js';

type MemberOf = NonNullable<NonNullable<HouseholdConsentsQuery['household']>['members']>[number];
export type SectorCells = NonNullable<MemberOf['person']>['disclosure']['sectors'][number];
export type Cell = SectorCells['categories'][number];

/** How much of a category is shown. `ITEMS`: only records that their owner gave to a session, one by one. */
export type Shown = 'DETAIL' | 'SUMMARY' | 'EXISTENCE' | 'ITEMS' | 'NONE';

export const shownOf = ({
  granted,
  level,
  itemsOnly,
}: Pick<Cell, 'granted' | 'level' | 'itemsOnly'>): Shown =>
  granted ? (itemsOnly ? 'ITEMS' : level) : 'NONE';

export type Filter = 'all' | 'shown' | 'hidden';

const passes = (cell: Cell, filter: Filter): boolean =>
  filter === 'all' || (shownOf(cell) !== 'NONE') === (filter === 'shown');

/** One person's sectors with the categories that are looked for; sectors in which there are none are left out. */
export const filtered = (sectors: readonly SectorCells[], filter: Filter): readonly SectorCells[] =>
  sectors
    .map((sector) => ({ ...sector, categories: sector.categories.filter((cell) => passes(cell, filter)) }))
    .filter(({ categories }) => categories.length > 0);

export interface MatrixSector {
  readonly sector: string;
  readonly name: string;
  readonly rows: readonly MatrixRow[];
}
export interface MatrixRow {
  readonly category: string;
  readonly name: string;
  /** By person, in the order of the persons. */
  readonly cells: readonly (Cell | undefined)[];
}

/** All persons side by side: a row a category of a sector, in which somebody's cell is looked for. */
export function matrixOf(
  persons: readonly { readonly sectors: readonly SectorCells[] }[],
  filter: Filter,
): readonly MatrixSector[] {
  const [first] = persons;
  return (first?.sectors ?? []).flatMap(({ sector, name, categories }) => {
    const rows = categories
      .map(({ category, name: ofCategory }) => ({
        category,
        name: ofCategory,
        cells: persons.map(({ sectors }) =>
          sectors
            .find((each) => each.sector === sector)
            ?.categories.find((cell) => cell.category === category),
        ),
      }))
      .filter(({ cells }) => cells.some((cell) => cell && passes(cell, filter)));
    return rows.length > 0 ? [{ sector, name, rows }] : [];
  });
}

/** Categories of a sector about which the same was decided, for the same reason: they are told together. */
export function alike(categories: readonly Cell[]): readonly (readonly [Cell, ...Cell[]])[] {
  const groups = new Map<string, [Cell, ...Cell[]]>();
  for (const cell of categories) {
    const { granted, level, itemsOnly, despiteRefusal, why, rule, evidence, until, nextSteps } = cell;
    const steps = nextSteps.map(({ step }) => step);
    const same = JSON.stringify([
      granted,
      level,
      itemsOnly,
      despiteRefusal,
      why,
      rule,
      evidence,
      until,
      steps,
    ]);
    const group = groups.get(same);
    if (group) group.push(cell);
    else groups.set(same, [cell]);
  }
  return [...groups.values()];
}

/** Where the record lies that opened a cell; a seat or an emergency has no page of its own. */
export function evidencePath({ rule, evidence }: Pick<Cell, 'rule' | 'evidence'>): string | undefined {
  if (evidence === null) return undefined;
  if (rule === 'CONSENT') return `/consents/${evidence}`;
  return sessionRules.has(rule) ? `/sessions/${evidence}` : undefined;
}

const sessionRules: ReadonlySet<string> = new Set([
  'SUPPORT_CONFERENCE',
  'LIVELIHOOD_CONFERENCE',
  'CARE_CONFERENCE',
  'PROTECTION_COUNCIL',
  'ELDER_ABUSE',
  'DISABILITY_ABUSE',
  'CHILD_ABUSE',
]);
