import { Level, type Category, type PersonId } from '@kasane/vocabulary';
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { categoryOf, levelOf } from './classification.js';
import type { Asked, Guarded } from './context.js';
import { PersonalRecord, subjectsOf } from './subjects.js';

/**
 * Puts a guard before every classified field. Not permitted: `null`, and the resolver never ran, so the value was
 * never read. Permitted or not, the recorder is told before the answer leaves.
 */
export function guardFields(schema: GraphQLSchema, entities: readonly string[]): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    // Without a reference resolver the caller's own representation would come back as the entity.
    if (isResolvableEntity(type) && !entities.includes(type.name))
      throw new Error(`${type.name} has a key but no reference resolver.`);
    for (const field of Object.values(type.getFields())) {
      const category = categoryOf(field);
      if (!category) continue;
      const coordinate = `${type.name}.${field.name}`;
      const resolve = field.resolve ?? defaultFieldResolver;
      const isLeaf = isLeafType(getNamedType(field.type));
      const givesOne = !isListType(getNullableType(field.type));
      const level = levelOf(field) ?? (isLeaf || !decidesWithin(field.type) ? Level.DETAIL : Level.EXISTENCE);
      field.resolve = (source: unknown, args, context: Guarded, info) => {
        const subjects = subjectsOf(source, coordinate);
        const record = source as PersonalRecord;
        if (!mayShow(context, subjects, category, coordinate, { level, record })) return null;
        const value: unknown = resolve(source, args, context, info);
        return isLeaf ? value : release(value, { context, subjects, category, coordinate, givesOne });
      };
    }
  }
}

/**
 * Whether anything of what a field gives decides for itself. An office or a public offer does not: to let it through is
 * to tell the value itself, so it is no passage that opens where merely existence does.
 */
function decidesWithin(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return !isObjectType(named) || Object.values(named.getFields()).some((field) => categoryOf(field));
}

interface Release {
  readonly context: Guarded;
  readonly subjects: readonly PersonId[];
  readonly category: Category;
  readonly coordinate: string;
  /** Of the rows that a field with one record resolves to, the first that may be shown is let out. */
  readonly givesOne: boolean;
}

/**
 * Lets out what a permitted field resolved to. A record that does not say whom it speaks of speaks of those whom the
 * field speaks of. One that speaks of others too is let out only when the category is permitted for each of them; it
 * leaves no gap behind, for the length of a list or an empty object would tell that it exists.
 */
function release(value: unknown, of: Release): unknown {
  if (isPromise(value)) return value.then((settled) => release(settled, of));
  if (isIterable(value)) return releaseList([...value], of);
  return isWithheld(value, of) ? null : value;
}

function releaseList(items: readonly unknown[], of: Release): unknown {
  // What is left out is known only when every item is: until then nothing of the list leaves.
  if (items.some(isPromise)) return settle(items).then((settled) => releaseList(settled, of));
  // Those behind it are not looked at: the ledger would tell of rows that nobody was shown.
  if (of.givesOne) return items.find((item) => !isWithheld(item, of)) ?? null;
  const shown = withoutCount(
    items.filter((item) => !isWithheld(item, of)),
    of,
  );
  return shown.map((item) => (isIterable(item) ? release(item, of) : item));
}

/** Where only the existence of records is open, one stands for all: how many there are is more than that. */
function withoutCount(
  items: readonly unknown[],
  { context, subjects, category }: Release,
): readonly unknown[] {
  if (context.scope.permits(subjects, category, { level: Level.SUMMARY })) return items;
  const isOpen = (item: unknown): boolean =>
    !(item instanceof PersonalRecord) ||
    context.scope.permits(item.subjects ?? subjects, category, { level: Level.SUMMARY, record: item }) !==
      undefined;
  const first = items.find((item) => !isOpen(item));
  return items.filter((item) => item === first || isOpen(item));
}

/** An item that was rejected becomes its error, which graphql-js tells in the item's place. */
async function settle(items: readonly unknown[]): Promise<readonly unknown[]> {
  const settled = await Promise.allSettled(items);
  return settled.map((item) => {
    if (item.status === 'fulfilled') return item.value;
    return item.reason instanceof Error
      ? item.reason
      : new Error('an item of a list failed', { cause: item.reason });
  });
}

function isWithheld(value: unknown, { context, subjects, category, coordinate }: Release): boolean {
  if (!(value instanceof PersonalRecord)) return false;
  value.subjects ??= subjects;
  const asked = { record: value };
  return speaksOnlyOf(value.subjects, subjects)
    ? context.scope.permits(subjects, category, asked) === undefined
    : !mayShow(context, value.subjects, category, coordinate, asked);
}

/** Whatever graphql-js would wait for: a driver may bring promises of its own. */
const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** Whatever graphql-js would take for a list. */
const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

const speaksOnlyOf = (subjects: readonly PersonId[], decided: readonly PersonId[]): boolean =>
  subjects.length === decided.length && subjects.every((subject, at) => subject === decided[at]);

/** Decides and notes one field about one or more persons. For code that shows something outside a guarded field. */
export function mayShow(
  context: Guarded,
  subjects: readonly PersonId[],
  category: Category,
  coordinate: string,
  asked?: Asked,
): boolean {
  const permits = context.scope.permits(subjects, category, asked);
  subjects.forEach((subject, at) => {
    const deniedBy = permits ? undefined : context.scope.deniedBy?.(subject, category);
    context.recorder.note(subject, category, coordinate, permits?.[at], deniedBy);
  });
  return permits !== undefined;
}

/** An extension may bring the key as well as the type itself. */
const isResolvableEntity = ({ astNode, extensionASTNodes }: GraphQLObjectType): boolean =>
  [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .some(
      ({ name, arguments: args }) =>
        name.value === 'key' &&
        !args?.some(
          (arg) => arg.name.value === 'resolvable' && arg.value.kind === 'BooleanValue' && !arg.value.value,
        ),
    );
