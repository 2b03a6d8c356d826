import type { Part } from './case.js';
import type { Desks } from './desks.js';
import { choose, fill, officeName, pick, press, said } from './page.js';

/** What follows a decided plan: each office does its part, it is looked at again, and evaluated. */
export function supportSteps({ open }: Desks, coordinator: string) {
  return {
    /** Each office begins and ends what it holds; what an office without an account does is written by the coordinator. */
    async work(plan: string, parts: readonly Part[]): Promise<void> {
      for (const { what, staff } of parts) {
        const step = async (deed: string, words = ''): Promise<void> => {
          const page = await open(staff ?? coordinator, staff ? '/plan-items' : `/plans/${plan}`);
          const item = staff
            ? page
                .getByRole('listitem')
                .filter({ has: page.getByRole('heading', { name: what, exact: true }) })
            : page.getByRole('region', { name: what, exact: true });
          await (staff ? item.locator('summary') : page.getByText('機関に代わって実施を記録する')).click();
          await choose(item, '記録すること', deed);
          if (words) await fill(item, '結果', words);
          await press(item, '記録する');
          await said(page, '実施を記録しました');
        };
        await step('始める');
        await step('終わった', '予定どおり行った。');
      }
    },
    async monitor(plan: string, findings: string, nextOn = ''): Promise<void> {
      const page = await open(coordinator, `/plans/${plan}/monitoring`);
      await fill(page, '所見', findings);
      await fill(page, '次回の予定日', nextOn);
      await press(page, 'モニタリングを記録する');
      await page.waitForURL(`**/plans/${plan}`);
      await page.getByText(findings).first().waitFor();
    },
    /** Every goal reached, every issue better, and who goes on. */
    async evaluate(plan: string, successor: string): Promise<void> {
      const page = await open(coordinator, `/plans/${plan}/evaluation`);
      const goals = page.getByRole('radiogroup', { name: /^目標:/ });
      await goals.first().waitFor();
      for (const goal of await goals.all())
        await goal.getByRole('radio', { name: '達成', exact: true }).check({ force: true });
      for (const issue of await page.getByRole('radiogroup', { name: /^課題:/ }).all())
        await issue.getByRole('radio', { name: '改善' }).check({ force: true });
      await fill(page, '本人のことば', '相談できる人ができた。');
      await choose(page, '結論', '終結');
      await pick(page, page, '引継先の機関', officeName(successor));
      await press(page, '評価を記録する');
      await page.waitForURL(`**/plans/${plan}`);
      await page.getByText('相談できる人ができた。').first().waitFor();
    },
  };
}
