/** A closed vocabulary, as the codes that a source exchanges. */
type CodeList<Code extends string> = Readonly<Record<string, Code>>;

/** The code, where the list has it; a code outside the list is nobody's guess. */
export const listed = <Code extends string>(list: CodeList<Code>, code: string | null): Code | null =>
  Object.values(list).find((each) => each === code) ?? null;

/**
 * What the source holds in place of a code of the list: kept, and marked by where it stands. `null` for a code of the
 * list and where the source holds none.
 *
 * @example
 * ```ts
 * listed(SchoolingKind, '学童保育'); // null
 * asGiven(SchoolingKind, '学童保育'); // '学童保育'
 * ```
 */
export const asGiven = (list: CodeList<string>, code: string | null): string | null =>
  listed(list, code) === null ? code : null;

/** Codes that a source keeps in one column, comma-separated: those of the list, and the others as given. */
export function listedAll<Code extends string>(
  list: CodeList<Code>,
  column: string | null,
): { readonly listed: readonly Code[]; readonly asGiven: readonly string[] } {
  const codes = (column ?? '')
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean);
  return {
    listed: codes.flatMap((code) => listed(list, code) ?? []),
    asGiven: codes.filter((code) => listed(list, code) === null),
  };
}
