import { isEnumType, isScalarType, type GraphQLLeafType } from 'graphql';

/**
 * Patterns of values that may pass as they are written, as sources of regular expressions. They are as strict as
 * `JSON.parse` with `projection.ts` after it, and stricter where that is simpler: what is not recognised is parsed, so
 * that a doubt costs time and nothing else. No two ways of one pattern begin alike, so that none is tried twice.
 */
export type Pattern = string;

export const orNull = (pattern: Pattern): Pattern => `(?:${pattern}|null)`;

/** The item stands in it once: twice, and lists in lists would double the pattern with each level. */
export const inList = (item: Pattern): Pattern => `\\[(?:${item}(?:,(?!\\])|(?=\\])))*\\]`;

/** Just these fields, in this order. */
export const inObject = (fields: readonly (readonly [key: string, value: Pattern])[]): Pattern =>
  `\\{${fields.map(([key, value]) => `"${key}":${value}`).join(',')}\\}`;

export const exactly = (word: string): Pattern => `"${word}"`;

/** A value of a leaf type that is told as it is; of a scalar that we do not know, any text, number or boolean. */
export function leaf(type: GraphQLLeafType): Pattern {
  if (isEnumType(type))
    return `"(?:${type
      .getValues()
      .map(({ name }) => name)
      .join('|')})"`;
  return (isScalarType(type) ? scalars.get(type.name) : undefined) ?? `(?:${string}|${boolean}|${float})`;
}

const plain = '[^"\\\\\\u0000-\\u001f]*';
const string: Pattern = `"${plain}(?:\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})${plain})*"`;
const boolean: Pattern = '(?:true|false)';
/** Nine digits fit into 32 bits. Neither 007 nor -0. */
const int: Pattern = '(?:0|-?[1-9]\\d{0,8})(?![\\d.eE])';
/** As JavaScript writes it, for a number to be one text whichever way it goes. */
const float: Pattern = '(?:0|-?[1-9]\\d{0,8}(?:\\.\\d{0,4}[1-9])?|-?0\\.\\d{0,4}[1-9])(?![\\d.eE])';

const scalars: ReadonlyMap<string, Pattern> = new Map([
  ['ID', string],
  ['String', string],
  ['Boolean', boolean],
  ['Int', int],
  ['Float', float],
]);
