/**
 * Whose tab this is. A tab keeps what it was told for as long as it lives, and longer: one that was closed can be opened
 * again as it was. So whatever it remembers is of one member of staff, and good only while they have signed out nowhere
 * in this browser and somebody is there.
 */
const PREFIX = 'kasane.';
const WHO = 'kasane.who';
const SINCE = 'kasane.since';
const signedOutKey = (who: string): string => `kasane.signed-out:${who}`;
const touchedKey = (who: string): string => `kasane.touched:${who}`;

/** Every key and turn of the wheel is a touch; one a second is enough to know. */
const TOUCH_EVERY_MS = 1_000;

/** Somebody signed in here. What was left here by somebody else is forgotten. */
export function beginInTab(who: string, now = Date.now()): void {
  const before = sessionStorage.getItem(WHO);
  if (before !== null && before !== who) forgetTab();
  sessionStorage.setItem(WHO, who);
  sessionStorage.setItem(SINCE, String(now));
}

/** Forgets why somebody looked, what they searched for, and who they were. Drafts are not the tab's, and stay. */
export function forgetTab(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

/** They sign out: in this tab, and in every other of theirs, be it closed. */
export function endEverywhere(now = Date.now()): void {
  const who = sessionStorage.getItem(WHO);
  if (who !== null) localStorage.setItem(signedOutKey(who), String(now));
  forgetTab();
}

/** Whether whoever is signed in here signed out since, in another tab. */
export function isEndedElsewhere(): boolean {
  const who = sessionStorage.getItem(WHO);
  return who === null || timeOf(localStorage, signedOutKey(who)) >= timeOf(sessionStorage, SINCE);
}

/** Calls when that happens. @returns what stops it */
export function onEndedElsewhere(call: () => void): () => void {
  const look = (): void => {
    if (sessionStorage.getItem(WHO) !== null && isEndedElsewhere()) call();
  };
  addEventListener('storage', look);
  return () => removeEventListener('storage', look);
}

/** Milliseconds since they touched this tab, or another of theirs. */
export function untouchedFor(now = Date.now()): number {
  const who = sessionStorage.getItem(WHO) ?? '';
  return now - Math.max(timeOf(sessionStorage, SINCE), timeOf(localStorage, touchedKey(who)));
}

export function touch(now = Date.now()): void {
  const who = sessionStorage.getItem(WHO);
  if (who !== null && untouchedFor(now) >= TOUCH_EVERY_MS) localStorage.setItem(touchedKey(who), String(now));
}

const timeOf = (storage: Storage, key: string): number => Number(storage.getItem(key) ?? 0) || 0;
