import { markup, nothing, type Html } from '../html.js';
import { page } from '../page.js';
import { fields, section, table } from '../parts.js';
import { EMPTY, NOTICE, printMark, type Cell, type Sheet, type SheetBlock } from './sheet.js';

/** A sheet as a whole HTML page for A4, to be read and printed: no script, nothing to fetch. */
export const sheetHtml = ({ title, number, blocks, printed }: Sheet): string =>
  page({
    language: 'ja',
    title: number === undefined ? title : `${title} ${number}`,
    heading: markup`${title}`,
    body: markup`<p class="meta">${number === undefined ? nothing : markup`${number} `}${printMark(printed)}</p>${blocks.map(
      (block) => section('', markup`${block.heading}`, contentOf(block), 'flowing'),
    )}<p class="note">${NOTICE}</p>`,
  });

function contentOf(block: SheetBlock): Html {
  switch (block.kind) {
    case 'fields':
      return fields(block.rows.map(([name, value]) => [markup`${name}`, cell(value)]));
    case 'table':
      return block.rows.length === 0
        ? markup`<p>${EMPTY}</p>`
        : table(
            markup`${block.heading}`,
            block.columns.map((column) => markup`${column}`),
            block.rows.map((row) => row.map(cell)),
            'unseen',
          );
    case 'signature':
      return markup`<p>${block.statement}</p><table class="fields sign"><tbody><tr><th scope="row">日付</th><td></td></tr><tr><th scope="row">署名</th><td></td></tr></tbody></table>`;
  }
}

/** Line breaks are kept: a record is written in paragraphs. */
const cell = (value: Cell): Html =>
  value === null || value.trim() === ''
    ? markup`${EMPTY}`
    : markup`${value.split('\n').map((line, at) => (at === 0 ? markup`${line}` : markup`<br>${line}`))}`;
