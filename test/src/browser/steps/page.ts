/** How a page of the console is filled in: by the words that staff read on it. */
import { offices } from '@kasane/sample-municipality';
import { japanDate } from '@kasane/vocabulary';
import type { Locator, Page } from 'playwright-core';

type Place = Page | Locator;

const starting = (words: string): RegExp => new RegExp(`^${words.replaceAll(/[.*+?()（）[\]]/g, '\\$&')}`);

export const fill = (at: Place, label: string, text: string): Promise<void> =>
  at.getByLabel(starting(label)).first().fill(text);

export const press = (at: Place, name: string): Promise<void> =>
  at.getByRole('button', { name, exact: true }).first().click();

/** Says yes to what is asked once more. */
export const confirm = (page: Page, name: string): Promise<void> =>
  press(page.getByRole('alertdialog'), name);

/** Chooses one of a few in the group of this name. */
export const choose = (at: Place, group: string, option: string): Promise<void> =>
  at
    .getByRole('radiogroup', { name: starting(group) })
    .getByRole('radio', { name: starting(option) })
    .first()
    .check({ force: true });

/** Ticks these of the group of this name, and no others. */
export async function tick(at: Place, group: string, options: readonly string[]): Promise<void> {
  const boxes = at.getByRole('group', { name: starting(group) });
  await boxes.getByRole('checkbox').first().waitFor({ state: 'attached' });
  for (const box of await boxes.getByRole('checkbox').all()) await box.uncheck({ force: true });
  for (const option of options)
    await boxes
      .getByRole('checkbox', { name: starting(option) })
      .first()
      .check({ force: true });
}

export async function select(at: Place, label: string, option: string): Promise<void> {
  await at.getByLabel(starting(label)).first().selectOption({ label: option });
}

/** Finds one of very many by typing. */
export const pick = (page: Page, at: Place, label: string, words: string): Promise<void> =>
  pickFrom(page, at.getByRole('combobox', { name: starting(label) }), words);

/** Chooses the first that is found by these words in an input of very many. */
export async function pickFrom(page: Page, picker: Locator, words: string): Promise<void> {
  // Its list closes when the page moves under it.
  await picker.evaluate((input) => input.scrollIntoView({ block: 'center' }));
  for (let tries = 1; ; tries++) {
    await picker.fill('');
    await picker.fill(words);
    try {
      await page.getByRole('option', { name: words }).first().click({ timeout: 5_000 });
      return;
    } catch (error) {
      // Somebody whose list has closed types again.
      if (tries === 5) throw error;
    }
  }
}

/** A row of a list that grows, from 1. */
export const row = (at: Place, name: string, number: number): Locator =>
  at.getByRole('group', { name: `${name} ${number}`, exact: true });

/** Waits until the page says that something was done. */
export const said = (page: Page, words: string): Promise<void> =>
  page.getByRole('status').getByText(words).first().waitFor();

/** The id at the end of a page's address. */
export const lastOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

export function officeName(code: string): string {
  const found = offices.find((office) => office.code === code);
  if (!found) throw new Error(`There is no office ${code}.`);
  return found.name;
}

export const inDays = (days: number): string => japanDate(new Date(Date.now() + days * 86_400_000));

/** Fills in the next whole minute, as a clock in Japan shows it, and where staff meet. */
export async function meetSoon(page: Page): Promise<void> {
  const at = new Date(Math.ceil(Date.now() / 60_000) * 60_000);
  await fill(page, '開催日', japanDate(at));
  await fill(page, '開始時刻', new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(11, 16));
  await fill(page, '場所', '市役所 会議室');
}
