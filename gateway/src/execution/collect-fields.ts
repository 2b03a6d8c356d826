import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** The client's operation, seen with the boolean variables of one request. */
export interface View {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly isTrue: (variable: string) => boolean;
}

export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  return fragments;
}

/** What the client asked of an object, in its order: response key → the places that ask for it. */
export function collectFields(
  sets: readonly SelectionSetNode[],
  applies: (typeCondition: string) => boolean,
  view: View,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection.directives, view)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = fields.get(key);
        if (known) known.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : view.fragments.get(selection.name.value);
      if (!fragment) continue;
      if (!fragment.typeCondition || applies(fragment.typeCondition.name.value))
        collect(fragment.selectionSet);
    }
  };
  sets.forEach(collect);
  return fields;
}

function isIncluded(directives: readonly DirectiveNode[] | undefined, view: View): boolean {
  for (const { name, arguments: given } of directives ?? []) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const condition = given?.[0]?.value;
    const value =
      condition?.kind === Kind.VARIABLE
        ? view.isTrue(condition.name.value)
        : condition?.kind === Kind.BOOLEAN && condition.value;
    if (value === (name.value === 'skip')) return false;
  }
  return true;
}

/** The variables on which `@skip` and `@include` depend, anywhere in the document. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const found = new Set<string>();
  const visitSet = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      for (const { name, arguments: given } of selection.directives ?? []) {
        const condition = given?.[0]?.value;
        if ((name.value === 'skip' || name.value === 'include') && condition?.kind === Kind.VARIABLE) {
          found.add(condition.name.value);
        }
      }
      if ('selectionSet' in selection && selection.selectionSet) visitSet(selection.selectionSet);
    }
  };
  for (const each of document.definitions) if ('selectionSet' in each) visitSet(each.selectionSet);
  return [...found];
}
