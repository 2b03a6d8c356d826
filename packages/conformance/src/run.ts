import type { Label } from '@kasane/vocabulary';
import { Bench } from './bench.js';
import { Verdict, type Check, type Seen, type Severity } from './check.js';
import { boundGrantChecks } from './checks/bound-grants.js';
import { errorChecks } from './checks/errors.js';
import { existenceChecks } from './checks/existence.js';
import { forgedGrantChecks } from './checks/forged-grants.js';
import { grantChecks } from './checks/grants.js';
import { httpChecks } from './checks/http.js';
import { ledgerChecks } from './checks/ledger.js';
import { ownRecordChecks } from './checks/own-records.js';
import { rootFieldChecks } from './checks/root-fields.js';
import { schemaChecks } from './checks/schema.js';
import { sideDoorChecks } from './checks/side-door.js';
import { timeChecks } from './checks/time.js';
import { twinChecks } from './checks/twins.js';
import { twoAtOnceChecks } from './checks/two-at-once.js';
import { viewerChecks } from './checks/viewer.js';
import { Endpoint, isRecord } from './endpoint.js';
import { SubgraphSchema } from './subgraph-schema.js';
import { mintViewer } from './tokens.js';
import { aStranger } from './viewers.js';
import type { Told } from './told.js';

/** Everything that is looked at, in the order in which it is told. */
export const checks: readonly Check[] = [
  ...schemaChecks,
  ...viewerChecks,
  ...grantChecks,
  ...forgedGrantChecks,
  ...boundGrantChecks,
  ...ownRecordChecks,
  ...sideDoorChecks,
  ...rootFieldChecks,
  ...existenceChecks,
  ...twoAtOnceChecks,
  ...twinChecks,
  ...errorChecks,
  ...httpChecks,
  ...ledgerChecks,
  ...timeChecks,
];

/** How one check ended, with what it saw. */
export interface Result {
  readonly id: string;
  readonly title: Label;
  readonly why: Label;
  readonly severity: Severity;
  readonly verdict: Verdict;
  readonly seen: readonly Label[];
  readonly milliseconds: number;
}

export interface Report {
  readonly url: string;
  readonly sector: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly results: readonly Result[];
  /** No check failed. */
  readonly isSound: boolean;
  /** No check failed, and none was left out for want of something. */
  readonly isComplete: boolean;
}

export interface RunOptions {
  /** Told as each check ends. */
  readonly progress?: (result: Result) => void;
  readonly clock?: () => Date;
  /** The ids of the checks to run; all unless said. The rest is not checked, so the run is not complete. */
  readonly only?: readonly string[] | undefined;
}

/**
 * Runs every check against a running subgraph. One after the other: their times must not mix.
 * A subgraph that cannot be reached, or tells no schema, fails the first check; the rest are then not checked.
 */
export async function runConformance(told: Told, options: RunOptions = {}): Promise<Report> {
  const { progress = () => undefined, clock = () => new Date(), only } = options;
  const at = clock().toISOString();
  const schema = await readSchema(told);
  const results: Result[] = [];
  const bench = schema instanceof SubgraphSchema ? new Bench(told, schema) : undefined;
  for (const [place, check] of checks.entries()) {
    const began = performance.now();
    const isWanted = only?.includes(check.id) ?? true;
    const ended = bench
      ? isWanted
        ? await verdictOf(check, bench)
        : { verdict: Verdict.NOT_CHECKED, seen: [{ ja: '--only にありません。', en: 'not in --only' }] }
      : { verdict: place === 0 ? Verdict.FAILED : Verdict.NOT_CHECKED, seen: [schema as Label] };
    const { id, title, why, severity } = check;
    const result = { id, title, why, severity, ...ended, milliseconds: performance.now() - began };
    results.push(result);
    progress(result);
  }
  const isSound = results.every(({ verdict }) => verdict !== Verdict.FAILED);
  return {
    url: told.url,
    sector: told.entry.id,
    at,
    results,
    isSound,
    isComplete: isSound && results.every(({ verdict }) => verdict !== Verdict.NOT_CHECKED),
  };
}

async function verdictOf(check: Check, bench: Bench): Promise<Pick<Result, 'verdict' | 'seen'>> {
  if (check.sectorsOnly && bench.isCollaboration)
    return {
      verdict: Verdict.NOT_APPLICABLE,
      seen: [{ ja: '多機関協働は自ら判断します。', en: 'collaboration decides itself' }],
    };
  const missing = check.needs?.(bench);
  if (missing) return { verdict: Verdict.NOT_CHECKED, seen: [missing] };
  const { findings, note, notChecked } = await check.run(bench).catch(failed);
  if (notChecked) return { verdict: Verdict.NOT_CHECKED, seen: [notChecked] };
  const seen = [...findings, ...(note ? [note] : [])];
  if (findings.length === 0) return { verdict: Verdict.PASSED, seen };
  return { verdict: check.severity === 'MUST' ? Verdict.FAILED : Verdict.WARNED, seen };
}

/** A subgraph that hangs up, hangs, or answers what no check expects: that is seen too, and never passes. */
const failed = (cause: unknown): Seen => ({
  findings: [
    {
      ja: `最後まで確かめられませんでした: ${reasonOf(cause)}`,
      en: `it could not be carried out: ${reasonOf(cause)}`,
    },
  ],
});

/** `fetch` says "fetch failed", and why in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}

async function readSchema(told: Told): Promise<SubgraphSchema | Label> {
  try {
    const token = await mintViewer(aStranger(), { key: told.keys.viewer });
    const answer = await new Endpoint(told.url).ask({ query: '{ _service { sdl } }', token });
    const service = answer.data?.['_service'];
    const sdl = isRecord(service) ? service['sdl'] : undefined;
    if (typeof sdl === 'string') return new SubgraphSchema(sdl);
    return {
      ja: `_service { sdl } に答えません(HTTP ${answer.status})。サブグラフは、この鍵の公開の半分で起動していますか。`,
      en: `_service { sdl } is not answered (HTTP ${answer.status}): was the subgraph started with the public halves of these keys?`,
    };
  } catch (error) {
    const reason = reasonOf(error);
    return { ja: `スキーマを読めません: ${reason}`, en: `the schema cannot be read: ${reason}` };
  }
}
