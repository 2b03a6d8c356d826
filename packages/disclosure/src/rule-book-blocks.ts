/** A piece of the rule book. Its words may hold `**strong**` and `` `code` ``. */
export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly words: string }
  | { readonly is: 'text'; readonly words: string }
  | { readonly is: 'list' | 'numbered'; readonly items: readonly string[] }
  | { readonly is: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** For whoever edits the file, not for whoever reads the book. */
  | { readonly is: 'comment'; readonly words: string };

export const heading = (level: 1 | 2 | 3, words: string): Block => ({ is: 'heading', level, words });
export const text = (words: string): Block => ({ is: 'text', words });
export const comment = (words: string): Block => ({ is: 'comment', words });
export const list = (items: readonly string[]): Block => ({ is: 'list', items });
export const numbered = (items: readonly string[]): Block => ({ is: 'numbered', items });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  is: 'table',
  head,
  rows,
});
