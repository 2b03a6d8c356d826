import { randomBytes } from 'node:crypto';

/** The id of a new row, e.g. `case-3f…`: its prefix says what it names; nobody guesses the rest. */
export const newId = (prefix: string): string => `${prefix}-${randomBytes(10).toString('hex')}`;
