import { ErrorCode, HubError } from '@kasane/vocabulary';

/**
 * The one answer to every token that is not good, in the same words: which check it failed would teach a forger.
 * The reason is kept as the `cause` for whoever operates the hub, without the token or its claims.
 */
export function unauthenticated(error: unknown): HubError {
  return new HubError(ErrorCode.UNAUTHENTICATED, undefined, { cause: reasonOf(error) });
}

/** jose's errors carry the payload that they refused; only the code and the claim's name go on. */
function reasonOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (!(error instanceof Error)) return 'unknown';
  const { code, claim } = error as Error & { code?: unknown; claim?: unknown };
  if (typeof code === 'string') return typeof claim === 'string' ? `${code} ${claim}` : code;
  return error instanceof TypeError ? error.message : error.name;
}
