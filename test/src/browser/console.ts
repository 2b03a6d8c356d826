/** The console in a real browser, as sample staff use it: each in a browser of their own, on one hub. */
import { jest } from '@jest/globals';
import axe from 'axe-core';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { openTestHub, type TestHub } from '../test-hub.js';

/** Whatever a person waits for; a busy machine takes long. */
const STEP_MS = 30_000;
jest.setTimeout(120_000);

const pictures = fileURLToPath(new URL('../../pictures/', import.meta.url));

/** First the one without windows, which needs the least of the machine. */
const knownPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** @throws {Error} saying what to install */
function chromiumFile(): string {
  const file = process.env['KASANE_CHROMIUM'] ?? knownPlaces.find((place) => existsSync(place));
  if (file === undefined)
    throw new Error(
      'No browser: install Chromium (Debian: apt-get install chromium-headless-shell), or name one in KASANE_CHROMIUM.',
    );
  return file;
}

export interface Desk {
  readonly page: Page;
  /** What the hub and everybody else sent to this browser, as text. */
  received(): string;
  /** Everything of the page that a person or a program could read: document, storage, address, title. */
  visible(): Promise<string>;
  /** Goes to a path of the console and waits until nothing loads any more. */
  go(path: string): Promise<void>;
  leave(): Promise<void>;
}

export interface ConsoleUnderTest {
  readonly hub: TestHub;
  readonly url: string;
  /** Somebody at a browser of their own, signed in, with a purpose chosen unless it is left out. */
  sitDown(staffId: string, purpose?: string | undefined): Promise<Desk>;
  stop(): Promise<void>;
}

export async function openConsole(
  options: Parameters<typeof openTestHub>[0] = {},
): Promise<ConsoleUnderTest> {
  const executablePath = chromiumFile();
  const [hub, browser] = await Promise.all([
    openTestHub({ developmentSignIn: {}, ...options }),
    // As root there is no sandbox to be had; the pages are ours alone.
    chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] }),
  ]);
  return {
    hub,
    url: hub.url,
    sitDown: (staffId, purpose = 'SERVICE_COORDINATION') => sitDown(browser, hub, staffId, purpose),
    async stop() {
      await browser.close();
      await hub.stop();
    },
  };
}

async function sitDown(browser: Browser, { url }: TestHub, staffId: string, purpose: string): Promise<Desk> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(STEP_MS);
  const page = await context.newPage();
  const bodies: string[] = [];
  const faults: string[] = [];
  page.on('response', (response) => {
    if (/font|image/.test(response.headers()['content-type'] ?? '')) return;
    // A redirect has no body, and one that was left half-way none either.
    response.text().then(
      (text) => bodies.push(text),
      () => undefined,
    );
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript((chosen) => {
    if (sessionStorage.getItem('kasane.looking') === null)
      sessionStorage.setItem('kasane.looking', JSON.stringify({ purpose: chosen }));
  }, purpose);
  await page.goto(url);
  await page
    .locator(`button[name="staff"][value="${staffId}"]`)
    .click()
    .catch(async (error: unknown) => {
      const seen = await page.locator('body').innerText();
      throw new Error(`Nobody can sign in at ${page.url()}, which says: ${seen} ${faults.join('; ')}`, {
        cause: error,
      });
    });
  await page.locator('header').getByText('サインアウト').waitFor();
  return {
    page,
    received: () => bodies.join('\n'),
    visible: () =>
      page.evaluate(() =>
        [
          document.documentElement.outerHTML,
          document.title,
          location.href,
          JSON.stringify({ ...localStorage }),
          JSON.stringify({ ...sessionStorage }),
        ].join('\n'),
      ),
    async go(path) {
      await page.goto(new URL(path, url).href);
      await page.waitForLoadState('networkidle');
    },
    async leave() {
      await context.close();
      if (faults.length > 0) throw new Error(`The page failed: ${faults.join('; ')}`);
    },
  };
}

/** Somebody at the keyboard, without a mouse. */
export interface Keyboard {
  /** What has the focus, in the words that are read aloud of it. */
  at(): Promise<string>;
  /** Goes on with the tab key to what is called so. @throws {Error} when it cannot be reached */
  tabTo(words: string): Promise<void>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
}

export function keyboardOf(page: Page): Keyboard {
  const { keyboard } = page;
  const at = (): Promise<string> =>
    page.evaluate(() => {
      const active = document.activeElement;
      // Nothing has the focus, or a whole region: what stands in it is not what is read aloud.
      if (!active || active.matches('body, main, section')) return '';
      return ((active as HTMLInputElement).labels?.[0] ?? active).textContent ?? '';
    });
  return {
    at,
    async tabTo(words) {
      for (let steps = 0; steps < 120; steps++) {
        if ((await at()).includes(words)) return;
        await keyboard.press('Tab');
      }
      throw new Error(`No way to ${words} by keyboard.`);
    },
    press: (key) => keyboard.press(key),
    type: (text) => keyboard.insertText(text),
  };
}

/** What axe finds wrong on the page as it stands, in words; WCAG 2.2 AA and what axe holds for good practice. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}

/** Keeps what the page looks like on a desk, on a telephone and on paper, in `test/pictures`. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  const before = page.viewportSize();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${pictures}${name}-${width}.png`, fullPage: true });
  }
  if (before) await page.setViewportSize(before);
  await page.pdf({ path: `${pictures}${name}.pdf`, format: 'A4', preferCSSPageSize: true });
}
