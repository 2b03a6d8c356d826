import pg from 'pg';

/**
 * Begins a statement that PostgreSQL shall read and plan once per connection, not each time: what every request asks.
 * To everybody but {@link PreparingClient} it is a comment. Not for statements that find their way by what a value
 * happens to be: their plan is made without it.
 */
export const PREPARED = '/* prepared */';

/**
 * Plans that one connection holds, for they take the database's memory and whoever asks for other fields makes other
 * statements. Beyond, statements go as they would without the comment.
 */
const MAX_PLANS = 100;

/** The table was changed under its plan (`cached plan must not change result type`), or the database has no such plan. */
const planIsGone: ReadonlySet<unknown> = new Set(['0A000', '26000']);
const isSqlState = (code: unknown): boolean => typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);

/** A connection to PostgreSQL that prepares the statements that are marked {@link PREPARED}. */
export class PreparingClient extends pg.Client {
  /** By statement; no name for one that must not be prepared again. */
  private readonly names = new Map<string, string | undefined>();

  // One for all of the driver's overloads: TypeORM alone calls it.
  override query(statement: unknown, values?: unknown, done?: unknown): never {
    const name =
      typeof statement === 'string' && statement.trimStart().startsWith(PREPARED) && done === undefined
        ? this.nameOf(statement)
        : undefined;
    if (name === undefined)
      return super.query(statement as string, values as unknown[], done as () => void) as never;
    const text = statement as string;
    return super
      .query({ name, text, values: values as unknown[] })
      .catch((error: unknown) => this.withoutPlan(error, text, values as unknown[])) as never;
  }

  private async withoutPlan(error: unknown, text: string, values: unknown[]): Promise<pg.QueryResult> {
    const { code } = error as { readonly code?: unknown };
    // What could not even be sent the driver takes for prepared, though it has thrown the plan away.
    if (planIsGone.has(code) || !isSqlState(code)) this.names.set(text, undefined);
    if (!planIsGone.has(code)) throw error;
    return super.query(text, values).catch(() => {
      // In a transaction nothing goes any more, and this is why.
      throw error;
    });
  }

  private nameOf(statement: string): string | undefined {
    if (!this.names.has(statement) && this.names.size < MAX_PLANS)
      this.names.set(statement, `kasane-${this.names.size}`);
    return this.names.get(statement);
  }
}
