import { isJsonObject, type Json, type JsonObject } from './json.js';

/**
 * Adds what a subgraph sent to what is already known, in place. Objects and lists of the source are taken over,
 * not copied. What is there is never replaced by null: another subgraph may know less.
 *
 * @param keys which of the source are taken; default all
 */
export function mergeInto(
  target: JsonObject,
  source: JsonObject,
  keys: readonly string[] = Object.keys(source),
): void {
  for (const key of keys) {
    // A subgraph that sends this key would set the prototype of our object, not a field of it.
    if (key === '__proto__' || !Object.hasOwn(source, key)) continue;
    const value = source[key];
    const known = target[key];
    if (known === value || value === undefined) continue;
    if (known === undefined || known === null) target[key] = value;
    else if (value !== null) target[key] = merged(known, value);
  }
}

function merged(known: Json, value: Json): Json {
  if (Array.isArray(known) && Array.isArray(value)) {
    // Lists of one field from two subgraphs have the same items in the same order, or are not mergeable at all.
    if (known.length !== value.length) return value;
    return known.map((item, index) => {
      const other = value[index];
      return other === undefined || other === null ? item : item === null ? other : merged(item, other);
    });
  }
  if (isJsonObject(known) && isJsonObject(value)) {
    mergeInto(known, value);
    return known;
  }
  return value;
}
