import type { SheetBlock } from '@kasane/documents';
import { printedDate } from '@kasane/documents';
import { japanDate } from '@kasane/vocabulary';

/** An answer to a sheet's own question, `null` where there is nothing or nothing that may be shown. */
export type Shown = null | undefined;

/** How values of the schema are said on paper. */
export interface Words {
  /** A value of an enum by its Japanese label. */
  of(enumName: string, value: string | Shown): string | null;
}

/** What a form asks of the schema, as whoever prints it, and how the answer is laid out. */
export interface SheetSource<Answer> {
  readonly title: string;
  /** A query with the one variable `$id`. */
  readonly question: string;
  /** Number and blocks; nothing when there is no such thing, or none that the viewer may know of. */
  lay(
    answer: Answer,
    words: Words,
  ): { readonly number?: string; readonly blocks: readonly SheetBlock[] } | null;
}

/** So that each source keeps the type of its answer, and all of them stand in one table. */
export const source = <Answer>(of: SheetSource<Answer>): SheetSource<Answer> => of;

export interface ShownPerson {
  readonly identity?:
    | {
        readonly name: string | Shown;
        readonly kana?: string | Shown;
        readonly birthDate?: string | Shown;
        readonly birthAsGiven?: string | Shown;
        readonly sex?: string | Shown;
      }
    | Shown;
  readonly contact?: { readonly address: string | Shown; readonly phone: string | Shown } | Shown;
}

export const nameOf = (person: ShownPerson | Shown): string | null => person?.identity?.name ?? null;

/** Names in one line; those that are not shown are not counted. */
export const namesOf = (persons: readonly ShownPerson[] | Shown): string | null =>
  lines((persons ?? []).map(nameOf), '、');

export const birthOf = ({ identity }: ShownPerson): string | null =>
  printedDate(identity?.birthDate) ?? identity?.birthAsGiven ?? null;

/** What there is of some lines; nothing when there is none. */
export function lines(parts: readonly (string | Shown)[], between = '\n'): string | null {
  const known = parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '');
  return known.length === 0 ? null : known.join(between);
}

/** An instant as its day in Japan, as it is printed. GraphQL's own answer holds dates as they were made. */
export const dayOf = (at: Date | string | Shown): string | null =>
  at === null || at === undefined ? null : printedDate(japanDate(new Date(at)));

export const yesOrNo = (value: boolean | Shown, yes: string, no: string): string | null =>
  value === null || value === undefined ? null : value ? yes : no;
