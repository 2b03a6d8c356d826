import {
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large a document is, with every fragment counted wherever it is spread. */
export interface DocumentMeasure {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  /** The largest list that is asked for, and how many values the answer may hold, under these variables. */
  readonly extent: (variables: Variables) => Extent;
}

export interface Extent {
  readonly listSize: number;
  readonly cost: number;
}

type Variables = Readonly<Record<string, unknown>>;
type Counts = Pick<DocumentMeasure, 'depth' | 'aliases' | 'directives'>;

const sizeArguments: ReadonlySet<string> = new Set(['first', 'last', 'limit']);
const nothing: Counts = { depth: 0, aliases: 0, directives: 0 };

/**
 * Time grows with the text and not with what the fragments unfold to: each fragment is counted once.
 * `undefined`: not GraphQL, which the parser tells better.
 */
export function measureDocument(text: string): DocumentMeasure | undefined {
  const document = parsed(text);
  if (!document) return undefined;
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const count = counter(fragments);
  const counted = operations.map((operation) => {
    const inside = count(operation.selectionSet);
    return { ...inside, directives: inside.directives + (operation.directives?.length ?? 0) };
  });
  const most = (key: keyof Counts): number => Math.max(0, ...counted.map((each) => each[key]));
  const extents = operations.map((operation) => extentOf(operation, fragments));
  return {
    depth: most('depth'),
    aliases: most('aliases'),
    directives: most('directives'),
    rootFields: Math.max(
      0,
      ...operations.map((operation) => rootFieldsOf(operation.selectionSet, fragments)),
    ),
    extent: (variables) => {
      const all = extents.map((extent) => extent(variables));
      return {
        listSize: Math.max(0, ...all.map(({ listSize }) => listSize)),
        cost: Math.max(0, ...all.map(({ cost }) => cost)),
      };
    },
  };
}

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text, { noLocation: true });
  } catch {
    return undefined;
  }
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function counter(fragments: Fragments): (set: SelectionSetNode) => Counts {
  const known = new Map<string, Counts>();
  const ofFragment = (name: string): Counts => {
    const found = known.get(name);
    if (found) return found;
    // A fragment that comes back to itself counts as nothing here; validation refuses it.
    known.set(name, nothing);
    const fragment = fragments.get(name);
    if (fragment) known.set(name, count(fragment.selectionSet));
    return known.get(name)!;
  };
  const count = (set: SelectionSetNode): Counts => {
    let { depth, aliases, directives } = nothing;
    for (const selection of set.selections) {
      const isField = selection.kind === Kind.FIELD;
      const inside =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : selection.selectionSet
            ? count(selection.selectionSet)
            : nothing;
      depth = Math.max(depth, inside.depth + (isField ? 1 : 0));
      aliases += inside.aliases + (isField && selection.alias ? 1 : 0);
      directives += inside.directives + (selection.directives?.length ?? 0);
    }
    return { depth, aliases, directives };
  };
  return count;
}

function rootFieldsOf(
  set: SelectionSetNode,
  fragments: Fragments,
  known = new Map<string, number>(),
): number {
  let fields = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) fields += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      fields += rootFieldsOf(selection.selectionSet, fragments, known);
    else {
      const name = selection.name.value;
      const fragment = fragments.get(name);
      if (fragment && !known.has(name)) {
        known.set(name, 0);
        known.set(name, rootFieldsOf(fragment.selectionSet, fragments, known));
      }
      fields += known.get(name) ?? 0;
    }
  }
  return fields;
}

function extentOf(
  operation: OperationDefinitionNode,
  fragments: Fragments,
): (variables: Variables) => Extent {
  const defaults = new Map<string, unknown>();
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) defaults.set(variable.name.value, Number(defaultValue.value));
  }
  let constant: Extent | undefined;
  return (variables) => {
    if (constant) return constant;
    let listSize = 0;
    let varies = false;
    const known = new Map<string, number>();
    const sizeOf = (field: FieldNode): number => {
      let size = 1;
      for (const { name, value } of field.arguments ?? []) {
        if (!sizeArguments.has(name.value)) continue;
        varies ||= value.kind === Kind.VARIABLE;
        const asked =
          value.kind === Kind.INT
            ? Number(value.value)
            : value.kind === Kind.VARIABLE
              ? (ownValue(variables, value.name.value) ?? defaults.get(value.name.value))
              : undefined;
        // What is no Int of GraphQL is refused as that.
        if (typeof asked === 'number' && asked > 0 && asked <= 0x7fffffff) size = Math.max(size, asked);
      }
      listSize = Math.max(listSize, size);
      return size;
    };
    const cost = (set: SelectionSetNode): number => {
      let sum = 0;
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          sum += 1 + (selection.selectionSet ? sizeOf(selection) * cost(selection.selectionSet) : 0);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) sum += cost(selection.selectionSet);
        else {
          const name = selection.name.value;
          const fragment = fragments.get(name);
          if (fragment && !known.has(name)) {
            known.set(name, 0);
            known.set(name, cost(fragment.selectionSet));
          }
          sum += known.get(name) ?? 0;
        }
      }
      return sum;
    };
    const total = cost(operation.selectionSet);
    const extent = { listSize, cost: total };
    if (!varies) constant = extent;
    return extent;
  };
}

const ownValue = (values: Variables, name: string): unknown =>
  Object.hasOwn(values, name) ? values[name] : undefined;
