import { decide } from '@kasane/disclosure';
import { household, person, staffById } from '@kasane/sample-municipality';
import { Purpose, type PersonId } from '@kasane/vocabulary';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openTestHub, type TestHub } from '../test-hub.js';
import { factsOf } from '../world/sight.js';
import { openWorld } from '../world/world.js';
import { gatewayTable, measureGateways } from './gateway/measure.js';
import { growthTable, measureGrowth } from './growth/measure.js';
import { measureUnfiltered, unfilteredTable } from './household/measure.js';
import { memoryOf } from './memory.js';
import { spread, timeEach } from './sample.js';

/**
 * The household view of six members, on a fresh hub of this machine, next to two questions that bound it: the same
 * members without any sector, and a household that the asker may not know of.
 */
async function measureHousehold(quick: boolean): Promise<HouseholdResult> {
  const rounds = quick ? 50 : 200;
  const view = await readFile(
    new URL('../../../packages/local-hub/queries/household-view.graphql', import.meta.url),
    'utf8',
  );
  const membersOnly =
    'query ($id: ID!) { household(id: $id) { members { relation person { identity { name birthDate } } } } }';
  const started = performance.now();
  const hub = await openTestHub({ disposable: false });
  const readySeconds = (performance.now() - started) / 1000;
  try {
    const variables = { id: household('H06').id };
    const ask = (staff: string, query: string) => async (): Promise<void> => {
      const { status, errors } = await hub.ask(staff, query, { variables });
      if (status !== 200 || errors.length > 0)
        throw new Error(`The hub answered ${status}: ${JSON.stringify(errors)}`);
    };
    const questions = {
      view: ask('kato-coordinator', view),
      membersOnly: ask('kato-coordinator', membersOnly),
      foreign: ask('aizu-houkatsu-1-worker', view),
    };
    // The compiler needs some hundred requests until it has seen enough.
    for (const question of Object.values(questions)) await timeEach(rounds * 3, question);
    const times = { view: [] as number[], membersOnly: [] as number[], foreign: [] as number[] };
    // Interleaved, so that a busy moment of the machine weighs on all of them alike.
    for (let block = 0; block < 5; block++)
      for (const name of ['view', 'membersOnly', 'foreign'] as const)
        times[name].push(...(await timeEach(rounds / 5, questions[name])));
    const decisionMs = await measureDecision(hub);
    return {
      household: {
        view: spread(times.view),
        membersOnly: spread(times.membersOnly),
        foreign: spread(times.foreign),
      },
      'household.viewVsMembersOnly':
        Math.round((spread(times.view).median / spread(times.membersOnly).median) * 100) / 100,
      decisionMs: Math.round(decisionMs * 1000) / 1000,
      'household.decisionShare': Math.round((decisionMs / spread(times.view).median) * 10_000) / 10_000,
      readySeconds: Math.round(readySeconds * 10) / 10,
      memoryMb: Math.round((await memoryOf(process.pid)) ?? 0),
    };
  } finally {
    await hub.stop();
  }
}

/** Milliseconds of the decision that the view rests on, in this process, from the same rows. */
async function measureDecision(hub: TestHub): Promise<number> {
  const store = await openWorld(hub);
  const world = await store.read();
  await store.close();
  const viewer = { ...staffById('kato-coordinator'), purpose: Purpose.SERVICE_COORDINATION };
  const members = household('H06').members.map((member) => person(member.person).id);
  const { consents, assignments, ...facts } = factsOf(world, viewer, new Date());
  // Collaboration reads the facts of those whom the question is about.
  const isTheirs = ({ person: id }: { readonly person: PersonId }): boolean => members.includes(id);
  const theirs = {
    ...facts,
    consents: consents.filter(({ subject }) => members.includes(subject)),
    assignments: assignments.filter(isTheirs),
    measures: facts.measures.filter(isTheirs),
  };
  const times: number[] = [];
  for (let round = 0; round < 1_000; round++) {
    const start = performance.now();
    decide(theirs, members);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[500] ?? 0;
}

interface HouseholdResult {
  readonly household: Readonly<Record<string, { median: number; p95: number }>>;
  readonly [name: string]: unknown;
}

function table(result: HouseholdResult): string {
  const { household: times, ...numbers } = result;
  return [
    '| six members, ms | median | p95 |',
    '| --- | --- | --- |',
    ...Object.entries(times).map(([name, { median, p95 }]) => `| ${name} | ${median} | ${p95} |`),
    '',
    ...Object.entries(numbers).map(([name, value]) => `${name}: ${String(value)}`),
  ].join('\n');
}

/** `--only gateway`, `--only household` or `--only growth`, `--quick`, `--json`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const isWanted = (part: string): boolean => values.only === undefined || values.only === part;
  const gateways = isWanted('gateway') ? await measureGateways({ quick: values.quick }) : undefined;
  const view = isWanted('household') ? await measureHousehold(values.quick) : undefined;
  const unfiltered = isWanted('household') ? await measureUnfiltered({ quick: values.quick }) : undefined;
  const growth = isWanted('growth') ? await measureGrowth({ quick: values.quick }) : undefined;
  const { ratios, ...gateway } = gateways ?? {};
  process.stdout.write(
    values.json
      ? `${JSON.stringify({
          ...ratios,
          ...(gateways && { gateway }),
          ...view,
          ...unfiltered?.ratios,
          ...(unfiltered && { unfiltered: unfiltered.contestants }),
          ...growth?.ratios,
          ...(growth && { growth }),
        })}\n`
      : `${[
          gateways && gatewayTable(gateways),
          view && table(view),
          unfiltered && unfilteredTable(unfiltered),
          growth && growthTable(growth),
        ]
          .filter(Boolean)
          .join('\n\n')}\n`,
  );
}

await main();
