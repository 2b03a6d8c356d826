import {
  categories as allCategories,
  grantField,
  householdId,
  sectorId,
  type Category,
} from '@kasane/vocabulary';
import type { Bench } from '../bench.js';
import { Findings, type Check } from '../check.js';
import { observable } from '../endpoint.js';
import { retouched } from '../tokens.js';
import { expectNothing } from './expect-nothing.js';

/** A grant counts for the viewer, the sector, the persons and the categories that it names. */

const grantViewer: Check = {
  id: 'grant-viewer',
  title: { ja: '他の閲覧者の許可は使えない', en: "another viewer's grant opens nothing" },
  why: {
    ja: '許可は、判断を受けた本人のその閲覧だけのものです。',
    en: 'a grant is worth nothing to anybody but the viewer, and the request, that it was decided for',
  },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const { persons, keys } = bench.told;
    const [token, other] = await Promise.all([bench.token(), bench.token()]);
    const good = await bench.grant(token, persons);
    const unbound = retouched(good, { claims: { vwr: undefined } }, { key: keys.grant });
    await expectNothing(bench, found, ['別の職員の許可', "another viewer's grant"], {
      token: other,
      grant: good,
    });
    await expectNothing(bench, found, ['誰のものでもない許可', 'a grant that is bound to nobody'], {
      token,
      grant: unbound,
    });
    return found.seen();
  },
};

const grantSector: Check = {
  id: 'grant-sector',
  title: { ja: '他の分野の許可は使えない', en: 'a grant for another sector opens nothing' },
  why: { ja: '許可は分野ごとに判断されます。', en: 'each sector is decided for by itself' },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const { persons, entry } = bench.told;
    const token = await bench.token();
    for (const sector of ['collaboration', `${entry.id}-2`, '*']) {
      const grant = await bench.grant(token, persons, { sector: sectorId(sector) });
      await expectNothing(bench, found, [`「${sector}」への許可`, `a grant for ${sector}`], { token, grant });
    }
    return found.seen();
  },
};

const grantPerson: Check = {
  id: 'grant-person',
  title: { ja: '他の人への許可は使えない', en: 'a grant for another person opens nothing' },
  why: { ja: '同意は一人ひとりのものです。', en: 'consent is each person’s own' },
  severity: 'MUST',
  sectorsOnly: true,
  needs: ({ told }) =>
    told.persons.length < 2 ? { ja: '--persons: 2人以上', en: '--persons: two or more' } : undefined,
  async run(bench) {
    const found = new Findings();
    const { persons } = bench.told;
    for (const [at, id] of persons.entries()) {
      const other = persons[(at + 1) % persons.length] ?? id;
      const token = await bench.token();
      const grant = await bench.grant(token, [other]);
      await expectNothing(bench, found, [`${other} への許可で ${id}`, `${id} on a grant for ${other}`], {
        token,
        grant,
        id,
      });
      const beside = await bench.ask([{ id: other, grant }, { id }, { id, grant: null }], token);
      for (const place of [1, 2])
        found.expect(
          bench.shown(beside, bench.whole(), place).length === 0,
          `許可のある ${other} と並べると ${id} が見えました。`,
          `${id} was shown beside ${other}, for whom the grant is`,
        );
    }
    await expectOwnMembers(bench, found);
    return found.seen();
  },
};

/** Whose a household is, a grant says: neither the caller nor the persons whom it names beside. */
async function expectOwnMembers(bench: Bench, found: Findings): Promise<void> {
  const selection = bench.whole(undefined, 'Household');
  if (selection.text === '') return;
  const { persons, entry } = bench.told;
  const token = await bench.token();
  const id = householdId('h-conformance');
  const households = new Map([[householdId('h-another'), persons]]);
  const answer = await bench.entities(
    [
      {
        __typename: 'Household',
        id,
        members: persons,
        subjects: persons,
        [grantField(entry)]: await bench.grant(token, persons, { households }),
      },
    ],
    `... on Household { id ${selection.text} }`,
    token,
  );
  const shown = bench.coordinates(answer, selection);
  found.expect(
    shown.length === 0,
    `許可にない世帯の ${shown.join(', ')} が見えました。`,
    `of a household that the grant does not name ${shown.join(', ')} was shown`,
  );
}

const grantCategory: Check = {
  id: 'grant-category',
  title: { ja: '登録にない区分の許可は何も開かない', en: 'a category outside the registry opens nothing' },
  why: {
    ja: 'その分野が持つはずのない区分で、他の項目が開いてはなりません。',
    en: 'a category that the sector does not hold must not open what it does hold',
  },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const { persons, entry } = bench.told;
    const token = await bench.token();
    const outside = (Object.keys(allCategories) as Category[]).filter(
      (each) => !entry.categories.includes(each),
    );
    const grant = await bench.grant(token, persons, { categories: outside });
    const empty = await bench.grant(token, persons, { categories: [] });
    for (const id of persons) {
      const answer = await expectNothing(
        bench,
        found,
        ['登録外の区分の許可', 'a grant of foreign categories'],
        { token, grant, id },
      );
      const none = await bench.ask([{ id, grant: empty }], token);
      found.expect(
        answer.errors.length > 0 || observable(answer) === observable(none),
        `${id}: 登録外の区分の許可が、空の許可と違う答えになりました。`,
        `${id}: foreign categories are answered otherwise than no category`,
      );
    }
    return found.seen();
  },
};

export const boundGrantChecks: readonly Check[] = [grantViewer, grantSector, grantPerson, grantCategory];
