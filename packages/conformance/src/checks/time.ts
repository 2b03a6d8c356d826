import { personId, type PersonId } from '@kasane/vocabulary';
import { unknownLike } from '../bench.js';
import { Findings, type Check } from '../check.js';

/** How long an answer takes, and what its time tells. */

/** The number below which a part of them lies. */
const quantile = (numbers: readonly number[], part: number): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length * part)] ?? 0;

/** The first answers wait for connections and caches. */
const WARM_UP = 4;
const PAIRS = 30;

const timing: Check = {
  id: 'timing',
  title: {
    ja: '答える時間で、記録の有無が分からない',
    en: 'the time of an answer does not tell whether there is a record',
  },
  why: {
    ja: '見せられない人だけ遅ければ、時間を計るだけで分かります。',
    en: 'where only those who may not be shown take longer, a clock tells',
  },
  severity: 'SHOULD',
  async run(bench) {
    const found = new Findings();
    const [id] = bench.told.persons;
    if (id === undefined) return found.seen();
    const token = await bench.token();
    const unknown = unknownLike(id);
    const selection = bench.isCollaboration ? { text: 'identity { name }' } : bench.whole();
    const time = async (of: PersonId): Promise<number> =>
      (await bench.ask([{ id: of }], token, selection)).milliseconds;
    const pairs: (readonly [number, number])[] = [];
    for (let round = 0; round < WARM_UP + PAIRS; round += 1) {
      // In turns, so that a machine that is busy for a while does not favour one of them.
      const isFirst = round % 2 === 0;
      const one = await time(isFirst ? id : unknown);
      const other = await time(isFirst ? unknown : id);
      if (round >= WARM_UP) pairs.push(isFirst ? [one, other] : [other, one]);
    }
    const slower = pairs.filter(([known, nobody]) => known > nobody).length / PAIRS;
    // What else the machine does only ever adds to a time: the quick ones tell more than the middle.
    const known = quantile(
      pairs.map(([each]) => each),
      0.25,
    );
    const nobody = quantile(
      pairs.map(([, each]) => each),
      0.25,
    );
    found.expect(
      (slower > 0.2 && slower < 0.8) || Math.abs(known - nobody) < 1,
      `記録のある人 ${known.toFixed(1)} ms、いない人 ${nobody.toFixed(1)} ms と、はっきり違います。`,
      `clearly different: ${known.toFixed(1)} ms of a known person, ${nobody.toFixed(1)} ms of nobody`,
    );
    return found.seen({
      ja: `記録のある人 ${known.toFixed(1)} ms、いない人 ${nobody.toFixed(1)} ms`,
      en: `${known.toFixed(1)} ms of a known person, ${nobody.toFixed(1)} ms of nobody`,
    });
  },
};

const speed: Check = {
  id: 'speed',
  title: { ja: '答えるまでの時間', en: 'time to answer' },
  why: {
    ja: '1人ごとに問い合わせるサブグラフは、世帯や一覧で遅くなります。',
    en: 'a subgraph that reads person by person is slow for a household and stops for a list',
  },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const { persons, maxMs } = bench.told;
    const token = await bench.token();
    const took = new Map<number, number>();
    for (const count of [1, 6, 50]) {
      const ids = Array.from(
        { length: count },
        (_, at) => persons[at] ?? unknownLike(personId('p-00000000')),
      );
      const grant = await bench.grant(token, ids);
      const times: number[] = [];
      for (let round = 0; round < 7; round += 1)
        times.push(
          (
            await bench.ask(
              ids.map((id) => ({ id, grant })),
              token,
            )
          ).milliseconds,
        );
      took.set(count, quantile(times, 0.5));
    }
    const slowest = took.get(50) ?? 0;
    found.expect(
      maxMs === undefined || slowest <= maxMs,
      `50人に ${slowest.toFixed(0)} ms かかりました(上限 ${maxMs} ms)。`,
      `50 persons took ${slowest.toFixed(0)} ms (limit ${maxMs} ms)`,
    );
    const told = (word: string): string =>
      [...took].map(([count, ms]) => `${count}${word} ${ms.toFixed(1)} ms`).join(', ');
    return found.seen({ ja: `中央値: ${told('人')}`, en: `median: ${told(' person(s)')}` });
  },
};

export const timeChecks: readonly Check[] = [timing, speed];
