import { staffById } from '@kasane/sample-municipality';
import type { Page } from 'playwright-core';
import type { Case, Part } from './case.js';
import type { Desks } from './desks.js';
import {
  choose,
  confirm,
  fill,
  inDays,
  lastOf,
  meetSoon,
  officeName,
  press,
  row,
  said,
  select,
  tick,
} from './page.js';

/** Somebody on a roster; who has no account is there on paper. */
export interface Invited {
  readonly affiliation: string;
  readonly name: string;
  readonly staff?: string;
}

async function invite(page: Page, people: readonly Invited[]): Promise<void> {
  for (const [before, { affiliation, name, staff }] of people.entries()) {
    await press(page, '招く人を加える');
    const guest = row(page, '招く人', before + 1);
    await fill(guest, '氏名', name);
    await fill(guest, '所属', affiliation);
    if (staff) {
      await fill(guest, '職員番号', staff);
      await select(guest, '機関', officeName(staffById(staff).office));
    }
    await guest.getByLabel(/^立場/).selectOption(staff ? staffById(staff).capacity : 'GUEST');
  }
}

/** 支援会議 and 重層的支援会議: held, written down, and what they say of a plan. */
export function conferenceSteps({ open }: Desks, coordinator: string) {
  /** Records everybody of the roster as present; who has no account pledged on paper. */
  async function attend(conference: string): Promise<void> {
    const page = await open(coordinator, `/conferences/${conference}`);
    await press(page, '出席を記録する');
    const all = page.getByRole('group', { name: /^出席した人/ });
    for (const seat of await all.getByRole('checkbox').all()) await seat.check({ force: true });
    await page.getByRole('checkbox', { name: /^印を付けた人から/ }).check({ force: true });
    await page.getByRole('button', { name: '出席を記録する', exact: true }).last().click();
    await said(page, '出席を記録しました');
  }

  return {
    attend,
    /** Opens a 支援会議 in its session, with everybody who came. */
    async supportConference(session: string, topic: string, onPaper: readonly Invited[]): Promise<string> {
      const page = await open(coordinator, `/sessions/${session}`);
      await page.getByRole('link', { name: '支援会議の日時と議題を決める' }).click();
      await meetSoon(page);
      await fill(row(page, '議題', 1), '内容', topic);
      await invite(page, onPaper);
      await press(page, '支援会議を開く');
      await page.waitForURL(/\/conferences\/conf/);
      const conference = lastOf(page);
      await attend(conference);
      return conference;
    },
    /** Minutes with what each office told and took upon itself, approved. */
    async minutes(
      conference: string,
      words: {
        readonly shared: readonly { readonly office: string; readonly what: string }[];
        readonly discussion: string;
        readonly roles: readonly Part[];
        readonly gaps?: string;
      },
    ): Promise<void> {
      const page = await open(coordinator, `/conferences/${conference}/minutes`);
      await fill(page, '話し合ったこと', words.discussion);
      for (const [before, { office, what }] of words.shared.entries()) {
        await press(page, '共有した情報を加える');
        const shared = row(page, '共有した情報', before + 1);
        await select(shared, '提供者', officeName(office));
        await fill(shared, '内容', what);
      }
      for (const [before, { office, what, persons }] of words.roles.entries()) {
        await press(page, '役割を加える');
        const role = row(page, '役割', before + 1);
        await select(role, '担当機関', officeName(office));
        await fill(role, '支援内容', what);
        await tick(role, '対象', persons);
        await fill(role, '期限', inDays(90));
      }
      if (words.gaps) await fill(page, '足りない社会資源', words.gaps);
      await press(page, '会議録を保存する');
      await page.waitForURL(`**/conferences/${conference}`);
      await press(page, '第1版を承認する');
      await confirm(page, '承認する');
      await said(page, '会議録 第1版を承認しました');
    },
    /** A 重層的支援会議 with the plan on its agenda: convened, or gone on to from a 支援会議. Its id, or who is in the way. */
    async multilayer(
      of: Case,
      persons: readonly string[],
      {
        from,
        isAboutPlan = true,
        people = [],
      }: {
        readonly from?: string;
        readonly isAboutPlan?: boolean;
        readonly people?: readonly Invited[];
      } = {},
    ): Promise<{ readonly id: string; readonly missing: readonly string[] }> {
      const page = await open(
        coordinator,
        from === undefined ? `/cases/${of.id}/conference` : `/conferences/${from}/move`,
      );
      if (from !== undefined) await page.locator('main li').getByRole('button').first().click();
      await tick(page, '会議で話し合うことに同意した人', persons);
      await meetSoon(page);
      const item = row(page, '議題', 1);
      await select(item, '種類', isAboutPlan ? 'プランの適切性' : '支援の方向性');
      await fill(item, '内容', 'プランの適切性について');
      if (isAboutPlan) await item.getByLabel(/^プラン/).selectOption({ index: 1 });
      await invite(page, people);
      await press(page, from === undefined ? '重層的支援会議を開く' : '重層的支援会議へ移る');
      const missing = page.getByRole('link', { name: '同意を求める' });
      await page.getByRole('heading', { name: '出席者名簿' }).or(missing.first()).waitFor();
      const links = await missing.all();
      const ids = await Promise.all(links.map((link) => link.getAttribute('href')));
      const nameOf = (id: string): string =>
        Object.entries(of.persons).find(([, person]) => person === id)?.[0] ?? id;
      return { id: lastOf(page), missing: ids.map((href) => nameOf(href?.split('/')[2] ?? '')) };
    },
    /** What the conference says of the plan. */
    async say(conference: string, outcome: string): Promise<void> {
      const page = await open(coordinator, `/conferences/${conference}`);
      const item = page
        .getByRole('region', { name: /^議題/ })
        .filter({ has: page.getByRole('heading', { name: /プランの適切性/ }) });
      await item.getByRole('button', { name: /検討結果を記録する/ }).click();
      await choose(item, '検討結果', outcome);
      await fill(item, '検討結果の内容', '支援の内容と役割を確認した。');
      await press(item, '検討結果を記録する');
      await item.getByText('支援の内容と役割を確認した。').waitFor();
    },
  };
}
