import { unknownLike, type Representation } from '../bench.js';
import { Findings, type Check } from '../check.js';
import { observable } from '../endpoint.js';

/** Two requests share nothing, whoever sends them when. */

/** Two caches that meet do not do so every time. */
const ROUNDS = 12;

const later = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

const twoAtOnce: Check = {
  id: 'two-at-once',
  title: { ja: '同時に見る2人の答えが混ざらない', en: 'two viewers at once share nothing' },
  why: {
    ja: '要求の間で読み込みや判断を共有すると、許可のない人に届きます。',
    en: 'what two requests share reaches the one who was not permitted',
  },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const { persons } = bench.told;
    const [permitted, stranger] = await Promise.all([bench.token(), bench.token()]);
    const grant = await bench.grant(permitted, persons);
    const empty = await bench.grant(stranger, persons, { categories: [] });
    const ask = async (token: string, asked: readonly Representation[]): Promise<string> =>
      observable(await bench.ask(asked, token), ...asked.map(({ id }) => id));
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = persons[round % persons.length] ?? unknownLike('p-000000');
      const whatever = round % 3 === 0 ? {} : { grant: empty };
      // Before, beside and behind the other's: a cache that is shared meets only one of them.
      const answers = [ask(stranger, [{ id, ...whatever }])];
      const open = [ask(permitted, [{ id, grant }]), ask(permitted, [{ id, grant }])];
      answers.push(ask(stranger, [{ id }]));
      await later(round * 2);
      answers.push(ask(stranger, [{ id }]), ask(stranger, [{ id, ...whatever }]));
      await Promise.all(open);
      answers.push(ask(stranger, [{ id }]));
      const alone = await ask(stranger, [{ id: unknownLike(id) }]);
      for (const answer of await Promise.all(answers))
        found.expect(
          answer === alone,
          `許可のない職員の答えが、同時に見た人の答えと混ざりました(${id})。`,
          `what another viewer was permitted reached one who was not (${id})`,
        );
    }
    return found.seen({ ja: `${ROUNDS}回`, en: `${ROUNDS} rounds` });
  },
};

export const twoAtOnceChecks: readonly Check[] = [twoAtOnce];
