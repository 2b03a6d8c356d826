import type { PersonId } from '@kasane/vocabulary';
import type { Bench } from '../bench.js';
import type { Findings } from '../check.js';
import type { Answer } from '../endpoint.js';

/** Asks for everything of a person on some grant, and expects to be shown nothing of it. */
export async function expectNothing(
  bench: Bench,
  found: Findings,
  told: readonly [ja: string, en: string],
  asking: { readonly token: string; readonly grant: string | null | undefined; readonly id?: PersonId },
): Promise<Answer> {
  const { token, grant, id = bench.told.persons[0] } = asking;
  const answer = await bench.ask([{ id: id ?? '', grant }], token);
  const shown = bench.coordinates(answer);
  found.expect(
    shown.length === 0,
    `${told[0]}: ${shown.slice(0, 5).join(', ')} が見えました。`,
    `${told[1]}: ${shown.slice(0, 5).join(', ')} was shown`,
  );
  return answer;
}
