import { errorCodes, HubError, isErrorCode, type ErrorCode } from '@kasane/vocabulary';
import { GraphQLError } from 'graphql';
import type { Json } from './json.js';
import { isJsonObject } from './json.js';
import type { ResponsePath } from './paths.js';
import { clientKey } from './private-names.js';
import type { Absence, Run } from './run.js';

/** More errors than this say nothing more, and each costs the reader a line. */
const maxErrors = 100;

/**
 * What a client is told of an error: a code of the hub, its fixed words, and where in its own query. A
 * subgraph's message may hold a name, a URL or a line of SQL, so that none of it is passed on.
 */
export function publicError(code: ErrorCode, path?: ResponsePath): GraphQLError {
  return new GraphQLError(errorCodes[code].message, {
    ...(path &&
      path.length > 0 && { path: path.map((key) => (typeof key === 'string' ? clientKey(key) : key)) }),
    originalError: new HubError(code),
    extensions: { code },
  });
}

/** Takes over the errors of one answer; `place` turns a subgraph's path into the one in our data. */
export function takeOver(
  run: Run,
  subgraph: string,
  errors: readonly Json[],
  place: (path: readonly (string | number)[] | undefined) => ResponsePath | undefined,
): void {
  for (const error of errors) {
    const { path, extensions } = isJsonObject(error) ? error : {};
    const code = isJsonObject(extensions) ? extensions['code'] : undefined;
    if (code === 'SECTOR_UNAVAILABLE' || code === 'SECTOR_TIMEOUT') {
      run.unavailable.set(subgraph, code);
      continue;
    }
    const known = isErrorCode(code) ? code : 'INTERNAL';
    run.errors.push(publicError(known, place(isPath(path) ? path : undefined)));
  }
}

/**
 * The errors of an answer, always in one order: by place, then by code. In the order in which the sectors happened to
 * answer, they would tell a patient reader which of them had more to read.
 */
export const inOrder = (errors: readonly GraphQLError[]): GraphQLError[] =>
  [...errors].sort(byPlace).slice(0, maxErrors);

function byPlace(a: GraphQLError, b: GraphQLError): number {
  const [left, right] = [a.path ?? [], b.path ?? []];
  const at = left.findIndex((key, index) => key !== right[index]);
  if (at === -1) return left.length - right.length || compare(codeOf(a), codeOf(b));
  return compare(left[at], right[at]);
}

const codeOf = ({ extensions }: GraphQLError): string => String(extensions['code']);

/** A path that ends comes first; within a list the keys are numbers, within an object names. */
function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}

const isPath = (value: Json | undefined): value is (string | number)[] =>
  Array.isArray(value) && value.every((key) => typeof key === 'string' || typeof key === 'number');

/** One error per sector that is away, however many fetches went there. */
export function absenceErrors(unavailable: ReadonlyMap<string, Absence>): GraphQLError[] {
  const codes = [...unavailable.values()];
  return codes.map((code) => publicError(code));
}
