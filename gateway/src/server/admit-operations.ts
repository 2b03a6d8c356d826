import type { Admit, RawOperation } from '@kasane/http';
import { HubError } from '@kasane/vocabulary';
import { createOperationGuard } from './limits/limit-operations.js';
import type { OperationLimits } from './limits/operation-limits.js';
import type { TrustedDocuments } from './trusted/trusted-documents.js';

export interface AdmissionOptions {
  readonly limits: OperationLimits;
  readonly trusted: TrustedDocuments | undefined;
  /** Nothing else is taken. */
  readonly trustedOnly: boolean;
}

/**
 * What is let in, before it is parsed: a trusted document by its hash or its text, whose shape was agreed; any other
 * within the limits, where others are taken.
 */
export function admitOperations({ limits, trusted, trustedOnly }: AdmissionOptions): Admit<unknown> {
  const guard = createOperationGuard(limits);
  return (operation) => {
    const known = trusted && trustedText(operation, trusted);
    if (known !== undefined) {
      guard.checkSizes(known, operation.variables);
      return known;
    }
    if (trustedOnly) throw new HubError('UNTRUSTED_DOCUMENT');
    if (operation.query !== undefined) guard.check(operation.query, operation.variables);
    return undefined;
  };
}

/** By text, or by hash: as `documentId`, or as Apollo's clients send it. */
function trustedText(operation: RawOperation, trusted: TrustedDocuments): string | undefined {
  const { query, documentId, extensions } = operation;
  if (query) return trusted.has(query) ? query : undefined;
  const persisted = extensions['persistedQuery'] as { readonly sha256Hash?: unknown } | null | undefined;
  const hash = documentId ?? persisted?.sha256Hash;
  return typeof hash === 'string' ? trusted.byHash(hash.replace(/^sha256:/, '').toLowerCase()) : undefined;
}
