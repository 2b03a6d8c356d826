import { Category, personId } from '@kasane/vocabulary';
import { change, linesOf } from '../change.js';
import { caseWorkedOn } from '../case/coordinate-case.js';
import type { CollaborationContext } from '../context.js';
import { newId } from '../new-id.js';
import { requireOfficial } from '../permission.js';
import { textProblems } from '../input.js';
import { reasonProblems } from '../reason.js';
import { CompositeFlagRow } from './flag-tables.js';
import type { CompositeFlagKind, FlagDecision } from './flag-words.js';

export interface FlagInput {
  readonly kind: CompositeFlagKind;
  readonly decision: FlagDecision;
  readonly persons: readonly string[];
  readonly reason: string;
}

/**
 * Records what somebody decided about a composite flag, suggested or not: a carer of 35 is one if a person says so.
 * @throws {HubError} as {@link caseWorkedOn}; `FORBIDDEN` to who is no official
 */
export async function decideFlag(
  caseId: string,
  input: FlagInput,
  context: CollaborationContext,
): Promise<{ readonly row: CompositeFlagRow } | { readonly problems: readonly string[] }> {
  const { viewer, now } = context;
  const field = 'Mutation.decideCompositeFlag';
  requireOfficial(viewer);
  const { row: found, persons: known } = await caseWorkedOn(caseId, context, field);
  const persons = [...new Set(input.persons)].map(personId);
  const problems = [
    ...(persons.length === 0 ? ['関係する人を選んでください。'] : []),
    // The same words for a stranger, somebody hidden, somebody with whom others work, and nobody.
    ...(persons.every((person) => known.includes(person))
      ? []
      : ['関係する人に、このケースであなたが担当している世帯員ではない人がいます。']),
    ...reasonProblems(input.reason),
    ...(input.reason.trim() === '' ? [] : textProblems('理由', input.reason)),
  ];
  if (problems.length > 0) return { problems: [...new Set(problems)] };
  const row = Object.assign(new CompositeFlagRow(), {
    id: newId('cf'),
    caseId: found.id,
    kind: input.kind,
    decision: input.decision,
    persons,
    reason: input.reason.trim(),
    officeCode: viewer.office,
    staffId: viewer.staffId,
    at: now,
  });
  const lines = linesOf(persons, Category.INTAKE, field, row.id);
  await change(context, lines, async (transaction) => {
    await transaction.insert(CompositeFlagRow, row as never);
  });
  return { row };
}
