import { japaneseDate, type Label } from '@kasane/vocabulary';
import { z } from 'zod';

/** What a cell gives to the columns of its table. */
export type CellValues = Readonly<Record<string, string | number | boolean | null>>;
export type Cell = z.ZodType<CellValues, string>;

const plain = (text: string): string => text.normalize('NFKC').trim();
const isBlank = (text: string): boolean => /^\s*$/u.test(text);

/** A cell whose text is read by `read`, which gives a value, or why it cannot be read; never the text itself. */
const cell = (
  column: string,
  isRequired: boolean,
  read: (text: string) => string | number | boolean | { readonly problem: string },
): Cell =>
  z.string().transform((text, context) => {
    if (isBlank(text)) {
      if (isRequired) context.addIssue({ code: 'custom', message: '空欄です。' });
      return { [column]: null };
    }
    // No database keeps it in a text, and one such cell would fail the whole file.
    const value = text.includes('\0') ? { problem: '使えない文字があります。' } : read(text);
    if (typeof value === 'object') {
      context.addIssue({ code: 'custom', message: value.problem });
      return { [column]: null };
    }
    return { [column]: value };
  });

export interface Needed {
  readonly required?: boolean;
}

/** Text as it was given: no character is changed. Longer than its column, it is refused and not cut. */
export const text = (column: string, max: number, { required = false }: Needed = {}): Cell =>
  cell(column, required, (given) => (given.length > max ? { problem: `${max}字までです。` } : given));

export const longText = (column: string, needed?: Needed): Cell => text(column, 20_000, needed);

/** A date in any form that {@link japaneseDate} reads. */
export const date = (column: string, { required = false }: Needed = {}): Cell =>
  cell(
    column,
    required,
    (given) => japaneseDate(given) ?? { problem: '日付として読めません(元号の期間の外、または無い日です)。' },
  );

/** Yen: `１２,３４５円`, `△500`. Nobody's rent is negative; a balance may be. */
export const yen = (column: string, { negative = false }: { readonly negative?: boolean } = {}): Cell =>
  cell(column, false, (given) => {
    const digits = plain(given)
      .replace(/[,¥\\円\s]/g, '')
      .replace(/^[△▲−]/, '-');
    if (!/^-?\d{1,10}$/.test(digits) || Math.abs(Number(digits)) > 2_147_483_647)
      return { problem: '金額として読めません。' };
    return Number(digits) < 0 && !negative ? { problem: '負の金額です。' } : Number(digits);
  });

const YES = ['1', '有', 'あり', 'はい', '○', '〇', '要', 'true'];
const NO = ['0', '無', 'なし', 'いいえ', '×', '否', 'false'];
export const flag = (column: string): Cell =>
  cell(column, true, (given) => {
    const word = plain(given).toLowerCase();
    return YES.includes(word)
      ? true
      : NO.includes(word)
        ? false
        : { problem: '有・無のどちらでもありません。' };
  });

/** A word of a closed vocabulary, by its Japanese label or its code. A word outside the list is never guessed. */
export function code(
  column: string,
  labels: Readonly<Record<string, Label>>,
  { required = false }: Needed = {},
): Cell {
  const words = new Map(
    Object.entries(labels).flatMap(([value, { ja }]) => [
      [plain(ja), value],
      [value, value],
    ]),
  );
  return cell(
    column,
    required,
    (given) => words.get(plain(given)) ?? { problem: '決められた言葉ではありません。' },
  );
}

/** Several words of one or more vocabularies, each to its own column, comma-separated there. */
export function codes(columns: Readonly<Record<string, Readonly<Record<string, string>>>>): Cell {
  const words = new Map(
    Object.entries(columns).flatMap(([column, byLabel]) =>
      Object.entries(byLabel).map(([label, value]) => [plain(label), [column, value]] as const),
    ),
  );
  return z.string().transform((given, context) => {
    const found = new Map(Object.keys(columns).map((column) => [column, new Set<string>()]));
    for (const word of given
      .split(/[;；、,\n]/)
      .map(plain)
      .filter(Boolean)) {
      const known = words.get(word);
      if (known) found.get(known[0])?.add(known[1]);
      else context.addIssue({ code: 'custom', message: '決められた言葉でないものがあります。' });
    }
    return Object.fromEntries([...found].map(([column, values]) => [column, [...values].join(',') || null]));
  });
}

/** A number of the legacy package, in ASCII: full-width digits are folded, a comma can be in none. */
const NUMBER = /^[\x21-\x2b\x2d-\x7e]{1,48}$/;
export const number = (column: string, { required = true }: Needed = {}): Cell =>
  cell(column, required, (given) =>
    NUMBER.test(plain(given)) ? plain(given) : { problem: '番号として読めません。' },
  );

/** The numbers of others whom a row speaks of. */
export const numbers = (column: string): Cell =>
  cell(column, false, (given) => {
    const all = given
      .split(/[;；、,\s]+/)
      .map(plain)
      .filter(Boolean);
    if (!all.every((one) => NUMBER.test(one))) return { problem: '番号として読めないものがあります。' };
    const joined = [...new Set(all)].join(',');
    return joined.length > 512 ? { problem: '番号が多すぎます。' } : joined;
  });

/** A key as it stands in a line, to recognise one whose other cells cannot be read. */
export const keyIn = (given: string): string | undefined =>
  NUMBER.test(plain(given)) ? plain(given) : undefined;
