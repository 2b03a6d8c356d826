import type { Block } from './rule-book-blocks.js';

/** A document, with an empty line between each two blocks. */
export const markdown = (blocks: readonly Block[]): string => `${blocks.map(written).join('\n\n')}\n`;

function written(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.words}`;
    case 'text':
      return block.words;
    case 'comment':
      return `<!-- ${block.words} -->`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'numbered':
      return block.items.map((item, at) => `${at + 1}. ${item}`).join('\n');
    case 'table':
      return table(block.head, block.rows);
  }
}

/** A table as prettier writes it: each column as wide as its widest cell, a Chinese character as wide as two letters. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) =>
    Math.max(3, widthOf(title), ...rows.map((row) => widthOf(row[at] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, at) => padded(cells[at] ?? '', width)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join(
    '\n',
  );
}

/** Text that somebody else wrote, so that Markdown takes it as it is. */
export const plain = (text: string): string => text.replace(/[\\`*_<[\]|]/g, '\\$&');

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (WIDE.test(letter) ? 2 : 1), 0);
const padded = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text));
