import type { Release } from './sector-in-session.js';

/** A release that was made at this machine. */
export interface MadeRelease extends Release {
  readonly session: string;
  /** What kind of record it was: never of whom. */
  readonly what: string;
  readonly recordId: string;
}

const keyOf = (staffId: string): string => `kasane.released:${staffId}`;

/**
 * The releases that somebody made at this machine and that have not ended: only their numbers can take them back. The
 * owner's system keeps them too; nothing else tells them.
 */
export function readReleased(staffId: string, now = new Date()): readonly MadeRelease[] {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(staffId)) ?? '[]') as unknown;
    return Array.isArray(kept)
      ? (kept as MadeRelease[]).filter(({ until }) => Date.parse(until) > now.getTime())
      : [];
  } catch {
    return [];
  }
}

export function keepReleased(staffId: string, released: readonly MadeRelease[]): void {
  try {
    localStorage.setItem(keyOf(staffId), JSON.stringify(released));
  } catch {
    // A full disk: the page still shows them.
  }
}
