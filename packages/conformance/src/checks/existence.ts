import { householdId, type PersonId } from '@kasane/vocabulary';
import { unknownLike, type Bench, type Representation } from '../bench.js';
import { Findings, type Check } from '../check.js';
import { observable } from '../endpoint.js';
import type { Selection } from '../subgraph-schema.js';

/** "Not for you" looks like "nothing here": nobody learns from an answer that a record exists. */

/** Whether the answers about a known person and about nobody are the same but for the ids. */
async function expectAlike(
  bench: Bench,
  found: Findings,
  told: readonly [ja: string, en: string],
  id: PersonId,
  question: {
    readonly token: string;
    readonly selection: Pick<Selection, 'text'>;
    readonly grantOf?: (id: PersonId) => Promise<string>;
  },
): Promise<void> {
  const unknown = unknownLike(id);
  const { token, selection, grantOf } = question;
  const ask = async (of: PersonId): Promise<string> => {
    const representation: Representation = { id: of, ...(grantOf && { grant: await grantOf(of) }) };
    return observable(await bench.ask([representation], token, selection), of);
  };
  const [known, nobody] = [await ask(id), await ask(unknown)];
  found.expect(
    known === nobody,
    `${told[0]}: ${id} の答えが、いない人の答えと違います。`,
    `${told[1]}: the answer about ${id} differs from that about nobody`,
  );
}

const unknownAlike: Check = {
  id: 'unknown-alike',
  title: {
    ja: '知らない人と、見せられない人は同じ答えになる',
    en: 'an unknown person is like one who may not be shown',
  },
  why: {
    ja: '答えの違いだけで、その分野に記録があることが知られます。',
    en: 'a difference alone tells that the sector has a record of somebody',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    const token = await bench.token();
    const selection = bench.isCollaboration ? { text: 'identity { name }' } : bench.whole();
    for (const id of bench.told.persons) {
      await expectAlike(bench, found, ['許可なし', 'no grant'], id, { token, selection });
      if (bench.isCollaboration) continue;
      const grantOf = (of: PersonId): Promise<string> => bench.grant(token, [of], { categories: [] });
      await expectAlike(bench, found, ['空の許可', 'an empty grant'], id, { token, selection, grantOf });
      const inSector = await bench.token({ sector: bench.told.entry.id, roles: ['SECTOR_WORKER'] });
      await expectAlike(bench, found, ['別の機関の職員', 'another office'], id, {
        token: inSector,
        selection,
      });
      await householdAlike(bench, found, id, token);
    }
    const odd = ["'--", '%', 'constructor', '__proto__', `"}`];
    const answers = await Promise.all(
      odd.map(async (id) => [id, await bench.ask([{ id }], token, selection)] as const),
    );
    for (const [id, answer] of answers)
      found.expect(
        answer.status < 500 && bench.shown(answer).length === 0,
        `番号「${id}」で異なる動きをしました(HTTP ${answer.status})。`,
        `the id ${id} does something else (HTTP ${answer.status})`,
      );
    return found.seen();
  },
};

/** The same of a household of which the person is told to be a member. */
async function householdAlike(bench: Bench, found: Findings, id: PersonId, token: string): Promise<void> {
  const selection = bench.whole(undefined, 'Household');
  if (selection.text === '') return;
  const household = householdId('h-conformance');
  const ask = async (member: PersonId): Promise<string> => {
    const households = new Map([[household, [member]]]);
    const grant = await bench.grant(token, [member], { categories: [], households });
    return observable(await bench.ask([{ id: household, grant }], token, selection, 'Household'), member);
  };
  found.expect(
    (await ask(id)) === (await ask(unknownLike(id))),
    `世帯の答えで、${id} の記録があることが分かります。`,
    `the answer of a household tells that there is a record of ${id}`,
  );
}

const withheldAlike: Check = {
  id: 'withheld-alike',
  title: {
    ja: '見せない項目は、記録がないのと同じに見える',
    en: 'what is withheld looks like what is absent',
  },
  why: {
    ja: 'nullと空の一覧の違い、件数、余分な項目が、隠した記録の存在を教えます。',
    en: 'null beside an empty list, a count, an extra key: each tells that something is hidden',
  },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const token = await bench.token();
    for (const category of bench.told.entry.categories) {
      // What is of other categories must not tell the two apart; what is opened may.
      const selection = bench.whole((facts) => facts.category !== category);
      if (selection.text === '') continue;
      const grantOf = (of: PersonId): Promise<string> => bench.grant(token, [of], { categories: [category] });
      for (const id of bench.told.persons)
        await expectAlike(bench, found, [`${category} だけの許可`, `a grant of ${category} alone`], id, {
          token,
          selection,
          grantOf,
        });
    }
    return found.seen();
  },
};

export const existenceChecks: readonly Check[] = [unknownAlike, withheldAlike];
