import type { BatchShape } from './answer-shape.js';
import { inObject } from './recognise.js';

/** One answer, found to be what was asked. */
export interface Recognised {
  readonly text: string;
  /** For each batch, entity and key where its value begins and ends; of an entity that is null, −1. */
  readonly spans: readonly (readonly number[])[];
}

/** @param counts how many entities each batch asked for */
export type RecogniseAnswer = (text: string, counts: readonly number[]) => Recognised | undefined;

/** Beyond this an operation is no screen's, and its pattern would cost more than it saves. */
const maxPattern = 20_000;

/** An expression remembers where it could have gone another way, and its memory has an end. */
const maxText = 1_000_000;

/** `{"data":{"_entities":[{"elderCare":…},null]}}`, with nothing beside and nothing between. */
export function compileRecognise(shapes: readonly BatchShape[]): RecogniseAnswer | undefined {
  if (shapes.some(({ fields }) => fields.length === 0 || inObject(fields).length > maxPattern))
    return undefined;
  const batches = shapes.map(({ alias, fields }, at) => ({
    head: `${at === 0 ? '{"data":{' : ','}"${alias}":[`,
    fields: fields.map(([key, value], field) => {
      const head = `${field === 0 ? '{' : ','}"${key}":`;
      const tail = field === fields.length - 1 ? '}' : '';
      return {
        headLength: head.length,
        tailLength: tail.length,
        pattern: new RegExp(head.replace('{', '\\{') + value + tail, 'y'),
      };
    }),
  }));

  /** Where the entity ends that begins at `at`; else −1. */
  const entityEnd = (
    text: string,
    at: number,
    fields: (typeof batches)[number]['fields'],
    found: number[],
  ): number => {
    let end = at;
    for (let field = 0; field < fields.length; field++) {
      const { headLength, tailLength, pattern } = fields[field]!;
      pattern.lastIndex = end;
      if (!pattern.test(text)) {
        if (field > 0 || !text.startsWith('null', at)) return -1;
        for (let each = 0; each < fields.length; each++) found.push(-1, -1);
        return at + 4;
      }
      const from = end + headLength;
      end = pattern.lastIndex;
      found.push(from, end - tailLength);
    }
    return end;
  };

  return (text, counts) => {
    if (text.length > maxText) return undefined;
    const spans: number[][] = [];
    let at = 0;
    for (let batch = 0; batch < batches.length; batch++) {
      const { head, fields } = batches[batch]!;
      const found: number[] = [];
      spans.push(found);
      if (!text.startsWith(head, at)) return undefined;
      at += head.length;
      const count = counts[batch] ?? 0;
      for (let entity = 0; entity < count; entity++) {
        if (entity > 0 && text[at++] !== ',') return undefined;
        at = entityEnd(text, at, fields, found);
        if (at === -1) return undefined;
      }
      if (text[at++] !== ']') return undefined;
    }
    // Some servers end with a line.
    return text.startsWith('}}', at) && text.slice(at + 2).trim() === '' ? { text, spans } : undefined;
  };
}
