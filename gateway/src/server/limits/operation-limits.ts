/** How large an operation may be. The largest that this hub's own screens send is a quarter of each. */
export interface OperationLimits {
  /** Words and signs of a document. */
  readonly tokens: number;
  /** Fields within fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields of the operation itself: each may be a fetch of its own. */
  readonly rootFields: number;
  /** Entries that one list may be asked for (`first`, `last`, `limit`). A sector allows less on its own lists. */
  readonly listSize: number;
  /** Values that the answer may hold: fields, times the sizes of the lists that they stand in. */
  readonly cost: number;
}

export const defaultLimits: OperationLimits = {
  tokens: 10_000,
  depth: 40,
  aliases: 200,
  directives: 50,
  rootFields: 50,
  listSize: 1_000,
  cost: 20_000,
};
