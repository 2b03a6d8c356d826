import { Level, Tier, tierOf, type PersonId } from '@kasane/vocabulary';
import { Findings, type Check } from '../check.js';
import { expectNothing } from './expect-nothing.js';

/** What the sector's own duty and its own seals keep closed. */

const ownDuty: Check = {
  id: 'own-duty',
  title: { ja: '自機関の担当も、止められたものは見えない', en: 'the own duty opens nothing that is barred' },
  why: {
    ja: '支援措置や利害関係は多機関協働だけが知っています。担当者であっても開いてはなりません。',
    en: 'a protective measure or a conflict of interest is known to collaboration alone, and binds the own worker too',
  },
  severity: 'MUST',
  sectorsOnly: true,
  needs: ({ told }) =>
    told.worker ? undefined : { ja: '--worker: 自機関の担当職員', en: "--worker: the sector's own worker" },
  async run(bench) {
    const found = new Findings();
    const { persons, entry, worker } = bench.told;
    if (!worker) return found.seen();
    const token = await bench.token({ ...worker, sector: entry.id, roles: ['SECTOR_WORKER'] });
    const empty = await bench.grant(token, persons, { categories: [] });
    const own: PersonId[] = [];
    for (const id of persons)
      if (bench.shown(await bench.ask([{ id, grant: empty }], token)).length > 0) own.push(id);
    found.expect(
      own.length > 0,
      '担当者に、担当する人が見えません。',
      'the worker is shown nobody of their own',
    );
    found.expect(
      own.length < persons.length,
      '担当者に、担当でない人も見えました。--persons には担当でない人も含めてください。',
      'the worker is shown everybody: --persons must name somebody who is not theirs',
    );
    const barred = await bench.grant(token, persons, { categories: [], barred: entry.categories });
    for (const id of own)
      await expectNothing(bench, found, ['止められた担当者', 'a worker from whom it is barred'], {
        token,
        grant: barred,
        id,
      });
    return found.seen({ ja: `担当: ${own.join(', ')}`, en: `theirs: ${own.join(', ')}` });
  },
};

const sealed: Check = {
  id: 'sealed',
  title: { ja: '封じた記録は、出されるまで見えない', en: 'sealed records are shown only when released' },
  why: {
    ja: '一件ずつ出すと決めた記録は、同意や会議だけでは開きません。',
    en: 'what its owner releases one by one is opened by no consent and no session',
  },
  severity: 'MUST',
  sectorsOnly: true,
  needs: ({ told }) =>
    told.sealed
      ? undefined
      : {
          ja: '--sealed: 封じた記録の番号か言葉(なければ none)',
          en: '--sealed: record ids or words of sealed records, or none',
        },
  async run(bench) {
    const found = new Findings();
    const { persons, entry, sealed: words = [] } = bench.told;
    const token = await bench.token();
    const everything = await bench.grant(token, persons);
    const { text } = await bench.ask(
      persons.map((id) => ({ id, grant: everything })),
      token,
    );
    // By its place: a report is read by others than the record.
    for (const [at, word] of words.entries())
      found.expect(
        !text.includes(word),
        `--sealed の${at + 1}件目の記録が見えました。`,
        `the record that --sealed names at place ${at + 1} was shown`,
      );
    const closed = entry.categories.filter((category) => tierOf(category) === Tier.T4);
    // A session opens the closed tier record by record; nothing was released to this one.
    const released = { session: 's-conformance', approved: [] };
    const inSession = await bench.grant(token, persons, {
      categories: closed,
      permit: { level: Level.NONE, rule: 'PROTECTION_COUNCIL', evidence: 's-conformance', released },
    });
    const answer = await bench.ask(
      persons.map((id) => ({ id, grant: inSession })),
      token,
    );
    for (const { facts, value } of bench.shown(answer))
      found.expect(
        !facts.isLeaf && isEmpty(value),
        `出されていない ${facts.coordinate} が見えました。`,
        `${facts.coordinate} was shown and had not been released`,
      );
    return found.seen({
      ja: `封じた記録${words.length}件、厳重秘匿の区分${closed.length}件`,
      en: `${words.length} sealed records, ${closed.length} categories of the closed tier`,
    });
  },
};

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : Object.values(value as object).every((each) => each === null);

export const ownRecordChecks: readonly Check[] = [ownDuty, sealed];
