import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { EMPTY, NOTICE, printMark, type Cell, type Sheet, type SheetBlock } from '@kasane/documents';
import { codeOf, GETA, legible } from './legible.js';

const require = createRequire(import.meta.url);
const fileOf = (weight: '400Regular' | '700Bold'): string =>
  require.resolve(`@expo-google-fonts/biz-udgothic/${weight}/BIZUDGothic_${weight}.ttf`);

/** BIZ UDゴシック: a universal-design face made for public documents (OFL), carried along so that every print is alike. */
const FONT = 'BIZUDGothic';

interface Press {
  print(definition: TDocumentDefinitions): Promise<Buffer>;
  hasGlyph(codePoint: number): boolean;
}

let press: Promise<Press> | undefined;

/** Made when the first sheet is printed: whoever prints none does not carry a typesetter. */
async function setUp(): Promise<Press> {
  const [{ default: pdfmake }, { create }] = await Promise.all([import('pdfmake'), import('fontkit')]);
  const regular = fileOf('400Regular');
  const bold = fileOf('700Bold');
  pdfmake.setFonts({ [FONT]: { normal: regular, bold, italics: regular, bolditalics: bold } });
  // What stands in a sheet is data: no address in it may make the printer fetch or read anything.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);
  const face = create(readFileSync(regular));
  if ('fonts' in face) throw new Error('The font of the sheets is a collection of several.');
  return {
    print: (definition) => pdfmake.createPdf(definition).getBuffer(),
    hasGlyph: (codePoint) => face.hasGlyphForCodePoint(codePoint),
  };
}

/**
 * A sheet as a PDF for A4. A character that the face does not have is printed 〓 and named at the foot: the paper must
 * not look as if the name were another one. The HTML of the same sheet prints it where the reader's machine can.
 */
export async function sheetPdf(sheet: Sheet): Promise<Buffer> {
  press ??= setUp();
  const { hasGlyph, print: toPdf } = await press;
  const missing = new Set<string>();
  const print = (text: string): string => legible(text, hasGlyph, missing);
  const { title, number, blocks, printed } = sheet;
  const content: Content[] = [
    { text: print(title), style: 'title' },
    ...(number === undefined ? [] : [{ text: print(number), alignment: 'right' as const }]),
    ...blocks.flatMap((block) => contentOf(block, print)),
    { text: print(NOTICE), style: 'note' },
  ];
  if (missing.size > 0)
    content.push({
      style: 'note',
      text: `${GETA}は、この書体にない文字です(${[...missing].map(codeOf).join('、')})。画面から印刷してください。`,
    });
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [48, 42, 48, 56],
    info: { title: print(title) },
    language: 'ja',
    defaultStyle: { font: FONT, fontSize: 10, lineHeight: 1.25 },
    styles: {
      title: { fontSize: 16, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
      heading: { fontSize: 11, bold: true, margin: [0, 10, 0, 3] },
      note: { fontSize: 9, margin: [0, 8, 0, 0] },
    },
    footer: (page, pages) => ({
      margin: [48, 12, 48, 0],
      fontSize: 9,
      columns: [
        { text: print(printMark(printed)), width: '*' },
        { text: `${page} / ${pages}`, width: 'auto' },
      ],
    }),
    content,
  };
  return toPdf(definition);
}

function contentOf(block: SheetBlock, print: (text: string) => string): Content[] {
  const heading: Content = { text: print(block.heading), style: 'heading', headlineLevel: 1 };
  const cell = (value: Cell): TableCell => print(value?.trim() ? value : EMPTY);
  const head = (text: string): TableCell => ({ text: print(text), bold: true, fillColor: '#eeeeee' });
  switch (block.kind) {
    case 'fields':
      return [
        heading,
        { table: { widths: [110, '*'], body: block.rows.map(([name, value]) => [head(name), cell(value)]) } },
      ];
    case 'table':
      return block.rows.length === 0
        ? [heading, EMPTY]
        : [
            heading,
            {
              table: {
                headerRows: 1,
                widths: block.columns.map(() => '*'),
                body: [block.columns.map(head), ...block.rows.map((row) => row.map(cell))],
              },
            },
          ];
    case 'signature':
      return [
        heading,
        print(block.statement),
        {
          table: {
            widths: [110, '*'],
            heights: 24,
            body: [
              [head('日付'), ''],
              [head('署名'), ''],
            ],
          },
        },
      ];
  }
}
