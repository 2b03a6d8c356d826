import type { Sheet } from '@kasane/documents';
import { ErrorCode, HubError } from '@kasane/vocabulary';
import { execute, isEnumType, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { CollaborationContext } from '../context.js';
import { assessmentSheet, caseNotesSheet, intakeSheet } from './case-sheets.js';
import { minutesSheet } from './minutes-sheet.js';
import { evaluationSheet, planSheet } from './plan-sheets.js';
import { referralSheet } from './referral-sheet.js';
import { SheetKind } from './sheet-kind.js';
import type { SheetSource, Words } from './sheet-source.js';

export const sources: Readonly<Record<SheetKind, SheetSource<never>>> = {
  INTAKE: intakeSheet,
  ASSESSMENT: assessmentSheet,
  CASE_NOTES: caseNotesSheet,
  REFERRAL: referralSheet,
  PLAN: planSheet,
  EVALUATION: evaluationSheet,
  MINUTES: minutesSheet,
};
const questions = new Map<SheetKind, DocumentNode>(
  Object.values(SheetKind).map((kind) => [kind, parse(sources[kind].question)]),
);

/**
 * A form, filled in with what this viewer is shown. Its question goes through the guarded schema in the same request,
 * so nothing is on the paper that is not also permitted and in the ledger.
 * @throws {HubError} `NOT_FOUND` when there is no such thing, or none that the viewer may know of
 */
export async function printSheet(
  kind: SheetKind,
  id: string,
  schema: GraphQLSchema,
  context: CollaborationContext,
): Promise<Sheet> {
  const document = questions.get(kind);
  if (!document) throw new HubError(ErrorCode.BAD_USER_INPUT);
  const { data, errors } = await execute({
    schema,
    document,
    contextValue: context,
    variableValues: { id },
  });
  const [error] = errors ?? [];
  // A part that could not be read must not look like one where nothing is written.
  if (error) throw error.originalError ?? error;
  const source = sources[kind];
  const laid = source.lay(data as never, wordsOf(schema));
  if (!laid) throw new HubError(ErrorCode.NOT_FOUND);
  const { viewer, loaders, now } = context;
  const office = await loaders.offices.load(viewer.office);
  return {
    title: source.title,
    ...laid,
    printed: { by: viewer.name ?? viewer.staffId, office: office?.name ?? viewer.office, at: now },
  };
}

/** Labels as the schema tells them: `相談受付 — received`. */
const wordsOf = (schema: GraphQLSchema): Words => ({
  of(enumName, value) {
    if (value === null || value === undefined) return null;
    const type = schema.getType(enumName);
    if (!isEnumType(type))
      throw new Error(`A sheet names the enum ${enumName}, which the schema does not have.`);
    return type.getValue(value)?.description?.split(' — ')[0] ?? value;
  },
});
