import { beforeEach, expect, test } from '@jest/globals';
import { beginInTab, endEverywhere, isEndedElsewhere, touch, untouchedFor } from './tab.js';

/** As a browser keeps it: what is kept are its own properties. */
function storage(kept: Record<string, string> = {}): Storage {
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void delete kept[key],
  };
  return new Proxy(methods, {
    ownKeys: () => Object.keys(kept),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  }) as unknown as Storage;
}

/** A tab of a browser whose tabs share `browser`. */
const sitAt = (tab: Storage, browser: Storage): void => {
  Object.assign(globalThis, { sessionStorage: tab, localStorage: browser });
};

let browser: Storage;
let tab: Storage;
beforeEach(() => {
  browser = storage();
  tab = storage();
  sitAt(tab, browser);
});

test('what somebody left in a tab is not there for who signs in next', () => {
  beginInTab('sato', 1);
  tab.setItem('kasane.looking', '{"emergencyReason":"canary"}');
  beginInTab('sato', 2);
  expect(tab.getItem('kasane.looking')).toContain('canary');
  beginInTab('suzuki', 3);
  expect(tab.getItem('kasane.looking')).toBeNull();
});

test('who signs out leaves nothing in the tab but what is not the console’s', () => {
  beginInTab('sato', 1);
  tab.setItem('kasane.household-search', 'canary');
  tab.setItem('oidc.state', 'kept by the library');
  endEverywhere(2);
  expect(tab.getItem('kasane.household-search')).toBeNull();
  expect(tab.getItem('oidc.state')).not.toBeNull();
});

test('who signs out is signed out in every tab, be it closed; others are not, nor who signs in again', () => {
  const [first, closed, colleague] = [storage(), storage(), storage()];
  for (const [each, who] of [
    [first, 'sato'],
    [closed, 'sato'],
    [colleague, 'suzuki'],
  ] as const) {
    sitAt(each, browser);
    beginInTab(who, 1);
  }
  sitAt(first, browser);
  endEverywhere(5);
  sitAt(closed, browser);
  expect(isEndedElsewhere()).toBe(true);
  sitAt(colleague, browser);
  expect(isEndedElsewhere()).toBe(false);
  sitAt(first, browser);
  beginInTab('sato', 6);
  expect(isEndedElsewhere()).toBe(false);
});

test('a tab of nobody is over', () => {
  expect(isEndedElsewhere()).toBe(true);
});

test('somebody is there while they touch any of their tabs, however old the tab', () => {
  beginInTab('sato', 1_000);
  expect(untouchedFor(61_000)).toBe(60_000);
  sitAt(storage(), browser);
  beginInTab('sato', 61_000);
  touch(70_000);
  sitAt(tab, browser);
  expect(untouchedFor(71_000)).toBe(1_000);
  // Of a browser that was opened again the next day.
  expect(untouchedFor(86_470_000)).toBe(86_400_000);
});
