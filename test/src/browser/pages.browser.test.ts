/** Every page of the console with the sample in it: nothing for axe to find, and whole at 200 % and on a telephone. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { staffById } from '@kasane/sample-municipality';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { act, received } from '../consultation.js';
import { inMinutes, memberOf } from '../conference-questions.js';
import { openConsole, violations, type ConsoleUnderTest, type Desk } from './console.js';

const COORDINATOR = 'kato-coordinator';
const WORKER = 'kato-shougai-worker';

/** What stands in an address in the place of `:name`; sessions and referrals are made by this test. */
const ids: Record<string, string> = {
  householdId: 'h-ghajq8pd',
  personId: 'p-ce293j96',
  caseId: 'case-h12',
  planId: 'plan-h12',
  conferenceId: 'conf-h12-1',
  consentId: 'consent-h03-mother',
  kind: 'PLAN',
  id: 'plan-h12',
};

/** Whose page it is, where it is not the coordinator's. */
const owners: Readonly<Record<string, string>> = {
  'plan-items': 'kato-elder-care-worker',
  privacy: 'kato-privacy-officer',
  'privacy/persons': 'kato-privacy-officer',
  'privacy/rules': 'kato-privacy-officer',
  protection: 'kato-protection-officer',
  committee: 'aizu-committee-member',
};

/** The paths of a list of routes, as they are written; those within another follow it. */
function pathsOf(file: string): string[] {
  let outer = '';
  return [...readFileSync(file, 'utf8').matchAll(/^( *)(?:\{ )?path: '([^']+)'/gm)].map(
    ([, indent, path]) => {
      if (indent?.length === 6) return `${outer}/${path}`;
      outer = path ?? '';
      return outer;
    },
  );
}

const source = fileURLToPath(new URL('../../../packages/console/src/', import.meta.url));
const pages = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('routes.ts'))
  .flatMap((file) => pathsOf(`${source}${file}`));

let served: ConsoleUnderTest;
const desks = new Map<string, Promise<Desk>>();
const deskOf = (who: string): Promise<Desk> => {
  const desk = desks.get(who) ?? served.sitDown(who);
  desks.set(who, desk);
  return desk;
};
beforeAll(async () => {
  served = await openConsole();
  const { data } = await served.hub.ask(
    COORDINATOR,
    'mutation ($input: ConveneSessionInput!) { conveneSession(input: $input) { ... on SessionRecorded { session { id } } } }',
    {
      variables: {
        input: {
          basis: 'SWA_106_6',
          households: [ids['householdId']],
          categories: ['CARE_CERT'],
          whyNoConsent: '同意がまだ得られていないため。',
          closesAt: inMinutes(120),
          members: [COORDINATOR, WORKER].map(memberOf),
        },
      },
    },
  );
  ids['sessionId'] = (data?.['conveneSession'] as { session: { id: string } }).session.id;
  const of = await received(served.hub, WORKER);
  const { referral } = await act(served.hub, WORKER, 'sendReferral', {
    case: of.id,
    input: {
      persons: of.persons.map(({ id }) => id),
      toOffice: staffById(COORDINATOR).office,
      reason: '調整をお願いしたい。',
    },
  });
  ids['referralId'] = referral?.id ?? '';
}, 120_000);
afterAll(async () => {
  for (const desk of await Promise.all(desks.values())) await desk.leave();
  await served?.stop();
});

/** How far a page reaches over the edge of its window, where one would have to scroll sideways, in pixels. */
async function beyond(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

describe('every page', () => {
  test('is here', () => {
    expect(pages.length).toBeGreaterThan(45);
    expect(pages).toContain('households/:householdId/ecomap');
    for (const path of Object.keys(owners)) expect(pages).toContain(path);
  });

  test.each(pages)('%s', async (path) => {
    const desk = await deskOf(owners[path] ?? COORDINATOR);
    await desk.go(`/${path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? `no-${name}`)}`);
    const { page } = desk;
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(page.url()).not.toMatch(/no-\w+Id/);
    expect(await violations(page)).toEqual([]);
    // 1280 pixels at 200 %, and a telephone.
    expect({ zoomed: await beyond(page, 640), telephone: await beyond(page, 390) }).toEqual({
      zoomed: 0,
      telephone: 0,
    });
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
