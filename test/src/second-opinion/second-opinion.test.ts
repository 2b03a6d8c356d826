import { expect, test } from '@jest/globals';
import { decide, rules, type Cell } from '@kasane/disclosure';
import { WithheldReason } from '@kasane/vocabulary';
import { randomFrom, runSeed } from '../random/random.js';
import { diceFrom } from './dice.js';
import { judge } from './judge.js';
import { persons, randomFacts } from './random-facts.js';
import { SESSION_RULES } from './sessions.js';

const CONTEXTS = 100_000;

/** All that is compared of a cell. */
function told(cell: Cell | undefined): string {
  if (cell === undefined) return 'not decided';
  const { rule, evidence } = cell;
  const found = [evidence?.id, evidence?.until?.getTime() ?? 'without an end'];
  if (!cell.permitted) return ['denied', rule, cell.reason, ...found, cell.silent, cell.barred].join(' ');
  const { basis, level, released, despite } = cell;
  return ['permitted', rule, basis, level, ...found, released?.session, released?.approved, despite].join(
    ' ',
  );
}

/** What a cell shows to have been reached. */
function kindsOf(cell: Cell): readonly string[] {
  const { rule } = cell;
  if (!cell.permitted)
    return [
      rule,
      cell.reason,
      ...(cell.silent === undefined ? [] : [cell.silent, `${cell.silent}, told ${rule}`]),
      ...(cell.barred ? ['barred'] : []),
    ];
  return [
    rule,
    `${rule} ${cell.level}`,
    `${rule} ${cell.evidence.until ? 'with' : 'without'} an end`,
    ...(cell.released ? [`${rule} with releases`] : []),
    ...(cell.released?.approved ? [`${rule} with approved releases`] : []),
    ...(cell.despite === undefined ? [] : [`${rule} despite a refusal`]),
  ];
}

/** How often each must be met at the least: agreeing on what is not asked says nothing. About half of what is met. */
const least: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.values(WithheldReason).map((reason) => [reason, 3_000])),
  NO_PURPOSE: 30_000,
  RESTRICTED_PARTY: 20_000,
  'RESTRICTED_PARTY, told REFUSAL': 1_500,
  PROTECTED: 20_000,
  'PROTECTED, told REFUSAL': 1_500,
  CONFLICT_OF_INTEREST: 50_000,
  REFUSAL: 50_000,
  DEFAULT_DENY: 500_000,
  barred: 100_000,
  'OWN_OFFICE with an end': 20_000,
  'OWN_OFFICE without an end': 15_000,
  'OWN_OFFICE with releases': 4_000,
  'OWN_OFFICE with approved releases': 200,
  CONSENT: 30_000,
  'CONSENT with releases': 3_000,
  ...Object.fromEntries(
    Object.values(SESSION_RULES).flatMap((rule) => [
      [rule, 6_000],
      [`${rule} NONE`, 2_500],
      [`${rule} with releases`, 6_000],
      [`${rule} despite a refusal`, 300],
    ]),
  ),
  'SUPPORT_CONFERENCE SUMMARY': 4_000,
  'LIVELIHOOD_CONFERENCE SUMMARY': 4_000,
  'CARE_CONFERENCE SUMMARY': 2_000,
  'CARE_CONFERENCE EXISTENCE': 2_000,
  ...Object.fromEntries(
    ['PROTECTION_COUNCIL', 'ELDER_ABUSE', 'DISABILITY_ABUSE', 'CHILD_ABUSE'].map((rule) => [
      `${rule} DETAIL`,
      3_000,
    ]),
  ),
  ...Object.fromEntries(
    ['SUPPORT_CONFERENCE', 'PROTECTION_COUNCIL', 'ELDER_ABUSE', 'DISABILITY_ABUSE', 'CHILD_ABUSE'].map(
      (rule) => [`${rule} with approved releases`, 1_200],
    ),
  ),
  EMERGENCY: 12_000,
  'EMERGENCY despite a refusal': 1_500,
};

test('every rule of the table is one that must be met', () => {
  for (const { id } of rules) expect(Object.keys(least).some((kind) => kind.startsWith(id))).toBe(true);
});

test(`decide says of ${CONTEXTS.toLocaleString()} contexts what the rules say in words`, () => {
  const seeds = randomFrom(runSeed().seed ?? Date.now());
  const met = new Map<string, number>();
  const disagreements: string[] = [];
  for (let context = 0; context < CONTEXTS && disagreements.length < 5; context += 1) {
    const seed = seeds.int(2 ** 32);
    const facts = randomFacts(diceFrom(seed));
    const asked = persons.filter((_, at) => at === seed % 3 || at === seed % 5);
    const decision = decide(facts, asked);
    for (const person of asked)
      for (const { id: sector, categories } of facts.registry)
        for (const category of categories) {
          const judged = judge(facts, person, sector, category);
          const decided = decision.get(person)?.get(sector)?.get(category);
          if (told(decided) !== told(judged))
            disagreements.push(
              `randomFacts(diceFrom(${seed})), ${person}, ${sector}, ${category}: ` +
                `decided ${told(decided)}, judged ${told(judged)}`,
            );
          for (const kind of kindsOf(judged)) met.set(kind, (met.get(kind) ?? 0) + 1);
        }
  }
  expect(disagreements).toEqual([]);
  const tooFew = Object.entries(least).filter(([kind, count]) => (met.get(kind) ?? 0) < count);
  expect(tooFew.map(([kind]) => `${kind}: ${met.get(kind) ?? 0}`)).toEqual([]);
}, 120_000);
