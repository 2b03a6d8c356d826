/** Reads a document back as people do: what it says, and which elements it has. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
export const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

export const bodyOf = (html: string): string => html.slice(html.indexOf('<body'), html.indexOf('</body>'));

/** The words of the body, without readings. */
export const textOf = (html: string): string =>
  decode(
    bodyOf(html)
      .replace(/<r[tp]>[^<]*<\/r[tp]>/g, '')
      .replace(/<[^>]*>/g, ''),
  );

/** The words that have no reading over them. */
export const unreadOf = (html: string): string =>
  bodyOf(html)
    .replace(/<ruby>.*?<\/ruby>/g, '')
    .replace(/<[^>]*>/g, '');

/** Every element's name with its attributes' names, in order: `<` never stands in text, `>` and `"` in no value. */
export const elementsOf = (html: string): readonly string[] =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));

/** The sections of a document by their mark, as text. */
export const sectionsOf = (html: string): ReadonlyMap<string, string> =>
  new Map(
    bodyOf(html)
      .split('<section')
      .slice(1)
      .map((part) => [
        /<span class="mark">(.*?)<\/span>/.exec(part)?.[1] ?? '',
        textOf(`<body><section${part}</body>`),
      ]),
  );

export const boxes = (html: string): { readonly ticked: number; readonly all: number } => ({
  ticked: html.match(/class="box ticked"/g)?.length ?? 0,
  all: html.match(/class="box(?: ticked)?"/g)?.length ?? 0,
});
