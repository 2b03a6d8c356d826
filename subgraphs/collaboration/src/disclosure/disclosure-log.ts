import { isOpaqueId, noteReading, requirePurpose, type DisclosureLog } from '@kasane/subgraph-kit';
import { personId } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';

/** Where the log of a person is found; what stands in it, each party adds out of its own ledger. */
export const disclosureLogSdl = `
extend type Query {
  "閲覧記録 — who looked at a person, for the privacy officer who answers an access request (SUBJECT_ACCESS); null for everybody else"
  disclosureLog("人 — opaque id" person: ID!): DisclosureLog
}`;

export const disclosureLogQuery = {
  /**
   * The same for a person whom many looked at and for one of whom nobody has heard: to the privacy officer a log, and
   * to everybody else nothing.
   */
  disclosureLog(
    _: unknown,
    { person: text }: { readonly person: string },
    context: CollaborationContext,
  ): DisclosureLog | null {
    requirePurpose(context.viewer);
    const field = 'Query.disclosureLog';
    if (!isOpaqueId(text)) {
      context.recorder.add({ kind: 'READING', outcome: 'DENIED', items: [{ fields: [field] }] });
      return null;
    }
    const person = personId(text);
    return noteReading(context, person, field) ? { person } : null;
  },
};
