import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conformanceCommand, type ExitCode } from './command.js';
import { collaborationSdl, entry, SEALED, TAKASHI, SETSUKO } from './fixtures/meal-delivery.fixtures.js';
import { keys } from './fixtures/parts.fixtures.js';
import { startFixture, type RunningFixture } from './fixtures/subgraph.fixtures.js';
import { readSchemas } from './options.js';
import { junitReport } from './report/junit.js';
import type { Report } from './run.js';

let folder: string;
let running: RunningFixture;
let twin: RunningFixture;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasane-conformance-'));
  await writeFile(join(folder, 'entry.json'), JSON.stringify(entry));
  for (const key of ['viewer', 'grant'] as const)
    await writeFile(join(folder, `${key}.private.json`), JSON.stringify(keys[key].privateKey));
  [running, twin] = await Promise.all([startFixture(), startFixture()]);
});
afterAll(async () => {
  await Promise.all([running.close(), twin.close()]);
  await rm(folder, { recursive: true });
});

async function run(...args: readonly string[]): Promise<{ code: ExitCode; said: string; told: string }> {
  let [said, told] = ['', ''];
  const code = await conformanceCommand(args, {
    say: (text) => void (said += text),
    tell: (line) => void (told += `${line}\n`),
  });
  return { code, said, told };
}

const asked = (...more: readonly string[]): readonly string[] => [
  running.url,
  ...[
    '--keys',
    folder,
    '--registry-entry',
    join(folder, 'entry.json'),
    '--persons',
    `${TAKASHI}, ${SETSUKO}`,
  ],
  ...more,
];

describe('the command', () => {
  test('tells in Japanese what was seen, and that what was not told was not checked', async () => {
    const { code, said, told } = await run(...asked('--only', 'health,own-duty,grant-viewer'));
    expect(code).toBe(1);
    expect(said).toContain('○ 他の閲覧者の許可は使えない [grant-viewer] 適合');
    expect(said).toContain(
      '― 自機関の担当も、止められたものは見えない [own-duty] 未確認\n    --worker: 自機関の担当職員',
    );
    expect(said).toContain('未確認の項目があるため、適合とは言えません。');
    expect(told).toContain('○ health  生きていること');
  });

  test('passes what was checked where a part is enough, in English too', async () => {
    const { code, said } = await run(...asked('--only', 'health', '--allow-partial', '--lang', 'en'));
    expect(code).toBe(0);
    expect(said).toContain('○ tells that it lives and that it is ready [health] passed');
    expect(said).toContain('What was not checked proves nothing.');
  });

  test('fails where something failed, whatever part is enough, and says why it matters', async () => {
    const bad = await startFixture({ needsPurpose: false });
    const [, ...rest] = asked('--only', 'purpose', '--allow-partial');
    const { code, said } = await run(bad.url, ...rest).finally(() => bad.close());
    expect(code).toBe(1);
    expect(said).toContain('× 利用目的なしには見せない [purpose] 不適合\n    目的のない閲覧は、');
  });

  test('writes what build servers and other programs read', async () => {
    const [junit, json] = [join(folder, 'junit.xml'), join(folder, 'report.json')];
    await run(...asked('--only', 'sdl,composes', '--schemas', folder, '--junit', junit, '--json', json));
    const xml = await readFile(junit, 'utf8');
    expect(xml).toMatch(
      /<testsuite name="conformance meal-delivery" timestamp="[\dT:-]+" tests="\d+" failures="0" skipped="\d+"/,
    );
    expect(xml).toMatch(/<testcase classname="conformance.meal-delivery" name="sdl: .+<system-out>/);
    const report = JSON.parse(await readFile(json, 'utf8')) as Report;
    expect(report.results.find(({ id }) => id === 'sdl')).toMatchObject({
      verdict: 'PASSED',
      severity: 'MUST',
    });
  });

  test('takes sealed words, a worker and a twin', async () => {
    const told = [
      '--sealed',
      `${SEALED},別の言葉`,
      '--worker',
      'meal-worker@meal-office',
      '--twin',
      twin.url,
      '--differs',
      SETSUKO,
    ];
    const { said } = await run(...asked(...told, '--only', 'sealed,own-duty,non-interference'));
    expect(said).toContain('封じた記録2件');
    expect(said).toContain(`担当: ${TAKASHI}`);
    expect(said).toContain('2つの複製で同じなので、比べても何も示しません');
  });

  test('says everything that is wrong with how it was called, and ends with 2', async () => {
    const { code, told } = await run(
      'nowhere',
      'else',
      '--worker',
      'x',
      '--twin',
      'x',
      '--max-ms',
      'fast',
      '--lang',
      'fr',
      '--only',
      'nothing',
    );
    expect(code).toBe(2);
    const problems = told
      .split('\n')
      .flatMap((line) => (line.startsWith('- ') ? [line.slice(2).split(' ')[0]] : []));
    expect(problems).toEqual([
      'サブグラフのURLを指定してください。',
      '余分な指定です。',
      '--persons:',
      '--keys:',
      '--registry-entry:',
      '--worker:',
      '--twin,',
      '--twin:',
      '--max-ms:',
      '--only:',
      '--lang:',
    ]);
    expect((await run('--unknown')).code).toBe(2);
    expect((await run(...asked('--schemas', '/nowhere'))).code).toBe(2);
    expect(
      (await run(...asked('--only', 'health', '--json', join(folder, 'no', 'such', 'folder')))).code,
    ).toBe(2);
  });

  test('makes keys of which nobody else reads the private halves, and never over others', async () => {
    const made = join(folder, 'made');
    const { code, said } = await run('--make-keys', made);
    expect(code).toBe(0);
    expect(said).toContain(`VIEWER_KEY_FILE=${join(made, 'viewer.public.json')}`);
    expect((await stat(join(made, 'grant.private.json'))).mode & 0o077).toBe(0);
    expect(await readFile(join(made, 'viewer.public.json'), 'utf8')).not.toContain('"d"');
    const before = await readFile(join(made, 'viewer.private.json'), 'utf8');
    expect((await run('--make-keys', made)).code).toBe(2);
    expect(await readFile(join(made, 'viewer.private.json'), 'utf8')).toBe(before);
  });
});

test('what a subgraph says cannot end the markup of a report', () => {
  const nasty = `]]></failure><x a="1" b='2'/>&\u0000\ud800`;
  const report: Report = {
    url: 'http://x',
    sector: 'x"y',
    at: '2026-11-22T00:00:00.000Z',
    isSound: false,
    isComplete: false,
    results: [
      {
        id: 'a',
        title: { ja: 'あ', en: nasty },
        why: { ja: 'い', en: 'b' },
        severity: 'MUST',
        verdict: 'FAILED',
        seen: [{ ja: 'う', en: nasty }],
        milliseconds: 1,
      },
    ],
  };
  const xml = junitReport(report);
  expect(xml).toContain('failures="1"');
  expect(xml.match(/<\w+/g)).toEqual(['<testsuites', '<testsuite', '<testcase', '<failure']);
  expect(xml).toContain('&lt;x a=&quot;1&quot; b=&apos;2&apos;/&gt;&amp;\ufffd\ufffd');
});

test('the schemas that a sector is composed with are found by their folders', async () => {
  await mkdir(join(folder, 'schemas', 'collaboration'), { recursive: true });
  await writeFile(join(folder, 'schemas', 'collaboration', 'schema.graphql'), collaborationSdl);
  expect(readSchemas(join(folder, 'schemas'))).toEqual(new Map([['collaboration', collaborationSdl]]));
});
