/** What Excel takes for a formula, and so for something to run. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/**
 * Rows as CSV for Excel: UTF-8 with BOM, lines end with CRLF, every cell in quotes. A text that Excel would take for a
 * formula is marked as text by an apostrophe.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
