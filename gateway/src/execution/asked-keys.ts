import { Kind, parse, type FieldNode, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from './collect-fields.js';
import type { FetchRewrite } from './planner.js';

/** The keys under which the answer to an operation may hold something: of its root, and of each root field's objects. */
export interface AskedKeys {
  readonly root: readonly string[];
  under(rootKey: string): readonly string[];
}

/**
 * What a fetch asked for is all that is taken from its answer. A subgraph that says more speaks of fields that may be
 * another's, and would put its own word in their place.
 */
export function askedKeys(operation: string, rewrites: readonly FetchRewrite[] | undefined): AskedKeys {
  const document = parse(operation, { noLocation: true });
  const fragments = fragmentsOf(document);
  /** The fields of a selection, those of its fragments on any type included. */
  const fieldsOf = (set: SelectionSetNode | undefined): FieldNode[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return fieldsOf(fragment?.selectionSet);
    });
  // A field that the plan asks for under a name of its own gets its name back before it is merged.
  const renamed = (rewrites ?? []).flatMap((each) =>
    'KeyRenamer' in each ? [each.KeyRenamer.renameKeyTo] : [],
  );
  const under = new Map<string, ReadonlySet<string>>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const field of fieldsOf(definition.selectionSet)) {
      const keys = fieldsOf(field.selectionSet).map(keyOf);
      under.set(keyOf(field), new Set([...(under.get(keyOf(field)) ?? []), ...keys, ...renamed]));
    }
  }
  return {
    root: [...new Set([...under.keys(), ...renamed])],
    under: (key) => [...(under.get(key) ?? [])],
  };
}

const keyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;
