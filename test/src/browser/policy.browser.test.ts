import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openConsole, type ConsoleUnderTest, type Desk } from './console.js';

let console_: ConsoleUnderTest;
let desk: Desk;
const complaints: string[] = [];
beforeAll(async () => {
  console_ = await openConsole();
  desk = await console_.sitDown('aizu-coordinator');
  desk.page.on('console', (message) => complaints.push(message.text()));
}, 120_000);
afterAll(() => console_?.stop());

describe('the policy of the console’s pages', () => {
  test('stands in the way of nothing that the console does', async () => {
    await desk.go('/desk');
    await desk.page.reload();
    await desk.page.locator('header').getByText('サインアウト').waitFor();
    expect(complaints.filter((text) => /Content Security Policy|TrustedHTML/.test(text))).toEqual([]);
  });

  test('runs no script that was written into a page, and sends nothing elsewhere', async () => {
    const outcome = await desk.page.evaluate(async () => {
      const script = document.createElement('div');
      const markup = (): unknown => (script.innerHTML = '<img src=x onerror="document.title = 1">');
      const send = fetch('https://elsewhere.example/').then(
        () => 'sent',
        () => 'kept',
      );
      try {
        markup();
        return ['written', await send];
      } catch (error) {
        return [(error as Error).name, await send];
      }
    });
    expect(outcome).toEqual(['TypeError', 'kept']);
    expect(complaints.join('\n')).toContain('Content Security Policy');
  });

  test('shows a printed form with its style and without its scripts', async () => {
    const shown = await desk.page.evaluate(async () => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): { createHTML(text: string): string } };
      };
      const policy = trustedTypes.createPolicy('kasane-document', { createHTML: (text: string) => text });
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
      frame.srcdoc = policy.createHTML(
        '<style>p { color: rgb(1, 2, 3) }</style><p>様式</p><script>document.title = "ran"</script>',
      );
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const form = frame.contentDocument!;
      const seen = [getComputedStyle(form.querySelector('p')!).color, form.title];
      frame.remove();
      return seen;
    });
    expect(shown).toEqual(['rgb(1, 2, 3)', '']);
  });

  test('lets a sign-in be renewed in a frame', async () => {
    const address = await desk.page.evaluate(async (authority) => {
      const frame = document.createElement('iframe');
      const search = new URLSearchParams({
        client_id: 'kasane-console',
        response_type: 'code',
        scope: 'openid profile',
        prompt: 'none',
        redirect_uri: `${location.origin}/sign-in/silent`,
        code_challenge: 'x'.repeat(43),
        code_challenge_method: 'S256',
      });
      frame.src = `${authority}/auth?${search}`;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const { href } = frame.contentWindow!.location;
      frame.remove();
      return href;
    }, console_.hub.signInUrl);
    expect(address).toMatch(/\/sign-in\/silent\?code=/);
  });
});

test('who signs out is signed out at the provider too', async () => {
  await desk.page.locator('header').getByText('サインアウト').click();
  await desk.page.waitForURL('**/signed-out');
  await desk.page.goto(`${console_.url}/desk`);
  await desk.page.locator('button[name="staff"]').first().waitFor();
});
