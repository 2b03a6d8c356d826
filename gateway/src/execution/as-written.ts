import type { Asked } from './collect-entities.js';
import { asWritten, type Json } from './json.js';
import type { Recognised } from './recognise-answer.js';
import type { Run } from './run.js';

/** Each value as it was written, to all who asked for it: a text can be shared. */
export function keepAsWritten(
  run: Run,
  { text, spans }: Recognised,
  asked: readonly (readonly Asked[])[],
  places: readonly (readonly number[])[],
  /** How many places there are. */
  width: number,
): void {
  for (let batch = 0; batch < asked.length; batch++) {
    const found = spans[batch]!;
    const keys = places[batch]!;
    let at = 0;
    for (const { targets } of asked[batch]!) {
      for (let key = 0; key < keys.length; key++) {
        const from = found[at++]!;
        const to = found[at++]!;
        if (from === -1) continue;
        const value = text.slice(from, to);
        for (const target of targets) {
          const held = target[asWritten];
          if (held) held[keys[key]!] = value;
          else {
            const holding = new Array<string | undefined>(width);
            holding[keys[key]!] = value;
            target[asWritten] = holding;
            run.holders.push(target);
          }
        }
      }
    }
  }
}

/** Reads what was kept as it was written, for an answer that cannot be put together without. */
export function readWritten(run: Run, keys: readonly string[]): void {
  for (const holder of run.holders) {
    holder[asWritten]?.forEach((text, place) => {
      if (text !== undefined) holder[keys[place]!] = JSON.parse(text) as Json;
    });
    delete holder[asWritten];
  }
}
