import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { openConsole, picture, violations, type ConsoleUnderTest, type Desk } from './console.js';

/** The drawings of a household and the matrix of what is shown, as they are used at a desk. */

let console_: ConsoleUnderTest;
let coordinator: Desk;
beforeAll(async () => {
  console_ = await openConsole();
  coordinator = await console_.sitDown('kato-coordinator');
}, 180_000);
afterAll(async () => {
  await coordinator?.leave();
  await console_?.stop();
});

const path = (key: string, part: string): string => `/households/${household(key).id}/${part}`;

describe('ジェノグラム', () => {
  test('draws those who may be known, and says the same in a table', async () => {
    const { page } = coordinator;
    await coordinator.go(path('H03', 'genogram'));
    const drawing = page.getByRole('group', { name: 'ジェノグラム', exact: true });
    await drawing.waitFor();
    const members = household('H03').members.map((member) => person(member.person).name);
    for (const name of members) await drawing.getByRole('link', { name: new RegExp(`^${name}`) }).waitFor();
    expect(await drawing.getByRole('link').count()).toBe(members.length);
    expect(await page.getByRole('table', { name: '世帯員の一覧' }).getByRole('row').count()).toBe(
      members.length + 1,
    );
    expect(await violations(page)).toEqual([]);
    await picture(page, 'genogram-h03');
  });

  test('leads by keyboard to the part of the overview that is about a member', async () => {
    const { page } = coordinator;
    await coordinator.go(path('H03', 'genogram'));
    const { name, id } = person('h03-schoolchild');
    await page.getByRole('link', { name: new RegExp(`^${name}`) }).focus();
    await page.keyboard.press('Enter');
    await page.locator(`#member-${id}`).waitFor();
    expect(new URL(page.url()).hash).toBe(`#member-${id}`);
    expect(page.url()).not.toContain(encodeURIComponent(name));
  });

  test.each(['H06', 'H12', 'H07'])('draws %s', async (key) => {
    await coordinator.go(path(key, 'genogram'));
    await coordinator.page.getByRole('group', { name: 'ジェノグラム', exact: true }).waitFor();
    expect(await violations(coordinator.page)).toEqual([]);
    await picture(coordinator.page, `genogram-${key.toLowerCase()}`);
  });

  test('keeps in this browser how the children hang', async () => {
    const { page } = coordinator;
    await coordinator.go(path('H12', 'genogram'));
    await page.getByRole('radio', { name: '本人から下ろす' }).check();
    await page.reload();
    await page.getByRole('radio', { name: '本人から下ろす' }).waitFor();
    expect(await page.getByRole('radio', { name: '本人から下ろす' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: '夫婦の線から下ろす' }).check();
  });
});

describe('エコマップ', () => {
  test('puts everybody with a seat around the household, once, and says the same in a table', async () => {
    const { page } = coordinator;
    await coordinator.go(path('H03', 'ecomap'));
    await page.getByRole('group', { name: 'エコマップ', exact: true }).waitFor();
    const offices = await page
      .getByRole('table', { name: '世帯に関わる機関の一覧' })
      .locator('tbody th')
      .allTextContents();
    expect(offices).toContain('福祉総務課（児童福祉係）');
    expect(offices.length).toBeGreaterThan(7);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'ecomap-h03');
  });

  test('of one member has only those who are there for that member', async () => {
    const { page } = coordinator;
    await coordinator.go(path('H03', 'ecomap'));
    await page.getByRole('group', { name: 'エコマップ', exact: true }).waitFor();
    const rows = page.getByRole('table', { name: '世帯に関わる機関の一覧' }).locator('tbody tr');
    const all = await rows.count();
    await page.getByRole('radio', { name: new RegExp(person('h03-grandmother').name) }).check();
    expect(await rows.count()).toBeLessThan(all);
    await picture(page, 'ecomap-h03-grandmother');
  });

  test('does not write the name of an office that is itself a secret', async () => {
    const { page } = coordinator;
    await coordinator.go(path('H04', 'ecomap'));
    await page.getByRole('group', { name: 'エコマップ', exact: true }).waitFor();
    const text = (): Promise<string> => page.locator('main').innerText();
    expect(await text()).not.toContain('DVセンター');
    await page.getByRole('radio', { name: 'すべて名前' }).check();
    expect(await text()).toContain('DVセンター');
    await page.getByRole('radio', { name: /^すべて種別/ }).check();
    expect(await text()).not.toContain('DVセンター');
    await page.getByRole('radio', { name: /^名前/ }).check();
    await picture(page, 'ecomap-h04');
  });
});

describe('同意', () => {
  test('puts all side by side, then one with the reasons', async () => {
    const { page } = coordinator;
    await coordinator.go(path('H03', 'consents'));
    await page.getByRole('table', { name: /だれのどこまで/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'consents-h03');

    const mother = person('h03-mother');
    await page.getByRole('radio', { name: new RegExp(mother.name) }).check();
    const table = page.getByRole('table', { name: /表示できる範囲と根拠/ });
    await table.waitFor();
    expect(await table.locator('a[href="/consents/consent-h03-mother"]').count()).toBeGreaterThan(0);
    await page.getByRole('radio', { name: '表示できないものだけ' }).check();
    expect(await table.locator('[data-shown]:not([data-shown="NONE"])').count()).toBe(0);
    await page.getByRole('radio', { name: '表示できるものだけ' }).check();
    expect(await table.locator('[data-shown="NONE"]').count()).toBe(0);
    await page.getByRole('radio', { name: 'すべて', exact: true }).check();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'consents-h03-mother');
  });

  test('asks for consent where it is missing', async () => {
    const { page } = coordinator;
    const grandmother = person('h03-grandmother');
    await coordinator.go(path('H03', 'consents'));
    await page.getByRole('radio', { name: new RegExp(grandmother.name) }).check();
    await page.getByRole('heading', { name: new RegExp(grandmother.name), level: 3 }).waitFor();
    const link = page.locator('main').getByRole('link', { name: '同意を求める', exact: true }).first();
    expect(await link.getAttribute('href')).toMatch(new RegExp(`^/persons/${grandmother.id}/consent`));
  });
});

test('who is hidden is nowhere: neither in a drawing, nor in what the browser got for it', async () => {
  const worker = await console_.sitDown('aizu-houkatsu-2-worker');
  const members = household('H01').members.map((member) => person(member.person));
  for (const part of ['genogram', 'ecomap', 'consents']) {
    await worker.go(path('H01', part));
    await worker.page.getByRole('heading', { level: 2 }).waitFor();
    await worker.page.waitForLoadState('networkidle');
    const told = await console_.hub.ask(
      'aizu-houkatsu-2-worker',
      `{ household(id: "${household('H01').id}") { members { person { id } } } }`,
    );
    const seen = `${await worker.visible()}\n${worker.received()}`;
    for (const { id } of members) expect(seen.includes(id)).toBe(told.text.includes(id));
    await picture(worker.page, `hidden-${part}`);
  }
  await worker.leave();
});

test('a withdrawal reaches the open matrix within seconds', async () => {
  const { page } = coordinator;
  await coordinator.go(path('H03', 'consents'));
  await page.getByRole('radio', { name: new RegExp(person('h03-mother').name) }).check();
  const fromConsent = page.locator('a[href="/consents/consent-h03-mother"]');
  await fromConsent.first().waitFor();
  await console_.hub.ask(
    'kato-coordinator',
    `mutation { withdrawConsent(id: "consent-h03-mother", expression: ORAL_IN_PERSON, expressedBy: "グエン ティ ホア") { __typename } }`,
  );
  await fromConsent.first().waitFor({ state: 'detached', timeout: 6_000 });
});
