import { PersonalRecord } from '@kasane/subgraph-kit';
import type { OfficeCode } from '@kasane/vocabulary';

/**
 * What an office wrote into the hub: an intake, a note, an item of a plan. Its authors are shown it while they have a
 * seat in the case, though what others wrote there stays closed to them without a consent or a session.
 */
export abstract class AuthoredRecord extends PersonalRecord {
  author!: OfficeCode;
}

/** Types under which offices write. Everybody with a seat may go through them, and finds there what is their own. */
const folders = new WeakSet<object>();

/** Class decorator: that there is such a record is known to everybody with a seat in the case. */
export function Folder(): ClassDecorator {
  return (target) => {
    folders.add(target.prototype as object);
  };
}

/** Whether a record can be gone through by whoever works on the case. */
export const isFolder = (record: PersonalRecord | undefined): boolean =>
  record !== undefined && folders.has(Object.getPrototypeOf(record) as object);

export const isBy = (record: PersonalRecord | undefined, office: OfficeCode): boolean =>
  record instanceof AuthoredRecord && record.author === office;
