import { householdId, isAtLeast, Level } from '@kasane/vocabulary';
import { type Bench, type Shown } from '../bench.js';
import { Findings, type Check } from '../check.js';
import { anOfficer } from '../viewers.js';
import { expectNothing } from './expect-nothing.js';

/** A grant opens what it names, and nothing opens without one. */

const grantOpens: Check = {
  id: 'grant-opens',
  title: { ja: '正しい許可で見える', en: 'a good grant opens what it names' },
  why: {
    ja: '何も見えないサブグラフでは、以下の「見えない」は何も示しません。',
    en: 'where nothing is ever shown, that nothing is shown proves nothing',
  },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const { persons } = bench.told;
    const token = await bench.token();
    const grant = await bench.grant(token, persons);
    const answer = await bench.ask(
      persons.map((id) => ({ id, grant })),
      token,
    );
    let values = 0;
    for (const [at, id] of persons.entries()) {
      const leaves = bench.shown(answer, bench.whole(), at).filter(({ facts }) => facts.isLeaf);
      values += leaves.length;
      found.expect(
        leaves.length > 0,
        `${id} の記録が何も見えません(HTTP ${answer.status})。--persons には記録のある人を指定してください。`,
        `nothing is shown of ${id} (HTTP ${answer.status}): --persons must name persons who have records`,
      );
    }
    return found.seen({ ja: `値${values}件`, en: `${values} values` });
  },
};

const grantNeeded: Check = {
  id: 'grant-needed',
  title: { ja: '許可なしには他人の記録を見せない', en: 'shows nothing of others without a grant' },
  why: { ja: '既定は「見せない」です。', en: 'denied by default' },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const { persons, entry, worker } = bench.told;
    const sector = entry.id;
    const askers: readonly (readonly [ja: string, en: string, viewer: Parameters<typeof bench.token>[0]])[] =
      [
        ['他機関の職員', 'a coordinator', {}],
        ['開示請求の担当者', 'a privacy officer', anOfficer],
        ['同じ分野の別の機関の職員', 'a worker of another office of the sector', { sector }],
        ['会議の参加者', 'who says to sit in a session', { purpose: 'CONFERENCE', conference: 's-1' }],
        ['緊急を申し立てる職員', 'who claims an emergency', { purpose: 'EMERGENCY', emergencyReason: 'x' }],
        ...(worker
          ? [
              [
                '同じ機関の、担当でない職員',
                'a colleague of the worker',
                { sector, office: worker.office },
              ] as const,
            ]
          : []),
      ];
    for (const [ja, en, viewer] of askers) {
      const token = await bench.token(viewer);
      const empty = await bench.grant(token, persons, { categories: [] });
      for (const id of persons) {
        await expectNothing(bench, found, [`${ja}、許可なし`, `${en}, no grant`], {
          token,
          grant: undefined,
          id,
        });
        await expectNothing(bench, found, [`${ja}、許可null`, `${en}, null for a grant`], {
          token,
          grant: null,
          id,
        });
        await expectNothing(bench, found, [`${ja}、空の許可`, `${en}, an empty grant`], {
          token,
          grant: empty,
          id,
        });
      }
    }
    await householdOpensNothing(bench, found);
    return found.seen();
  },
};

/** Where the sector keeps records of households, they too open to nobody without a grant. */
async function householdOpensNothing(bench: Bench, found: Findings): Promise<void> {
  const selection = bench.whole(undefined, 'Household');
  if (selection.text === '') return;
  const token = await bench.token();
  const { persons } = bench.told;
  const id = householdId('h-conformance');
  const empty = await bench.grant(token, persons, { categories: [], households: new Map([[id, persons]]) });
  for (const grant of [undefined, null, empty]) {
    const shown = bench.coordinates(
      await bench.ask([{ id, grant }], token, selection, 'Household'),
      selection,
    );
    found.expect(
      shown.length === 0,
      `世帯の ${shown.join(', ')} が見えました。`,
      `of a household ${shown.join(', ')} was shown`,
    );
  }
}

const grantExact: Check = {
  id: 'grant-exact',
  title: { ja: '許可された区分だけが見える', en: 'each category opens its own fields only' },
  why: {
    ja: '区分は飾りではなく、錠です。1つの同意で他の項目まで見えてはなりません。',
    en: 'a category is a lock, not a label: one consent must not open the field beside it',
  },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const { persons, entry } = bench.told;
    const token = await bench.token();
    const opened = new Set<string>();
    for (const category of entry.categories) {
      const grant = await bench.grant(token, persons, { categories: [category] });
      const answer = await bench.ask(
        persons.map((id) => ({ id, grant })),
        token,
      );
      for (const { facts } of bench.shown(answer)) {
        if (facts.category === category) opened.add(category);
        found.expect(
          facts.category === category,
          `${category} だけの許可で ${facts.coordinate} が見えました。`,
          `${facts.coordinate} was shown on a grant of ${category} alone`,
        );
      }
    }
    const closed = entry.categories.filter((category) => !opened.has(category));
    // Where the persons have nothing of a category, nothing was proved of it.
    return found.seen({
      ja: `見えた区分: ${[...opened].join(', ')}。何もなかった区分: ${closed.join(', ') || 'なし'}`,
      en: `seen open: ${[...opened].join(', ')}; nothing there of: ${closed.join(', ') || 'none'}`,
    });
  },
};

const grantLevel: Check = {
  id: 'grant-level',
  title: { ja: '許可された程度までしか見えない', en: 'shows no more than the level of the grant' },
  why: {
    ja: '支援会議で概要だけを許可したとき、本文や件数まで見えてはなりません。',
    en: 'where a conference opens a summary, neither the text nor the count may be seen',
  },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const { persons } = bench.told;
    const token = await bench.token();
    for (const level of [Level.NONE, Level.EXISTENCE, Level.SUMMARY]) {
      const grant = await bench.grant(token, persons, { permit: { level } });
      const answer = await bench.ask(
        persons.map((id) => ({ id, grant })),
        token,
      );
      for (const shown of bench.shown(answer))
        found.expect(
          isWithin(shown, level),
          `${level} の許可で ${shown.facts.coordinate} が見えました。`,
          `${shown.facts.coordinate} was shown on a grant of ${level}`,
        );
    }
    return found.seen();
  },
};

/** A value that says nothing needs `DETAIL`; a list under `EXISTENCE` must not be a count. */
function isWithin({ facts, value }: Shown, level: Level): boolean {
  const needed = facts.level ?? (facts.isLeaf ? Level.DETAIL : Level.EXISTENCE);
  const isCount = level === Level.EXISTENCE && Array.isArray(value) && value.length > 1;
  return isAtLeast(level, needed) && !isCount;
}

export const grantChecks: readonly Check[] = [grantOpens, grantNeeded, grantExact, grantLevel];
