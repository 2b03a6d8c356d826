import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, conditionVariables, fragmentsOf, type View } from './collect-fields.js';
import type { EntityBatchAlias, FlattenNodePathSegment, PlanNode, RequiresSelection } from './planner.js';
import { dataKey } from './private-names.js';
import { exactly, inList, inObject, leaf, orNull, type Pattern } from './recognise.js';
import type { Supergraph } from './supergraph.js';

/** One answer, found to be what was asked. */
export interface Recognised {
  readonly text: string;
  /** For each batch, entity and key where its value begins and ends; of an entity that is null, −1. */
  readonly spans: readonly (readonly number[])[];
}

/** A fetch of entities whose answer may go on as it came. */
export interface PassThrough {
  /** For each batch, at which places of `asWritten` its values go. */
  readonly places: readonly (readonly number[])[];
  /** @param counts how many entities each batch asked for */
  recognise(text: string, counts: readonly number[]): Recognised | undefined;
}

/** The step of the plan itself: two steps may ask the same in the same words. */
interface EntityFetch {
  readonly operation: string;
}

export interface PassThroughs {
  find(fetch: EntityFetch, batches: readonly EntityBatchAlias[]): PassThrough | undefined;
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

interface BatchShape {
  readonly alias: string;
  readonly type: string;
  readonly fields: readonly (readonly [key: string, value: Pattern])[];
}

interface ClientOperation {
  readonly operation: OperationDefinitionNode;
  readonly supergraph: Supergraph;
  readonly view: View;
}

function batchShape(
  { operation }: EntityFetch,
  { alias, paths, outputRewrites }: EntityBatchAlias,
  client: ClientOperation,
): BatchShape | undefined {
  const [path] = paths;
  if (!path || paths.length > 1 || outputRewrites?.length) return undefined;
  const place = clientPlace(path, client);
  const asked = onlyFragment(operation, alias);
  if (!place || asked?.type !== place.type.name) return undefined;
  const byKey = new Map(
    [...clientFields(place.type, place.sets, client)].map(([, nodes]) => [
      keyOfData(nodes[0]!, client),
      nodes,
    ]),
  );
  const fields: (readonly [string, Pattern])[] = [];
  for (const field of asked.fields) {
    const key = keyOf(field);
    const value = recogniseField(place.type, field, byKey.get(key), client);
    if (!value) return undefined;
    fields.push([key, value]);
  }
  return { alias, type: place.type.name, fields };
}

/** What the client asks of the objects that a path leads to; none where their type is open. */
function clientPlace(
  path: readonly FlattenNodePathSegment[],
  client: ClientOperation,
): { readonly type: GraphQLObjectType; readonly sets: readonly SelectionSetNode[] } | undefined {
  const { operation, supergraph } = client;
  let type = supergraph.apiSchema.getRootType(operation.operation) ?? undefined;
  let sets: readonly SelectionSetNode[] = [operation.selectionSet];
  for (const segment of path) {
    if (segment === '@') continue;
    if (!type || !('Field' in segment)) return undefined;
    const nodes = [...clientFields(type, sets, client).values()].find(
      (each) => keyOfData(each[0]!, client) === segment.Field,
    );
    const definition = nodes && type.getFields()[nodes[0]!.name.value];
    const next = definition && getNamedType(definition.type);
    if (!isObjectType(next)) return undefined;
    type = next;
    sets = nodes!.flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return type && { type, sets };
}

const clientFields = (
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  { supergraph, view }: ClientOperation,
): ReturnType<typeof collectFields> =>
  collectFields(sets, (condition) => supergraph.satisfies(type.name, condition), view);

const keyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;
const keyOfData = ({ alias, name }: FieldNode, { supergraph }: ClientOperation): string =>
  dataKey(name.value, alias?.value, supergraph);

/** The fields that a fetch asks of its entities, when it asks them of one type and on no condition. */
function onlyFragment(
  operation: string,
  alias: string,
): { readonly type: string; readonly fields: readonly FieldNode[] } | undefined {
  const document = parse(operation, { noLocation: true });
  const [definition] = document.definitions;
  if (document.definitions.length > 1 || definition?.kind !== Kind.OPERATION_DEFINITION) return undefined;
  const entities = definition.selectionSet.selections.find(
    (each) => each.kind === Kind.FIELD && keyOf(each) === alias,
  );
  const [fragment, ...others] =
    entities?.kind === Kind.FIELD ? (entities.selectionSet?.selections ?? []) : [];
  if (others.length > 0 || fragment?.kind !== Kind.INLINE_FRAGMENT || !fragment.typeCondition)
    return undefined;
  if (fragment.directives?.length) return undefined;
  const fields = plainFields(fragment.selectionSet);
  return fields && { type: fragment.typeCondition.name.value, fields };
}

function plainFields(set: SelectionSetNode | undefined): readonly FieldNode[] | undefined {
  const fields: FieldNode[] = [];
  for (const each of set?.selections ?? []) {
    if (each.kind !== Kind.FIELD || each.directives?.length) return undefined;
    fields.push(each);
  }
  return fields;
}

/** `asked` is what the subgraph is asked, `nodes` what the client asked: the same, or there is no way. */
function recogniseField(
  parent: GraphQLObjectType,
  asked: FieldNode,
  nodes: readonly FieldNode[] | undefined,
  client: ClientOperation,
): Pattern | undefined {
  const name = asked.name.value;
  if (nodes?.[0]?.name.value !== name) return undefined;
  if (name === '__typename') return exactly(parent.name);
  const definition = parent.getFields()[name];
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return definition && recogniseType(definition.type, asked, sets, client);
}

function recogniseType(
  type: GraphQLOutputType,
  asked: FieldNode,
  sets: readonly SelectionSetNode[],
  client: ClientOperation,
): Pattern | undefined {
  if (!isNonNullType(type)) {
    const inner = recogniseValue(type, asked, sets, client);
    return inner && orNull(inner);
  }
  return recogniseValue(type.ofType, asked, sets, client);
}

function recogniseValue(
  type: GraphQLOutputType,
  asked: FieldNode,
  sets: readonly SelectionSetNode[],
  client: ClientOperation,
): Pattern | undefined {
  if (isListType(type)) {
    const item = recogniseType(type.ofType, asked, sets, client);
    return item && inList(item);
  }
  if (isLeafType(type)) return leaf(type);
  if (!isObjectType(type)) return undefined;
  const wanted = [...clientFields(type, sets, client)];
  const fields = plainFields(asked.selectionSet);
  if (fields?.length !== wanted.length) return undefined;
  const recognised: (readonly [string, Pattern])[] = [];
  for (const [at, [key, nodes]] of wanted.entries()) {
    const field = fields[at]!;
    const value = keyOf(field) === key ? recogniseField(type, field, nodes, client) : undefined;
    if (!value) return undefined;
    recognised.push([key, value]);
  }
  return inObject(recognised);
}

/** Beyond this an operation is no screen's, and its pattern would cost more than it saves. */
const maxPattern = 20_000;

/** An expression remembers where it could have gone another way, and its memory has an end. */
const maxText = 1_000_000;

/** `{"data":{"_entities":[{"elderCare":…},null]}}`, with nothing beside and nothing between. */
function compileRecognise(shapes: readonly BatchShape[]): PassThrough['recognise'] | undefined {
  if (shapes.some(({ fields }) => fields.length === 0 || inObject(fields).length > maxPattern))
    return undefined;
  const batches = shapes.map(({ alias, fields }, at) => ({
    head: `${at === 0 ? '{"data":{' : ','}"${alias}":[`,
    fields: fields.map(([key, value], field) => {
      const head = `${field === 0 ? '{' : ','}"${key}":`;
      const tail = field === fields.length - 1 ? '}' : '';
      return {
        headLength: head.length,
        tailLength: tail.length,
        pattern: new RegExp(head.replace('{', '\\{') + value + tail, 'y'),
      };
    }),
  }));

  /** Where the entity ends that begins at `at`; else −1. */
  const entityEnd = (
    text: string,
    at: number,
    fields: (typeof batches)[number]['fields'],
    found: number[],
  ): number => {
    let end = at;
    for (let field = 0; field < fields.length; field++) {
      const { headLength, tailLength, pattern } = fields[field]!;
      pattern.lastIndex = end;
      if (!pattern.test(text)) {
        if (field > 0 || !text.startsWith('null', at)) return -1;
        for (let each = 0; each < fields.length; each++) found.push(-1, -1);
        return at + 4;
      }
      const from = end + headLength;
      end = pattern.lastIndex;
      found.push(from, end - tailLength);
    }
    return end;
  };

  return (text, counts) => {
    if (text.length > maxText) return undefined;
    const spans: number[][] = [];
    let at = 0;
    for (let batch = 0; batch < batches.length; batch++) {
      const { head, fields } = batches[batch]!;
      const found: number[] = [];
      spans.push(found);
      if (!text.startsWith(head, at)) return undefined;
      at += head.length;
      const count = counts[batch] ?? 0;
      for (let entity = 0; entity < count; entity++) {
        if (entity > 0 && text[at++] !== ',') return undefined;
        at = entityEnd(text, at, fields, found);
        if (at === -1) return undefined;
      }
      if (text[at++] !== ']') return undefined;
    }
    // Some servers end with a line.
    return text.startsWith('}}', at) && text.slice(at + 2).trim() === '' ? { text, spans } : undefined;
  };
}

/** The names that a step of the plan says, wherever it says them; of an entity's own fields with its type. */
interface Words {
  readonly step: EntityFetch;
  /** The batch of it whose fields these are. */
  readonly alias: string | undefined;
  readonly words: ReadonlySet<string>;
}

type Batch = Pick<EntityBatchAlias, 'alias' | 'paths' | 'requires'>;

const speaksOf = (words: ReadonlySet<string>, type: string, key: string): boolean =>
  words.has(key) || words.has(`${type}.${key}`);

function wordsOf(plan: PlanNode, supergraph: Supergraph): Words[] {
  const found: Words[] = [];
  const isObject = (type: string): boolean => isObjectType(supergraph.apiSchema.getType(type));
  const say = (set: SelectionSetNode | undefined, words: Set<string>, type?: string): void => {
    for (const each of set?.selections ?? []) {
      if (each.kind === Kind.FRAGMENT_SPREAD) continue;
      if (each.kind === Kind.INLINE_FRAGMENT) {
        const condition = each.typeCondition?.name.value;
        say(each.selectionSet, words, condition !== undefined && isObject(condition) ? condition : undefined);
        continue;
      }
      for (const name of [each.name.value, keyOf(each)])
        words.add(type === undefined ? name : `${type}.${name}`);
      say(each.selectionSet, words);
    }
  };
  const require = (selections: readonly RequiresSelection[], words: Set<string>): void => {
    for (const each of selections) {
      if (each.kind === 'Field') words.add(each.name).add(each.alias ?? each.name);
      if ('selections' in each) require(each.selections ?? [], words);
    }
  };
  const pass = (path: readonly FlattenNodePathSegment[], words: Set<string>): void => {
    for (const each of path) if (each !== '@' && 'Field' in each) words.add(each.Field);
  };
  const hear = (step: EntityFetch, batches: readonly Batch[]): void => {
    for (const definition of parse(step.operation, { noLocation: true }).definitions) {
      if (!('selectionSet' in definition)) continue;
      for (const field of definition.selectionSet.selections) {
        const batch = field.kind === Kind.FIELD && batches.find(({ alias }) => alias === keyOf(field));
        const words = new Set<string>();
        say(batch ? field.selectionSet : { kind: Kind.SELECTION_SET, selections: [field] }, words);
        found.push({ step, alias: batch ? batch.alias : undefined, words });
      }
    }
    const words = new Set<string>();
    for (const { paths, requires } of batches) {
      require(requires, words);
      for (const path of paths) pass(path, words);
    }
    found.push({ step, alias: undefined, words });
  };
  const visit = (node: PlanNode | null | undefined): void => {
    switch (node?.kind) {
      case 'Sequence':
      case 'Parallel':
        return node.nodes.forEach(visit);
      case 'Condition':
        return [node.ifClause, node.elseClause].forEach(visit);
      case 'Fetch':
        return hear(node, []);
      case 'BatchFetch':
        return hear(node, node.entityBatch.aliases);
      case 'Flatten': {
        if (node.node.kind !== 'Fetch') return;
        return hear(node.node, [
          { alias: '_entities', paths: [node.path], requires: node.node.requires ?? [] },
        ]);
      }
    }
  };
  visit(plan);
  return found;
}
