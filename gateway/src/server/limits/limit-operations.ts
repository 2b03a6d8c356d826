import { HubError } from '@kasane/vocabulary';
import { createBoundedCache } from '../../execution/bounded-cache.js';
import { measureDocument, type DocumentMeasure, type Extent } from './measure-document.js';
import type { OperationLimits } from './operation-limits.js';
import { scan } from './scan.js';

export interface OperationGuard {
  /** @throws {HubError} `BAD_USER_INPUT`, naming the limit */
  check(text: string, variables: Readonly<Record<string, unknown>>): void;
  /** For a document that is trusted: as large as it is written is agreed, what the client makes it larger is not. */
  checkSizes(text: string, variables: Readonly<Record<string, unknown>>): void;
}

/** Larger documents are measured each time, so that what is remembered stays small. */
const rememberedLength = 20_000;

/**
 * Refuses an operation that is larger than any screen, before it is parsed and validated: GraphQL's own rules compare
 * the fields of a selection in pairs, so that ten thousand aliases within the rules would hold the process already.
 */
export function createOperationGuard(limits: OperationLimits): OperationGuard {
  const measures = createBoundedCache<DocumentMeasure>(1_000);
  // Lists and objects in arguments are brackets too.
  const nesting = limits.depth * 3;

  const measure = (text: string): DocumentMeasure | undefined => {
    const known = measures.get(text);
    if (known) return known;
    const found = measureDocument(text);
    if (found && text.length <= rememberedLength) measures.set(text, found);
    return found;
  };

  const checkExtent = ({ listSize, cost }: Extent, most: Extent): void => {
    within('entries in one list', listSize, most.listSize);
    within('values in the answer', cost, most.cost);
  };

  /** Of trusted documents only, so that there are no more than were agreed. */
  const agreed = new Map<string, Agreed | undefined>();
  const agreedOf = (text: string): Agreed | undefined => {
    if (!agreed.has(text)) agreed.set(text, agreedOn(measureDocument(text), limits));
    return agreed.get(text);
  };

  return {
    check(text, variables) {
      if (!measures.get(text)) {
        const excess = scan(text, { tokens: limits.tokens, nesting });
        if (excess === 'tokens') throw tooLarge('more', 'tokens', limits.tokens);
        if (excess === 'nesting') throw tooLarge('more', 'levels of fields', limits.depth);
      }
      const found = measure(text);
      if (!found) return;
      within('levels of fields', found.depth, limits.depth);
      within('aliases', found.aliases, limits.aliases);
      within('directives', found.directives, limits.directives);
      within('fields at its root', found.rootFields, limits.rootFields);
      checkExtent(found.extent(variables), limits);
    },
    checkSizes(text, variables) {
      const found = agreedOf(text);
      if (found) checkExtent(found.extent(variables), found.most);
    },
  };
}

interface Agreed extends Pick<DocumentMeasure, 'extent'> {
  readonly most: Extent;
}

/** Without variables a document asks for what it says itself. */
function agreedOn(found: DocumentMeasure | undefined, limits: Extent): Agreed | undefined {
  if (!found) return undefined;
  const written = found.extent({});
  return {
    extent: found.extent,
    most: {
      listSize: Math.max(limits.listSize, written.listSize),
      cost: Math.max(limits.cost, written.cost),
    },
  };
}

function within(what: string, found: number, limit: number): void {
  if (found > limit) throw tooLarge(String(found), what, limit);
}

const tooLarge = (found: string, what: string, limit: number): HubError =>
  new HubError(
    'BAD_USER_INPUT',
    `問い合わせが大きすぎます。 The operation asks for ${found} ${what}; at most ${limit} are taken.`,
  );
