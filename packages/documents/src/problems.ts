/** What was asked to be printed would say something wrong; every problem at once, in Japanese, for the desk. */
export class DocumentInputError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The document cannot be printed:\n- ${problems.join('\n- ')}`);
    this.name = 'DocumentInputError';
    this.problems = problems;
  }
}

/** @throws {DocumentInputError} when there is a problem. */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new DocumentInputError([...new Set(problems)]);
}
