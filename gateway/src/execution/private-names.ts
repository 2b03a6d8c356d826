import {
  GraphQLError,
  Kind,
  print,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Supergraph } from './supergraph.js';

/**
 * A client may call any field anything: `{ id: name }`. Between the subgraphs and us the same key means the
 * entity's key, and the planner does not notice: representations would be built from the name. So whatever
 * could collide travels under a private prefix, and gets the client's own word back on the way out.
 */
const prefix = '_kasane_';

/** The key in the data of the subgraphs, for a field that the client called so. */
export function dataKey(field: string, alias: string | undefined, supergraph: Supergraph): string {
  if (alias === undefined || alias === field) return field;
  return alias.startsWith('_') || alias in Object.prototype || supergraph.fieldNames.has(alias)
    ? prefix + alias
    : alias;
}

/** The client's own word for a key of the data. */
export const clientKey = (key: string): string => (key.startsWith(prefix) ? key.slice(prefix.length) : key);

/** The planner brings variables of its own into every entity fetch. */
const isPlannersVariable = (name: string): boolean => name === 'representations' || name.startsWith('_');

export interface PlannableOperation {
  /** `undefined`: nothing is left to fetch. */
  readonly text: string | undefined;
  /** Name in the plan → the client's name of the variable. */
  readonly clientVariable: (name: string) => string;
}

/** Larger than any honest operation; fragments that spread each other twice grow exponentially. */
const maxSelections = 20_000;

/** Selection sets within each other. The planner's own parser gives up a little later, in words that are not for a client. */
const maxDepth = 40;

/**
 * The operation as the planner gets it: fragments inlined; introspection and the root `__typename` taken out,
 * for we answer them ourselves; literal `@skip` and `@include` decided; colliding names made private.
 *
 * @throws {GraphQLError} when it is too large or too deep
 */
export function toPlannable(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  supergraph: Supergraph,
): PlannableOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  let selections = 0;
  let depth = 0;

  const rewriteSet = (set: SelectionSetNode, atRoot: boolean): SelectionSetNode => {
    if (++depth > maxDepth) throw unplannable('The operation is too deep.');
    const rewritten = set.selections.flatMap((each) => rewrite(each, atRoot) ?? []);
    depth--;
    return { kind: Kind.SELECTION_SET, selections: rewritten };
  };

  const rewrite = (selection: SelectionNode, atRoot: boolean): SelectionNode | undefined => {
    if (++selections > maxSelections) throw unplannable('The operation is too large.');
    const directives = undecided(selection.directives ?? []);
    if (!directives) return undefined;
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      if (name === '__schema' || name === '__type' || (atRoot && name === '__typename')) return undefined;
      // Under another name the planner would not look for the concrete type of an interface object.
      const key = name === '__typename' ? name : dataKey(name, selection.alias?.value, supergraph);
      const rewritten = selection.selectionSet && rewriteSet(selection.selectionSet, false);
      // Of an interface that some hidden type implements, the planner would not ask which it is.
      const set = rewritten && supergraph.mayBringHidden(name) ? withTypename(rewritten) : rewritten;
      return {
        kind: Kind.FIELD,
        name: selection.name,
        ...(key !== name && { alias: { kind: Kind.NAME, value: key } }),
        ...(selection.arguments && { arguments: selection.arguments }),
        directives,
        ...(set && { selectionSet: set.selections.length > 0 ? set : justTypename }),
      };
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (!fragment) return undefined;
    const selectionSet = rewriteSet(fragment.selectionSet, atRoot);
    if (selectionSet.selections.length === 0) return undefined;
    const { typeCondition } = fragment;
    return { kind: Kind.INLINE_FRAGMENT, ...(typeCondition && { typeCondition }), directives, selectionSet };
  };

  const selectionSet = rewriteSet(operation.selectionSet, true);
  const plannable: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.operation,
    variableDefinitions: operation.variableDefinitions ?? [],
    selectionSet,
  };
  const isRenamed = plannable.variableDefinitions?.some(({ variable }) =>
    isPlannersVariable(variable.name.value),
  );
  const clientVariable = isRenamed ? (name: string) => clientKey(name) : (name: string) => name;
  const text =
    selectionSet.selections.length === 0
      ? undefined
      : print(isRenamed ? withPrivateVariables(plannable) : plannable);
  return { text, clientVariable };
}

const unplannable = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });

const justTypename: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};

const withTypename = (set: SelectionSetNode): SelectionSetNode => ({
  ...set,
  selections: [...justTypename.selections, ...set.selections],
});

/** The directives that a variable decides; `undefined` when a literal already decided against the selection. */
function undecided(directives: readonly DirectiveNode[]): DirectiveNode[] | undefined {
  const left: DirectiveNode[] = [];
  for (const directive of directives) {
    const condition = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    const name = directive.name.value;
    if ((name === 'skip' || name === 'include') && condition?.kind === Kind.BOOLEAN) {
      if (condition.value === (name === 'skip')) return undefined;
    } else if (name === 'skip' || name === 'include') {
      left.push(directive);
    }
  }
  return left;
}

const withPrivateVariables = (operation: OperationDefinitionNode): OperationDefinitionNode =>
  visit(operation, {
    Variable: (node) => ({
      ...node,
      name: {
        ...node.name,
        value: isPlannersVariable(node.name.value) ? prefix + node.name.value : node.name.value,
      },
    }),
  });
