import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openConsole, picture, violations, type ConsoleUnderTest, type Desk } from './console.js';

let console_: ConsoleUnderTest;
let coordinator: Desk;
beforeAll(async () => {
  console_ = await openConsole();
  coordinator = await console_.sitDown('aizu-coordinator');
}, 120_000);
afterAll(() => console_?.stop());

describe('the first page', () => {
  test('is the desk of who signed in', async () => {
    await coordinator.go('/desk');
    await coordinator.page.getByRole('heading', { name: '対応待ち', level: 1 }).waitFor();
    expect(await coordinator.page.title()).toBe('対応待ち | 重ね');
    expect(await violations(coordinator.page)).toEqual([]);
    await picture(coordinator.page, 'desk');
  });

  test('comes with less than 300 KB of compressed script', async () => {
    await coordinator.go('/desk');
    const scripts = await coordinator.page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .map(({ encodedBodySize }) => encodedBodySize),
    );
    expect(Math.min(...scripts)).toBeGreaterThan(0);
    expect(scripts.reduce((sum, size) => sum + size, 0)).toBeLessThan(300 * 1024);
  });

  test('can be worked with within two seconds of being called, what is open listed', async () => {
    const { page } = coordinator;
    const times: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      await page.goto('about:blank');
      await page.goto(`${console_.url}/desk`, { waitUntil: 'commit' });
      await page
        .locator('main')
        .getByRole('status')
        .getByText(/\d件|ありません/)
        .waitFor();
      times.push(await page.evaluate(() => performance.now()));
    }
    // The best of three: other work of the machine only makes it longer.
    expect(Math.min(...times)).toBeLessThan(2_000);
  });
});
