import { errorCodes } from '@kasane/vocabulary';
import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { JsonObject } from './json.js';
import type { ResponsePath } from './paths.js';
import type { Run } from './run.js';
import { absenceErrors, inOrder, publicError } from './subgraph-errors.js';

/** What stands beside the data of an answer. */
export interface BesideData {
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: JsonObject;
}

/**
 * @param isNull whether there is no data at all
 * @param broken where the data broke the promise of the schema
 */
export function besideData(
  run: Run,
  isNull: boolean,
  broken: readonly ResponsePath[],
  logger: Logger,
): BesideData {
  if (broken.length > 0) {
    const { requestId } = run;
    logger.warn({ requestId, count: broken.length }, 'data did not keep the promise of the schema');
  }
  const extensions = extensionsOf(run);
  const told = [...absenceErrors(run.unavailable), ...run.errors];
  const errors = inOrder([...told, ...unexplained(broken, told)]);
  return {
    ...(errors.length > 0 && { errors: isNull ? withStatus(errors) : errors }),
    ...(extensions && { extensions }),
  };
}

/** A null that breaks the schema is an error, unless one that is already there accounts for it. */
function unexplained(broken: readonly ResponsePath[], errors: readonly GraphQLError[]): GraphQLError[] {
  const explains = ({ path }: GraphQLError, place: ResponsePath): boolean =>
    !path || path.slice(0, place.length).every((key, at) => key === place[at]);
  return broken
    .filter((place) => !errors.some((error) => explains(error, place)))
    .slice(0, 10)
    .map((place) => publicError('INTERNAL', place));
}

/** An answer without any data has the HTTP status of what went wrong first; one with data is an answer. */
function withStatus(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const [first] = errors;
  const code = first?.extensions['code'] as keyof typeof errorCodes | undefined;
  if (first && code && Object.hasOwn(errorCodes, code))
    first.extensions['http'] = { status: errorCodes[code].status };
  return errors;
}

function extensionsOf({ unavailable, withheld, asked }: Run): JsonObject | undefined {
  const left = [...withheld].filter((subgraph) => !asked.has(subgraph));
  if (unavailable.size === 0 && left.length === 0) return undefined;
  return {
    ...(unavailable.size > 0 && { unavailable: [...unavailable.keys()].sort() }),
    ...(left.length > 0 && { withheld: left.sort() }),
  };
}
