import { unknownLike, type Representation } from '../bench.js';
import { Findings, type Check } from '../check.js';
import { isRecord, observable } from '../endpoint.js';
import { randomFrom } from '../random.js';

/** Two copies that differ only in what is hidden answer alike. */

/** So many questions are put to both twins. */
const QUESTIONS = 60;

const nonInterference: Check = {
  id: 'non-interference',
  title: {
    ja: '隠れた記録が変わっても、答えは1バイトも変わらない',
    en: 'hidden records change no byte of an answer',
  },
  why: {
    ja: '個々の検査が見落とす漏れも、2つの複製を比べれば現れます。',
    en: 'what no single check thinks of shows when two copies are compared',
  },
  severity: 'MUST',
  sectorsOnly: true,
  needs: ({ told }) =>
    told.twin ? undefined : { ja: '--twin と --differs: 複製', en: '--twin and --differs: a copy' },
  async run(bench) {
    const found = new Findings();
    const { twin, persons, entry, seed } = bench.told;
    if (!twin) return found.seen();
    const other = bench.at(twin.url);
    const { differs } = twin;
    const everything = await bench.token();
    const grant = await bench.grant(everything, [...persons, differs]);
    const [here, there] = await Promise.all(
      [bench, other].map((each) => each.ask([{ id: differs, grant }], everything)),
    );
    if (here?.text === there?.text)
      return {
        findings: [],
        notChecked: {
          ja: `--differs: ${differs} の記録が2つの複製で同じなので、比べても何も示しません。`,
          en: `--differs: the records of ${differs} are the same in both copies, so comparing proves nothing`,
        },
      };
    const random = randomFrom(seed);
    const others = persons.filter((id) => id !== differs);
    for (let round = 0; round < QUESTIONS; round += 1) {
      const token = await bench.token(
        random.chance(0.3) ? { sector: entry.id, roles: ['SECTOR_WORKER'] } : {},
      );
      const selection = bench.whole(() => random.chance(0.7));
      const categories = entry.categories.filter(() => random.chance(0.6));
      const permit = { level: random.of(['EXISTENCE', 'SUMMARY', 'DETAIL'] as const) };
      const permitted = others.filter(() => random.chance(0.7));
      const given = await bench.grant(token, permitted, { categories, permit });
      // Whoever is permitted carries the grant every time or never: one without it, beside one with it, may be shown
      // or not as it happens, and that tells nothing hidden.
      const isGranted = random.chance(0.8);
      const asked = Array.from({ length: 1 + random.int(5) }, (): Representation => {
        const id = random.of([differs, differs, ...others, unknownLike(differs)]);
        const carries = isGranted && (permitted.includes(id) || random.chance(0.8));
        return carries ? { id, grant: given } : { id };
      });
      const [one, two] = await Promise.all([
        bench.ask(asked, token, selection),
        other.ask(asked, token, selection),
      ]);
      if (observable(one) === observable(two)) continue;
      const place =
        placeOf({ data: one.data, errors: one.errors }, { data: two.data, errors: two.errors }) ??
        'headers, extensions';
      found.expect(
        false,
        `問い合わせ${round + 1}(seed ${seed})で、隠れた記録の違いが見えました: ${place}`,
        `question ${round + 1} (seed ${seed}) tells the hidden records apart: ${place}`,
      );
    }
    return found.seen({
      ja: `${QUESTIONS}問を比較(seed ${seed})`,
      en: `${QUESTIONS} questions (seed ${seed})`,
    });
  },
};

/** Where two answers part: never what they say there, for a report is read by others than the answer. */
function placeOf(one: unknown, other: unknown, path = ''): string | undefined {
  if (isRecord(one) && isRecord(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys
      .map((key) => placeOf(one[key], other[key], `${path}.${key}`))
      .find((found) => found !== undefined);
  }
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length)
    return one
      .map((each, at) => placeOf(each, other[at], `${path}[${at}]`))
      .find((found) => found !== undefined);
  return JSON.stringify(one) === JSON.stringify(other) ? undefined : path;
}

export const twinChecks: readonly Check[] = [nonInterference];
