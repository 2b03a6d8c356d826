/** What is wrong with a file, or with one line of it. In Japanese, and never a value. */
export interface Fault {
  readonly line?: number;
  readonly column?: string;
  readonly reason: string;
}

/** A file of which nothing is taken: yesterday's data stay. */
export class FileRefused extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super('the file was refused');
    this.name = 'FileRefused';
  }
}
