import { isObjectType, Kind, parse, type FieldNode, type SelectionSetNode } from 'graphql';
import type { EntityBatchAlias, FlattenNodePathSegment, PlanNode, RequiresSelection } from './planner.js';
import type { Supergraph } from './supergraph.js';

/** The step of the plan itself: two steps may ask the same in the same words. */
export interface PlanStep {
  readonly operation: string;
}

/** The names that a step of the plan says, wherever it says them; of an entity's own fields with its type. */
export interface Words {
  readonly step: PlanStep;
  /** The batch of it whose fields these are. */
  readonly alias: string | undefined;
  readonly words: ReadonlySet<string>;
}

type Batch = Pick<EntityBatchAlias, 'alias' | 'paths' | 'requires'>;

/** Whether it may mean this key of an object of this type. */
export const speaksOf = (words: ReadonlySet<string>, type: string, key: string): boolean =>
  words.has(key) || words.has(`${type}.${key}`);

export function wordsOf(plan: PlanNode, supergraph: Supergraph): Words[] {
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
  const hear = (step: PlanStep, batches: readonly Batch[]): void => {
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

const keyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;
