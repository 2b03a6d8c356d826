/** What is written between tags. The class is not exported: only {@link markup} makes one. */
class Built {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Asked of the private field: an object that merely looks like markup is none. */
  static is(value: unknown): value is Built {
    return typeof value === 'object' && value !== null && #text in value;
  }

  toString(): string {
    return this.#text;
  }
}

/** Built markup: whoever holds it knows that nothing in it came from data without being escaped. */
export type Html = Built;

/** What may stand in `${…}`. Not `undefined`: a value that is missing does not compile, instead of being printed. */
export type Part = string | number | Html | readonly Part[];

/**
 * Builds HTML: strings and numbers are escaped, parts built by `markup` are kept, arrays are joined.
 * Not named `html`, for Prettier would lay out such templates and put spaces between Japanese characters.
 *
 *     markup`<td class="${kind}">${name}</td>`
 *
 * @throws {TypeError} when it is not called as a tag, or when a value stands where escaping would not make it
 *   harmless: in a tag's name, an unquoted attribute, an attribute that can hold a URL, script or style, or in <style>.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const places = placesOf(strings);
  const text = strings.map((string, at) => {
    const part = parts[at - 1];
    if (part === undefined && at > 0) throw new TypeError('A document cannot hold undefined.');
    return part === undefined
      ? string
      : (places[at - 1] === 'attribute' ? attribute : content)(part) + string;
  });
  return new Built(text.join(''));
}

function content(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  if (Built.is(part)) return part.toString();
  if (Array.isArray(part)) return part.map(content).join('');
  throw new TypeError(`A document cannot hold a value of type ${typeof part}.`);
}

function attribute(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  throw new TypeError('An attribute holds text, not markup.');
}

/**
 * What a reader cannot see but that changes what they read: control characters, and the marks that turn the direction
 * of writing (a name with one could make the line beside it read otherwise). Variation selectors stay: names need them.
 */
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;
const loneSurrogate = /\p{Surrogate}/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeText = (text: string): string =>
  text
    .replace(loneSurrogate, '\uFFFD')
    .replace(unseen, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');

type Place = 'text' | 'attribute';

/** Attributes whose value is only words or a length. In `href`, `style` or `onclick`, escaped text would still act. */
const harmless = new Set(['aria-label', 'class', 'height', 'id', 'lang', 'rowspan', 'width', 'x', 'y']);

const known = new WeakMap<TemplateStringsArray, readonly Place[]>();

/** Where each value of a template stands. Each template is read once. */
function placesOf(strings: TemplateStringsArray): readonly Place[] {
  const before = known.get(strings);
  if (before) return before;
  // A tag's strings are frozen by the language. Called as a function, `markup([name])` would let data pass as template.
  if (!Array.isArray(strings) || !Object.isFrozen(strings) || !Array.isArray(strings.raw))
    throw new TypeError('markup is a tag: write markup`…`.');
  const places: Place[] = [];
  let open = '';
  strings.forEach((string, at) => {
    open = unclosed(open, string);
    if (at === strings.length - 1) return;
    places.push(placeAfter(open));
    // The value stands for itself; what follows goes on where it stood.
    if (open !== '') open += 'value';
  });
  if (open !== '') throw new TypeError(`A template ends inside a tag: ${open}`);
  known.set(strings, places);
  return places;
}

/** The rest of a template that no `>` or `</style>` has closed yet; empty in plain text. */
function unclosed(open: string, added: string): string {
  if (/<!--|<script/i.test(added)) throw new TypeError('A document has no comments and no script.');
  const closed = /<style>[^<]*<\/style>|<(?!style>)[^<>"']*(?:"[^"<>]*"[^<>"']*)*>/g;
  const rest = (open + added).replace(closed, '');
  const at = rest.indexOf('<');
  return at === -1 ? '' : rest.slice(at);
}

function placeAfter(open: string): Place {
  if (open === '') return 'text';
  const name = /^<[a-z0-9]+(?:\s+[a-z-]+="[^"<>]*")*\s+([a-z-]+)="[^"<>]*$/.exec(open)?.[1];
  if (name !== undefined && harmless.has(name)) return 'attribute';
  throw new TypeError(`A value must not stand here: ${open}`);
}

/** No markup: where there is nothing to say. */
export const nothing = markup``;
