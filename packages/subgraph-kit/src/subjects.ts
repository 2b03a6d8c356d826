import { personId, type PersonId } from '@kasane/vocabulary';

/** Stands for somebody whom the hub does not know: nobody can be granted anything about them. */
export const UNLINKED = personId('');

/**
 * Whom a record speaks of. The first is the person in whose file it is; a note may speak of others too, and
 * then needs the permission of each.
 */
export abstract class PersonalRecord {
  subjects?: readonly PersonId[];
}

/** What the owner closed by itself, whatever the law or the person would open. */
export const Seal = {
  /** Others are shown it only when the owner released this very record. */
  RELEASE_ONLY: 'RELEASE_ONLY',
  /** Told in confidence: it never leaves the sector's own system, not even for its own staff through the hub. */
  NEVER: 'NEVER',
} as const;
export type Seal = (typeof Seal)[keyof typeof Seal];

/** A sector's row, keyed by the sector's own id of the person. */
export interface LocalRecord {
  localId: string;
  /** Local ids of others whom the row speaks of, comma-separated. */
  alsoAbout?: string | null;
  seal?: Seal | null;
}

/** How a row is named where it is released: its class and its id. None for what is no row. */
export function recordKey(record: PersonalRecord | undefined): string | undefined {
  const id = (record as { readonly id?: unknown } | undefined)?.id;
  return record && typeof id === 'string' && 'localId' in record
    ? `${record.constructor.name}:${id}`
    : undefined;
}

export const sealOf = (record: PersonalRecord | undefined): Seal | null =>
  (record as Partial<LocalRecord> | undefined)?.seal ?? null;

/** Marks a record with those it speaks of, and gives it back. */
export function about<T extends PersonalRecord>(record: T, subjects: readonly PersonId[]): T {
  record.subjects = subjects;
  return record;
}

/** @throws {Error} when a record does not say whom it speaks of: then nothing of it may be shown. */
export function subjectsOf(record: unknown, field: string): readonly PersonId[] {
  const { subjects } = (record ?? {}) as PersonalRecord;
  if (!subjects || subjects.length === 0)
    throw new Error(`${field}: the record does not say whom it speaks of`);
  return subjects;
}
