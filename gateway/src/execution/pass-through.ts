import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { batchShape } from './answer-shape.js';
import { conditionVariables, fragmentsOf, type View } from './collect-fields.js';
import { speaksOf, wordsOf, type PlanStep } from './plan-words.js';
import type { EntityBatchAlias, PlanNode } from './planner.js';
import { compileRecognise, type RecogniseAnswer } from './recognise-answer.js';
import type { Supergraph } from './supergraph.js';

/** A fetch of entities whose answer may go on as it came. */
export interface PassThrough {
  /** For each batch, at which places of `asWritten` its values go. */
  readonly places: readonly (readonly number[])[];
  readonly recognise: RecogniseAnswer;
}

export interface PassThroughs {
  find(fetch: PlanStep, batches: readonly EntityBatchAlias[]): PassThrough | undefined;
  /** The keys of which objects may hold values as they were written, by their place in `asWritten`. */
  readonly keys: readonly string[];
}

/**
 * Finds the fetches whose fields are the client's own, key by key and in its order, and which no other step of the plan
 * looks into: their answers are looked at once, as text, and never become objects. In the view of a household that is
 * every sector.
 */
export function createPassThroughs(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  plan: PlanNode | undefined,
  supergraph: Supergraph,
): PassThroughs {
  // Where a variable decides about fields, an answer has many shapes.
  if (conditionVariables(document).length > 0) return { find: () => undefined, keys: [] };
  const view: View = { fragments: fragmentsOf(document), isTrue: () => false };
  const spoken = plan ? wordsOf(plan, supergraph) : [];

  const keys: string[] = [];
  const placeOf = (key: string): number => {
    const known = keys.indexOf(key);
    return known === -1 ? keys.push(key) - 1 : known;
  };

  const find: PassThroughs['find'] = (fetch, batches) => {
    const found = batches.map((batch) => batchShape(fetch, batch, { operation, supergraph, view }));
    const shapes = found.filter((shape) => shape !== undefined);
    if (shapes.length < found.length) return undefined;
    // Another step that speaks of such a key may add to it, or look into it.
    const isAlone = shapes.every(({ type, fields }, at) =>
      fields.every(([key]) =>
        spoken.every(
          ({ step, alias, words }) =>
            (step === fetch && alias === batches[at]?.alias) || !speaksOf(words, type, key),
        ),
      ),
    );
    const recognise = isAlone ? compileRecognise(shapes) : undefined;
    return (
      recognise && { places: shapes.map(({ fields }) => fields.map(([key]) => placeOf(key))), recognise }
    );
  };
  return { find, keys };
}
