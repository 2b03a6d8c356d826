import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { picture, violations, type ConsoleUnderTest, type Desk } from '../console.js';

export type Desks = ReturnType<typeof createDesks>;

/** Everybody of a journey at a browser of their own, where they stay to its end. */
export function createDesks(served: () => ConsoleUnderTest) {
  const desks = new Map<string, Promise<Desk>>();
  let last: string | undefined;

  const at = (who: string): Promise<Desk> => {
    const desk =
      desks.get(who) ??
      served()
        .sitDown(who)
        .then((sat) => {
          // Twenty browsers are slower than one.
          sat.page.setDefaultTimeout(45_000);
          return sat;
        });
    desks.set(who, desk);
    last = who;
    return desk;
  };
  const open = async (who: string, path: string): Promise<Page> => {
    const desk = await at(who);
    await desk.go(path);
    return desk.page;
  };

  /** What a page says that has nothing to show. */
  const nothingAt = async (who: string, path: string): Promise<string> => {
    const page = await open(who, path);
    const main = page.locator('main');
    await main
      .getByText(/見つかりません|できません|ありません/)
      .first()
      .waitFor();
    return (await main.innerText()).replaceAll(/問い合わせ番号.*/g, '');
  };

  return {
    at,
    open,
    /** Where the last step was taken, and what that page says. */
    async lastSeen(): Promise<string> {
      if (last === undefined) return 'nobody sat down';
      const { page } = await at(last);
      return `${last} at ${page.url()} sees:\n${await page.locator('body').innerText()}`;
    },
    async leave(): Promise<void> {
      for (const desk of await Promise.all(desks.values())) await desk.leave();
    },
    /** To whom a page says the same as one of something that does not exist. */
    async nobodyElse(path: string, ...strangers: readonly string[]): Promise<void> {
      const none = path.replace(/^(\/\w+\/)[^/?]+/, '$1nobody-0000');
      await Promise.all(
        strangers.map(async (stranger) =>
          expect(await nothingAt(stranger, path)).toBe(await nothingAt(stranger, none)),
        ),
      );
    },
    /** What reached the browsers of these, now and before: never these words. */
    async neverReached(words: readonly string[], ...who: readonly string[]): Promise<void> {
      for (const each of who) {
        const desk = await at(each);
        const all = `${desk.received()}\n${await desk.visible()}`;
        expect([each, words.filter((word) => all.includes(word))]).toEqual([each, []]);
      }
    },
    async looksRight(who: string, name: string): Promise<void> {
      const { page } = await at(who);
      await page.waitForLoadState('networkidle');
      expect(await violations(page)).toEqual([]);
      await picture(page, name);
    },
  };
}
