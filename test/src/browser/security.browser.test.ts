/** A shared machine: what somebody leaves behind in a browser for whoever sits down at it next. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openConsole, type ConsoleUnderTest, type Desk } from './console.js';

const searched = '会津 花子';
const looking = JSON.stringify({
  purpose: 'EMERGENCY',
  conference: 'canary-session',
  emergencyReason: 'canary-reason',
});

let console_: ConsoleUnderTest;
let desk: Desk;
beforeAll(async () => {
  console_ = await openConsole();
}, 180_000);
beforeEach(async () => {
  desk = await console_.sitDown('aizu-coordinator');
});
afterAll(() => console_?.stop());

const signedIn = ({ page }: Pick<Desk, 'page'>) => page.locator('header').getByText('サインアウト');
const choose = (staffId: string) => desk.page.locator(`button[name="staff"][value="${staffId}"]`);
const leaveTraces = () =>
  desk.page.evaluate(
    ([as, text]) => {
      sessionStorage.setItem('kasane.looking', as!);
      sessionStorage.setItem('kasane.looking.before', as!);
      sessionStorage.setItem('kasane.household-search', text!);
    },
    [looking, searched],
  );

test('who signs in after somebody in the same tab finds neither why they looked nor whom they searched for', async () => {
  await leaveTraces();
  await signedIn(desk).click();
  await desk.page.waitForURL('**/signed-out');
  const left = await desk.visible();
  expect(left).not.toContain('canary');
  expect(left).not.toContain(searched);
  await desk.page.getByRole('button', { name: 'サインインする' }).click();
  await choose('kato-hitorioya-worker').click();
  await signedIn(desk).waitFor();
  expect(await desk.visible()).not.toContain('canary');
  await desk.leave();
});

test('nor when the session had merely run out', async () => {
  await leaveTraces();
  await desk.page.evaluate(() => {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith('oidc.user')) sessionStorage.removeItem(key);
  });
  await desk.page.context().clearCookies();
  await desk.page.reload();
  await choose('kato-hitorioya-worker').click();
  await signedIn(desk).waitFor();
  const seen = await desk.visible();
  expect(seen).not.toContain('canary');
  expect(seen).not.toContain(searched);
  await desk.leave();
});

test('a sign-out ends every tab, those that are closed and opened again too', async () => {
  const other = await desk.page.context().newPage();
  await other.goto(`${console_.url}/desk`);
  await signedIn({ page: other }).waitFor();
  const kept = await other.evaluate(() => ({ ...sessionStorage }));

  await signedIn(desk).click();
  await desk.page.waitForURL('**/signed-out');
  await other.waitForURL('**/signed-out');
  expect(await other.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('access_token');

  const again = await desk.page.context().newPage();
  await again.addInitScript((all) => {
    for (const [key, value] of Object.entries(all)) sessionStorage.setItem(key, value);
  }, kept);
  await again.goto(`${console_.url}/desk`);
  await again.locator('button[name="staff"]').first().waitFor();
  await desk.leave();
});

test('going back after a sign-out shows nothing', async () => {
  await desk.go('/desk');
  await signedIn(desk).click();
  await desk.page.waitForURL('**/signed-out');
  await desk.page.goBack().catch(() => undefined);
  await desk.page.locator('button[name="staff"]').first().waitFor();
  await desk.leave();
});

test('a screen that nobody touched is hidden, stays so when it is loaded anew, and ends', async () => {
  await desk.page.clock.install();
  await desk.page.reload();
  await signedIn(desk).waitFor();
  await desk.page.clock.fastForward('16:00');
  await desk.page.getByRole('heading', { name: '画面を隠しています' }).waitFor();
  await desk.page.reload();
  await desk.page.getByRole('heading', { name: '画面を隠しています' }).waitFor();
  await desk.page.clock.fastForward('16:00');
  await desk.page.waitForURL('**/signed-out');
  await desk.leave();
});
