/**
 * A form of the 事業 (帳票) as staff print it: what is the same on paper, in a PDF and in an export. It is made from
 * what somebody was shown, so whatever they may not see was never in it.
 */
export interface Sheet {
  readonly title: string;
  /** Number of the case or the reception, where there is one. */
  readonly number?: string | undefined;
  readonly blocks: readonly SheetBlock[];
  readonly printed: PrintMark;
}

/** Who printed it and when: 「誰が・いつ印刷したか」 stands on every page. */
export interface PrintMark {
  readonly by: string;
  readonly office: string;
  readonly at: Date;
}

/** What stands in a cell: nothing where there is nothing, or nothing that may be shown. Both are printed alike. */
export type Cell = string | null;

export type SheetBlock = FieldsBlock | TableBlock | SignatureBlock;

/** Names and values, one row each. */
export interface FieldsBlock {
  readonly kind: 'fields';
  readonly heading: string;
  readonly rows: readonly (readonly [name: string, value: Cell])[];
}

/** Rows of the same kind. */
export interface TableBlock {
  readonly kind: 'table';
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Where somebody signs by hand. */
export interface SignatureBlock {
  readonly kind: 'signature';
  readonly heading: string;
  readonly statement: string;
}

/** What is printed where there is nothing, or nothing that may be shown. */
export const EMPTY = '―';

/** At the foot of every sheet. */
export const NOTICE =
  '空欄(―)は、記載がないか、印刷した人に開示されていない項目です。目的外の使用、複写、持ち出しをしないでください。';

export const fields = (heading: string, rows: FieldsBlock['rows']): FieldsBlock => ({
  kind: 'fields',
  heading,
  rows,
});

export const table = (heading: string, columns: readonly string[], rows: TableBlock['rows']): TableBlock => ({
  kind: 'table',
  heading,
  columns,
  rows,
});

export const signature = (heading: string, statement: string): SignatureBlock => ({
  kind: 'signature',
  heading,
  statement,
});

const stamp = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  timeZone: 'Asia/Tokyo',
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `印刷: 令和8年11月22日 09:05 加東市福祉総務課 秋山 拓海`. */
export const printMark = ({ by, office, at }: PrintMark): string =>
  `印刷: ${stamp.format(at)} ${office} ${by}`;
